using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Scorecards;

/// <summary>Submission, explanation, moves, surveys and their reports with real forms: what is kept, what is refused, who may.</summary>
public sealed class ScorecardPartsTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"u8];

    private static string Today => DateTime.UtcNow.AddHours(7).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Scorecard_GoesFromSubmissionToAgreement_ByForms(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);
        using var appraiser = await AppraiserAsync(app, database, world);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.Office.Id);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember, world.Test.Office.Id);
        var address = await AddressAsync(world);

        var submitted = await SubmitAsync(officer, address, Today, Pdf);
        Assert.Equal((HttpStatusCode.Redirect, address + "/qua-trinh"), (submitted.StatusCode, submitted.Headers.Location?.ToString()));
        await FillAsync(database, world, ScoreStage.FirstAppraisal, world["appraiser"].Id, 0.5m);

        var asked = await appraiser.PostAsync(address + "/giai-trinh", Said(world, "1.1", ("Text", "Vì sao đạt điểm tối đa?")), "#loi-giai-trinh");
        Assert.Equal((HttpStatusCode.Redirect, address + "/giai-trinh#tc-1-1"), (asked.StatusCode, asked.Headers.Location?.ToString()));
        Assert.DoesNotContain("Vì sao đạt", (await officer.OpenAsync(address + "/giai-trinh")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await appraiser.PostAsync(address + "/qua-trinh", Fields(("Input.Act", "EndFirstAppraisal")), "#chuyen")).StatusCode);

        var blank = await officer.PostAsync(address + "/giai-trinh", Said(world, "1.1", ("Text", "Đã hoàn thành")), "#loi-giai-trinh");
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Equal("Đã hoàn thành", (await SignedIn.ReadAsync(blank)).QuerySelector("textarea[aria-invalid=true]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostAsync(address + "/giai-trinh", Said(world, "1.1", ("Text", "Đã hoàn thành"), ("Keeps", "true")), "#loi-giai-trinh")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostAsync(address + "/qua-trinh", Fields(("Input.Act", "EndExplanation")), "#chuyen")).StatusCode);

        Assert.Contains("còn 02 tiêu chí chưa có điểm (8.1, 8.2)", (await council.OpenAsync(address + "/qua-trinh")).Body!.TextContent, StringComparison.Ordinal);
        await FillAsync(database, world, ScoreStage.Survey, world["coordinator"].Id, 0.5m);
        Assert.Equal(HttpStatusCode.Redirect, (await council.PostAsync(address + "/qua-trinh", Fields(("Input.Act", "Agree")), "#chuyen")).StatusCode);
        Assert.Equal(ScorecardState.Agreed, (await world.ReadAsync()).Card.State);

        var noReason = await coordinator.PostAsync(address + "/qua-trinh", Fields(("Input.Act", "Reopen")), "#chuyen");
        Assert.Equal(HttpStatusCode.BadRequest, noReason.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.PostAsync(address + "/qua-trinh", Fields(("Input.Act", "Reopen"), ("Input.Reason", "Nhầm số liệu")), "#chuyen")).StatusCode);
        Assert.Contains("Nhầm số liệu", (await officer.OpenAsync(address + "/qua-trinh")).Body!.TextContent, StringComparison.Ordinal);
        using var second = await SignedIn.AsAsync(app, StaffRoles.CouncilMember, world.Test.HomeAffairs.Id);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostAsync("/lam-viec/de-nghi", Fields(("decision", "dong-y")))).StatusCode);
        Assert.Equal(ScorecardState.SecondAppraisal, (await world.ReadAsync()).Card.State);
    }

    [Fact]
    public async Task Submit_WithAWrongDay_Answers400_AndDoesNotAskForTheReportAgain()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);
        var address = await AddressAsync(world);

        var wrong = await SubmitAsync(officer, address, "31/2/2026", Pdf);

        var page = await SignedIn.ReadAsync(wrong);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(("31/2/2026", "Nguyễn Văn Giám"), (page.QuerySelector("#Input_SignedOn")!.GetAttribute("value"), page.QuerySelector("#Input_HeadName")!.GetAttribute("value")));
        Assert.Contains("Đã nhận “bao-cao.pdf”", page.QuerySelector("#bao-cao-goi-y")!.TextContent, StringComparison.Ordinal);
        var report = page.QuerySelector("#Input_ReportId")!.GetAttribute("value")!;

        var again = await officer.PostAsync(address + "/nop", Fields(("Input.HeadName", "Nguyễn Văn Giám"), ("Input.HeadPost", "Giám đốc"), ("Input.SignedOn", Today), ("Input.NotSecret", "true"), ("Input.ReportId", report)), "#nop");

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(report, Assert.Single((await world.ReadAsync()).Card.Submissions).ReportFileId.ToString());

        // What was signed is there for those who read the scorecard, and for nobody else.
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember, world.Test.Office.Id);
        using var elsewhere = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Office.Id);
        var paper = (await council.OpenAsync(address + "/nop")).QuerySelector("a[href*='/bao-cao/']")!.GetAttribute("href")!;
        Assert.Equal(Pdf, await (await council.GetAsync(paper)).Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(paper)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await council.GetAsync($"{address}/bao-cao/{Guid.NewGuid()}")).StatusCode);
    }

    [Theory]
    [InlineData("not a pdf")]
    [InlineData("tomorrow")]
    [InlineData("secret")]
    public async Task Submit_WithSomethingWrong_Answers400_AndSubmitsNothing(string what)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);
        var day = what == "tomorrow" ? DateTime.UtcNow.AddHours(7).AddDays(1).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture) : Today;

        var answer = await SubmitAsync(officer, await AddressAsync(world), day, what == "not a pdf" ? Encoding.UTF8.GetBytes("<html>") : Pdf, notSecret: what != "secret");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await world.ReadAsync()).Card.Submissions);
    }

    [Fact]
    public async Task Submit_OfAnIncompleteSheet_ShowsTheListWithLinks_AndIsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);
        var address = await AddressAsync(world);

        var page = await officer.OpenAsync(address + "/nop");
        Assert.Equal(5, page.QuerySelectorAll("#danh-muc .findings li a").Length);
        Assert.EndsWith($"/tieu-chi/{world.Test.Leaf("1.1").Id}", page.QuerySelector("#danh-muc .findings a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#nop"));
        await world.BringAsync(ScorecardState.SelfScoring);
        var stale = await officer.OpenAsync(address + "/nop");
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", CellAnswer.Blank, "officer");

        var answer = await SubmitAsync(officer, address, Today, Pdf, from: stale);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(ScorecardState.SelfScoring, (await world.ReadAsync()).Card.State);
    }

    [Theory]
    [InlineData("officer elsewhere", StaffRoles.UnitOfficer, HttpStatusCode.NotFound)]
    [InlineData("appraiser without assignment", StaffRoles.Appraiser, HttpStatusCode.NotFound)]
    [InlineData("publisher", StaffRoles.Publisher, HttpStatusCode.Forbidden)]
    [InlineData("administrator", StaffRoles.Administrator, HttpStatusCode.Forbidden)]
    [InlineData("auditor", StaffRoles.Auditor, HttpStatusCode.OK)]
    [InlineData("council", StaffRoles.CouncilMember, HttpStatusCode.OK)]
    public async Task Parts_AreNotThereForOthers(string who, StaffRoles roles, HttpStatusCode expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, roles, world.Test.Office.Id);
        var address = await AddressAsync(world);

        foreach (var part in new[] { "/nop", "/bao-cao", "/giai-trinh", "/qua-trinh" })
        {
            Assert.Equal((who, part, expected), (who, part, (await person.GetAsync(address + part)).StatusCode));
        }
    }

    [Fact]
    public async Task Report_IsTheOfficialForm_WithSumsByField()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) => round.Of(round.Justice).Exempt(round.Leaf("1.3"), "Không có đơn vị sự nghiệp", "QĐ 1", round.Coordinator.Id, DateTime.UtcNow));
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new CellAnswer { Points = 19.25m, Note = "Kế hoạch ban hành chậm" }, "officer");
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);

        var report = (await officer.OpenAsync(await AddressAsync(world) + "/bao-cao")).QuerySelector(".report")!;

        Assert.Contains("Độc lập - Tự do - Hạnh phúc", report.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thủ trưởng đơn vị", report.QuerySelector(".signature")!.TextContent, StringComparison.Ordinal);
        var fields = report.QuerySelectorAll("tr.sub").Select(row => string.Join('|', row.QuerySelectorAll(".num").Select(cell => cell.TextContent.Trim())));
        Assert.Equal(["38|37,25", "30|30,00"], fields);
        Assert.Contains("Không áp dụng: Không có đơn vị sự nghiệp", report.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch ban hành chậm", report.TextContent, StringComparison.Ordinal);
        Assert.Contains("68,62%", report.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Survey_IsTypedWithFigures_AndLoadedFromTheTemplate(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SurveyWorldAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        var address = world.Test.Address + "/khao-sat";

        var wrong = await coordinator.PostAsync(address, Fields(("Rows[0].Points", "28,5"), ("Rows[1].Achieved", "270"), ("Rows[1].Required", "300")), "#diem-dieu-tra");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await SignedIn.ReadAsync(wrong);
        Assert.Equal(("28,5", "270"), (page.QuerySelector("#Rows_0__Points")!.GetAttribute("value"), page.QuerySelector("#Rows_1__Achieved")!.GetAttribute("value")));
        Assert.Equal("#Rows_0__Points", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.PostAsync(address, Fields(("Rows[0].Achieved", "270"), ("Rows[0].Required", "300"), ("Rows[0].SampleSize", "300"), ("Rows[0].Spread", "0,35")), "#diem-dieu-tra")).StatusCode);
        Assert.Equal(25.2m, (await world.ReadAsync()).Card.Cell(ScoreStage.Survey, world.Test.Leaf("8.1").Id)!.Points);
        Assert.Equal(2, (await coordinator.OpenAsync(address)).QuerySelectorAll(".survey tbody input[name$='.Points']").Length);

        var file = await (await coordinator.GetAsync(address + "/so-nganh.xlsx")).Content.ReadAsByteArrayAsync();
        var unchanged = await SignedIn.ReadAsync(await coordinator.UploadAsync(address + "/nhap?khoi=so-nganh", "diem.xlsx", file, [], "Workbook"));
        Assert.Contains("00 thay đổi, 06 không đổi", unchanged.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(unchanged.QuerySelector("#nhan"));

        var filled = new Workbook().Sheet("Điểm", ["Mã đơn vị", "Mã tiêu chí", "Điểm"], ["so-tu-phap", "8.2", 1.5], ["van-phong-ubnd-tinh", "8.1", 20.0]).Bytes();
        var preview = await SignedIn.ReadAsync(await coordinator.UploadAsync(address + "/nhap?khoi=so-nganh", "diem.xlsx", filled, [], "Workbook"));
        Assert.Contains("02 thay đổi", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync(coordinator, preview)).StatusCode);
        Assert.Equal(1.5m, (await world.ReadAsync()).Card.Cell(ScoreStage.Survey, world.Test.Leaf("8.2").Id)!.Points);
        Assert.Equal(HttpStatusCode.Conflict, (await AcceptAsync(coordinator, preview)).StatusCode);

        var own = new Workbook().Sheet("Điểm", ["Mã đơn vị", "Mã tiêu chí", "Điểm"], ["so-noi-vu", "8.2", 1.5]).Bytes();
        var refused = await coordinator.UploadAsync(address + "/nhap?khoi=so-nganh", "diem.xlsx", own, [], "Workbook");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Sở Nội vụ", (await SignedIn.ReadAsync(refused)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRoles.UnitOfficer, HttpStatusCode.Forbidden)]
    [InlineData(StaffRoles.Publisher, HttpStatusCode.Forbidden)]
    [InlineData(StaffRoles.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(StaffRoles.CouncilMember, HttpStatusCode.OK)]
    [InlineData(StaffRoles.Coordinator, HttpStatusCode.OK)]
    [InlineData(StaffRoles.Auditor, HttpStatusCode.OK)]
    public async Task LaterEdits_AreTheCouncilsToRead(StaffRoles roles, HttpStatusCode expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 12.25m }, "appraiser");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, roles, world.Test.Office.Id);

        var answer = await person.GetAsync(world.Test.Address + "/sua-sau-khoa");

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            Assert.Contains("9 → 12,25", (await SignedIn.ReadAsync(answer)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static Task<ScorecardWorld> SurveyWorldAsync(TestDatabase database) =>
        ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Change(round.Leaf("8.1"), round.Leaf("8.1").Content with { Rule = LeafRule.Parse("điều tra") }));

    private static async Task<string> AddressAsync(ScorecardWorld world) => $"/lam-viec/phieu-cham-diem/{await world.IdAsync(world.Test.Justice)}";

    /// <summary>What the button of a leaf sends, with what is typed about it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Said(ScorecardWorld world, string code, params (string Name, string Value)[] fields) =>
        Fields([("Input.Leaf", $"{world.Test.Leaf(code).Id}"), .. fields.Select(field => ($"Input.Said[{world.Test.Leaf(code).Id}].{field.Name}", field.Value))]);

    private static async Task<SignedIn> AppraiserAsync(TestApp app, TestDatabase database, ScorecardWorld world)
    {
        var person = await SignedIn.AsAsync(app, StaffRoles.Appraiser, world.Test.HomeAffairs.Id);
        await using var db = database.NewContext();
        db.Add(new AppraiserAssignment(world.Test.Group, person.Account.Id, field: null, participant: null));
        await db.SetUpAsync();
        return person;
    }

    private static async Task FillAsync(TestDatabase database, ScorecardWorld world, ScoreStage stage, Guid by, decimal share)
    {
        var id = await world.IdAsync(world.Test.Justice);
        await using var db = database.NewContext();
        var card = await db.Scorecards.AsTracking().Include(card => card.Cells).SingleAsync(card => card.Id == id);
        foreach (var cell in card.Cells.Where(cell => cell.Stage == stage))
        {
            var leaf = world.Test.Set.Leaves.Single(known => known.Id == cell.CriterionId);
            card.Take(stage, leaf, new CellAnswer { Points = leaf.MaxScore * share, Note = stage == ScoreStage.FirstAppraisal ? "Chưa đủ tài liệu kiểm chứng" : null }, by, DateTime.UtcNow);
        }

        await db.SetUpAsync();
    }

    private static async Task<HttpResponseMessage> SubmitAsync(SignedIn officer, string address, string day, byte[] report, bool notSecret = true, IHtmlDocument? from = null)
    {
        var page = from ?? await officer.OpenAsync(address + "/nop");
        var form = page.QuerySelector<IHtmlFormElement>("#nop") ?? throw new InvalidOperationException($"No form:\n{page.Body?.TextContent}");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent(form.QuerySelector<IHtmlInputElement>("[name=version]")!.Value), "version" },
            { new StringContent("Nguyễn Văn Giám"), "Input.HeadName" },
            { new StringContent("Giám đốc"), "Input.HeadPost" },
            { new StringContent(day), "Input.SignedOn" },
            { new StringContent(notSecret ? "true" : "false"), "Input.NotSecret" },
            { new ByteArrayContent(report), "Input.Report", "bao-cao.pdf" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "/nop") { Content = content };
        return await officer.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> AcceptAsync(SignedIn person, IHtmlDocument preview)
    {
        var form = preview.QuerySelector<IHtmlFormElement>("#nhan")!;
        using var content = new FormUrlEncodedContent(form.Elements.OfType<IHtmlInputElement>().Where(input => input.Name is not null).Select(input => KeyValuePair.Create(input.Name!, input.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        return await person.SendAsync(request);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
