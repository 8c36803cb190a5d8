using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security;

namespace ParIndex.Web.Tests.Pages.Admin;

public sealed class AccountTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Add_ShowsTheCodeOnce_AndIsOneEvent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        var unit = await UnitAsync(database, "Sở Y tế");
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator);

        using var answer = await admin.PostAsync("/quan-tri/tai-khoan/them", Fields(("Input.StaffCode", "YT.01"), ("Input.FullName", "Tòng Thị Minh"), ("Input.Unit", "so-y-te"), ("Input.Email", "minh.tt@laichau.gov.vn"), ("Input.Roles", "UnitOfficer"), ("Input.Roles", "Appraiser")));
        var code = (await SignedIn.ReadAsync(answer)).QuerySelector(".code-slip code")!.TextContent;
        var list = await admin.OpenAsync("/quan-tri/tai-khoan?q=tong+y+te");

        await using var db = database.NewContext();
        var made = await db.StaffAccounts.SingleAsync(account => account.NormalizedUserName == "YT.01");
        Assert.True(OneTimeCode.Matches(code, made.OneTimeCodeHash));
        Assert.Equal((unit.Id, "minh.tt@laichau.gov.vn", StaffRoles.UnitOfficer | StaffRoles.Appraiser), (made.UnitId!.Value, made.Email, made.Roles));
        Assert.Contains("Tòng Thị Minh", list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((admin.Account.StaffCode, "Tạo tài khoản YT.01"), (await Person.ActsAsync(database))[^1]);
    }

    [Theory]
    [InlineData("cb.01", "Administrator", "", HttpStatusCode.Conflict)]
    [InlineData("mã sai", "Administrator", "", HttpStatusCode.BadRequest)]
    [InlineData("cb.02", "UnitOfficer", "", HttpStatusCode.BadRequest)]
    [InlineData("cb.03", "Administrator", "go@laichau", HttpStatusCode.BadRequest)]
    [InlineData("cb.03", "Administrator", "Gõ <go@laichau.gov.vn>", HttpStatusCode.BadRequest)]
    [InlineData("cb.03", "Administrator", "go@laichau.gov.vn, khac@laichau.gov.vn", HttpStatusCode.BadRequest)]
    public async Task Add_OfWhatTheRulesRefuse_KeepsWhatWasTyped(string code, string role, string email, HttpStatusCode status)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        await Person.AddAsync(app, "CB.01", StaffRoles.Appraiser);
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator);

        using var answer = await admin.PostAsync("/quan-tri/tai-khoan/them", Fields(("Input.StaffCode", code), ("Input.FullName", "Hà Văn Gõ"), ("Input.Email", email), ("Input.Roles", role)));

        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotNull(page.QuerySelector(".errors li"));
        Assert.Equal("Hà Văn Gõ", page.QuerySelector("#Input_FullName")!.GetAttribute("value"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Disable_PutsThePersonOutWithinAMinute(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock };
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.Appraiser);
        using var before = await officer.GetAsync("/lam-viec");

        using var disabled = await admin.PostAsync($"/quan-tri/tai-khoan/{officer.Account.Id}", [], "#khoa");
        clock.Advance(TimeSpan.FromSeconds(60));
        using var after = await officer.GetAsync("/lam-viec");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (before.StatusCode, disabled.StatusCode, after.StatusCode));
        Assert.Contains("dang-nhap", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_ByACoordinator_IsForOfficersOnly()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.Appraiser);
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator);

        using var reset = await coordinator.PostAsync($"/quan-tri/tai-khoan/{officer.Account.Id}", [], "#cap-ma");
        var ownPage = await coordinator.OpenAsync($"/quan-tri/tai-khoan/{admin.Account.Id}");

        Assert.NotNull((await SignedIn.ReadAsync(reset)).QuerySelector(".code-slip code"));
        Assert.Null(ownPage.QuerySelector("#cap-ma"));
        await using var db = database.NewContext();
        var register = new StaffRegister(db, TimeProvider.System);
        var actor = new StaffActor(coordinator.Account.Id, coordinator.Account.StaffCode, StaffRoles.Coordinator, UnitId: null);
        await Assert.ThrowsAsync<RefusedException>(() => register.ResetAsync(actor, admin.Account.Id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task HandOver_DisablesTheOldAndMakesTheNew_InOneEvent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        var unit = await UnitAsync(database, "Sở Y tế");
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, unit.Id);

        using var answer = await admin.PostAsync($"/quan-tri/tai-khoan/{officer.Account.Id}/ban-giao", Fields(("Input.StaffCode", "YT.02"), ("Input.FullName", "Vàng A Mới")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = database.NewContext();
        var (old, made) = (await db.StaffAccounts.SingleAsync(a => a.Id == officer.Account.Id), await db.StaffAccounts.SingleAsync(a => a.NormalizedUserName == "YT.02"));
        Assert.Equal((false, true, unit.Id, StaffRoles.UnitOfficer), (old.IsActive, made.IsActive, made.UnitId!.Value, made.Roles));
        Assert.Single(await Person.ActsAsync(database), e => e.Act == $"Bàn giao tài khoản {old.StaffCode} cho YT.02");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_OfAWorkbook_ShowsFirst_ThenMakesAll(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        await UnitAsync(database, "Sở Y tế");
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator);

        var preview = await UploadAsync(admin, ListOf(["can bo don vi", "SỞ Y  TẾ", "Lý A Một", "YT.01", "Chuyên viên", "mot@laichau.gov.vn"], ["Người giám sát", "", "Lý “A” Hai", "NV.01", "", ""]));
        await using var db = database.NewContext();
        Assert.Equal(1, await db.StaffAccounts.CountAsync());
        var text = preview.QuerySelector("input[name=Parcel]")!.GetAttribute("value")!;
        using var confirmed = await ConfirmAsync(admin, preview, text);

        Assert.Equal(2, (await SignedIn.ReadAsync(confirmed)).QuerySelectorAll(".code-slip").Length);
        var made = await db.StaffAccounts.Where(account => account.Id != admin.Account.Id).OrderBy(account => account.UserName).ToListAsync();
        Assert.Equal([("NV.01", "Lý “A” Hai", null, StaffRoles.Auditor), ("YT.01", "Lý A Một", "mot@laichau.gov.vn", StaffRoles.UnitOfficer)], made.Select(account => (account.StaffCode, account.FullName, account.Email, account.Roles)));
        Assert.Equal("Tạo 2 tài khoản từ danh sách", (await Person.ActsAsync(database))[^1].Act);
    }

    [Fact]
    public async Task Import_WithErrors_NamesEachCell_AndStoresNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator);

        var page = await UploadAsync(admin, ListOf(["vua", "Sở Không Có", "", "YT.01", "", ""], ["Điều phối", "", "Lý A Hai", "YT.01", "", "hai@"]));

        var errors = page.QuerySelectorAll(".errors li").Select(error => error.TextContent.Trim()).ToList();
        Assert.Equal(5, errors.Count);
        Assert.Contains(errors, error => error.StartsWith("“hai@” không phải là địa chỉ thư điện tử.", StringComparison.Ordinal) && error.Contains("ô F", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("Thiếu họ và tên.", StringComparison.Ordinal) && error.Contains("ô C", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("Không có đơn vị “Sở Không Có”", StringComparison.Ordinal) && error.Contains("ô B", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("Không hiểu vai trò “vua”", StringComparison.Ordinal) && error.Contains("ô A", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("Mã cán bộ “YT.01” đã có", StringComparison.Ordinal) && error.Contains("ô D", StringComparison.Ordinal));
        await using var db = database.NewContext();
        Assert.Equal(1, await db.StaffAccounts.CountAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recovery_NeedsASecondPersonOfAnotherUnit(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock };
        var (home, health) = (await UnitAsync(database, "Sở Nội vụ"), await UnitAsync(database, "Sở Y tế"));
        using var lost = await Person.WithPasswordAsync(app, "hd.01", StaffRoles.CouncilMember);
        await lost.SignInAsync("hd.01");
        await lost.SetUpSecondFactorAsync(clock);
        var id = await IdAsync(database, "HD.01");
        using var asks = await SignedIn.AsAsync(app, StaffRoles.Coordinator, home.Id);
        using var sameUnit = await SignedIn.AsAsync(app, StaffRoles.Administrator, home.Id);
        using var other = await SignedIn.AsAsync(app, StaffRoles.Coordinator, health.Id);

        using var asked = await asks.PostAsync($"/quan-tri/tai-khoan/{id}", Fields(("Reason", "Mất điện thoại, đã gặp trực tiếp")), "#cap-lai");
        var own = await asks.OpenAsync("/lam-viec/de-nghi");
        var neighbour = await sameUnit.OpenAsync("/lam-viec/de-nghi");
        using var agreed = await other.PostAsync("/lam-viec/de-nghi", Fields(("decision", "dong-y")));

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Null(own.QuerySelector("form[method=post]"));
        Assert.Null(neighbour.QuerySelector("form[method=post]"));
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        await using var db = database.NewContext();
        var account = await db.StaffAccounts.SingleAsync(a => a.Id == id);
        Assert.Equal((false, (long?)null), (account.TwoFactorEnabled, account.LastTotpStep));
        Assert.Equal(["Đề nghị cấp lại xác thực hai bước cho hd.01", "Đồng ý đề nghị: Cấp lại xác thực hai bước cho Lò Văn hd.01 (hd.01)"], (await Person.ActsAsync(database)).Select(e => e.Act).Where(act => act.Contains("đề nghị", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_AfterAnotherPersons_Is409WithBothValues_AndCanBeRepeated(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        using var first = await SignedIn.AsAsync(app, StaffRoles.Administrator);
        using var second = await SignedIn.AsAsync(app, StaffRoles.Administrator);
        await Person.AddAsync(app, "CB.01", StaffRoles.Appraiser);
        var address = $"/quan-tri/tai-khoan/{await IdAsync(database, "CB.01")}/sua";
        var shown = (await second.OpenAsync(address)).QuerySelector("input[name='Input.Stamp']")!.GetAttribute("value")!;

        using var saved = await first.PostAsync(address, Fields(("Input.FullName", "Lò Văn Trước"), ("Input.Post", "Chuyên viên")));
        using var met = await second.PostAsync(address, Fields(("Input.Stamp", shown), ("Input.FullName", "Lò Văn Sau"), ("Input.Post", "Phó trưởng phòng")));
        var page = await SignedIn.ReadAsync(met);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (saved.StatusCode, met.StatusCode));
        var told = page.QuerySelector(".errors")!.TextContent;
        Assert.Contains("Lò Văn Trước", told, StringComparison.Ordinal);
        Assert.Contains("Chuyên viên", told, StringComparison.Ordinal);
        Assert.Equal(("Lò Văn Sau", "Phó trưởng phòng"), (page.QuerySelector("#Input_FullName")!.GetAttribute("value"), page.QuerySelector("#Input_Post")!.GetAttribute("value")));
        await using var db = database.NewContext();
        Assert.Equal("Lò Văn Trước", (await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.NormalizedUserName == "CB.01")).FullName);

        // With both in sight the form as it was answered may be sent.
        var now = page.QuerySelector("input[name='Input.Stamp']")!.GetAttribute("value")!;
        using var repeated = await second.PostAsync(address, Fields(("Input.Stamp", now), ("Input.FullName", "Lò Văn Sau"), ("Input.Post", "Phó trưởng phòng")));
        Assert.NotEqual(shown, now);
        Assert.Equal(HttpStatusCode.Redirect, repeated.StatusCode);
        Assert.Equal("Lò Văn Sau", (await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.NormalizedUserName == "CB.01")).FullName);
    }

    [Fact]
    public async Task AuditLog_IsReadByDay()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor);
        await Person.AddAsync(app, "CB.01", StaffRoles.Appraiser);

        var all = await auditor.OpenAsync("/quan-tri/nhat-ky");
        var other = await auditor.OpenAsync("/quan-tri/nhat-ky?ngay=15/7/2021");
        using var wrong = await auditor.GetAsync("/quan-tri/nhat-ky?ngay=hôm+qua");

        Assert.Contains("Tạo tài khoản CB.01", all.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Không có sự kiện nào", other.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));

    private static async Task<Unit> UnitAsync(TestDatabase database, string name)
    {
        await using var db = database.NewContext();
        var unit = new Unit(name, UnitKind.Department);
        db.Add(unit);
        await db.SetUpAsync();
        return unit;
    }

    private static async Task<Guid> IdAsync(TestDatabase database, string code)
    {
        await using var db = database.NewContext();
        return (await db.StaffAccounts.SingleAsync(account => account.NormalizedUserName == code)).Id;
    }

    /// <summary>A list with its columns in an order of its own, headings without accents.</summary>
    private static byte[] ListOf(params string[][] rows) =>
        new Workbook().Sheet("Danh sách", [["VAI TRO", "don vi", "Ho va ten", "Ma can bo", "Chuc vu", "Thu dien tu"], .. rows]).Bytes();

    [Fact]
    public async Task OwnAccount_WithoutAUnit_SaysThatItConfirmsNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var without = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var within = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);

        Assert.Contains("chưa có đơn vị", (await without.OpenAsync("/tai-khoan")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await within.OpenAsync("/tai-khoan")).QuerySelector(".notice"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> UploadAsync(SignedIn admin, byte[] file)
    {
        var page = await admin.OpenAsync("/quan-tri/tai-khoan/nhap");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(Token(page)), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "Upload", "can-bo.xlsx" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/quan-tri/tai-khoan/nhap") { Content = content };
        return await SignedIn.ReadAsync(await admin.SendAsync(request));
    }

    private static Task<HttpResponseMessage> ConfirmAsync(SignedIn admin, AngleSharp.Html.Dom.IHtmlDocument preview, string text) =>
        admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/quan-tri/tai-khoan/nhap?handler=confirm")
        {
            Content = new FormUrlEncodedContent(Fields(("__RequestVerificationToken", Token(preview)), ("Parcel", text))),
        });

    private static string Token(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
