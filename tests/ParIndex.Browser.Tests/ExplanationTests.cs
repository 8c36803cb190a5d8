using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>Several explanations are typed and one is sent: the others are still there, with script and without.</summary>
[Collection(PortalCollection.Name)]
public sealed class ExplanationTests(Portal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SeveralTyped_OneSent_LosesNone(bool withScript)
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);
        var address = $"/lam-viec/phieu-cham-diem/{await world.IdAsync(world.Test.Justice)}/giai-trinh";

        await portal.VisitAsync(home, new Window { Scripts = withScript }, async visit =>
        {
            var page = visit.Page;
            visit.IsTroubled = true;
            ILocator Text(string leaf) => page.GetByLabel($"Giải trình tiêu chí {leaf}");
            ILocator Keeps(string leaf) => page.Locator($"#tc-{leaf.Replace('.', '-')}").GetByLabel("Giữ điểm tự chấm");
            Task SendAsync(string leaf) => page.Locator($"#tc-{leaf.Replace('.', '-')}").GetByRole(AriaRole.Button).ClickAsync();
            await page.GotoAsync(address);
            await Text("1.1").FillAsync("Báo cáo số 1");
            await Keeps("1.1").CheckAsync();
            await Text("1.2").FillAsync("Báo cáo số 2\ncó hai dòng");
            await Text("1.3").FillAsync("Báo cáo số 3");
            await Keeps("1.3").CheckAsync();

            // Sent without a choice: refused, and all is there.
            await SendAsync("1.2");
            await Expect(page.Locator(".errors")).ToContainTextAsync("Chọn giữ điểm tự chấm");
            await AllAsync("Báo cáo số 1", "Báo cáo số 2\ncó hai dòng", "Báo cáo số 3");
            await Keeps("1.2").CheckAsync();
            await SendAsync("1.2");
            await Expect(page.Locator("main")).ToContainTextAsync("Đã gửi giải trình.");
            await Expect(page.Locator("main")).ToContainTextAsync("Nội dung đã gõ cho các tiêu chí khác còn nguyên dưới đây");
            await AllAsync("Báo cáo số 1", "Báo cáo số 2\ncó hai dòng", "Báo cáo số 3");
            await Expect(Keeps("1.3")).ToBeCheckedAsync();
            await SendAsync("1.1");
            await Expect(page.Locator("#tc-1-1")).ToContainTextAsync("Lưu giải trình sửa lại");
            await AllAsync("Báo cáo số 1", "Báo cáo số 2\ncó hai dòng", "Báo cáo số 3");
            if (withScript)
            {
                // Past a reload, and past a session that ended.
                await page.GotoAsync(address);
                await AllAsync("Báo cáo số 1", "Báo cáo số 2\ncó hai dòng", "Báo cáo số 3");
                await Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
                await Text("1.3").FillAsync("Báo cáo số 3, bản sửa");
                await page.Context.ClearCookiesAsync();
                await SendAsync("1.3");
                await page.WaitForURLAsync("**/dang-nhap**");
                await page.Context.AddCookiesAsync([Portal.Session(home, officer.Cookie)]);
                await page.GotoAsync(address);
                await AllAsync("Báo cáo số 1", "Báo cáo số 2\ncó hai dòng", "Báo cáo số 3, bản sửa");
                await Expect(Keeps("1.3")).ToBeCheckedAsync();
            }

            await SendAsync("1.3");
            await Expect(page.Locator("#tc-1-3")).ToContainTextAsync("Lưu giải trình sửa lại");
            await page.GotoAsync(address);
            await Expect(page.Locator("[data-restored]")).ToBeHiddenAsync();

            async Task AllAsync(params string[] texts)
            {
                foreach (var (leaf, text) in new[] { "1.1", "1.2", "1.3" }.Zip(texts))
                {
                    await Expect(Text(leaf)).ToHaveValueAsync(text);
                }
            }
        }, officer.Cookie);

        await using var db = database.NewContext();
        Assert.Equal(3, await db.Explanations.CountAsync(explanation => explanation.AnsweredBy == officer.Account.Id));
    }
}
