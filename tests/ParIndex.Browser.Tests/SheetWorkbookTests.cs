using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParIndex.Application.Data;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>The sheet goes out as a workbook and comes back, from the sign-in page on, by what the pages hold.</summary>
[Collection(PortalCollection.Name)]
public sealed class SheetWorkbookTests(Portal portal)
{
    [Fact]
    public async Task Workbook_IsSentDiscardedAndAccepted_InABrowser()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var round = await OpenRound.AddAsync(database);
        var account = await round.AddOfficerAsync(round.Test.Justice, "CB77");
        await using var app = new TestApp(database).With("Proxies", "127.0.0.1");
        var home = app.Listen();
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        var code = (await accounts.StaffAccounts.SingleAsync(known => known.Id == account.Id)).IssueCode(DateTime.UtcNow);
        await accounts.SaveAsync(new("test", "Cấp mã"));
        var officer = new StaffMember(account.StaffCode, code, needsSecondFactor: false);

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            var page = visit.Page;
            await officer.ActivateAsync(visit);
            await page.Context.ClearCookiesAsync();
            await officer.SignInAsync(visit);
            await page.GetByRole(AriaRole.Link, new() { Name = "Phiếu chấm điểm", Exact = true }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Mở phiếu chấm điểm" }).ClickAsync();
            await page.GetByText("Tải, nhập XLSX").ClickAsync();
            var sheet = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải phiếu dạng XLSX" }).ClickAsync());
            var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
            await File.WriteAllBytesAsync(file, FilledSheet.Of(await File.ReadAllBytesAsync(await sheet.PathAsync()), "1.2.2", "0.2"));

            await page.GetByRole(AriaRole.Link, new() { Name = "Nhập từ XLSX" }).ClickAsync();
            await SendAsync();
            await visit.SendAsync("Bỏ tệp này");
            await Expect(page.Locator("main")).ToContainTextAsync("Đã bỏ tệp; không có gì thay đổi.");
            await SendAsync();
            await visit.SendAsync("Nhận tất cả thay đổi");
            await Expect(page.Locator("main")).ToContainTextAsync("Đã nhận 01 ô từ tệp.");
            File.Delete(file);

            async Task SendAsync()
            {
                await page.GetByLabel("Phiếu đã nhập").SetInputFilesAsync(file);
                await visit.SendAsync("Xem các thay đổi");
                await Expect(page.Locator("#so-luong")).ToContainTextAsync("1 ô thay đổi");
            }
        }, cookie: null);

        await using var db = database.NewContext();
        Assert.Equal(0.2m, Assert.Single(await db.ScoreEdits.ToListAsync()).Points);
    }
}
