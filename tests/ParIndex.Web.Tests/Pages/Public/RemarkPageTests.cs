using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>The form for remarks as its page holds it, the page of its answer, and the staff's side of both.</summary>
public sealed class RemarkPageTests
{
    private const string Form = "/gop-y?nam=2020&don-vi=so-noi-vu";

    private const string Words = "Tổng điểm trong quyết định là 86.\nTrang 3, dòng 1.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Remark_IsSent_Answered_AndReadByEverybody(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var app = new TestApp(database);
        using var stranger = app.Open();
        Assert.Empty((await stranger.GetPageAsync("/gop-y")).QuerySelectorAll(".remark"));

        using var sent = await SendAsync(stranger, await stranger.GetPageAsync(Form), Words);
        var own = sent.Headers.Location!.OriginalString;
        var waiting = await stranger.GetPageAsync(own);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Matches("^/gop-y/[a-z0-9]{12}$", own);
        Assert.False(sent.Headers.Contains("Set-Cookie"));
        Assert.Contains("Đã tiếp nhận, đang xem xét", waiting.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Trang 3, dòng 1.", waiting.QuerySelector("main")!.Words(), StringComparison.Ordinal);

        var unit = await UnitAsync(database, "so-y-te");
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, unit);
        var duty = (await coordinator.OpenAsync("/lam-viec")).QuerySelectorAll("a[href='/lam-viec/gop-y']");
        Assert.NotEmpty(duty);
        var staff = (await coordinator.OpenAsync("/lam-viec/gop-y")).QuerySelector("tbody a")!.GetAttribute("href")!;
        using var empty = await coordinator.PostAsync(staff, [KeyValuePair.Create("Input.ShowsText", "true")], "#tra-loi");
        using var replied = await coordinator.PostAsync(staff, [KeyValuePair.Create("Input.Outcome", "FigureStands"), KeyValuePair.Create("Input.Answer", "Bản in ghi 85,65."), KeyValuePair.Create("Input.ShowsText", "true")], "#tra-loi");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (empty.StatusCode, replied.StatusCode));

        Assert.Contains("Bản in ghi 85,65.", (await stranger.GetPageAsync(own)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        var shown = Assert.Single((await stranger.GetPageAsync("/gop-y")).QuerySelectorAll(".remark"));
        Assert.Contains("Trang 3, dòng 1.", shown.Words(), StringComparison.Ordinal);
        Assert.Contains("Đã trả lời: số liệu giữ nguyên", shown.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(own.Split('/')[^1], (await stranger.GetStringAsync("/gop-y")), StringComparison.Ordinal);
        Assert.Empty((await stranger.GetPageAsync("/gop-y?nam=2020&don-vi=so-tu-phap")).QuerySelectorAll(".remark"));
        var english = await stranger.GetPageAsync("/en/gop-y");
        Assert.Contains("Answered: the figure stands", english.QuerySelector(".remark")!.Words(), StringComparison.Ordinal);
        Assert.Equal("vi", english.QuerySelector(".remark-text")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("", "Ghi nội dung góp ý, ít nhất 10 ký tự.")]
    [InlineData("  \n \u200B  a", "Ghi nội dung góp ý, ít nhất 10 ký tự.")]
    [InlineData("x2001", "Nội dung dài 2001 ký tự; tối đa 2000 ký tự.")]
    public async Task WrongWords_AreTold_AndKept(string text, string told)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.Open();
        var typed = text == "x2001" ? new string('x', 2001) : text;

        using var answer = await SendAsync(stranger, await stranger.GetPageAsync(Form), typed);

        var page = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(told, page.QuerySelector("#loi-noi-dung")!.TextContent);
        Assert.Equal("#o-noi-dung", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(typed.Length > 0 ? typed : "", page.QuerySelector<IHtmlTextAreaElement>("#o-noi-dung")!.TextContent);
        Assert.Contains("Sở Nội vụ", page.QuerySelector("#gui")!.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(database));
    }

    [Theory]
    [InlineData("/gop-y?nam=1999", HttpStatusCode.NotFound)]
    [InlineData("/gop-y?nam=2020&ban=9", HttpStatusCode.NotFound)]
    [InlineData("/gop-y/khongcomanay2", HttpStatusCode.NotFound)]
    [InlineData("/gop-y?nam=abc&ban=x&don-vi=%00", HttpStatusCode.OK)]
    [InlineData("/gop-y?nam=2020&don-vi=%3Cscript%3E", HttpStatusCode.OK)]
    public async Task WhatIsNotPublished_CannotBeRemarkedOn(string address, HttpStatusCode status)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.Open();

        using var answer = await stranger.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://localhost", HttpStatusCode.Redirect)]
    public async Task AnotherSitesForm_IsNotTaken(string header, string value, HttpStatusCode status)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.Open();
        var page = await stranger.GetPageAsync(Form);
        stranger.DefaultRequestHeaders.Add(header, value);

        using var answer = await SendAsync(stranger, page, Words);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.Redirect ? 1 : 0, await CountAsync(database));
    }

    [Fact]
    public async Task PageOfOneRemark_IsKeptNowhere_AndListedNowhere()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.Open();
        using var sent = await SendAsync(stranger, await stranger.GetPageAsync(Form), Words);

        using var own = await stranger.GetAsync(sent.Headers.Location);

        Assert.Contains("no-store", own.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("noindex", own.Header("X-Robots-Tag"));
        Assert.DoesNotContain("ETag", own.Headers.Select(header => header.Key));
    }

    [Fact]
    public async Task OneWhoWritesWithoutEnd_IsToldToWait()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.Open();
        var page = await stranger.GetPageAsync(Form);

        var refused = 0;
        for (var number = 0; number < 70; number++)
        {
            using var answer = await SendAsync(stranger, page, $"Góp ý thứ {number} của một người.");
            refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.InRange(refused, 10, 40);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(Form)).StatusCode);
    }

    /// <summary>The form of the page, sent as a browser would: to where it says, with what it holds.</summary>
    private static Task<HttpResponseMessage> SendAsync(HttpClient client, IHtmlDocument page, string text)
    {
        var form = page.QuerySelector<IHtmlFormElement>("#gui form")!;
        var fields = form.QuerySelectorAll("[name]").ToDictionary(field => field.GetAttribute("name")!, field => field switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value ?? "",
            _ => text,
        });
        return client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields));
    }

    private static async Task<Guid> UnitAsync(TestDatabase database, string code)
    {
        await using var db = database.NewContext();
        return await db.Units.Where(unit => unit.Code == code).Select(unit => unit.Id).SingleAsync();
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await db.PublicRemarks.CountAsync(remark => remark.State == RemarkState.Received);
    }
}
