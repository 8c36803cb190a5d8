using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Browser.Tests;

/// <summary>The sheet under the hands of an officer: at a desk, on a phone, on a line that breaks.</summary>
[Collection(PortalCollection.Name)]
public sealed class SheetTests(Portal portal, ITestOutputHelper output)
{
    [Fact]
    public async Task Keyboard_Alone_FillsCellsThatAreSaved()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await visit.GoAsync(desk.Address);
            await page.FocusAsync("[name='a-1.1.2']");
            await keys.TypeAsync("48");
            await keys.PressAsync("ArrowRight");
            await keys.TypeAsync("50");
            await keys.PressAsync("Enter");
            await desk.SavedAsync(page, "1.1.2");
            Assert.Equal("1,44", await page.InputValueAsync("[name='p-1.1.2']"));
            await page.FocusAsync("[name='p-1.2.2']");
            await keys.TypeAsync("0.2");
            await keys.PressAsync("ArrowDown");
            await desk.SavedAsync(page, "1.2.2");
            Assert.Equal("a-1.2.3", await page.EvaluateAsync<string>("() => document.activeElement.name.replace('p-', 'a-')"));
            await page.FocusAsync("[name='p-1.2.2']");
            await keys.TypeAsync("9");
            await keys.PressAsync("Escape");
            Assert.Equal("0,20", await page.InputValueAsync("[name='p-1.2.2']"));

            Assert.Equal("1,64", await page.TextContentAsync("#thanh [data-k=points]"));
            Assert.Equal("1,64", await page.TextContentAsync("[data-sum='1']"));
            await visit.GoAsync(desk.Address);
            Assert.Equal("0,20", await page.InputValueAsync("[name='p-1.2.2']"));

