using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Workspace.Units;

/// <summary>The register of units from a list: looked at first, then all of it or nothing.</summary>
public sealed class UnitImportTests
{
    private const string Address = "/lam-viec/don-vi/nhap";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PastedList_IsShownAndThenAdded_WithTwinsAsUnitsOfTheirOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            db.Add(new Unit("Sở Nội vụ", UnitKind.Department));
            await db.SetUpAsync();
        }

        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var shown = await coordinator.PostAsync(Address, Fields("Sở Nội vụ\nSở Tư pháp\nXã Ba Tơ\nXã Ba Tô\nVăn phòng UBND tỉnh\nHội Nông dân\n"));
        var page = await SignedIn.ReadAsync(shown);

        Assert.Contains("Đọc được 06 đơn vị, 05 đơn vị mới", page.QuerySelector(".lede").Words(), StringComparison.Ordinal);
        Assert.Contains("“Xã Ba Tơ”, “Xã Ba Tô” chỉ khác nhau ở dấu", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(["Đã có, bỏ qua", "Thêm", "Thêm", "Thêm", "Thêm", "Thêm"], page.QuerySelectorAll("tbody td:last-child").Select(cell => cell.Words()));
        await using (var db = database.NewContext())
        {
            Assert.Equal(1, await db.Units.CountAsync());
        }

        using var added = await ConfirmAsync(coordinator, page);
        Assert.Equal("/lam-viec/don-vi", added.Headers.Location?.OriginalString);
        await using (var db = database.NewContext())
        {
            var units = await db.Units.AsNoTracking().ToListAsync();
            Assert.Equal(
                [("hoi-nong-dan", UnitKind.Other), ("so-noi-vu", UnitKind.Department), ("so-tu-phap", UnitKind.Department), ("van-phong-ubnd-tinh", UnitKind.Department), ("xa-ba-to", UnitKind.Commune), ("xa-ba-to-2", UnitKind.Commune)],
                units.Select(unit => (unit.Code, unit.Kind)).Order());
        }

        // Sent once more, it finds that all of it is there.
        using var again = await ConfirmAsync(coordinator, page);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task Workbook_WithKindsAndEnglishNames_IsRead()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var workbook = new Workbook().Sheet("Danh mục", ["Danh mục đơn vị", "", ""], ["Tên tiếng Anh", "Tên đơn vị", "Loại"], ["Department of Health", "Sở Y tế", "Sở, ban, ngành"], ["", "Ban Quản lý khu kinh tế", "Khác"]).Bytes();

        using var shown = await coordinator.UploadAsync(Address, "don-vi.xlsx", workbook, [], "Upload");
        using var added = await ConfirmAsync(coordinator, await SignedIn.ReadAsync(shown));

        await using var db = database.NewContext();
        Assert.Equal([("Ban Quản lý khu kinh tế", UnitKind.Other, null), ("Sở Y tế", UnitKind.Department, "Department of Health")],
            (await db.Units.AsNoTracking().ToListAsync()).Select(unit => (unit.CurrentName.Name, unit.Kind, unit.CurrentName.NameEn)).OrderBy(unit => unit.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task ListWithProblems_NamesEachRow_AndStoresNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        using var refused = await coordinator.PostAsync(Address, Fields("Tên đơn vị\tLoại\nSở Y tế\tSở\nSở  y tế\t\n\tXã\nSở Tư pháp\tPhòng ban\n"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await SignedIn.ReadAsync(refused);
        var problems = page.QuerySelectorAll(".errors li").Select(problem => problem.Words()).ToList();
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("“Sở y tế” đã có ở", StringComparison.Ordinal) && problem.Contains("dòng 3", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("Thiếu tên đơn vị", StringComparison.Ordinal) && problem.Contains("dòng 4", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("Không hiểu loại đơn vị “Phòng ban”", StringComparison.Ordinal) && problem.Contains("dòng 5", StringComparison.Ordinal));
        Assert.Contains("Sở  y tế", page.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
        await using var db = database.NewContext();
        Assert.Equal(0, await db.Units.CountAsync());
        Assert.Equal(0, await db.ImportDrafts.CountAsync());
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string text) => [KeyValuePair.Create("Text", text)];

    /// <summary>Presses the button of a preview.</summary>
    private static async Task<HttpResponseMessage> ConfirmAsync(SignedIn person, IDocument page)
    {
        using var form = new FormUrlEncodedContent(page.QuerySelectorAll("form[method=post] input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)));
        using var request = new HttpRequestMessage(HttpMethod.Post, page.QuerySelector("form[method=post]")!.GetAttribute("action")) { Content = form };
        return await person.SendAsync(request);
    }
}
