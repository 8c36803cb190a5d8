using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Workspace;

/// <summary>A province on its first day is led from page to page.</summary>
public sealed class FirstDayTests
{
    [Fact]
    public async Task EmptyProvince_IsLedFromTheFrontPageToTheFirstStep()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.Open();
        using var administrator = await SignedIn.AsAsync(app, StaffRoles.Administrator);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var front = await (await stranger.GetAsync("/")).ReadPageAsync();
        var desk = await administrator.OpenAsync("/lam-viec");
        var steps = await administrator.OpenAsync("/lam-viec/bat-dau");
        var units = await coordinator.OpenAsync("/lam-viec/don-vi");

        Assert.Contains("create-admin", front.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.NotNull(front.QuerySelector("main a[href='/lam-viec/bat-dau']"));
        Assert.NotNull(desk.QuerySelector("#buoc-tiep a[href='/lam-viec/bat-dau']"));
        Assert.Equal(8, steps.QuerySelectorAll("#cac-buoc li").Length);
        Assert.Contains("Ba người quản trị", steps.QuerySelector("#cac-buoc [aria-current=step]").Words(), StringComparison.Ordinal);
        Assert.NotNull(steps.QuerySelector("#cac-buoc a[href='/quan-tri/tai-khoan/nhap']"));
        Assert.Null(steps.QuerySelector("#cac-buoc a[href='/lam-viec/don-vi/nhap']"));
        Assert.NotNull(units.QuerySelector("#buoc-tiep"));
        Assert.NotNull((await coordinator.OpenAsync("/lam-viec/bat-dau")).QuerySelector("#cac-buoc a[href='/lam-viec/don-vi/nhap']"));
    }

    [Fact]
    public async Task AfterTheFirstRoundOpened_NothingIsSaidOfTheFirstDay()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        Assert.Null((await coordinator.OpenAsync("/lam-viec")).QuerySelector("#buoc-tiep"));
        Assert.Contains("đã xong", (await coordinator.OpenAsync("/lam-viec/bat-dau")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }
}
