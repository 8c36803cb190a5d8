using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security;

namespace ParIndex.Web.Tests.Pages.Workspace.Scorecards;

/// <summary>One field or criterion across the units of an appraiser: what is shown, saved without script, accepted at once, and asked.</summary>
public sealed class MatrixPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Get_OfAField_ShowsItsUnitsAndOfTheOwnNothing(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, desk.World.Test.HomeAffairs, appraised: false);

        var page = await desk.Appraiser.OpenAsync(desk.Address("1"));

        Assert.Equal(3, page.QuerySelectorAll("#u-so-tu-phap td[data-k]").Length);
        Assert.Contains("20,00", page.QuerySelector("[id='o-so-tu-phap:1.1']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa nộp", page.QuerySelector("#u-van-phong-ubnd-tinh .locked")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("quá hạn", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var own = page.QuerySelector("#u-so-noi-vu")!;
        Assert.Contains("Phạm Thị Dung", own.TextContent, StringComparison.Ordinal);
        Assert.Empty(own.QuerySelectorAll("input, td:not(.locked)"));
        Assert.All(page.QuerySelectorAll<IHtmlInputElement>("table input:not([type=hidden])"), input => Assert.All(input.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_OfCellsOfTwoUnits_SavesThoseTouchedAsOneAct(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, desk.World.Test.Office, appraised: false);

        using var answer = await desk.Appraiser.PostAsync(desk.Address("1"), [new("p-so-tu-phap:1.1", "19,5"), new("p-van-phong-ubnd-tinh:1.2", "17.25")], "#phieu");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(19.5m, await desk.PointsAsync("1.1"));
        Assert.Null(await desk.PointsAsync("1.2"));
        Assert.Equal(17.25m, (await desk.World.ReadAsync(desk.World.Test.Office)).Card.Cell(ScoreStage.FirstAppraisal, desk.World.Test.Leaf("1.2").Id)!.Points);
        Assert.Contains("Đã lưu 02 ô.", (await desk.Appraiser.OpenAsync(desk.Address("1"))).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfWhatIsWrong_KeepsItAndSavesTheRest()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);

        using var answer = await desk.Appraiser.PostAsync(desk.Address("1"), [new("p-so-tu-phap:1.1", "20,001"), new("p-so-tu-phap:1.2", "17")], "#phieu");
        var page = await SignedIn.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("20,001", page.QuerySelector<IHtmlInputElement>("[name='p-so-tu-phap:1.1']")!.Value);
        Assert.NotNull(page.QuerySelector(".errors a[href='#p-so-tu-phap:1_1']"));
        Assert.NotNull(page.GetElementById("p-so-tu-phap:1_1"));
        Assert.Equal(17, await desk.PointsAsync("1.2"));
    }

    [Fact]
    public async Task Post_OverACellSomebodyElseChanged_LosesNeither()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        var token = (await desk.Appraiser.OpenAsync(desk.Address("1"))).QuerySelector<IHtmlInputElement>("[name='v-so-tu-phap:1.1']")!.Value;
        await desk.World.WriteAsync(ScoreStage.FirstAppraisal, "1.1", new() { Points = 12 }, "appraiser");

        using var answer = await desk.Appraiser.PostAsync(desk.Address("1"), [new("v-so-tu-phap:1.1", token), new("p-so-tu-phap:1.1", "15")], "#phieu");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(12, await desk.PointsAsync("1.1"));
        Assert.Contains("người khác vừa thay đổi", (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Accept_OfAllThatRemains_LeavesOutWhatLacksProofOrWasAsked_AndSaysSoBefore(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await desk.ProveAsync("1.1", "1.2");
        await desk.AskAsync("1.2");

        var shown = await desk.Appraiser.OpenAsync(desk.Address("1") + "?nhan=con-lai");
        using var answer = await desk.Appraiser.PostAsync(desk.Address("1") + "?nhan=con-lai", [], "#nhan form");

        var words = shown.QuerySelector("#nhan")!.TextContent;
        Assert.Contains("01 ô của 01 đơn vị nhận đúng điểm tự chấm, cộng 20,00 điểm", words, StringComparison.Ordinal);
        Assert.Contains("1.2: đã hỏi, chờ giải trình; 1.3: thiếu tài liệu kiểm chứng", words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((20, null, null), (await desk.PointsAsync("1.1"), await desk.PointsAsync("1.2"), await desk.PointsAsync("1.3")));
    }

    [Fact]
    public async Task Accept_AfterSomethingChanged_AcceptsNothing()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await desk.ProveAsync("1.1", "1.2");
        var stamp = (await desk.Appraiser.OpenAsync(desk.Address("1") + "?nhan=con-lai")).QuerySelector<IHtmlInputElement>("[name=stamp]")!.Value;
        await desk.World.WriteAsync(ScoreStage.FirstAppraisal, "1.1", new() { Points = 12 }, "appraiser");

        using var answer = await desk.Appraiser.PostAsync(desk.Address("1") + "?nhan=con-lai", [new("stamp", stamp)], "#nhan form");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null(await desk.PointsAsync("1.2"));
        Assert.Contains("01 ô của 01 đơn vị", (await SignedIn.ReadAsync(answer)).QuerySelector("#nhan")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithATextUsedBefore_IsAskedAndMarkedInTheRow()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await desk.AskAsync("1.2");
        var open = desk.Address("1") + "?o=so-tu-phap:1.1";

        var before = await desk.Appraiser.OpenAsync(open);
        using var answer = await desk.Appraiser.PostAsync(open, [new("Input.Used", Desk.Question), new("Input.Text", "")], "#hoi");

        Assert.Equal([Desk.Question], before.QuerySelectorAll<IHtmlInputElement>("#hoi [name='Input.Used']").Select(text => text.Value));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Desk.Question, (await desk.World.ReadAsync()).ExplanationOf(desk.World.Test.Leaf("1.1"))!.Reason);
        var page = await desk.Appraiser.OpenAsync(desk.Address("1"));
        Assert.Contains("đã hỏi 2", page.QuerySelector("#n-so-tu-phap")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã hỏi", page.QuerySelector("[id='o-so-tu-phap:1.1'] .tag")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithoutAWord_IsRefusedBesideItsField()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);

        using var answer = await desk.Appraiser.PostAsync(desk.Address("1") + "?o=so-tu-phap:1.1", [new("Input.Text", " ")], "#hoi");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await SignedIn.ReadAsync(answer)).QuerySelector(".errors a[href='#Input_Text']"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Get_OfASecondAppraisal_KeepsItApartFromTheFirst(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        await desk.World.BringAsync(ScorecardState.SecondAppraisal);

        var page = await desk.Appraiser.OpenAsync(desk.Address("1.1"));

        var row = page.QuerySelector("#u-so-tu-phap")!;
        Assert.Equal(["20,00", "10,00"], row.QuerySelectorAll("td.c:not(.in)").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("", row.QuerySelector<IHtmlInputElement>("[name='p-so-tu-phap:1.1']")!.Value);
        Assert.Equal("secondAppraisal", row.QuerySelector("td.in")!.GetAttribute("data-stage"));
        Assert.Null(page.QuerySelector("#u-so-tu-phap.waiting"));
    }

    [Fact]
    public async Task Get_OfAHalfScoredUnit_HasACountAndNoSum()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await desk.World.WriteAsync(ScoreStage.FirstAppraisal, "1.1", new() { Points = 12 }, "appraiser");

        var half = (await desk.Appraiser.OpenAsync(desk.Address("1"))).QuerySelector("#u-so-tu-phap [data-total]")!.TextContent;
        await desk.World.WriteAsync(ScoreStage.FirstAppraisal, "1.2", new() { Points = 18 }, "appraiser");
        await desk.World.WriteAsync(ScoreStage.FirstAppraisal, "1.3", new() { Points = 2 }, "appraiser");
        var whole = (await desk.Appraiser.OpenAsync(desk.Address("1"))).QuerySelector("#u-so-tu-phap [data-total]")!.TextContent;

        Assert.Equal(("1/3", "32,00"), (half, whole));
    }

    [Fact]
    public async Task Get_OfASurveyOrAFieldOfOthers_IsNotThere()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.World.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        using var idle = await SignedIn.OfAsync(desk.App, desk.World["appraiser without assignment"]);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.Appraiser.GetAsync(desk.Address("8"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Appraiser.GetAsync(desk.Address("99"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await idle.GetAsync(desk.Address("1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await idle.GetAsync(desk.Address("1") + ".xlsx")).StatusCode);
    }

    private sealed class Desk : IAsyncDisposable
    {
        public const string Question = "Đề nghị gửi kế hoạch đã ký";

        private readonly TestDatabase _database;

        private Desk(TestDatabase database, ScorecardWorld world, TestApp app, SignedIn appraiser) => (_database, World, App, Appraiser) = (database, world, app, appraiser);

        public ScorecardWorld World { get; }

        public TestApp App { get; }

        /// <summary>Of Sở Nội vụ, assigned to everything.</summary>
        public SignedIn Appraiser { get; }

        public static async Task<Desk> OpenAsync(DatabaseKind kind)
        {
            var database = await TestDatabase.CreateAsync(kind);
            var world = await ScorecardWorld.CreateAsync(database);
            var app = new TestApp(database) { Jobs = false };
            return new(database, world, app, await SignedIn.OfAsync(app, world["appraiser"]));
        }

        public string Address(string code) => $"/lam-viec/tham-dinh/{World.Test.Round.Id}/so-nganh/{code}";

        public async Task<decimal?> PointsAsync(string code) => (await World.ReadAsync()).Card.Cell(ScoreStage.FirstAppraisal, World.Test.Leaf(code).Id)!.Points;

        public async Task ProveAsync(params string[] codes)
        {
            await using var db = _database.NewContext();
            var id = await World.IdAsync(World.Test.Justice);
            var card = await db.Scorecards.SingleAsync(known => known.Id == id);
            var document = new EvidenceDocument(World.Test.Justice.Id, "Báo cáo số 12", World["officer"].Id, DateTime.UtcNow);
            db.Add(document);
            foreach (var leaf in codes.Select(World.Test.Leaf))
            {
                db.Add(new EvidenceLink(card, leaf, document, "Trang 2", World["officer"].Id, DateTime.UtcNow));
            }

            await db.SetUpAsync();
        }

        public async Task AskAsync(string code)
        {
            await using var db = _database.NewContext();
            var id = await World.IdAsync(World.Test.Justice);
            db.Add(Explanation.Ask(await db.Scorecards.SingleAsync(known => known.Id == id), World.Test.Leaf(code), Question, World["appraiser"].Id, DateTime.UtcNow));
            await db.SetUpAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Appraiser.Dispose();
            await App.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
