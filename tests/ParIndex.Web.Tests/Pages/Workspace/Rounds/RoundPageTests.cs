using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Rounds;

/// <summary>The pages of a round with real forms: what is kept, what is refused, who may.</summary>
public sealed class RoundPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Round_FromNothingToOpened(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);

        var created = await person.PostAsync("/lam-viec/ky-danh-gia/tao", Fields(("Input.Year", "2027"), ("Input.Authority", "Tỉnh Lai Châu")));
        var address = Overview(created);
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Assert.Contains("Kỳ đánh giá năm 2027", (await person.OpenAsync(address)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var group = await person.PostAsync(address + "/them-nhom", Fields(("Input.Known", "so-nganh")));
        Assert.EndsWith("/nhom/so-nganh", group.Headers.Location!.ToString(), StringComparison.Ordinal);
        var missing = (await person.OpenAsync(address + "/mo")).QuerySelector(".findings")!.TextContent;
        Assert.Contains("chưa chọn bộ tiêu chí", missing, StringComparison.Ordinal);

        var opened = await person.PostAsync(test.Address + "/mo", Fields(("Input.Note", "Kế hoạch số 9"), ("Input.Confirmed", "true")));
        Assert.Equal((HttpStatusCode.Redirect, test.Address), (opened.StatusCode, opened.Headers.Location!.ToString()));
        var page = await person.OpenAsync(test.Address);
        Assert.Contains("Đang mở", page.QuerySelector(".crumbs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch số 9", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithAYearThatIsNone_Answers400AndKeepsWhatWasTyped()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync("/lam-viec/ky-danh-gia/tao", Fields(("Input.Year", "hai nghìn"), ("Input.Authority", "Tỉnh Lai Châu"), ("Input.Title", "Kỳ thử")));

        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(("hai nghìn", "Kỳ thử"), (page.QuerySelector("#Input_Year")!.GetAttribute("value"), page.QuerySelector("#Input_Title")!.GetAttribute("value")));
        Assert.Equal("#Input_Year", page.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Create_Twice_Answers409()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync("/lam-viec/ky-danh-gia/tao", Fields(("Input.Year", "2026"), ("Input.Authority", "Tỉnh Lai Châu")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("đã có kỳ đánh giá năm 2026", (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_WithALimitThatIsNone_Answers400AndKeepsTheBands()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync(test.Address + "/nhom/so-nganh", Settings(test, ("Input.Bands[0].Limit", "tám mươi")), "#thiet-lap");

        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("tám mươi", page.QuerySelector("#Input_Bands_0__Limit")!.GetAttribute("value"));
        Assert.Equal("#Input_Bands_0__Limit", page.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Group_SavedByTwo_TellsTheSecondAndShowsBoth()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var shown = test.Group.Version.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync(test.Address + "/nhom/so-nganh", Settings(test, ("Input.Bands[0].Limit", "85,5")), "#thiet-lap")).StatusCode);

        var answer = await person.PostAsync(test.Address + "/nhom/so-nganh", Settings(test, ("Input.Bands[0].Limit", "90"), ("version", shown)), "#thiet-lap");

        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("90", page.QuerySelector("#Input_Bands_0__Limit")!.GetAttribute("value"));
        Assert.Contains("Tốt từ 85,5", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(shown, page.QuerySelector("#thiet-lap [name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Exemption_ShowsTheScaleAsItForms_AndOwnUnitsWait()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.HomeAffairs.Id);
        using var second = await SignedIn.AsAsync(app, StaffRoles.CouncilMember, test.Office.Id);
        var page = test.Address + "/nhom/so-nganh/khong-ap-dung";

        var empty = await person.PostAsync(page, Fields(("Input.Reason", "Không tổ chức")), "#ghi");
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal("Không tổ chức", (await SignedIn.ReadAsync(empty)).QuerySelector("#Input_Reason")!.GetAttribute("value"));

        var done = await person.PostAsync(page, Fields(("Input.Leaves", test.Leaf("8.2").Id.ToString()), ("Input.ForAll", "true"), ("Input.Reason", "Không tổ chức"), ("Input.LegalBasis", "QĐ số 1")), "#ghi");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(["Sở Nội vụ 100", "Sở Tư pháp 98", "Văn phòng UBND tỉnh 98"], await ScalesAsync(person, test));

        var tab = (await person.OpenAsync(test.Address)).QuerySelectorAll(".round-nav a").Single(link => link.TextContent == "Đề nghị 1").GetAttribute("href")!;
        Assert.Equal($"/lam-viec/de-nghi?ky={test.Round.Id}", tab);
        Assert.Null((await person.OpenAsync(tab)).QuerySelector("form[method=post]"));
        var asked = await second.OpenAsync(tab);
        Assert.Contains("100 → 98 điểm", asked.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent));
        Assert.Equal(test.Address, asked.QuerySelector(".facts a")!.GetAttribute("href"));
        var agreed = await second.PostAsync(tab, Fields(("decision", "dong-y")));
        Assert.Equal((HttpStatusCode.Redirect, tab), (agreed.StatusCode, agreed.Headers.Location?.OriginalString));
        Assert.Equal(["Sở Nội vụ 98", "Sở Tư pháp 98", "Văn phòng UBND tỉnh 98"], await ScalesAsync(person, test));
    }

    [Fact]
    public async Task Exemptions_OfTheYearBefore_AreRecordedOnlyByAPersonsPress()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database, (round, _) => round.Of(round.Office).Exempt(round.Leaf("2.1"), "Không soạn thảo", "Quyết định số 12/QĐ-UBND", round.Coordinator.Id, DateTime.UtcNow));
        await using (var db = database.NewContext())
        {
            await new CriteriaSetRegister(db).AddAsync(CriteriaSetRegister.CopyOf(test.Set, 2027, "Bộ tiêu chí năm 2027"), new("test", "Tạo bộ tiêu chí"));
        }

        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);
        var address = Overview(await person.PostAsync("/lam-viec/ky-danh-gia/tao", Fields(("Input.Year", "2027"), ("Input.Authority", "Tỉnh Lai Châu"))));
        var added = await person.PostAsync(address + "/them-nhom", Fields(("Input.Known", "so-nganh")));
        Assert.Contains("như năm 2026", (await person.OpenAsync(added.Headers.Location!.ToString())).Body!.TextContent, StringComparison.Ordinal);
        var page = address + "/nhom/so-nganh/khong-ap-dung";

        var before = (await person.OpenAsync(page)).QuerySelector("#de-xuat")!.TextContent;
        Assert.Contains("Văn phòng UBND tỉnh", before, StringComparison.Ordinal);
        Assert.Contains("Quyết định số 12/QĐ-UBND", before, StringComparison.Ordinal);
        Assert.Null((await person.OpenAsync(page)).QuerySelector("#rut"));

        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync(page, [], "#de-xuat form")).StatusCode);
        var after = await person.OpenAsync(page);
        Assert.Null(after.QuerySelector("#de-xuat"));
        Assert.Contains("Không soạn thảo", after.QuerySelector("#rut")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NextYear_AsTheYearBefore_OpensInFourActs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database, (round, _) => round.Of(round.Office).Exempt(round.Leaf("2.1"), "Không soạn thảo", "Quyết định số 12/QĐ-UBND", round.Coordinator.Id, DateTime.UtcNow));
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);

        var created = await person.PostAsync("/lam-viec/ky-danh-gia/tao", Fields(("Input.Year", "2027"), ("Input.Authority", "Tỉnh Lai Châu")));
        var page = created.Headers.Location!.ToString();
        Assert.EndsWith("/nhu-nam-truoc", page, StringComparison.Ordinal);
        Assert.Equal(5, (await person.OpenAsync(page)).QuerySelectorAll("input[name=Parts][checked]").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync(page, Fields(("Parts", "Groups"), ("Parts", "CriteriaSets"), ("Parts", "Exemptions"), ("Parts", "Assignments"), ("Parts", "Deadlines")), "#chep")).StatusCode);
        var opening = Overview(created) + "/mo";
        var finding = Assert.Single((await person.OpenAsync(opening)).QuerySelectorAll(".findings li"));
        Assert.Contains("chưa ghi số quyết định", finding.TextContent, StringComparison.Ordinal);
        var set = finding.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync(set + "/sua", Fields(("Form.DecisionNumber", "99/QĐ-UBND"), ("Form.DecisionDate", "10/01/2027")), "#sua")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync(opening, Fields(("Input.Note", "Kế hoạch số 9"), ("Input.Confirmed", "true")))).StatusCode);

        var opened = await person.OpenAsync(Overview(created));
        Assert.Contains("Đang mở", opened.QuerySelector(".crumbs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Sở Nội vụ 100", "Sở Tư pháp 100", "Văn phòng UBND tỉnh 84,5"], await ScalesAsync(person, Overview(created)));
    }

    [Fact]
    public async Task YearBefore_WithNothingTicked_CopiesNothingAndSaysSo()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);
        var page = (await person.PostAsync("/lam-viec/ky-danh-gia/tao", Fields(("Input.Year", "2027"), ("Input.Authority", "Tỉnh Lai Châu")))).Headers.Location!.ToString();

        var answer = await person.PostAsync(page, Fields(("Parts", "")), "#chep");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Không còn nội dung nào", (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Until mid-2025 a district assessed its communes: from nothing to an opened round, by pages alone.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DistrictsRound_ForItsCommunes_FromNothingToOpened(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Unit[] communes = [new("Xã Bình Lư", UnitKind.Commune), new("Thị trấn Tam Đường", UnitKind.Commune)];
        var appraiser = new StaffAccount("TD01", "Lê Văn Cường", StaffRoles.Appraiser, unitId: null);
        await using (var db = database.NewContext())
        {
            var district = new Unit("Huyện Tam Đường", UnitKind.District);
            district.Close(new DateOnly(2025, 6, 30));
            Array.ForEach(communes, commune => commune.Close(new DateOnly(2025, 6, 30)));
            db.AddRange([district, .. communes, appraiser, .. communes.Select(commune => new StaffAccount("CB-" + commune.Code, "Cán bộ " + commune.Code, StaffRoles.UnitOfficer, commune.Id))]);
            await db.SetUpAsync();
        }

        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var address = (await person.PostAsync("/lam-viec/ky-danh-gia/tao", Fields(("Input.Year", "2024"), ("Input.Authority", "UBND huyện Tam Đường")))).Headers.Location!.ToString();
        await DoneAsync(person.PostAsync(address + "/them-nhom", Fields(("Input.Known", ""), ("Input.Name", "Xã, thị trấn huyện Tam Đường"), ("Input.Slug", "xa-tam-duong"), ("Input.Kind", "Commune"))));
        var set = await DoneAsync(person.PostAsync("/lam-viec/bo-tieu-chi/tao", Fields(("Form.Year", "2024"), ("Form.Group", "xa-tam-duong"), ("From", "mau"))));
        await DoneAsync(person.PostAsync(address + "/nhom/xa-tam-duong", Fields(("Input.CriteriaSetId", set.Split('/')[^1]), ("Input.Scope", "OneList"), ("Input.Numbering", "Competition"), ("Input.Bands[0].Label", "Tốt"), ("Input.Bands[0].Limit", "80"), ("Input.Bands[1].Label", "Khá"), ("Input.Bands[1].Limit", "0")), "#thiet-lap"));
        await DoneAsync(person.PostAsync(address + "/nhom/xa-tam-duong/don-vi", Fields([.. communes.Select(commune => ("Chosen", commune.Id.ToString()))]), "#them"));
        await DoneAsync(person.PostAsync(address + "/thoi-han", Fields([.. Enumerable.Range(0, 5).SelectMany(step => new[] { ($"Input.Rows[{step}].Day", $"{step + 1}/3/2099"), ($"Input.Rows[{step}].Hour", "17:00") })]), "#thoi-han"));
        await DoneAsync(person.PostAsync(address + "/phan-cong?khoi=xa-tam-duong", Fields(("Input.Appraiser", appraiser.Id.ToString())), "#phan-cong"));

        await DoneAsync(person.PostAsync(address + "/mo", Fields(("Input.Note", "Kế hoạch số 9"), ("Input.Confirmed", "true"))));

        await using var after = database.NewContext();
        var round = await after.Rounds.Include(one => one.Groups).ThenInclude(one => one.Participants).SingleAsync();
        Assert.Equal((2024, "UBND huyện Tam Đường", RoundState.Open), (round.Year, round.Authority, round.State));
        Assert.Equal(communes.Select(commune => commune.Id).Order(), round.Groups.Single().Participants.Select(participant => participant.UnitId).Order());
        Assert.Equal("xa-tam-duong", (await after.UnitGroups.SingleAsync(group => group.Id == round.Groups[0].UnitGroupId)).Slug);
        Assert.Equal(2, await after.Scorecards.CountAsync());
    }

    [Fact]
    public async Task Deadline_InNoKnownForm_Answers400_AndInTheRightOne_IsStoredInUtc()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var page = test.Address + "/thoi-han";

        var wrong = await person.PostAsync(page, Fields(("Input.Rows[4].Day", "31/02/2099")), "#thoi-han");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("31/02/2099", (await SignedIn.ReadAsync(wrong)).QuerySelector("#Input_Rows_4__Day")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync(page, Fields(("Input.Rows[4].Day", "1/3/2099"), ("Input.Rows[4].Hour", "6:30")), "#thoi-han")).StatusCode);
        var stored = (await test.ReadAsync(database)).Round.Deadlines.Single(deadline => deadline.Step == RoundStep.Agreement).Until;
        Assert.Equal(new DateTime(2099, 2, 28, 23, 30, 0, DateTimeKind.Utc), stored);
    }

    [Fact]
    public async Task Opening_FromAConfirmationOfBefore_Answers409()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync(test.Address + "/mo", Fields(("Input.Note", "KH"), ("Input.Confirmed", "true"), ("stamp", "cũ")), "#mo");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(RoundState.Draft, (await test.ReadAsync(database)).Round.State);
    }

    public static TheoryData<StaffRoles, bool> Readers => new()
    {
        { StaffRoles.Coordinator, true }, { StaffRoles.Auditor, true }, { StaffRoles.CouncilMember, false }, { StaffRoles.UnitOfficer, false },
        { StaffRoles.Appraiser, false }, { StaffRoles.Publisher, false }, { StaffRoles.Administrator, false },
    };

    [Theory, MemberData(nameof(Readers))]
    public async Task SetupPages_AreForCoordinatorsAndAuditors(StaffRoles roles, bool reads)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, roles);

        foreach (var part in new[] { "/them-nhom", "/nhom/so-nganh", "/nhom/so-nganh/don-vi", "/nhom/so-nganh/khong-ap-dung", "/thoi-han", "/gia-han", "/phan-cong", "/mo" })
        {
            Assert.Equal((part, reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (part, (await person.GetAsync(test.Address + part)).StatusCode));
        }
    }

    [Theory]
    [InlineData(StaffRoles.UnitOfficer)]
    [InlineData(StaffRoles.Appraiser)]
    [InlineData(StaffRoles.Publisher)]
    public async Task Draft_IsNotThereForThoseWhoDoNotSetItUp(StaffRoles roles)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, roles, test.Office.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(test.Address)).StatusCode);
        Assert.DoesNotContain("Kỳ đánh giá năm 2026", (await person.OpenAsync("/lam-viec/ky-danh-gia")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditor_SeesNoForm_AndAFormOfTheirsChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor);

        var answer = await auditor.PostAsync(test.Address + "/nhom/so-nganh", Settings(test, ("Input.Bands[0].Limit", "99")), "#thiet-lap");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null((await auditor.OpenAsync(test.Address + "/mo")).QuerySelector("form[method=post]"));
        Assert.Equal(80, (await test.ReadAsync(database)).Groups[0].Group.Ratings!.Bands[0].LowerLimit);
    }

    [Fact]
    public async Task RoundThatIsNotThere_Answers404()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"/lam-viec/ky-danh-gia/{Guid.NewGuid()}/mo")).StatusCode);
    }

    /// <summary>Where an act that was done leads; what refused it otherwise.</summary>
    private static async Task<string> DoneAsync(Task<HttpResponseMessage> act)
    {
        var answer = await act;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.RequestMessage!.RequestUri} {answer.StatusCode}: {(await SignedIn.ReadAsync(answer)).QuerySelector(".errors")?.TextContent}");
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The address of a round that was made; where an earlier one is there, its copy is offered first.</summary>
    private static string Overview(HttpResponseMessage created) => created.Headers.Location!.ToString().Replace("/nhu-nam-truoc", "", StringComparison.Ordinal);

    private static Task<IEnumerable<string>> ScalesAsync(SignedIn person, TestRound test) => ScalesAsync(person, test.Address);

    private static async Task<IEnumerable<string>> ScalesAsync(SignedIn person, string round) =>
        (await person.OpenAsync(round + "/nhom/so-nganh/don-vi")).QuerySelectorAll("tbody tr")
            .Select(row => $"{row.QuerySelector("th")!.ChildNodes.OfType<AngleSharp.Dom.IText>().First(text => text.Data.Trim().Length > 0).Data.Trim()} {row.QuerySelector("td")!.TextContent.Trim()}").ToList();

    private static IEnumerable<KeyValuePair<string, string>> Settings(TestRound test, params (string Name, string Value)[] changed) =>
        Fields([("Input.CriteriaSetId", test.Set.Id.ToString()), ("Input.Scope", "OneList"), ("Input.Numbering", "Competition"), .. changed]);

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
