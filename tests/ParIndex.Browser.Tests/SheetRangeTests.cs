using Microsoft.Playwright;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>Ranges of the sheet, by keys and by mouse: copied, filled, emptied, pasted into; and finding one's way in it.</summary>
[Collection(PortalCollection.Name)]
public sealed class SheetRangeTests(Portal portal)
{
    private const string Copied = """
        () => {
          const data = new DataTransfer();
          document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
          return data.getData('text/plain');
        }
        """;

    [Fact]
    public async Task ShiftAndArrows_ChooseARange_ThatIsCopiedFilledDownEmptiedAndTakenBack()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        var (first, second, third) = await ThreeInARowAsync(desk);
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await visit.GoAsync(desk.Address);
            await page.FocusAsync($"[name='p-{first}']");
            await keys.TypeAsync("0,1");
            await keys.PressAsync("Shift+ArrowDown");
            await keys.PressAsync("Shift+ArrowDown");
            await Expect(page.Locator(".sheet .sel")).ToHaveCountAsync(3);
            await Expect(page.Locator("#da-chon")).ToHaveTextAsync("Đã chọn 3 ô, tổng 0,1");

            await keys.PressAsync("Control+d");
            await desk.SavedAsync(page, third);
            Assert.Equal(["0,10", "0,10", "0,10"], await ValuesAsync(page, first, second, third));
            Assert.Equal("0,10\r\n0,10\r\n0,10", await page.EvaluateAsync<string>(Copied));

            await keys.PressAsync("Delete");
            await page.WaitForFunctionAsync("code => document.querySelector(`[name='p-${code}']`).dataset.was === ''", third);
            Assert.Equal(["", "", ""], await ValuesAsync(page, first, second, third));
            await keys.PressAsync("Control+z");
            await page.WaitForFunctionAsync("code => document.querySelector(`[name='p-${code}']`).dataset.was === '0,10'", third);
            await keys.PressAsync("Control+z");
            await page.WaitForFunctionAsync("code => document.querySelector(`[name='p-${code}']`).dataset.was === ''", third);
            Assert.Equal("0,10", (await ValuesAsync(page, first))[0]);
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task Mouse_ChoosesARange_AndOneValueIsPastedIntoAllOfIt_AfterAPreview()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        var (first, second, third) = await ThreeInARowAsync(desk);
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await page.Locator($"[name='p-{first}']").ScrollIntoViewIfNeededAsync();
            await DragAsync(page, first, third);
            await Expect(page.Locator(".sheet .sel")).ToHaveCountAsync(3);
            await Pictures.TakeAsync(page, "sheet-range");
            await page.EvaluateAsync("() => { const data = new DataTransfer(); data.setData('text/plain', '0,2'); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }");
            await Expect(page.Locator("#dan")).ToContainTextAsync("3 ô sẽ thay đổi");
            await page.ClickAsync("#dan .btn.primary");
            await desk.SavedAsync(page, third);
            Assert.Equal(["0,20", "0,20", "0,20"], await ValuesAsync(page, first, second, third));
        }, desk.SignedInAs);
        Assert.Equal(0.2m, await desk.PointsAsync(third));
    }

    [Fact]
    public async Task Range_CopiedOverAGroup_ComesBackWhereItWas()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await visit.GoAsync(desk.Address);
            await page.FocusAsync("[name='p-1.2.2']");
            await keys.TypeAsync("0,2");
            await keys.PressAsync("Enter");
            await desk.SavedAsync(page, "1.2.2");
            await page.FocusAsync("[name='p-1.2.2']");
            for (var i = 0; i < 4; i++)
            {
                await keys.PressAsync("Shift+ArrowDown");
            }

            var copied = await page.EvaluateAsync<string>(Copied);
            Assert.Contains("\r\n\r\n", copied, StringComparison.Ordinal);
            await keys.PressAsync("Escape");
            await page.FocusAsync("[name='p-1.2.2']");
            await page.EvaluateAsync("text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", copied.Replace("0,20", "0,1", StringComparison.Ordinal));
            await Expect(page.Locator("#dan")).ToContainTextAsync("1 ô sẽ thay đổi, 0 ô không đổi, 0 ô không nhận.");
            await Expect(page.Locator("#dan tbody th")).ToContainTextAsync("1.2.2");
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task Finding_TheNextUnanswered_AndByWhatIsAtStake_NeedsNoScroll()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await visit.GoAsync(desk.Address);
            await page.SelectOptionAsync("[name='l-1.1.1']", "0");
            await desk.SavedAsync(page, "1.1.1");
            await Expect(page.Locator("#ke-tiep b")).ToHaveTextAsync("1.1.2");
            await page.ClickAsync("#ke-tiep");
            Assert.Equal("a-1.1.2", await page.EvaluateAsync<string>("() => document.activeElement.name"));

            await keys.PressAsync("/");
            await keys.TypeAsync("6.1.2");
            await keys.PressAsync("Enter");
            Assert.EndsWith("-6.1.2", await page.EvaluateAsync<string>("() => document.activeElement.name"), StringComparison.Ordinal);

            await page.GetByRole(AriaRole.Link, new() { Name = "Xếp theo điểm còn lại" }).ClickAsync();
            var maxima = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.sheet tr[id] .m')].map(cell => cell.textContent)");
            Assert.Equal(93, maxima.Length);
            var open = maxima.Take(20).Select(text => decimal.Parse(text.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(open.OrderDescending(), open);
        }, desk.SignedInAs);
    }

    private static async Task<(string First, string Second, string Third)> ThreeInARowAsync(ScoringDesk desk)
    {
        var folder = await desk.FolderAsync();
        var rows = folder.Set.Tree().Select(entry => entry.Node).ToList();
        bool IsPoints(Criterion node) => folder.Set.Leaves.Contains(node) && node.Rule is not (StatementsRule or SurveyRule) && node.MaxScore >= 0.2m && folder.Card.Cell(ScoreStage.SelfScore, node.Id) is not null;
        var at = Enumerable.Range(0, rows.Count - 2).First(i => rows.Skip(i).Take(3).All(IsPoints));
        return (rows[at].Code, rows[at + 1].Code, rows[at + 2].Code);
    }

    private static async Task<IReadOnlyList<string>> ValuesAsync(IPage page, params string[] codes) =>
        [.. await Task.WhenAll(codes.Select(code => page.InputValueAsync($"[name='p-{code}']")))];

    private static async Task DragAsync(IPage page, string from, string to)
    {
        var (start, end) = ((await page.Locator($"[name='p-{from}']").BoundingBoxAsync())!, (await page.Locator($"[name='p-{to}']").BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(start.X + 10, start.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.X + 10, end.Y + 10, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }
}
