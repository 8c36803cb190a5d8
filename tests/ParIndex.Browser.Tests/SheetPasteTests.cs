using Microsoft.Playwright;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>What is pasted lands in the rows it belongs to, or nowhere.</summary>
[Collection(PortalCollection.Name)]
public sealed class SheetPasteTests(Portal portal)
{
    private const string Head = "Mã\tTiêu chí\tĐiểm tối đa\tNăm 2025\tSố đạt được\tSố phải thực hiện\tMức\tĐiểm tự chấm\tGhi chú";

    [Fact]
    public async Task RowsOfTheWorkbook_AreRecognisedByTheirHeadings()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        var set = (await desk.FolderAsync()).Set;
        string Row(string code, string rest, string? name = null, string? most = null) => $"{code}\t{name ?? Leaf(code).Name}\t{most ?? NumberWriter.DataTrimmed(Leaf(code).MaxScore)}\t1.1\t{rest}";
        Criterion Leaf(string code) => set.Criteria.Single(node => node.Code == code);
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await ScoringDesk.ShutPanelAsync(page);

            // In another order, from another box, with a group and its sum, a title above, and rows that are not of this sheet.
            await PasteAsync(page, "g-1.3.2", "Phiếu của Sở Tư pháp", Head,
                Row("1", "\t\t\t9\t"), Row("1.2.2", "\t\t\t0.2\tCông văn 5"), Row("1.1.2", "48\t50\t\t\tBáo cáo"), Row("1.1.1", $"\t\t{((LevelsRule)Leaf("1.1.1").Rule).Levels[0].Statement}\t\t"),
                Row("1.2.1", "1\t\t\t\t", name: "Tiêu chí của bộ khác"), Row("1.3.2", "\t\t\t0.5\t", most: "99"), "9.9.9\tLạ\t1\t\t\t\t\t1\t");
            await Expect(page.Locator("#dan tbody tr")).ToHaveCountAsync(6);
            var text = await page.InnerTextAsync("#dan");
            Assert.Contains("3 ô sẽ thay đổi, 0 ô không đổi, 3 ô không nhận.", text, StringComparison.Ordinal);
            Assert.Contains("1 dòng nhóm không nhận", text, StringComparison.Ordinal);
            Assert.Contains("Không dùng: Phiếu của Sở Tư pháp; Năm 2025.", text, StringComparison.Ordinal);
            Assert.Equal(2, text.Split("tên hoặc điểm tối đa khác").Length - 1);
            Assert.Contains("không có tiêu chí mã này", text, StringComparison.Ordinal);
            await Pictures.TakeAsync(page, "sheet-paste-headings");
            await page.ClickAsync("#dan .btn.primary");
            await desk.SavedAsync(page, "1.1.2");
            await desk.SavedAsync(page, "1.1.1");
            await desk.SavedAsync(page, "1.2.2");

