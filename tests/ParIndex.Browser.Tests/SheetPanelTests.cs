using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>The panel beside the leaf that is being scored, and what fits into the window with it.</summary>
[Collection(PortalCollection.Name)]
public sealed class SheetPanelTests(Portal portal)
{
    [Fact]
    public async Task Panel_FollowsTheFocus_TakesFilesAndNote_AndShowsWhatIsInThem()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await page.FocusAsync("[name='a-1.1.2']");
            var panel = page.Locator("#khung #ben-canh[data-leaf='1.1.2']");
            await Expect(panel).ToContainTextAsync("Điểm = đạt ÷ phải thực hiện × 1,50.");

            // Files wait for the declaration.
            await panel.Locator("input[type=file]").SetInputFilesAsync((FilePayload[])[new() { Name = "Bao_cao_12.pdf", MimeType = "application/pdf", Buffer = Samples.Pdf }, new() { Name = "anh.png", MimeType = "image/png", Buffer = Samples.Png }, new() { Name = "la.txt", MimeType = "text/plain", Buffer = [1, 2, 3] }]);
            await Expect(panel.Locator("[data-files]")).ToContainTextAsync("chờ xác nhận");
            await panel.Locator("[name=IsDeclared]").CheckAsync();
            await Expect(panel.Locator("[data-files] .error")).ToContainTextAsync("la.txt");
            visit.IsTroubled = true;
            await page.FocusAsync("[name='p-1.2.2']");
            await Expect(page.Locator("#khung #ben-canh[data-leaf='1.2.2']")).ToBeVisibleAsync();
            await page.FocusAsync("[name='a-1.1.2']");
            await Expect(page.Locator("[id='t-1.1.2'] .d a")).ToHaveTextAsync("2");
            await Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Minh chứng 2" })).ToBeVisibleAsync();

            foreach (var (name, kind) in new[] { ("Bao cao 12", "pdf"), ("anh", "picture") })
            {
                var line = panel.Locator(".proofs li", new() { HasText = name });
                await line.Locator($"[data-kind={kind}]").ClickAsync();
                await Expect(line.Locator(".preview [role=status]")).ToHaveCountAsync(0);
                Assert.Equal("255,0,0,255", await line.Locator("canvas").EvaluateAsync<string>("canvas => [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].join()"));
            }

            await Pictures.TakeAsync(page, "sheet-panel-preview");
            // Rows of each kind are among the first; the others cost axe a second each.
            await page.EvaluateAsync("() => document.querySelectorAll('.sheet tbody tr').forEach((row, i) => i > 20 && (row.hidden = true))");
            Assert.Empty(await Accessibility.ViolationsAsync(page));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Assert.Empty(await Accessibility.ViolationsAsync(page));
            await Pictures.TakeAsync(page, "sheet-panel-preview-dark");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

            await panel.Locator("#bc-ghi-chu").FillAsync("Số liệu chốt đến 15/12");
            await page.FocusAsync("[name='a-1.1.2']");
            await page.WaitForFunctionAsync("() => document.querySelector('[name=\"g-1.1.2\"]').dataset.was === 'Số liệu chốt đến 15/12'");

            await panel.GetByRole(AriaRole.Button, new() { Name = "Bỏ tài liệu anh" }).ClickAsync();
            await Expect(page.Locator("[id='t-1.1.2'] .d a")).ToHaveTextAsync("1");

            await panel.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
            await Expect(page.Locator("#khung")).ToBeHiddenAsync();
            await Expect(page.Locator("[name='g-1.1.2']")).ToBeVisibleAsync();
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task Panel_IsMadeWiderByHandAndKey_AndStaysSoInItsWindow()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync(desk.Address);
            await page.FocusAsync("[name='a-1.1.2']");
            await Expect(page.Locator("#khung #ben-canh[data-leaf='1.1.2']")).ToBeVisibleAsync();
            var grip = page.GetByRole(AriaRole.Separator);
            Assert.Equal(372, await WidthAsync(page));

            await grip.FocusAsync();
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.PressAsync("ArrowLeft");
            Assert.Equal(420, await WidthAsync(page));
            await Expect(grip).ToHaveAttributeAsync("aria-valuenow", "420");

