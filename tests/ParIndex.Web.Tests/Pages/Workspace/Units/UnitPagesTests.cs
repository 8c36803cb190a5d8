using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Units;

public sealed class UnitPagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Add_ANewUnit_StandsInTheRegisterAndTheLogSaysWho(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync("/lam-viec/don-vi/them", Fields.Of(("Name", "Xã  Sìn Hồ"), ("Kind", "Commune"), ("ValidFrom", "1/7/2025")));

        Assert.Equal("/lam-viec/don-vi/xa-sin-ho", answer.Headers.Location?.ToString());
        await using var db = database.NewContext();
        var unit = await db.Units.SingleAsync();
        Assert.Equal(("Xã Sìn Hồ", UnitKind.Commune, new DateOnly(2025, 7, 1)), (unit.CurrentName.Name, unit.Kind, unit.ValidFrom));
        Assert.Equal(person.Account.StaffCode, (await db.AuditEvents.SingleAsync(saved => saved.Act == "Thêm đơn vị xa-sin-ho")).Actor);
        Assert.Contains("Đã thêm Xã Sìn Hồ", (await person.OpenAsync("/lam-viec/don-vi/xa-sin-ho")).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Add_ATakenName_IsRefusedAndKeepsWhatWasTyped(DatabaseKind kind)
    {
        await using var database = await WithUnitsAsync(kind, "Sở Nội vụ");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync("/lam-viec/don-vi/them", Fields.Of(("Name", "SỞ NỘI VỤ"), ("NameEn", "Home Affairs"), ("Kind", "Department")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        Assert.Contains("so-noi-vu", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Home Affairs", page.QuerySelector<IHtmlInputElement>("[name='Input.NameEn']")!.Value);
    }

    [Theory]
    [InlineData("Name", "…")]
    [InlineData("Kind", "Planet")]
    [InlineData("ValidFrom", "31/2/2025")]
    public async Task Add_AWrongField_IsNamedInTheSummaryWithALinkToIt(string field, string value)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var fields = Fields.Of(("Name", "Sở Nội vụ"), ("Kind", "Department"), ("ValidFrom", ""));
        fields["Input." + field] = value;

        var answer = await person.PostAsync("/lam-viec/don-vi/them", fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal("#Input_" + field, Assert.Single(page.QuerySelectorAll(".errors a")).GetAttribute("href"));
        await using var db = database.NewContext();
        Assert.False(await db.Units.AnyAsync());
    }

    [Fact]
    public async Task Name_ThatLooksLikeMarkup_IsShownAsText()
    {
        await using var database = await WithUnitsAsync(DatabaseKind.Sqlite, "Sở <script>alert(1)</script>");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Auditor);

        var page = await person.OpenAsync("/lam-viec/don-vi/so-script-alert-1-script");

        Assert.Equal("Sở <script>alert(1)</script>", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.Scripts);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rename_FromADay_KeepsTheUnitAndItsOldName(DatabaseKind kind)
    {
        await using var database = await WithUnitsAsync(kind, "Ban Dân tộc");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync("/lam-viec/don-vi/ban-dan-toc/doi-ten", Fields.Of(("Name", "Sở Dân tộc và Tôn giáo"), ("From", "1/3/2025")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = database.NewContext();
        var unit = await db.Units.SingleAsync();
        Assert.Equal(("ban-dan-toc", "Ban Dân tộc", "Sở Dân tộc và Tôn giáo"), (unit.Code, unit.NameIn(2024).Name, unit.NameIn(2025).Name));
        var found = await person.OpenAsync("/lam-viec/don-vi?q=ban+dan+toc");
        Assert.Contains("Tên trước đây: Ban Dân tộc", found.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rename_AfterSomebodyElse_IsRefusedShowsBothAndCanBeRepeated(DatabaseKind kind)
    {
        await using var database = await WithUnitsAsync(kind, "Ban Dân tộc");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var stale = (await person.OpenAsync("/lam-viec/don-vi/ban-dan-toc/doi-ten")).QuerySelector<IHtmlInputElement>("[name='Input.Version']")!.Value;
        await person.PostAsync("/lam-viec/don-vi/ban-dan-toc/doi-ten", Fields.Of(("Name", "Ban Dân tộc và Tôn giáo"), ("From", "1/2/2025")));

        var answer = await person.PostAsync("/lam-viec/don-vi/ban-dan-toc/doi-ten", Fields.Of(("Version", stale), ("Name", "Sở Dân tộc và Tôn giáo"), ("From", "1/3/2025")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        Assert.Contains("Ban Dân tộc và Tôn giáo", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Sở Dân tộc và Tôn giáo", page.QuerySelector<IHtmlInputElement>("[name='Input.Name']")!.Value);
        var fresh = page.QuerySelector<IHtmlInputElement>("[name='Input.Version']")!.Value;
        Assert.NotEqual(stale, fresh);
        var again = await person.PostAsync("/lam-viec/don-vi/ban-dan-toc/doi-ten", Fields.Of(("Version", fresh), ("Name", "Sở Dân tộc và Tôn giáo"), ("From", "1/3/2025")));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Theory]
    [InlineData("doi-ten", "Name=Sở Mới|From=1/1/1996", "chưa có")]
    [InlineData("doi-ten", "Name=Sở Tài chính|From=1/3/2025", "so-tai-chinh")]
    [InlineData("cach-viet", "Text=Sở Tài chính", "so-tai-chinh")]
    [InlineData("cach-viet", "Text=SỞ NỘI  VỤ", "đã được nhận ra")]
    [InlineData("ket-thuc", "LastDay=1/1/1996", "bắt đầu sau")]
    public async Task Change_AgainstTheRules_IsRefusedAndChangesNothing(string page, string typed, string reason)
    {
        await using var database = await WithUnitsAsync(DatabaseKind.Sqlite, "Sở Tài chính");
        await using (var setup = database.NewContext())
        {
            setup.Add(new Unit("Sở Nội vụ", UnitKind.Department, validFrom: new DateOnly(1997, 1, 1)));
            await setup.SetUpAsync();
        }

        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.PostAsync($"/lam-viec/don-vi/so-noi-vu/{page}", Fields.Of([.. typed.Split('|').Select(field => (field.Split('=')[0], field.Split('=')[1]))]));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(reason, (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = database.NewContext();
        var unit = await db.Units.SingleAsync(unit => unit.Code == "so-noi-vu");
        Assert.Equal((1, 0, (DateOnly?)null), (unit.Names.Count, unit.Aliases.Count, unit.ValidTo));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AliasAndLastDay_AreRecorded(DatabaseKind kind)
    {
        await using var database = await WithUnitsAsync(kind, "Sở Giao thông vận tải");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        await person.PostAsync("/lam-viec/don-vi/so-giao-thong-van-tai/cach-viet", Fields.Of(("Text", "Sở GTVT")));
        await person.PostAsync("/lam-viec/don-vi/so-giao-thong-van-tai/ket-thuc", Fields.Of(("LastDay", "28/2/2025")));

        await using var db = database.NewContext();
        var unit = await db.Units.SingleAsync();
        Assert.Equal(("Sở GTVT", new DateOnly(2025, 2, 28)), (Assert.Single(unit.Aliases).Text, unit.ValidTo));
        Assert.True(unit.IsCalledIn(2025, "SỞ  GTVT"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Officers_OfTheUnit_AreShownAndNobodyElses(DatabaseKind kind)
    {
        await using var database = await WithUnitsAsync(kind, "Sở Nội vụ", "Sở Tài chính");
        await using var app = new TestApp(database);
        await using (var db = database.NewContext())
        {
            var units = await db.Units.ToDictionaryAsync(unit => unit.Code, unit => unit.Id);
            db.Add(new StaffAccount("NV1", "Trần Thị <b>Bình</b>", StaffRoles.UnitOfficer, units["so-noi-vu"]) { Post = "Chuyên viên" });
            db.Add(new StaffAccount("NV2", "Lê Văn Nghỉ", StaffRoles.UnitOfficer, units["so-noi-vu"]) { IsActive = false });
            db.Add(new StaffAccount("TC1", "Phạm Văn Khác", StaffRoles.UnitOfficer, units["so-tai-chinh"]));
            await db.SetUpAsync();
        }

        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var page = await person.OpenAsync("/lam-viec/don-vi/so-noi-vu");

        var officer = Assert.Single(page.QuerySelectorAll("main .list li"));
        Assert.Contains("Trần Thị <b>Bình</b>", officer.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lê Văn Nghỉ", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lam-viec/don-vi/them")]
    [InlineData("/lam-viec/don-vi/sap-xep")]
    [InlineData("/lam-viec/don-vi/so-noi-vu/doi-ten")]
    [InlineData("/lam-viec/nhap-so-lieu/bang")]
    [InlineData("/lam-viec/nhap-so-lieu/diem-tieu-chi")]
    public async Task Pages_ThatChange_AreClosedToEveryoneButCoordinators(string address)
    {
        await using var database = await WithUnitsAsync(DatabaseKind.Sqlite, "Sở Nội vụ");
        await using var app = new TestApp(database);

        Assert.Equal(HttpStatusCode.Redirect, (await app.Open().GetAsync(address)).StatusCode);
        foreach (var role in Enum.GetValues<StaffRoles>())
        {
            using var person = await SignedIn.AsAsync(app, role);
            var answer = await person.GetAsync(address);
            Assert.Equal(role == StaffRoles.Coordinator, answer.StatusCode == HttpStatusCode.OK);
        }
    }

    internal static async Task<TestDatabase> WithUnitsAsync(DatabaseKind kind, params string[] names)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        db.AddRange(names.Select(name => new Unit(name, UnitKind.Department)));
        await db.SetUpAsync();
        return database;
    }
}
