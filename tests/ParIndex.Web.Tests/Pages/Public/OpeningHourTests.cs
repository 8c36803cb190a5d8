using System.Net;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>Until its hour nothing of a release is in any answer, whatever the address and the format; then all of it at once.</summary>
public sealed class OpeningHourTests
{
    /// <summary>Not there before the hour, and there after it.</summary>
    private static readonly string[] Own =
    [
        "/xep-hang/2026/so-nganh", "/en/xep-hang/2026/so-nganh", "/xep-hang/2026/so-nganh.csv", "/xep-hang/2026/so-nganh.xlsx", "/xep-hang/2026/so-nganh.json", "/xep-hang/2026/so-nganh.csv?version=1",
        "/don-vi/so-tu-phap/2026", "/don-vi/so-tu-phap/2026/phieu", "/don-vi/so-tu-phap/2026.csv", "/tieu-chi/2026/so-nganh", "/tieu-chi/2026/so-nganh/1.2", "/tieu-chi/2026/so-nganh.json",
        "/cong-bo/2026", "/cong-bo/2026/1", "/cong-bo/2026/1.zip", "/cong-bo/2026/1/ban-chuan.txt", "/cong-bo/2026/1/so-lieu-dai.csv",
        "/api/v1/releases/2026", "/api/v1/releases/2026?version=1", "/api/v1/releases/2026/groups/so-nganh/results", "/api/v1/units/so-tu-phap/scorecards/2026", "/api/v1/criteria-sets/2026/so-nganh",
        "/bieu-do/phan-bo/2026/so-nganh.svg", "/bieu-do/phan-bo/2026/so-nganh.png", "/bieu-do/vi-tri/2026/so-tu-phap.svg", "/bieu-do/vi-tri/2026/so-tu-phap.png", "/bieu-do/chia-se/2026/so-tu-phap.png",
        "/cong-bo/2026/1/phu-luc.docx", "/cong-bo/2026/1/thong-bao.docx", "/cong-bo/2026/1/thong-bao-tieng-anh.docx", "/nhung/phan-bo/2026/so-nganh",
    ];

    /// <summary>There before as after, and without a word of it before the hour.</summary>
    private static readonly string[] Shared = ["/", "/en", "/cong-bo", "/feed.atom", "/sitemap.xml", "/datapackage.json", "/catalog.jsonld", "/api/v1/releases", "/api/v1/units/so-tu-phap", "/don-vi/so-tu-phap", "/don-vi/so-tu-phap.csv", "/don-vi", "/tim-kiem?q=2486", "/tim-kiem.json?q=so+tu+phap", "/du-lieu", "/phuong-phap", "/kiem-chung", "/gop-y"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NothingIsVisible_ASecondEarly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Jobs = false };
        await Security.SessionTests.ReadyAsync(app, test);
        using var publisher = await SignedIn.AsAsync(app, StaffRoles.Publisher);
        using var anybody = app.Open();
        var digest = (await test.ResultsAsync(database)).Digest!;
        var before = await AskAsync(anybody);
        var fields = new[] { ("Input.When", "hen-gio"), ("Input.Day", Tomorrow()), ("Input.Hour", "08:00"), ("Input.Year", "2026") };
        Assert.Equal(HttpStatusCode.Redirect, (await publisher.PostAsync(test.Address + "/ket-qua/cong-bo", [.. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))], "#cong-bo")).StatusCode);
        var hour = (await test.ResultsAsync(database)).Plan!.OpensAt;

        await Opening.DueAsync(app, new DateTimeOffset(hour, TimeSpan.Zero).AddSeconds(-1));
        var early = await AskAsync(anybody);
        await Opening.DueAsync(app, new DateTimeOffset(hour, TimeSpan.Zero));
        var after = await AskAsync(anybody);
        // A clock that is set back neither opens again nor takes back.
        await Opening.DueAsync(app, new DateTimeOffset(hour, TimeSpan.Zero).AddDays(-1));
        await Opening.DueAsync(app, new DateTimeOffset(hour, TimeSpan.Zero).AddSeconds(1));
        var back = await AskAsync(anybody);

        Assert.Equal(after, back);
        Assert.Equal(before, early);
        Assert.All(Own, address => Assert.True(early[address].Status == HttpStatusCode.NotFound, $"{address}: {early[address].Status}"));
        Assert.All(early, answer => Assert.False(answer.Value.Text.Contains(digest, StringComparison.Ordinal) || answer.Value.Text.Contains("2486/QĐ-UBND", StringComparison.Ordinal), answer.Key));
        Assert.All(Own, address => Assert.True(after[address].Status == HttpStatusCode.OK, $"{address}: {after[address].Status}"));
        Assert.Contains(digest, after["/api/v1/releases"].Text, StringComparison.Ordinal);
        Assert.Contains("2486/QĐ-UBND", after["/cong-bo"].Text, StringComparison.Ordinal);
    }

    private static string Tomorrow() => Domain.Numbers.DateWriter.Vietnamese(Domain.Numbers.DateWriter.VietnameseDay(DateTime.UtcNow).AddDays(1));

    private static async Task<Dictionary<string, (HttpStatusCode Status, string Text)>> AskAsync(HttpClient anybody)
    {
        var answers = new Dictionary<string, (HttpStatusCode, string)>(StringComparer.Ordinal);
        foreach (var address in Own.Concat(Shared))
        {
            using var answer = await anybody.GetAsync(address);
            // A page not found names the request.
            answers[address] = (answer.StatusCode, answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "");
        }

        return answers;
    }
}