            await page.FocusAsync("[name='p-1.2.2']");
            await page.FillAsync("[name='p-1.2.2']", "0,1");
            await keys.PressAsync("Enter");
            await desk.SavedAsync(page, "1.2.2");
            await page.FocusAsync("[name='p-1.2.2']");
            await keys.PressAsync("Control+z");
            await page.WaitForFunctionAsync("() => document.querySelector('[name=\"p-1.2.2\"]').dataset.was === '0,20'");
        }, desk.SignedInAs);
        Assert.Equal(0.2m, await desk.PointsAsync("1.2.2"));
        Assert.Equal(4, await desk.EditsAsync());
    }

    [Fact]
    public async Task Paste_Of93Values_IsOneGesture()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        var folder = await desk.FolderAsync();
        var block = string.Join("\r\n", folder.Set.Leaves.Select(leaf => leaf.Code == "1.2.2" ? "nhiều" : leaf.Rule is LevelsRule rule ? rule.Levels[0].Statement : AnswerText.Points(leaf.MaxScore))) + "\r\n";
        var open = folder.Card.Cells.Count(cell => cell.Stage == ScoreStage.SelfScore);
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await page.FocusAsync("[name='l-1.1.1']");
            await page.EvaluateAsync("text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", block);
            await page.WaitForSelectorAsync("#dan tbody tr");
            await Pictures.TakeAsync(page, "sheet-paste");
            Assert.Equal(93, await page.Locator("#dan tbody tr").CountAsync());
            Assert.Contains("1.2.2: điểm “nhiều” không phải là số hợp lệ", await page.InnerTextAsync("#dan"), StringComparison.Ordinal);
            await page.ClickAsync("#dan .btn.primary");
            await page.WaitForFunctionAsync("count => document.querySelectorAll('[data-s=saved]').length === count", open - 1);
            Assert.Equal(open - 1, await desk.EditsAsync());

            await page.ClickAsync("#hoan-tac");
            await page.WaitForFunctionAsync("() => document.querySelector('#thanh [data-k=given]').textContent === '0'");
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task Typing_OnALineThatBroke_SurvivesAndIsSavedWhenItIsBack()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(390), async visit =>
        {
            visit.IsTroubled = true;
            var context = visit.Page.Context;
            await visit.GoAsync(desk.Address);
            await context.SetOfflineAsync(true);
            await visit.Page.FillAsync("[name='p-1.2.2']", "0,15");
            await visit.Page.Keyboard.PressAsync("Enter");
            await visit.Page.WaitForSelectorAsync("#t-1\\.2\\.2 [data-s=queued]");
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('#trang-thai').textContent.includes('còn giữ')");
            await visit.Page.CloseAsync();
            Assert.Equal(0, await desk.EditsAsync());

            await context.SetOfflineAsync(false);
            var again = await context.NewPageAsync();
            await again.GotoAsync(desk.Address);
            await desk.SavedAsync(again, "1.2.2");
            Assert.Equal("0,15", await again.InputValueAsync("[name='p-1.2.2']"));
        }, desk.SignedInAs);
        Assert.Equal(0.15m, await desk.PointsAsync("1.2.2"));
        Assert.Equal(1, await desk.EditsAsync());
    }

    [Fact]
    public async Task Typing_AfterTheSessionEnded_IsKeptUntilSignedInAgain()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            visit.IsTroubled = true;
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await page.Context.ClearCookiesAsync(new() { Name = desk.Session.Name });
            await page.FillAsync("[name='p-1.2.2']", "0,15");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync("#thanh-loi:visible");
            Assert.Contains("Phiên làm việc đã hết, đăng nhập lại; nội dung đã gõ còn giữ", await page.InnerTextAsync("#thanh-loi"), StringComparison.Ordinal);
            Assert.Contains("tro-lai=%2Flam-viec%2Fphieu-cham-diem", await page.GetAttributeAsync("#thanh-loi a", "href"), StringComparison.Ordinal);

            await page.Context.AddCookiesAsync([desk.Session]);
            await page.ReloadAsync();
            await desk.SavedAsync(page, "1.2.2");
        }, desk.SignedInAs);
        Assert.Equal(0.15m, await desk.PointsAsync("1.2.2"));
    }

    [Theory]
    [InlineData("Giữ của tôi", "0.2")]
    [InlineData("Lấy của Cán bộ CB02 (Sở Tư pháp)", "0.1")]
    public async Task Conflict_ShowsBothAndLosesNeither(string choice, string points)
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            visit.IsTroubled = true;
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await desk.SaveAsColleagueAsync("1.2.2", "0,1");
            await page.FillAsync("[name='p-1.2.2']", "0,2");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync("#t-1\\.2\\.2 .clash");
            await Pictures.TakeAsync(page, "sheet-conflict");
            var text = await page.InnerTextAsync("#t-1\\.2\\.2 .clash");
            Assert.Contains("Của bạn: 0,2", text, StringComparison.Ordinal);
            Assert.Contains("Cán bộ CB02 (Sở Tư pháp)", text, StringComparison.Ordinal);
            Assert.Contains("0,10", text, StringComparison.Ordinal);
            await page.ClickAsync($"#t-1\\.2\\.2 .clash button:text-is('{choice}')");
            await page.WaitForFunctionAsync("() => !document.querySelector('.clash')");
            await page.WaitForFunctionAsync("text => document.querySelector('[name=\"p-1.2.2\"]').dataset.was === text", points.Replace('.', ',') + "0");
        }, desk.SignedInAs);
        Assert.Equal(points, ParIndex.Domain.Numbers.NumberWriter.DataTrimmed((await desk.PointsAsync("1.2.2"))!.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sheet_HasNoViolationAndNeverScrollsSideways(bool appraises)
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await desk.SaveAsColleagueAsync("1.2.2", "0,1");
        if (appraises)
        {
            await desk.AppraiseAsync();
        }

        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            foreach (var address in new[] { desk.Address, "/lam-viec/phieu-cham-diem", $"{desk.Address}/tieu-chi/{desk.Round.Test.Leaf("1.1.2").Id}" })
            {
                var name = $"sheet-{(appraises ? "appraiser" : "officer")}-{address.Split('/').Length}";
                await visit.ResizeAsync(1280);
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                await visit.GoAsync(address);
                await Pictures.TakeAsync(visit.Page, name + "-1280");
                await AssertFitsAsync(visit.Page, 1280);
                // Rows of each kind are among the first; the others cost axe a second each.
                await visit.Page.EvaluateAsync("() => document.querySelectorAll('.sheet tbody tr').forEach((row, i) => i > 20 && row.remove())");
                Assert.Empty(await Accessibility.ViolationsAsync(visit.Page));
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                await Pictures.TakeAsync(visit.Page, name + "-1280-dark");
                await visit.ResizeAsync(390);
                await Pictures.TakeAsync(visit.Page, name + "-390-dark");
                Assert.Empty(await Accessibility.ViolationsAsync(visit.Page));
                await AssertFitsAsync(visit.Page, 390);
                await visit.ResizeAsync(320);
                await AssertFitsAsync(visit.Page, 320);
            }
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task Sheet_WeighsAtMost150Kilobytes()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(390), async visit =>
        {
            var tools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
            var wire = 0L;
            var whole = 0L;
            tools.Event("Network.loadingFinished").OnEvent += (_, seen) => wire += (long)seen!.Value.GetProperty("encodedDataLength").GetDouble();
            tools.Event("Network.dataReceived").OnEvent += (_, seen) => whole += seen!.Value.GetProperty("dataLength").GetInt64();
            await tools.SendAsync("Network.enable");
            await visit.GoAsync(desk.Address);
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            output.WriteLine($"{wire} bytes on the wire, {whole} bytes unpacked, fonts included");
            Assert.InRange(wire, 1, 150 * 1024);
        }, desk.SignedInAs);
    }

    private static async Task AssertFitsAsync(IPage page, int width) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{page.Url} scrolls sideways at {width} px");
}
