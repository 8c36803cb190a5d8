using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>An annex is sent, looked at, corrected in place and taken over: by clicks from the desk, with script and without.</summary>
[Collection(PortalCollection.Name)]
public sealed class AnnexPreviewTests(Portal portal)
{
    private const string CommuneSet = "F02-commune-layout-formula-and-cumulative.docx";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Annex_CorrectedInPlace_BecomesTheSetThatIsShown(bool withScript)
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        await portal.VisitAsync(home, new Window { Scripts = withScript }, async visit =>
        {
            var page = visit.Page;
            await page.GotoAsync("/lam-viec");
            await page.Locator("nav.main summary", new() { HasText = "Danh mục" }).ClickAsync();
            await page.Locator("nav.main").GetByRole(AriaRole.Link, new() { Name = "Bộ tiêu chí" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Nhập từ phụ lục quyết định" }).ClickAsync();
            await page.GetByLabel("Năm đánh giá").FillAsync("2027");
            await page.GetByLabel("Nhóm đơn vị").SelectOptionAsync("so-nganh");
            await page.GetByLabel("Tệp phụ lục").SetInputFilesAsync(new FilePayload { Name = CommuneSet, MimeType = "", Buffer = await CaseAsync() });
            await page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();

            // The row of the criterion is opened where it stands, and corrected.
            var row = page.Locator("tr", new() { Has = page.Locator(".became", new() { HasText = "4.2 " }) });
            await row.GetByRole(AriaRole.Link, new() { Name = "Sửa" }).ClickAsync();
            await page.GetByLabel("Tên", new() { Exact = true }).FillAsync("Tuyên truyền cải cách hành chính");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ghi sửa" }).ClickAsync();
            await Expect(row.Locator(".became")).ToContainTextAsync("4.2 Tuyên truyền cải cách hành chính");
            await Expect(row.Locator(".cut")).ToContainTextAsync("đã sửa tay");

            await page.GetByRole(AriaRole.Button, new() { Name = "Nhận bộ tiêu chí" }).ClickAsync();
            await Expect(page.Locator("main tbody th", new() { HasText = "Tuyên truyền cải cách hành chính" })).ToHaveCountAsync(1);
        }, coordinator.Cookie);

        await using var stored = database.NewContext();
        var set = await stored.CriteriaSets.Include(set => set.Criteria).SingleAsync(set => set.Year == 2027);
        Assert.Equal((2027, "so-nganh", "Tuyên truyền cải cách hành chính"), (set.Year, set.GroupSlug, set.Criteria.Single(node => node.Code == "4.2").Name));
    }

    private static async Task<byte[]> CaseAsync()
    {
        await using var stream = typeof(AnnexPreviewTests).Assembly.GetManifestResourceStream(CommuneSet)!;
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
