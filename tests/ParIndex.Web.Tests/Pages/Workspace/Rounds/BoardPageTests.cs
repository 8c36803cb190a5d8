using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Rounds;

/// <summary>What the boards of a round show beside their figures, and that each goes out as a workbook.</summary>
public sealed class BoardPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Progress_SaysWhenEachUnitWasRemindedLast_AndFindsUnitsByTheirNames(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal, world.Test.Office);
        await using var app = new TestApp(database) { Jobs = false };
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);

        var before = await coordinator.OpenAsync(world.Test.Address + "/tien-do");
        using var sent = await coordinator.PostAsync(world.Test.Address + "/nhac-viec", [new("Input.Kind", "SelfScoring"), new("Input.Words", "")], "#nhac");
        var after = await coordinator.OpenAsync(world.Test.Address + "/tien-do?tim=phong+ubnd");
        var all = await coordinator.OpenAsync(world.Test.Address + "/tien-do");

        Assert.All(before.QuerySelectorAll(".board .reminded"), cell => Assert.Equal("–", cell.TextContent.Trim()));
        Assert.Equal(["Văn phòng UBND tỉnh"], after.QuerySelectorAll(".board tbody th[scope=row] a").Select(unit => unit.TextContent));
        Assert.Equal("–", Reminded(all, "Văn phòng UBND tỉnh"));
        Assert.Matches("[0-9]{2}[:][0-9]{2}", Reminded(all, "Sở Tư pháp"));
    }

    [Theory]
    [InlineData("/sua-sau-khoa.xlsx")]
    [InlineData("/sua-sau-khoa-don-vi.xlsx")]
    [InlineData("/y-kien.xlsx")]
    [InlineData("/ket-qua.xlsx")]
    [InlineData("/phan-cong.xlsx")]
    [InlineData("/tien-do.xlsx")]
    public async Task Board_GoesOutAsAWorkbook(string address)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        await using var app = new TestApp(database) { Jobs = false };
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);

        using var file = await coordinator.GetAsync(world.Test.Address + address);
        using var zip = new ZipArchive(await file.Content.ReadAsStreamAsync());

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.NotNull(zip.GetEntry("xl/worksheets/sheet2.xml"));
    }

    private static string Reminded(IDocument page, string unit) =>
        page.QuerySelectorAll(".board tbody tr").Single(row => row.QuerySelector("th[scope=row] a")?.TextContent == unit).QuerySelector(".reminded")!.TextContent.Trim();
}
