using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static ParIndex.Web.Tests.Pages.Workspace.CriteriaSets.CriteriaPages;

namespace ParIndex.Web.Tests.Pages.Workspace.CriteriaSets;

/// <summary>Sets as a whole: made, copied, compared, read, deleted.</summary>
public sealed class CriteriaSetPageTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sample_IsMadeMarkedCopiedAndCompared(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var made = await coordinator.PostAsync(Home + "/tao", Fields(("Form.Year", "2025"), ("Form.Group", "so-nganh"), ("From", "mau")));
        var sample = Assert.Single(await SetsAsync(database));
        Assert.Contains("Bộ tiêu chí mẫu.", (await coordinator.OpenAsync(made.Headers.Location!.OriginalString)).QuerySelector(".notice:not([role])")!.TextContent, StringComparison.Ordinal);
        var copied = await coordinator.PostAsync(Home + "/tao", Fields(("Form.Year", "2026"), ("Form.Group", "so-nganh"), ("From", sample.Id.ToString())));
        var compare = copied.Headers.Location!.OriginalString + "/so-sanh";
        var page = await coordinator.OpenAsync(compare);
        Assert.Contains("141 giữ nguyên", page.Body!.TextContent, StringComparison.Ordinal);

        var leaf = Array.FindIndex([.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)], text => text.StartsWith("1.1.1.", StringComparison.Ordinal));
        var decided = await coordinator.PostAsync(compare, Fields(($"Decisions[{leaf}].EarlierCode", "")));

        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var after = (await coordinator.OpenAsync(compare)).Body!.TextContent;
        Assert.Contains("140 giữ nguyên", after, StringComparison.Ordinal);
        Assert.Contains("01 mới", after, StringComparison.Ordinal);
        Assert.Contains("01 bỏ", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithAnUnknownCode_Is400AndKeepsIt()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        await AddAsync(database, Small(2025));
        var later = await AddAsync(database, Small(2026));

        var answer = await coordinator.PostAsync($"{Home}/{later.Id}/so-sanh", Fields(("Decisions[0].EarlierCode", "9.9")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("9.9", (await SignedIn.ReadAsync(answer)).QuerySelector<IHtmlInputElement>("input[name='Decisions[0].EarlierCode']")!.Value);
    }

    [Fact]
    public async Task Auditor_ReadsAndChangesNothing()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor);
        await AddAsync(database, Small(2025));
        var set = await AddAsync(database, Small(2026));

        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync($"{Home}/{set.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync($"{Home}/{set.Id}.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"{Home}/{set.Id}/sua")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync($"{Home}/{set.Id}/so-sanh", [])).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Details_AreSaved_AndTheSetDeleted(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));

        var wrong = await coordinator.PostAsync($"{Home}/{set.Id}/sua", Fields(("Form.DecisionDate", "hôm qua")), "#sua");
        var saved = await coordinator.PostAsync($"{Home}/{set.Id}/sua", Fields(("Form.DecisionNumber", "15/QĐ-UBND"), ("Form.DecisionDate", "15/11/2026")), "#sua");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (wrong.StatusCode, saved.StatusCode));
        Assert.Equal(new DateOnly(2026, 11, 15), Assert.Single(await SetsAsync(database)).DecisionDate);
        await coordinator.PostAsync($"{Home}/{set.Id}/sua", [], "#xoa");
        Assert.Empty(await SetsAsync(database));
    }
}
