using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Pages.Workspace.Units;

namespace ParIndex.Web.Tests.Pages.Workspace.Imports;

public sealed class TableImportPagesTests
{
    private const string Address = "/lam-viec/nhap-so-lieu/bang";

    private const string Table = """
        STT;Tên đơn vị;Điểm thẩm định;Điểm điều tra;Tổng điểm;Thang điểm;Chỉ số;Xếp loại
        1;Sở Nội vụ;60,00;25,00;85,00;98;86,73;Tốt
        2;Sở Tài chính;55,00;20,00;75,00;98;76,53;Khá
        """;

    private const string Inconsistent = """
        STT;Tên đơn vị;Tổng điểm;Thang điểm;Chỉ số
        1;Sở Nội vụ;85,00;98;99,99
        """;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upload_ATable_IsReportedThenPublishedAndTheDraftIsGone(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, await UnitAsync(database, "Sở Nội vụ"));

        var report = await UploadAsync(person, Table);
        var page = await person.OpenAsync(report);

        Assert.Contains("02 dòng khớp", page.QuerySelector(".counts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["86,73", "86,73", "86,730 – 86,740"], page.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Skip(1).Take(3).Select(cell => cell.TextContent.Trim()));
        Assert.Contains("Thang điểm", page.QuerySelectorAll(".facts dd").Select(item => item.TextContent));
        Assert.Contains("81,63%", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().GetAsync("/xep-hang/2020/so-nganh")).StatusCode);

        using var second = await SignedIn.AsAsync(app, StaffRoles.Publisher, await UnitAsync(database, "Sở Tài chính"));
        Assert.Equal(report, (await ProposeAsync(person, report)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().GetAsync("/xep-hang/2020/so-nganh")).StatusCode);
        Assert.Null((await person.OpenAsync(report)).QuerySelector("#quyet-dinh"));
        var seen = await second.OpenAsync(report);
        Assert.Equal(page.QuerySelectorAll("table tbody tr").Length, seen.QuerySelectorAll("table tbody tr").Length);
        Assert.Contains("Lần 1, bản đầu tiên của năm 2020", seen.Body!.TextContent, StringComparison.Ordinal);

        var published = await second.PostAsync(report, [KeyValuePair.Create("decision", "dong-y")], "#quyet-dinh");

        Assert.Equal("/lam-viec/de-nghi", published.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await app.Open().GetAsync("/xep-hang/2020/so-nganh")).StatusCode);
        await using var db = database.NewContext();
        var release = await db.Releases.SingleAsync();
        Assert.True(release.IsArchive);
        Assert.Equal(("12/QĐ-UBND", new DateOnly(2021, 7, 15)), (release.DecisionNumber, release.AnnouncedOn));
        Assert.False(await db.ImportDrafts.AnyAsync());
        Assert.Equal(second.Account.StaffCode, (await db.AuditEvents.ToListAsync()).Single(saved => saved.Act.StartsWith("Đồng ý đề nghị: Công bố vào kho lưu trữ bảng kết quả năm 2020", StringComparison.Ordinal)).Actor);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publish_RowsToCheck_NeedTheConfirmation(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Sở Nội vụ");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var report = await UploadAsync(person, Inconsistent);

        var refused = await ProposeAsync(person, report);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await SignedIn.ReadAsync(refused);
        Assert.Contains("đánh dấu ô xác nhận", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("tr.look"));
        await using var db = database.NewContext();
        Assert.False(await db.Releases.AnyAsync());
        Assert.Equal(1, await db.ImportDrafts.CountAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await ProposeAsync(person, report, confirmed: true)).StatusCode);
        Assert.Equal(1, await db.TwoPersonRequests.CountAsync());
        Assert.False(await db.Releases.AnyAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Discard_PublishesNothingAndALateDecisionChangesNothing(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var report = await UploadAsync(person, Table);
        var late = await UploadAsync(person, Table);
        var page = await person.OpenAsync(report);
        Assert.Equal(2, (await person.OpenAsync("/lam-viec/nhap-so-lieu")).QuerySelectorAll("main .list li").Length);

        await person.PostAsync(report, [], "#bo");

        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(report)).StatusCode);
        using var repeat = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector<IHtmlInputElement>("#cong-bo [name=__RequestVerificationToken]")!.Value)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, report + "?handler=Propose") { Content = repeat };
        Assert.Equal("/lam-viec/nhap-so-lieu", (await person.SendAsync(request)).Headers.Location?.ToString());
        await using var db = database.NewContext();
        Assert.False(await db.Releases.AnyAsync());
        Assert.EndsWith((await db.ImportDrafts.SingleAsync()).Id.ToString(), late, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Propose_WhatIsPublishedAlready_OrOtherFiguresOfIt_IsRefusedOnTheSamePage(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, await UnitAsync(database, "Sở Nội vụ"));
        using var second = await SignedIn.AsAsync(app, StaffRoles.CouncilMember, await UnitAsync(database, "Sở Tài chính"));
        var first = await UploadAsync(person, Table);
        await ProposeAsync(person, first);
        await second.PostAsync(first, [KeyValuePair.Create("decision", "dong-y")], "#quyet-dinh");

        var same = await person.OpenAsync(await UploadAsync(person, Table));
        var other = await person.OpenAsync(await UploadAsync(person, Table.Replace("75,00", "74,00", StringComparison.Ordinal).Replace("76,53", "75,51", StringComparison.Ordinal)));

        Assert.Null(same.QuerySelector("#cong-bo"));
        Assert.Contains("đã được công bố", same.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(other.QuerySelector("#cong-bo"));
        Assert.Contains("đính chính", other.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        await using var db = database.NewContext();
        Assert.Equal(1, await db.Releases.CountAsync());
        Assert.Equal(2, await db.ImportDrafts.CountAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Agree_TwiceAtOnce_GivesOneRelease(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, await UnitAsync(database, "Sở Nội vụ"));
        using var one = await SignedIn.AsAsync(app, StaffRoles.Coordinator, await UnitAsync(database, "Sở Tài chính"));
        using var other = await SignedIn.AsAsync(app, StaffRoles.Publisher, await UnitAsync(database, "Sở Tài chính"));
        var report = await UploadAsync(person, Table);
        await ProposeAsync(person, report);

        var answers = await Task.WhenAll(AgreeAsync(one), AgreeAsync(other));

        Assert.DoesNotContain(answers, answer => answer == HttpStatusCode.InternalServerError);
        await using var db = database.NewContext();
        Assert.Equal(1, await db.Releases.CountAsync());

        async Task<HttpStatusCode> AgreeAsync(SignedIn who)
        {
            try
            {
                return (await who.PostAsync(report, [KeyValuePair.Create("decision", "dong-y")], "#quyet-dinh")).StatusCode;
            }
            catch (InvalidOperationException)
            {
                // The page was gone before it was opened.
                return HttpStatusCode.NotFound;
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Agree_ByWhoProposed_OrOfTheSameUnit_PublishesNothing(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        var unit = await UnitAsync(database, "Sở Nội vụ");
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Publisher, unit);
        using var colleague = await SignedIn.AsAsync(app, StaffRoles.Publisher, unit);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, await UnitAsync(database, "Sở Tài chính"));
        var report = await UploadAsync(person, Table);
        await ProposeAsync(person, report);
        await using var db = database.NewContext();
        var request = await db.TwoPersonRequests.AsNoTracking().SingleAsync();

        foreach (var who in new[] { person, colleague })
        {
            Assert.Null((await who.OpenAsync(report)).QuerySelector("#quyet-dinh"));
            using var forged = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", (await person.OpenAsync(report)).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value),
                KeyValuePair.Create("id", $"{request.Id}"), KeyValuePair.Create("version", $"{request.Version}"), KeyValuePair.Create("decision", "dong-y"),
            ]);
            using var sent = new HttpRequestMessage(HttpMethod.Post, "/lam-viec/de-nghi") { Content = forged };
            Assert.NotEqual(HttpStatusCode.Redirect, (await who.SendAsync(sent)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(report)).StatusCode);
        Assert.False(await db.Releases.AnyAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Agree_WhenWhatWouldBePublishedChanged_IsRefused_AndDiscardingEndsTheProposal(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, await UnitAsync(database, "Sở Nội vụ"));
        using var second = await SignedIn.AsAsync(app, StaffRoles.Publisher, await UnitAsync(database, "Sở Tài chính"));
        var report = await UploadAsync(person, Table);
        await ProposeAsync(person, report);
        // Somebody else publishes another group of the year on the server: the version to come is another.
        await TestData.PublishAsync(database, TestResults.CommunesTable, TestData.Request(2020) with { Group = "xa" });

        var refused = await second.PostAsync(report, [KeyValuePair.Create("decision", "dong-y")], "#quyet-dinh");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("hết hiệu lực", (await SignedIn.ReadAsync(refused)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = database.NewContext();
        Assert.Equal(1, await db.Releases.CountAsync());
        await person.PostAsync(report, [], "#bo");
        Assert.False(await db.TwoPersonRequests.AnyAsync());
        Assert.False(await db.ImportDrafts.AnyAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Propose_AYearOfARoundUnderWay_OrAfterIt_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        // The round of 2026 is a draft; that of 2024 was given up long ago, and that of 2023 holds figures that were taken in.
        var test = await TestRound.AddAsync(database, (round, db) =>
        {
            var (given, past) = (new Round(2024, "Tỉnh Lai Châu", "Kỳ 2024"), new Round(2023, "Tỉnh Lai Châu", "Số liệu năm 2023"));
            var (then, by) = (DateTime.UtcNow.AddDays(-30), round.Coordinator.Id);
            given.Move(RoundState.Open, by, then, "Kế hoạch");
            given.Move(RoundState.Cancelled, by, then.AddDays(1), "Thôi");
            past.Move(RoundState.Open, by, then, "Nhập");
            past.Move(RoundState.Closed, by, then, "Nhập");
            db.AddRange(given, past);
        });
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.HomeAffairs.Id);
        const string Justice = "STT;Tên đơn vị;Tổng điểm;Thang điểm;Chỉ số;Xếp loại\n1;Sở Nội vụ;85,00;98;86,73;Tốt\n2;Sở Tư pháp;75,00;98;76,53;Khá\n";

        foreach (var (year, isTaken) in new[] { (2026, false), (2025, true), (2024, true), (2023, true) })
        {
            var report = await UploadAsync(person, Justice, year);
            var page = await person.OpenAsync(report);
            Assert.Equal((year, isTaken), (year, page.QuerySelector("#cong-bo") is not null));
            Assert.Equal((year, !isTaken), (year, page.Body!.TextContent.Contains("chưa công bố kết quả", StringComparison.Ordinal)));
        }

        // Given up only yesterday, it may be taken back: the year is not free yet.
        await using (var db = database.NewContext())
        {
            var late = new Round(2022, "Tỉnh Lai Châu", "Kỳ 2022");
            late.Move(RoundState.Cancelled, test.Coordinator.Id, DateTime.UtcNow.AddDays(-1), "Thôi");
            db.Add(late);
            await db.SetUpAsync();
        }

        Assert.Null((await person.OpenAsync(await UploadAsync(person, Justice, 2022))).QuerySelector("#cong-bo"));
        Assert.NotNull((await person.OpenAsync(await UploadAsync(person, Justice, 2021))).QuerySelector("#cong-bo"));
    }

    [Theory]
    [InlineData("Year", "2099", "Chỉ nhập bảng của năm đã qua")]
    [InlineData("DecisionDate", "1/1/2099", "Ngày quyết định 1/1/2099 chưa tới")]
    [InlineData("AnnouncedOn", "1/1/2099", "Ngày công bố 1/1/2099 chưa tới")]
    public async Task Upload_ADayOrYearToCome_IsRefused(string field, string value, string says)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(DatabaseKind.Sqlite, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var fields = Fields.Of(("Year", "2020"), ("Group", "so-nganh"));
        fields["Input." + field] = value;

        var answer = await person.UploadAsync(Address, "bang.csv", Encoding.UTF8.GetBytes(Table), fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sở Nội vụ\t85,00\t98\t86,73")]
    [InlineData("<table><tr><th>Tên đơn vị</th><th>Tổng điểm</th><th>Thang điểm</th><th>Chỉ số</th></tr><tr><td>Sở Nội vụ</td><td>85,00</td><td>98</td><td>86,73</td></tr></table>")]
    public async Task Paste_TabsOrMarkup_IsReadAsAFileIs(string pasted)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(DatabaseKind.Sqlite, "Sở Nội vụ");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var text = pasted.StartsWith('<') ? pasted : "Tên đơn vị\tTổng điểm\tThang điểm\tChỉ số\r\n" + pasted;

        var answer = await person.PostAsync(Address, Fields.Of(("Pasted", text), ("Year", "2020"), ("Group", "so-nganh")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("01 dòng khớp", (await person.OpenAsync(answer.Headers.Location!.ToString())).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_AnUnreadableTable_NamesEveryPlaceAndKeepsTheForm()
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(DatabaseKind.Sqlite, "Sở Nội vụ");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.UploadAsync(Address, "bang.csv", Encoding.UTF8.GetBytes("Tên đơn vị;Tổng điểm;Chỉ số\nSở Nội vụ;8.500,0;86,73\n<b>Sở X</b>;x;1\n"), Fields.Of(("Year", "2020"), ("Group", "so-nganh"), ("SourceNote", "Công báo")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        var errors = page.QuerySelector(".errors")!;
        Assert.Contains("dòng 2, cột 2", errors.TextContent, StringComparison.Ordinal);
        Assert.Contains("dòng 3, cột 2", errors.TextContent, StringComparison.Ordinal);
        Assert.All(errors.QuerySelectorAll("a"), link => Assert.Equal("#Input_File", link.GetAttribute("href")));
        Assert.Equal("Công báo", page.QuerySelector<IHtmlInputElement>("[name='Input.SourceNote']")!.Value);
        await using var db = database.NewContext();
        Assert.False(await db.ImportDrafts.AnyAsync());
    }

    [Fact]
    public async Task Upload_AnUnknownUnit_SpeaksOfTheFormsFieldAndIsCreatedWhenAskedFor()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var hostile = Encoding.UTF8.GetBytes("Tên đơn vị;Tổng điểm;Thang điểm;Chỉ số\nSở <img src=x>;85,00;98;86,73\n");

        var refused = await person.UploadAsync(Address, "bang.csv", hostile, Fields.Of(("Year", "2020"), ("Group", "so-nganh")));
        var errors = (await SignedIn.ReadAsync(refused)).QuerySelector(".errors")!;
        Assert.Contains("Tạo đơn vị chưa có trong danh mục", errors.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("--create", errors.TextContent, StringComparison.Ordinal);

        var kept = await person.UploadAsync(Address, "<img>.csv", hostile, Fields.Of(("Year", "2020"), ("Group", "so-nganh"), ("CreateUnits", "true")));
        var page = await person.OpenAsync(kept.Headers.Location!.ToString());
        Assert.Contains("đơn vị mới", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("img"));
    }

    [Theory]
    [InlineData("Year", "20201")]
    [InlineData("Bands", "Tốt=80")]
    [InlineData("DecisionDate", "hôm qua")]
    [InlineData("Scales", "Sở Nội vụ = 98\nSở Nội Vụ = 97")]
    [InlineData("Scales", "Sở Nội vụ = -1")]
    public async Task Upload_AWrongField_IsNamed(string field, string value)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(DatabaseKind.Sqlite, "Sở Nội vụ");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var fields = Fields.Of(("Year", "2020"));
        fields["Input." + field] = value;

        var answer = await person.UploadAsync(Address, "bang.csv", Encoding.UTF8.GetBytes(Table), fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("#Input_" + field, Assert.Single((await SignedIn.ReadAsync(answer)).QuerySelectorAll(".errors a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Upload_AFileOverFiveMegabytes_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.UploadAsync(Address, "bang.csv", new byte[(5 * 1024 * 1024) + 1], Fields.Of(("Year", "2020")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("5 MB", (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AnAuditorReadsItAndCannotDecide()
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(DatabaseKind.Sqlite, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer);
        var report = await UploadAsync(person, Table);

        Assert.Null((await auditor.OpenAsync(report)).QuerySelector("form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(report)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Open().GetAsync(report)).StatusCode);
    }

    private static Task<HttpResponseMessage> ProposeAsync(SignedIn person, string report, bool confirmed = false) =>
        person.PostAsync(report, [KeyValuePair.Create("Reason", "Báo cáo của tỉnh"), .. confirmed ? [KeyValuePair.Create("Confirmed", "true")] : Array.Empty<KeyValuePair<string, string>>()], "#cong-bo");

    private static async Task<Guid> UnitAsync(TestDatabase database, string name)
    {
        await using var db = database.NewContext();
        return (await db.Units.ToListAsync()).Single(unit => unit.CurrentName.Name == name).Id;
    }

    private static async Task<string> UploadAsync(SignedIn person, string table, int year = 2020)
    {
        var answer = await person.UploadAsync(Address, "bang.csv", Encoding.UTF8.GetBytes(table), Fields.Of(
            ("Year", $"{year}"), ("Group", "so-nganh"), ("DecisionNumber", "12/QĐ-UBND"), ("AnnouncedOn", "15/7/2021"), ("Bands", "Tốt=80,Khá=70,Trung bình=0")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
