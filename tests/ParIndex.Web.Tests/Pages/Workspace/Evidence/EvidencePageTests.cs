using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Evidence;

/// <summary>Documents over real forms and real slices, and the boards of an open round.</summary>
public sealed class EvidencePageTests
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7\n" + new string('x', 900) + "\nstartxref\n9\n%%EOF\n");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Leaf_WithAFormAndNoScript_TakesADocument_AndGivesItAsADownload(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, card) = await OpenAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);
        using var other = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Office.Id);
        var page = $"/lam-viec/phieu-cham-diem/{card}/tieu-chi/{test.Leaf("1.1").Id}/minh-chung";

        var undeclared = await officer.UploadAsync(page, "Kế hoạch.pdf", Pdf, Fields(("Input.Title", "Kế hoạch CCHC")));
        Assert.Equal(HttpStatusCode.BadRequest, undeclared.StatusCode);
        Assert.Equal("Kế hoạch CCHC", (await SignedIn.ReadAsync(undeclared)).QuerySelector("#Input_Title")!.GetAttribute("value"));

        var html = await officer.UploadAsync(page, "Kế hoạch.pdf", Encoding.UTF8.GetBytes("<html>"), Fields(("Input.Title", "Kế hoạch CCHC"), ("Input.IsDeclared", "true")));
        Assert.Equal(HttpStatusCode.BadRequest, html.StatusCode);
        Assert.Contains("Chấp nhận tệp PDF", (await SignedIn.ReadAsync(html)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);

        var done = await officer.UploadAsync(page, "Kế hoạch.pdf", Pdf, Fields(("Input.Title", "Kế hoạch CCHC"), ("Input.IssuedOn", "1/3/2025"), ("Input.IsDeclared", "true"), ("Others", test.Leaf("1.2").Id.ToString()), ("Pages", "tr. 3")));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var shown = await officer.OpenAsync(page);
        Assert.Contains("nằm ngoài năm đánh giá", shown.Body!.TextContent, StringComparison.Ordinal);
        var link = shown.QuerySelector<IHtmlAnchorElement>("a[href$='/tep']")!.PathName;

        var file = await officer.GetAsync(link);
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).StatusCode);
        Assert.Contains("1.2", (await officer.OpenAsync("/lam-viec/tai-lieu?q=ke hoach")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ActiveDocument_IsMarkedWhereItIsListed_AndAnAlteredOneIsNotGivenOut(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, card) = await OpenAsync(database);
        var store = Directory.CreateTempSubdirectory("parindex-store-");
        await using var app = new TestApp(database).With("Evidence:Folder", store.FullName);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember, test.Office.Id);
        var leaf = $"/lam-viec/phieu-cham-diem/{card}/tieu-chi/{test.Leaf("1.1").Id}";
        var active = Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AcroForm << /Fields [] >> >>\nendobj\nstartxref\n9\n%%EOF\n");
        await officer.UploadAsync(leaf + "/minh-chung", "Kế hoạch.pdf", active, Fields(("Input.Title", "Kế hoạch CCHC"), ("Input.IsDeclared", "true")));

        foreach (var (person, page) in new[] { (officer, leaf + "/minh-chung"), (officer, leaf), (officer, "/lam-viec/tai-lieu"), (council, leaf) })
        {
            Assert.Contains("Cẩn trọng khi mở: tệp có mã lệnh chạy khi mở; có biểu mẫu để điền hoặc gửi đi", (await person.OpenAsync(page)).Body!.TextContent, StringComparison.Ordinal);
        }

        var link = (await officer.OpenAsync(leaf)).QuerySelector<IHtmlAnchorElement>("a[href$='/tep']")!.PathName;
        Assert.Equal(active, await (await council.GetAsync(link)).Content.ReadAsByteArrayAsync());
        await File.WriteAllBytesAsync(Assert.Single(Directory.GetFiles(Path.Combine(store.FullName, "files"), "*", SearchOption.AllDirectories)), Pdf);

        foreach (var person in new[] { council, officer })
        {
            var answer = await person.GetAsync(link);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            var told = await answer.Content.ReadAsStringAsync();
            Assert.Contains("không còn đúng mã kiểm tra", told, StringComparison.Ordinal);
            Assert.DoesNotContain("xxxx", told, StringComparison.Ordinal);
        }

        Assert.Contains("không còn nguyên vẹn", (await officer.OpenAsync(leaf)).Body!.TextContent, StringComparison.Ordinal);
        await using var db = database.NewContext();
        Assert.Equal(council.Account.StaffCode, (await db.AuditEvents.ToListAsync()).Single(told => told.Act.Contains("không còn nguyên vẹn", StringComparison.Ordinal)).Actor);
        store.Delete(recursive: true);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraiser_SeesDocumentsFromTheSubmissionOn_OnEveryPage(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, card) = await OpenAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);
        using var appraiser = await SignedIn.AsAsync(app, StaffRoles.Appraiser, test.Office.Id);
        await using var db = database.NewContext();
        db.Add(new AppraiserAssignment(await db.Set<RoundGroup>().SingleAsync(), appraiser.Account.Id, field: null, participant: null));
        await db.SetUpAsync();
        var sheet = $"/lam-viec/phieu-cham-diem/{card}";
        var leaf = $"{sheet}/tieu-chi/{test.Leaf("1.1").Id}";
        await officer.UploadAsync(leaf + "/minh-chung", "Kế hoạch.pdf", Pdf, Fields(("Input.Title", "Kế hoạch CANARY"), ("Input.IsDeclared", "true")));
        var link = (await officer.OpenAsync(leaf)).QuerySelector<IHtmlAnchorElement>("a[href$='/tep']")!.PathName;

        foreach (var (state, sees) in new[] { (ScorecardState.SelfScoring, false), (ScorecardState.FirstAppraisal, true) })
        {
            await db.Scorecards.Where(known => known.Id == card).ExecuteUpdateAsync(set => set.SetProperty(known => known.State, state));
            Assert.Equal((state, sees), (state, (await appraiser.GetAsync(link)).IsSuccessStatusCode));
            foreach (var page in new[] { leaf, leaf + "/minh-chung" })
            {
                Assert.Equal((state, page, sees), (state, page, (await (await appraiser.GetAsync(page)).Content.ReadAsStringAsync()).Contains("CANARY", StringComparison.Ordinal)));
            }

            foreach (var page in new[] { sheet, sheet + "/nop", sheet + "/bao-cao", sheet + "/giai-trinh", sheet + "/qua-trinh" })
            {
                var answer = await appraiser.GetAsync(page);
                Assert.True(answer.IsSuccessStatusCode, page);
                Assert.True(sees || !(await answer.Content.ReadAsStringAsync()).Contains("CANARY", StringComparison.Ordinal), $"{state} {page}");
            }
        }
    }

    [Fact]
    public async Task Slices_AreAddedWhereTheyBelong_AndBelongToTheirSender()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (test, _) = await OpenAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);
        using var other = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);
        var token = (await officer.OpenAsync("/lam-viec/tai-lieu")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;

        Assert.Equal(HttpStatusCode.BadRequest, (await CreateAsync(token: "")).StatusCode);
        var created = await CreateAsync(token);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var upload = "/lam-viec/tai-len/" + (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(0, Pdf[..500])).StatusCode);
        var astray = await PatchAsync(900, Pdf[900..]);
        Assert.Equal((HttpStatusCode.Conflict, "upload.slice-not-next"), (astray.StatusCode, (await astray.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        Assert.Equal("500", (await officer.SendAsync(new(HttpMethod.Head, upload))).Headers.GetValues("Upload-Offset").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(upload)).StatusCode);
        var last = await (await PatchAsync(500, Pdf[500..])).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)), last.GetProperty("sha256").GetString());

        Task<HttpResponseMessage> CreateAsync(string token) => officer.SendAsync(new(HttpMethod.Post, "/lam-viec/tai-len")
        {
            Content = JsonContent.Create(new { name = "a.pdf", size = Pdf.Length, year = 2026 }),
            Headers = { { "RequestVerificationToken", token } },
        });

        Task<HttpResponseMessage> PatchAsync(int offset, byte[] slice)
        {
            var content = new ByteArrayContent(slice);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
            return officer.SendAsync(new(HttpMethod.Patch, upload) { Content = content, Headers = { { "RequestVerificationToken", token }, { "Upload-Offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture) } } });
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Boards_AreShown_AndARemindedOfficerReadsIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, _) = await OpenAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.HomeAffairs.Id);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);

        var progress = await coordinator.OpenAsync(test.Address + "/tien-do?loc=chua-bat-dau&sap-xep=han");
        Assert.Equal(3, progress.QuerySelectorAll("tbody tr").Length);
        foreach (var part in new[] { "/chenh-lech", "/y-kien", "/nhac-viec", "/chenh-lech.csv", "/chenh-lech.xlsx", "/chenh-lech-tieu-chi.csv" })
        {
            Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(test.Address + part)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(test.Address + part)).StatusCode);
        }

        var sent = await coordinator.PostAsync(test.Address + "/nhac-viec", Fields(("Input.Kind", "NotStarted"), ("Input.Words", "Đề nghị khẩn trương.")), "#nhac");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Đề nghị khẩn trương.", (await officer.OpenAsync("/lam-viec")).QuerySelector("#viec-can-lam")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(TestRound Test, Guid CardId)> OpenAsync(TestDatabase database)
    {
        var test = await TestRound.AddAsync(database);
        await using var db = database.NewContext();
        var rounds = new RoundReader(db);
        await new RoundWorkflow(db, rounds, TimeProvider.System).OpenAsync(test.Round.Id, (await rounds.FindAsync(test.Round.Id))!.Stamp, "Kế hoạch số 9", test.Coordinator);
        var participant = test.Of(test.Justice).Id;
        return (test, (await db.Scorecards.FirstAsync(card => card.ParticipantId == participant)).Id);
    }

    private static KeyValuePair<string, string>[] Fields(params (string Name, string Value)[] fields) => [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