            var place = (await grip.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(place.X + 8, 300);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(place.X - 52, 300);
            await page.Mouse.UpAsync();
            var drawn = await WidthAsync(page);
            Assert.InRange(drawn, 465, 500);
            Assert.Empty(await LayoutAudit.FlawsAsync(page));

            await visit.GoAsync(desk.Address);
            Assert.Equal(drawn, await WidthAsync(page));
            await grip.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal(372, await WidthAsync(page));
        }, desk.SignedInAs);

        static Task<int> WidthAsync(IPage page) => page.Locator("#khung").EvaluateAsync<int>("panel => Math.round(panel.getBoundingClientRect().width)");
    }

    [Theory]
    [InlineData(900)]
    [InlineData(390)]
    public async Task Panel_InANarrowWindow_LiesOverTheSheet_AndGivesTheFocusBack(int width)
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await page.SetViewportSizeAsync(width, 844);
            await visit.GoAsync(desk.Address);
            await Expect(page.Locator("#khung")).ToBeHiddenAsync();

            // From the leaf's documents, and from its name.
            await page.ClickAsync("[id='t-1.1.2'] .d a");
            var over = page.GetByRole(AriaRole.Dialog, new() { Name = "Tiêu chí đang chọn" });
            await Expect(over.Locator("#ben-canh[data-leaf='1.1.2']")).ToContainTextAsync("Điểm = đạt ÷ phải thực hiện × 1,50.");
            await over.GetByRole(AriaRole.Link, new() { Name = "Minh chứng 0" }).ClickAsync();
            await Expect(page.Locator("#bc-tai-lieu")).ToBeFocusedAsync();
            await Expect(over.Locator(".jump [aria-current]")).ToHaveTextAsync("Minh chứng 0");
            await Pictures.TakeAsync(page, $"sheet-over-{width}");
            Assert.Empty(await LayoutAudit.FlawsAsync(page));

            await over.GetByRole(AriaRole.Link, new() { Name = "1.2.1" }).ClickAsync();
            await Expect(over.Locator("#ben-canh[data-leaf='1.2.1']")).ToBeVisibleAsync();
            await over.GetByRole(AriaRole.Link, new() { Name = "1.1.2" }).ClickAsync();
            await Expect(over.Locator("#ben-canh[data-leaf='1.1.2']")).ToBeVisibleAsync();
            await over.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
            await Expect(over).ToBeHiddenAsync();
            await Expect(page.Locator("[id='t-1.1.2'] .d a")).ToBeFocusedAsync();

            await page.ClickAsync("[id='n-1.2.1']");
            await Expect(over.Locator("#ben-canh[data-leaf='1.2.1']")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("[id='t-1.2.1'] .d a")).ToBeFocusedAsync();
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task TwelveLeaves_AreInViewAtADesk_AndTheFirstFieldOnAPhone()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var page = visit.Page;
            await page.SetViewportSizeAsync(1280, 900);
            await visit.GoAsync(desk.Address);
            var shown = await page.EvaluateAsync<int>("""
                () => {
                  const bar = document.querySelector('.status').getBoundingClientRect().top;
                  return [...document.querySelectorAll('.sheet tr[id]')].filter(row => row.getBoundingClientRect().bottom <= bar).length;
                }
                """);
            Assert.InRange(shown, 12, 40);

            await page.SetViewportSizeAsync(390, 844);
            await visit.GoAsync(desk.Address);
            var first = (await page.Locator(".sheet tbody select, .sheet tbody input:not([type=hidden])").First.BoundingBoxAsync())!;
            Assert.InRange(first.Y, 1, 420);
        }, desk.SignedInAs);
    }

    [Fact]
    public async Task Sheet_IsPrintedAsASheet_OnA4Across()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            await visit.GoAsync(desk.Address);
            var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
            await Pictures.KeepAsync(pdf, "print-sheet");
            Assert.Matches("/MediaBox \\[0 0 84[12][.0-9]* 59[45][.0-9]*\\]", System.Text.Encoding.Latin1.GetString(pdf));
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.True(await visit.Page.Locator("table.sheet").IsVisibleAsync());
            Assert.False(await visit.Page.Locator("#khung").IsVisibleAsync());
            // The width between the margins of A4 across: 273 mm.
            await visit.ResizeAsync(1032);
            await Pictures.TakeAsync(visit.Page, "sheet-in");
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('.sheet').getBoundingClientRect().right <= innerWidth"));
        }, desk.SignedInAs);
    }
}