            // The same again changes nothing; a figure changed beside its old points is taken.
            await PasteAsync(page, "p-1.2.2", Head, Row("1.1.2", "49\t50\t\t1.44\tBáo cáo"), Row("1.2.2", "\t\t\t0.20\tCông văn 5"));
            Assert.Contains("1 ô sẽ thay đổi, 1 ô không đổi, 0 ô không nhận.", await page.InnerTextAsync("#dan"), StringComparison.Ordinal);
            await page.ClickAsync("#dan .btn.primary");
            await page.WaitForFunctionAsync("() => document.querySelector('[name=\"p-1.1.2\"]').dataset.was === '1,47'");
        }, desk.SignedInAs);
        Assert.Equal((0.2m, 1.47m), (await desk.PointsAsync("1.2.2"), await desk.PointsAsync("1.1.2")));
    }

    [Fact]
    public async Task RowsCopiedFromThePage_ComeBackIn()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await ScoringDesk.ShutPanelAsync(page);
            await page.FillAsync("[name='a-1.1.2']", "48");
            await page.FillAsync("[name='r-1.1.2']", "50");
            await page.FillAsync("[name='g-1.1.2']", "Báo cáo “12”");
            await page.Keyboard.PressAsync("Enter");
            await page.SelectOptionAsync("[name='l-1.1.1']", "0");
            await desk.SavedAsync(page, "1.1.1");
            await desk.SavedAsync(page, "1.1.2");
            var copied = await page.EvaluateAsync<string>("""
                () => {
                  const range = document.createRange();
                  range.setStart(document.getElementById('t-1.1.1').cells[1], 0);
                  range.setEnd(document.getElementById('t-1.2.2').cells[1], 1);
                  document.activeElement.blur();
                  getSelection().removeAllRanges(); getSelection().addRange(range);
                  const data = new DataTransfer();
                  document.body.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
                  return data.getData('text/plain');
                }
                """);
            Assert.StartsWith("Mã\tTiêu chí\tTối đa", copied, StringComparison.Ordinal);
            Assert.Contains("\t48\t50\t\t1,44\t", copied, StringComparison.Ordinal);

            await PasteAsync(page, "p-1.2.2", copied.Replace("\t48\t50\t", "\t49\t50\t", StringComparison.Ordinal));
            await page.WaitForSelectorAsync("#dan tbody tr");
            Assert.Contains("1 ô sẽ thay đổi", await page.InnerTextAsync("#dan"), StringComparison.Ordinal);
            Assert.Contains(", 0 ô không nhận", await page.InnerTextAsync("#dan"), StringComparison.Ordinal);
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task Block_WithoutCodes_FitsTheRowsWithTheirGroups_OrIsNotOffered()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        var set = (await desk.FolderAsync()).Set;
        var leaves = set.Leaves.Select(leaf => leaf.Id).ToHashSet();
        var rows = set.Tree().Select(entry => entry.Node).ToList();
        var from = rows.FindIndex(node => node.Code == "1.1.1");
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            var toTheEnd = rows.Skip(from).ToList();

            // The whole column with group rows, whose lines are blank.
            await PasteAsync(page, "l-1.1.1", [.. toTheEnd.Select(node => leaves.Contains(node.Id) ? "0" : "")]);
            await page.WaitForSelectorAsync("#dan tbody tr");
            await Expect(page.Locator("#dan")).ToContainTextAsync($"{toTheEnd.Count(node => !leaves.Contains(node.Id))} dòng nhóm không nhận");
            await page.Keyboard.PressAsync("Escape");

            // Four leaves with the group between: in their places, whatever the leaf-only count would say.
            var group = rows.FindIndex(from, node => !leaves.Contains(node.Id));
            var before = group - 2;
            await PasteAsync(page, BoxOf(rows[before]), "0", "0", "", "0");
            await Expect(page.Locator("#dan tbody th").Last).ToContainTextAsync(rows[group + 1].Code);
            await page.Keyboard.PressAsync("Escape");

            foreach (var (box, lines, why) in new (string, string[], string)[]
            {
                // One line too few, one too many, and values where a group stands.
                ("l-1.1.1", [.. set.Leaves.Skip(1).Select(_ => "0,1")], "không khớp các dòng của phiếu từ tiêu chí 1.1.1"),
                ("l-1.1.1", [.. set.Leaves.Select(_ => "0,1"), "0,1"], "không khớp các dòng"),
                (BoxOf(rows[before]), ["0,1", "0,1", "0,7", "0,1"], "không khớp các dòng"),
                // Codes and names without headings: which of several columns?
                ("p-1.2.2", [$"1.2.2\t{set.Criteria.Single(node => node.Code == "1.2.2").Name}\t0,1\t0,2"], "không rõ cột nào là điểm"),
                ("p-1.2.2", ["1\t2\t3\t4\t5", "1\t2\t3\t4\t5"], "chỉ có"),
                ("p-1.2.2", ["Mã\tGhi chú\tGhi chú", "1.2.2\ta\tb"], "hai cột “Ghi chú”"),
            })
            {
                await PasteAsync(page, box, lines);
                await Expect(page.Locator("#dan")).ToContainTextAsync(why);
                Assert.Equal(0, await page.Locator("#dan .primary, #dan tbody").CountAsync());
                await page.ClickAsync("#dan button");
            }

            // By codes alone, with numbers of rows before them, one of them twice.
            await PasteAsync(page, "p-1.2.2", "1\t1.2.2\t0,2", "2\t1.2.1\t1", "3\t1.2.1\t0", "4\t1.3.2\t0,5");
            await Expect(page.Locator("#dan")).ToContainTextAsync("2 ô sẽ thay đổi, 0 ô không đổi, 2 ô không nhận.");
            await page.Keyboard.PressAsync("Escape");
        }, desk.SignedInAs);
        Assert.Equal(0, await desk.EditsAsync());

        static string BoxOf(Criterion leaf) => (leaf.Rule is LevelsRule ? "l-" : "p-") + leaf.Code;
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Preview_OfABusyServer_PausesAndGoesOnByItself(int status)
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            visit.IsTroubled = true;
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            var asked = new List<DateTime>();
            await page.RouteAsync("**/o", async route =>
            {
                asked.Add(DateTime.UtcNow);
                await (asked.Count > 1 ? route.ContinueAsync() : route.FulfillAsync(new() { Status = status, Headers = new Dictionary<string, string> { ["Retry-After"] = "2" } }));
            });

            await PasteAsync(page, "p-1.2.2", "1.2.2\t0,2", "1.3.2\t0,5");
            await Expect(page.Locator("#dan")).ToContainTextAsync("Máy chủ đang bận nên tạm dừng kiểm tra; khối dán còn giữ.");
            await Expect(page.Locator("#dan")).ToContainTextAsync("Tự kiểm tra lại sau");
            await Pictures.TakeAsync(page, $"sheet-paste-{status}");

            await page.WaitForSelectorAsync("#dan tbody tr", new() { Timeout = 15000 });
            Assert.InRange((asked[1] - asked[0]).TotalSeconds, 1.5, 12);
            await page.ClickAsync("#dan .btn.primary");
            await desk.SavedAsync(page, "1.2.2");

            // A save that meets the same waits too, says so, and is sent.
            asked.Clear();
            await page.FillAsync("[name='p-1.2.2']", "0,1");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#trang-thai")).ToContainTextAsync("Máy chủ đang bận. 1 ô chưa gửi");
            await page.WaitForFunctionAsync("() => document.querySelector('[name=\"p-1.2.2\"]').dataset.was === '0,10'");
            Assert.InRange((asked[1] - asked[0]).TotalSeconds, 1.5, 12);
        }, desk.SignedInAs);
        Assert.Equal(0.1m, await desk.PointsAsync("1.2.2"));
    }

    [Fact]
    public async Task Block_IsKeptPastAnEndedSessionAndAReload()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            visit.IsTroubled = true;
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await page.Context.ClearCookiesAsync(new() { Name = desk.Session.Name });
            await PasteAsync(page, "p-1.2.2", "1.2.2\t0,2", "1.3.2\t0,5");
            await Expect(page.Locator("#thanh-loi")).ToContainTextAsync("Phiên làm việc đã hết");

            await page.Context.AddCookiesAsync([desk.Session]);
            await page.ReloadAsync();
            await Expect(page.Locator("#dan")).ToContainTextAsync("2 ô sẽ thay đổi");
            await page.ClickAsync("#dan .btn.primary");
            await desk.SavedAsync(page, "1.3.2");
            await page.ReloadAsync();
            await Expect(page.Locator("#dan")).ToBeHiddenAsync();
        }, desk.SignedInAs);
        Assert.Equal(0.2m, await desk.PointsAsync("1.2.2"));
    }

    private static async Task PasteAsync(IPage page, string box, params string[] lines)
    {
        await page.FocusAsync($"[name='{box}']");
        await page.EvaluateAsync("text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", string.Join("\r\n", lines) + "\r\n");
        await page.WaitForFunctionAsync("() => document.querySelector('#dan[open]') && !document.querySelector('#dan [role=status]')?.textContent.startsWith('Đang') || !document.querySelector('#thanh-loi').hidden");
    }
}
