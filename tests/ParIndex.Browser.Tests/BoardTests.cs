using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>Units are chosen on the board of a round, what would be done to them is looked at, and done: by clicks, with script and without.</summary>
[Collection(PortalCollection.Name)]
public sealed class BoardTests(Portal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Chosen_Previewed_AndDone_ByClicks(bool withScript)
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.BringAsync(ScorecardState.FirstAppraisal, world.Test.HomeAffairs);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);

        await portal.VisitAsync(home, new Window { Scripts = withScript }, async visit =>
        {
            var page = visit.Page;
            var said = page.Locator("[data-chosen]");
            await page.GotoAsync(world.Test.Address + "/tien-do");

            // All that are shown, none, and one by one.
            await page.GetByRole(AriaRole.Link, new() { Name = "Chọn tất cả 03 đơn vị đang hiển thị" }).ClickAsync();
            await Expect(said).ToHaveTextAsync("Đã chọn 03 đơn vị");
            await Expect(page.GetByLabel("Chọn Sở Tư pháp")).ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Bỏ chọn" }).ClickAsync();
            await Expect(page.GetByLabel("Chọn Sở Tư pháp")).Not.ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Lọc theo tình trạng và bước" }).GetByRole(AriaRole.Link, new() { Name = "Chờ kết thúc bước" }).ClickAsync();
            await Expect(page.GetByLabel("Chọn Văn phòng UBND tỉnh")).ToHaveCountAsync(0);
            await page.GetByLabel("Chọn Sở Tư pháp").CheckAsync();
            await page.GetByLabel("Chọn Sở Nội vụ").CheckAsync();
            if (withScript)
            {
                await Expect(said).ToHaveTextAsync("Đã chọn 02 đơn vị");
            }

            // Looked at first: the own unit is named with its reason, nothing is done yet.
            await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc bước" }).ClickAsync();
            await Expect(page.Locator(".lede")).ToContainTextAsync("thực hiện được cho 01, không thực hiện cho 01");
            await Expect(page.Locator("#khong-thuc-hien li")).ToContainTextAsync("Sở Nội vụ");
            await Expect(page.Locator("#se-thuc-hien li")).ToContainTextAsync("Sở Tư pháp");
            Assert.Equal(ScorecardState.FirstAppraisal, (await world.ReadAsync()).Card.State);
            await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc bước: 01 đơn vị" }).ClickAsync();
            await Expect(page.Locator("main [role=status]")).ToContainTextAsync("đã thực hiện cho 01 đơn vị. Chưa thực hiện được cho 01 đơn vị");
            await Expect(page.Locator("#khong-thuc-hien li")).ToContainTextAsync("Sở Nội vụ");
            await page.GetByRole(AriaRole.Link, new() { Name = "Về bảng tiến độ" }).ClickAsync();
            await Expect(page.Locator("tr", new() { HasText = "Sở Tư pháp" })).ToContainTextAsync("Giải trình");
        }, coordinator.Cookie);

        await using var db = database.NewContext();
        Assert.Equal(1, await db.Scorecards.CountAsync(card => card.State == ScorecardState.Explanation));
    }
}
