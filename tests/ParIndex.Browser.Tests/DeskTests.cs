using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>The way through the desk by clicks alone: its menu, and the parts of a scorecard.</summary>
[Collection(PortalCollection.Name)]
public sealed class DeskTests(Portal portal)
{
    /// <summary>Those with the most entries.</summary>
    private const StaffRoles Most = StaffRoles.Coordinator | StaffRoles.Administrator;

    private static readonly string[] Entries = ["Việc của tôi", "Kỳ đánh giá", "Phiếu chấm điểm", "Tài liệu", "Bộ tiêu chí", "Đơn vị", "Nhập số liệu", "Tài khoản", "Đề nghị", "Nhật ký"];

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(Window.Phone, true)]
    [InlineData(Window.Phone, false)]
    public async Task Menu_OfWhoHasTheMostEntries_IsOneLine_AndReachesThemAll(int width, bool withScript)
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        using var person = await SignedIn.AsAsync(app, Most, test.HomeAffairs.Id);

        await portal.VisitAsync(home, new Window(width) { Scripts = withScript }, async visit =>
        {
            var page = visit.Page;
            await page.GotoAsync("/lam-viec");
            var head = await page.Locator("header.staff").BoundingBoxAsync();
            Assert.InRange(head!.Height, 40, 64);
            await Expect(page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "Đăng xuất" })).ToBeInViewportAsync(new() { Ratio = 1 });
            var (seen, last) = (new List<string>(), 0f);
            foreach (var part in await page.Locator("header .mark, header nav.main > ul > li > a, header nav.main summary, header .who a, header .menu > summary").AllAsync())
            {
                if (await part.IsVisibleAsync())
                {
                    var box = (await part.BoundingBoxAsync())!;
                    Assert.True(box.X >= last - 1, $"{await part.InnerTextAsync()} lies at {box.X}, over what ends at {last}");
                    last = box.X + box.Width;
                }
            }

            Assert.InRange(last, 1, width);
            foreach (var fold in await page.Locator("header summary").AllAsync())
            {
                if (await fold.IsVisibleAsync())
                {
                    await fold.ClickAsync();
                    seen.AddRange(await SeenAsync(page));
                }
            }

            Assert.Empty(Entries.Except(seen));
            await page.GetByRole(AriaRole.Link, new() { Name = "Nhật ký", Exact = true }).ClickAsync();
            await Expect(page.Locator("h1")).ToContainTextAsync("Nhật ký");
            await page.GetByRole(AriaRole.Link, new() { Name = "Đăng xuất" }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("Đăng xuất");
        }, person.Cookie);
    }

    [Fact]
    public async Task Officer_ReachesEveryPartOfTheScorecard_AndTheSubmission_ByClicksAlone()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var round = await OpenRound.AddAsync(database);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        var officer = new StaffMember("CB77", await CodeAsync(app, "CB77", round.Test.Justice.Id), needsSecondFactor: false);

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            var page = visit.Page;
            var parts = page.GetByRole(AriaRole.Navigation, new() { Name = "Các phần của phiếu chấm điểm" });
            Task ClickAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
            await visit.GoAsync("/");
            await page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Đăng nhập cán bộ" }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("Đăng nhập");
            await officer.ActivateAsync(visit);
            await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
            await ClickAsync("Bắt đầu chấm");
            await Expect(page.Locator("h1")).ToContainTextAsync("Sở Tư pháp");
            (string Part, string Heading)[] all =
            [
                ("Nộp phiếu", "Nộp phiếu chấm điểm"), ("Tài liệu", "Tài liệu kiểm chứng"), ("Giải trình", "Giải trình"), ("Báo cáo", "Báo cáo kết quả tự chấm điểm"), ("Trong đơn vị", "Trong đơn vị"), ("Quá trình", "Quá trình của phiếu chấm điểm"), ("Chấm điểm", "Sở Tư pháp"),
            ];
            foreach (var (part, heading) in all)
            {
                await parts.GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();
                await Expect(page.Locator("h1")).ToContainTextAsync(heading);
                await Expect(parts.Locator("[aria-current=page]")).ToHaveTextAsync(part);
                await Expect(parts.GetByRole(AriaRole.Link)).ToHaveCountAsync(all.Length);
            }

            // Pages below a part have the bar, too.
            await page.GetByText("Tải, nhập XLSX").ClickAsync();
            await ClickAsync("Nhập từ XLSX, xem trước");
            await Expect(parts.Locator("[aria-current=true]")).ToHaveTextAsync("Chấm điểm");
            await parts.GetByRole(AriaRole.Link, new() { Name = "Nộp phiếu" }).ClickAsync();
            await page.Locator("#danh-muc a").First.ClickAsync();
            await Expect(parts.Locator("[aria-current=true]")).ToHaveTextAsync("Chấm điểm");
            await ClickAsync("Thêm hoặc bỏ tài liệu");
            await Expect(parts.Locator("[aria-current=true]")).ToHaveTextAsync("Tài liệu");
            await parts.GetByRole(AriaRole.Link, new() { Name = "Nộp phiếu" }).ClickAsync();
            await Expect(page.Locator("h1")).ToContainTextAsync("Nộp phiếu chấm điểm");
        }, cookie: null);
    }

    private static async Task<string> CodeAsync(TestApp app, string code, Guid unitId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<StaffRegister>().AddAsync("test", [new(code, "Lò Thị Mai", Post: null, StaffRoles.UnitOfficer, unitId)]))[0].Code;
    }

    private static async Task<IReadOnlyList<string>> SeenAsync(IPage page)
    {
        var seen = new List<string>();
        foreach (var link in await page.Locator("header a").AllAsync())
        {
            if (await link.IsVisibleAsync())
            {
                seen.Add((await link.InnerTextAsync()).Trim());
            }
        }

        return seen;
    }
}
