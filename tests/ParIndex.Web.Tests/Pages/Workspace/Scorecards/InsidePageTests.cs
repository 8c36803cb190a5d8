using System.Net;
using AngleSharp.Dom;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Scorecards;

/// <summary>The pages of what goes on inside Sở Tư pháp, which has a head and whose officer answers for the first field.</summary>
public sealed class InsidePageTests
{
    private const string Note = "Số liệu quý IV còn thiếu phụ lục";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sheet_ShowsTheOwnPartFirst_AndTheWholeOnAsking(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, _) = await CreateAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.OfAsync(app, world["officer"]);
        var address = await AddressAsync(world);

        var own = await officer.OpenAsync(address);
        var whole = await officer.OpenAsync(address + "?loc=tat-ca");

        Assert.Equal(["1.1", "1.2", "1.3"], Rows(own));
        Assert.Equal(["1.1", "1.2", "1.3", "2.1", "2.2", "8.1", "8.2"], Rows(whole));
        Assert.Equal("Phần của tôi 3", own.QuerySelector(".chips .chip")!.TextContent.Trim());
        Assert.EndsWith("?loc=tat-ca", own.QuerySelectorAll(".chips .chip").Single(chip => chip.TextContent.StartsWith("Tất cả", StringComparison.Ordinal)).GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Chấm điểm (phần của tôi 0/3)", own.QuerySelector(".tabs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(own.QuerySelectorAll(".tabs a"), link => link.GetAttribute("href") == address + "/trong-don-vi");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sheet_OfWhoAnswersForNothing_IsAsBefore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, _) = await CreateAsync(database);
        await using var app = new TestApp(database);
        using var other = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);

        var page = await other.OpenAsync(await AddressAsync(world));

        Assert.Equal(["1.1", "1.2", "1.3", "2.1", "2.2", "8.1", "8.2"], Rows(page));
        Assert.StartsWith("Tất cả", page.QuerySelector(".chips .chip")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoReadsEverySheet_OrWorksNextDoor_FindsNothingInside(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, _) = await CreateAsync(database);
        await using var app = new TestApp(database);
        var (address, leaf) = (await AddressAsync(world), world.Test.Leaf("1.1").Id);
        // Coordinates and scores for another unit: reads every scorecard, and is inside none but the own.
        using var both = await SignedIn.AsAsync(app, StaffRoles.Coordinator | StaffRoles.UnitOfficer, world.Test.Office.Id);
        using var neighbour = await SignedIn.AsAsync(app, StaffRoles.UnitHead, world.Test.Office.Id);
        using var colleague = await SignedIn.AsAsync(app, StaffRoles.Appraiser, world.Test.Justice.Id);

        foreach (var person in new[] { both, neighbour })
        {
            foreach (var inside in new[] { $"{address}/trong-don-vi", $"{address}/tieu-chi/{leaf}/noi-bo", $"/lam-viec/ban-giao/{world["officer"].Id}" })
            {
                using var answer = await person.GetAsync(inside);
                Assert.Equal((HttpStatusCode.NotFound, inside), (answer.StatusCode, inside));
            }
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync($"{address}/trong-don-vi")).StatusCode);
        foreach (var page in new[] { $"{address}/tieu-chi/{leaf}", $"{address}/tieu-chi/{leaf}/ben-canh", address })
        {
            var shown = await both.OpenAsync(page);
            Assert.DoesNotContain(Note, shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("Trong đơn vị", shown.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(shown.QuerySelectorAll(".inner"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Talk_StandsInPanelAndLeaf_MarkedAsTheUnitsOwn_AndKeepsWhatWasWrong(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, _) = await CreateAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.OfAsync(app, world["officer"]);
        var leaf = $"{await AddressAsync(world)}/tieu-chi/{world.Test.Leaf("1.1").Id}";

        foreach (var page in new[] { leaf, leaf + "/ben-canh", leaf + "/noi-bo" })
        {
            var inner = (await officer.OpenAsync(page)).QuerySelector(".inner")!;
            Assert.Contains("Chỉ người của đơn vị xem được", inner.TextContent, StringComparison.Ordinal);
            Assert.Contains(Note, inner.TextContent, StringComparison.Ordinal);
        }

        var tooLong = await officer.PostAsync(leaf + "/noi-bo", [new("Text", new string('a', InnerNote.MostText + 1))], "#noi-bo form");
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Equal(InnerNote.MostText + 1, (await SignedIn.ReadAsync(tooLong)).QuerySelector("textarea[name=Text]")!.TextContent.Trim().Length);
        var said = await officer.PostAsync(leaf + "/noi-bo", [new("Text", "Đã bổ sung")], "#noi-bo form");
        Assert.Equal((HttpStatusCode.Redirect, leaf + "#noi-bo"), (said.StatusCode, said.Headers.Location?.OriginalString));
        Assert.Equal(2, (await officer.OpenAsync(leaf)).QuerySelectorAll("#noi-bo .exchange").Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Submit_WaitsForTheHead_AndNamesThemWhenApproved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, head) = await CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.OfAsync(app, world["officer"]);
        using var chief = await SignedIn.OfAsync(app, head);
        var address = await AddressAsync(world);

        var before = await officer.OpenAsync(address + "/nop");
        Assert.Null(before.QuerySelector("#nop"));
        Assert.Contains("Thủ trưởng đơn vị chưa phê duyệt phiếu", before.QuerySelector("#cho-phe-duyet")!.TextContent, StringComparison.Ordinal);

        var seal = (await chief.OpenAsync(address + "/trong-don-vi")).QuerySelector("#phe-duyet input[name='Input.Seal']")!.GetAttribute("value")!;
        await world.WriteAsync(ScoreStage.SelfScore, "2.1", new() { Points = 1 }, "officer");
        var stale = await chief.PostAsync(address + "/trong-don-vi", [new("Input.Seal", seal)], "#phe-duyet form");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await chief.PostAsync(address + "/trong-don-vi", [], "#phe-duyet form")).StatusCode);
        var after = await officer.OpenAsync(address + "/nop");
        Assert.Equal(("Phạm Văn Trưởng", "Giám đốc"), (after.QuerySelector("#Input_HeadName")!.GetAttribute("value"), after.QuerySelector("#Input_HeadPost")!.GetAttribute("value")));
        Assert.NotNull((await officer.OpenAsync(address)).QuerySelector("#da-phe-duyet"));

        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.WriteAsync(ScoreStage.SelfScore, "2.1", new() { Points = 2 }, "officer");
        Assert.Contains("không còn hiệu lực", (await officer.OpenAsync(address + "/nop")).QuerySelector("#cho-phe-duyet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(tiêu chí 2.1)", (await chief.OpenAsync(address + "/trong-don-vi")).QuerySelector("#phe-duyet .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Return_WithoutARemark_KeepsTheFieldChosen_AndAnOfficerHasNoSuchForm(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, head) = await CreateAsync(database);
        await using var app = new TestApp(database);
        using var chief = await SignedIn.OfAsync(app, head);
        using var officer = await SignedIn.OfAsync(app, world["officer"]);
        var (inside, field) = (await AddressAsync(world) + "/trong-don-vi", world.Test.Set.Criteria.Single(node => node.Code == "1").Id);

        var blank = await chief.PostAsync(inside, [new("Input.Field", $"{field}"), new("Input.Remark", " ")], "#tra-lai");

        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        var page = await SignedIn.ReadAsync(blank);
        Assert.Equal($"{field}", page.QuerySelector("#tra-lai option[selected]")!.GetAttribute("value"));
        Assert.Contains("Ghi ý kiến", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        var own = await officer.OpenAsync(inside);
        Assert.Null(own.QuerySelector("#tra-lai"));
        Assert.Null(own.QuerySelector("#phan-cong"));
        Assert.NotNull(own.QuerySelector("#phan-cua-toi"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Administrator_IsToldWhatIsOpen_BeforeTheAccountIsSwitchedOff(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, _) = await CreateAsync(database);
        await using var app = new TestApp(database);
        using var administrator = await SignedIn.OfAsync(app, world["administrator"]);

        foreach (var page in new[] { $"/quan-tri/tai-khoan/{world["officer"].Id}", $"/quan-tri/tai-khoan/{world["officer"].Id}/sua" })
        {
            Assert.Contains("01 lĩnh vực đang phụ trách, 03 tiêu chí chưa tự chấm", (await administrator.OpenAsync(page)).QuerySelector("#phan-viec")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Null((await administrator.OpenAsync($"/quan-tri/tai-khoan/{world["officer elsewhere"].Id}")).QuerySelector("#phan-viec"));
    }

    private static async Task<(ScorecardWorld World, StaffAccount Head)> CreateAsync(TestDatabase database)
    {
        StaffAccount? head = null;
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            head = new("TT01", "Phạm Văn Trưởng", StaffRoles.UnitHead, round.Justice.Id) { Post = "Giám đốc" };
            db.Add(head);
        });
        var field = world.Test.Set.Criteria.Single(node => node.Code == "1").Id;
        await using var db = database.NewContext();
        await new UnitWork(db, new ScorecardReader(db), world.Clock).ShareAsync(await world.IdAsync(world.Test.Justice), "", new Dictionary<Guid, Guid?> { [field] = world["officer"].Id }, head!);
        db.ChangeTracker.Clear();
        await new InnerTalk(db, new ScorecardReader(db), world.Clock).SayAsync(await world.IdAsync(world.Test.Justice), world.Test.Leaf("1.1").Id, Note, world["officer"]);
        return (world, head!);
    }

    private static async Task<string> AddressAsync(ScorecardWorld world) => $"/lam-viec/phieu-cham-diem/{await world.IdAsync(world.Test.Justice)}";

    private static IEnumerable<string> Rows(IParentNode page) => page.QuerySelectorAll(".sheet tr[id^='t-']").Select(row => row.Id![2..]);
}
