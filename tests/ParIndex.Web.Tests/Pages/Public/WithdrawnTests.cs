using System.Net;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>Wherever figures were before they were withdrawn, the answer says since which release they are no more, and why.</summary>
public sealed class WithdrawnTests
{
    private static readonly string[] Data =
    [
        "/api/v1/releases/2020/groups/huyen/results", "/api/v1/releases/2020/groups/huyen/results?version=2", "/api/v1/criteria-sets/2020/huyen", "/api/v1/units/huyen-sin-ho/scorecards/2020",
        "/xep-hang/2020/huyen.csv", "/xep-hang/2020/huyen.csv?dinh-dang=excel", "/xep-hang/2020/huyen.xlsx", "/xep-hang/2020/huyen.json", "/xep-hang/2020/huyen.csv?version=2",
        "/don-vi/huyen-sin-ho/2020.csv", "/don-vi/huyen-sin-ho/2020.xlsx", "/don-vi/huyen-sin-ho/2020.json", "/don-vi/huyen-sin-ho/2020/tieu-chi.csv",
        "/tieu-chi/2020/huyen.csv", "/tieu-chi/2020/huyen/1.1.json", "/so-sanh.csv?nam=2020&don-vi=huyen-sin-ho",
        "/bieu-do/phan-bo/2020/huyen.svg", "/bieu-do/phan-bo/2020/huyen.png", "/bieu-do/vi-tri/2020/huyen-sin-ho.svg", "/bieu-do/chia-se/2020/huyen-sin-ho.png",
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DataAddress_SaysWithdrawn_SinceWhen_Why_AndWhereItIsTold(DatabaseKind kind)
    {
        await using var site = await Withdrawing.OpenAsync(kind);

        foreach (var address in Data)
        {
            using var answer = await site.Client.GetAsync(address);
            Assert.True((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType) == (HttpStatusCode.NotFound, "application/problem+json"), $"{address}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
            var problem = await answer.ReadJsonAsync();
            Assert.Equal((address, "open-data.withdrawn"), (address, problem.TryGetProperty("code", out var code) ? code.GetString() : null));
            var arguments = problem.GetProperty("arguments");
            Assert.Equal(
                (2020, "withdrawal", 2, "2026-03-02", Withdrawing.Reason, "/cong-bo/2020/2"),
                (arguments.GetProperty("year").GetInt32(), arguments.GetProperty("change").GetString(), arguments.GetProperty("version").GetInt32(), arguments.GetProperty("date").GetString(), arguments.GetProperty("reason").GetString(), arguments.GetProperty("address").GetString()));
            Assert.Contains("đã được thu hồi ở lần công bố 2 ngày 2/3/2026. Lý do: Bảng điểm của các huyện dùng sai thang điểm. Xem /cong-bo/2020/2.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/cong-bo/2020/2")).StatusCode);
    }

    [Theory]
    [InlineData("/xep-hang/2020/huyen.csv?version=1")]
    [InlineData("/api/v1/units/huyen-sin-ho")]
    [InlineData("/xep-hang/2020/so-nganh.csv")]
    [InlineData("/bieu-do/phan-bo/2020/so-nganh.svg")]
    public async Task WhatStands_IsNotCalledWithdrawn(string address)
    {
        await using var site = await Withdrawing.OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/xep-hang/2020/xa.csv", "open-data.group-unknown")]
    [InlineData("/api/v1/units/so-khong-co/scorecards/2020", "open-data.unit-unknown")]
    [InlineData("/bieu-do/phan-bo/2020/xa.svg", null)]
    public async Task WhatNeverWasThere_IsNotCalledWithdrawn(string address, string? code)
    {
        await using var site = await Withdrawing.OpenAsync(DatabaseKind.Sqlite);

        using var answer = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(code, (await answer.ReadJsonAsync()).TryGetProperty("code", out var said) ? said.GetString() : null);
    }

    [Theory]
    [InlineData("/nhung/phan-bo/2020/huyen", "đã được thu hồi ở lần công bố 2 ngày 2/3/2026", "/cong-bo/2020/2")]
    [InlineData("/nhung/vi-tri/2020/huyen-sin-ho", "đã được thu hồi ở lần công bố 2 ngày 2/3/2026", "/cong-bo/2020/2")]
    [InlineData("/en/nhung/phan-bo/2020/huyen", "were withdrawn by version 2 on 2 March 2026", "/en/cong-bo/2020/2")]
    public async Task Frame_OnAnotherSite_SaysItInPlaceOfTheChart(string address, string said, string release)
    {
        await using var site = await Withdrawing.OpenAsync(DatabaseKind.Sqlite);

        using var answer = await site.Client.GetAsync(address);

        var page = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("frame-ancestors *", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains(said, page.Body.Words(), StringComparison.Ordinal);
        Assert.Contains(Withdrawing.Reason, page.Body.Words(), StringComparison.Ordinal);
        Assert.Equal(release, page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("svg"));
    }

    [Fact]
    public async Task PageForPeople_LeadsToTheReleaseThatSaysWhy()
    {
        await using var site = await Withdrawing.OpenAsync(DatabaseKind.Sqlite);

        foreach (var address in new[] { "/xep-hang/2020/huyen", "/don-vi/huyen-sin-ho/2020" })
        {
            using var answer = await site.Client.GetAsync(address);
            Assert.Equal((HttpStatusCode.Redirect, "/cong-bo/2020/2"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Releases_OfTheInterface_SayWhichKindOfChangeAndWhy(DatabaseKind kind)
    {
        await using var site = await Withdrawing.OpenAsync(kind);

        var heads = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases");
        var release = (await site.Client.GetJsonAsync("/api/v1/releases/2020")).GetProperty("release");
        var first = (await site.Client.GetJsonAsync("/api/v1/releases/2020?version=1")).GetProperty("release");

        Assert.All(new[] { heads[0], release }, head => Assert.Equal(("withdrawal", Withdrawing.Reason), (head.GetProperty("change").GetString(), head.GetProperty("changeReason").GetString())));
        Assert.Equal(("initial", null), (first.GetProperty("change").GetString(), first.GetProperty("changeReason").GetString()));
    }
}
