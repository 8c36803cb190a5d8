using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>The sheet under the keys: moving changes nothing, and what was done is taken back step by step.</summary>
[Collection(PortalCollection.Name)]
public sealed class SheetKeyboardTests(Portal portal)
{
    private const string Values = "() => JSON.stringify([...document.querySelectorAll('#phieu [name]')].map(box => box.value))";

    [Fact]
    public async Task KeysThatMove_InEveryKindOfBox_ChangeNoValue()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await visit.GoAsync(desk.Address);
            var lists = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#phieu select')].map(list => list.name)");
            Assert.NotEmpty(lists);
            foreach (var list in lists.Take(3))
            {
                await page.SelectOptionAsync($"[name='{list}']", "1");
                await desk.SavedAsync(page, list[2..]);
            }

            // As rules may bring them one day: a counter and options.
            await page.EvaluateAsync("""
                () => {
                  const number = document.querySelector("[name='p-1.2.2']");
                  number.type = 'number'; number.step = 'any'; number.value = '0.1'; number.dataset.was = '0.1';
                  const cell = document.querySelector("[name='g-1.2.2']").parentElement;
                  cell.insertAdjacentHTML('beforeend', "<input type=radio name='l-x' value=1 checked><input type=radio name='l-x' value=2>");
                }
                """);
            var before = await page.EvaluateAsync<string>(Values + "");
            foreach (var name in (string[])[.. lists.Take(3), "p-1.2.2", "l-x", "a-1.1.2"])
            {
                foreach (var key in new[] { "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown" })
                {
                    await page.Locator($"[name='{name}']").First.FocusAsync();
                    await keys.PressAsync(key);
                    Assert.Equal(before, await page.EvaluateAsync<string>(Values));
                    Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('[name=l-x]').checked"));
                }
            }

            await page.FocusAsync($"[name='{lists[0]}']");
            await keys.PressAsync("ArrowDown");
            Assert.NotEqual(lists[0], await page.EvaluateAsync<string>("() => document.activeElement.name"));
            await keys.PressAsync("ArrowUp");
            Assert.Equal(lists[0], await page.EvaluateAsync<string>("() => document.activeElement.name"));
        }, desk.SignedInAs);
        Assert.Equal(3, await desk.EditsAsync());
    }

    [Fact]
    public async Task SixtySteps_AreTakenBackAndDoneAgain()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        var folder = await desk.FolderAsync();
        var leaves = folder.Set.Leaves.Where(leaf => leaf.Rule is not (LevelsRule or RatioRule or TiersRule or CountRule or DeductionRule or SurveyRule) && leaf.MaxScore >= 0.7m && folder.Card.Cell(ScoreStage.SelfScore, leaf.Id) is not null).Select(leaf => leaf.Code).Take(4).ToList();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await visit.GoAsync(desk.Address);
            for (var i = 0; i < 60; i++)
            {
                await page.FillAsync($"[name='p-{leaves[i % leaves.Count]}']", $"0,{10 + i}");
                await keys.PressAsync("Enter");
            }

            var last = leaves.ToDictionary(leaf => leaf, leaf => $"0,{10 + 59 - ((59 - leaves.IndexOf(leaf)) % leaves.Count)}");
            await AllStandAsync(leaves.Select(leaf => last[leaf]));
            for (var i = 0; i < 60; i++)
            {
                await keys.PressAsync("Control+z");
            }

            await AllStandAsync(leaves.Select(_ => ""));
            await Expect(page.Locator("#hoan-tac")).ToBeDisabledAsync();
            for (var i = 0; i < 59; i++)
            {
                await keys.PressAsync(i % 2 == 0 ? "Control+y" : "Control+Shift+z");
            }

            await page.ClickAsync("#lam-lai");
            await Expect(page.Locator("#lam-lai")).ToBeDisabledAsync();
            await AllStandAsync(leaves.Select(leaf => last[leaf]));

            // A new step ends what could be done again.
            await page.ClickAsync("#hoan-tac");
            await page.FillAsync($"[name='p-{leaves[0]}']", "0,5");
            await keys.PressAsync("Enter");
            await Expect(page.Locator("#lam-lai")).ToBeDisabledAsync();
            await AllStandAsync([]);

            Task AllStandAsync(IEnumerable<string> texts) => page.WaitForFunctionAsync(
                "([leaves, texts]) => !document.querySelector('[data-s=queued], [data-s=saving]') && texts.every((text, i) => document.querySelector(`[name='p-${leaves[i]}']`).dataset.was === text)", new object[] { leaves, texts });
        }, desk.SignedInAs);
        Assert.Equal(0.5m, await desk.PointsAsync(leaves[0]));
    }

    [Fact]
    public async Task Undo_OfEveryKindOfEdit_PutsBackWhatStood()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await desk.SaveAsColleagueAsync("1.2.2", "0,1");
        await desk.AppraiseAsync();
        await portal.VisitAsync(desk.Home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await visit.GoAsync(desk.Address);
            await ScoringDesk.ShutPanelAsync(page);
            await page.FocusAsync("[name='p-1.2.2']");
            await keys.PressAsync("a");
            await WasAsync("p-1.2.2", "0,10");
            await page.FillAsync("[name='a-1.1.2']", "48");
            await page.FillAsync("[name='r-1.1.2']", "50");
            await keys.PressAsync("Enter");
            await WasAsync("p-1.1.2", "1,44");
            await page.FillAsync("[name='g-1.1.2']", "Công văn số 5");
            await keys.PressAsync("Enter");
            await WasAsync("g-1.1.2", "Công văn số 5");
            await page.SelectOptionAsync("[name='l-1.1.1']", "0");
            await page.WaitForFunctionAsync("() => document.querySelector('[name=\"l-1.1.1\"]').dataset.was === '0'");

            foreach (var (name, text) in new[] { ("l-1.1.1", ""), ("g-1.1.2", ""), ("p-1.1.2", ""), ("p-1.2.2", "") })
            {
                await page.ClickAsync("#hoan-tac");
                await WasAsync(name, text);
            }

            Assert.Equal("", await page.InputValueAsync("[name='a-1.1.2']"));
            foreach (var (name, text) in new[] { ("p-1.2.2", "0,10"), ("p-1.1.2", "1,44"), ("g-1.1.2", "Công văn số 5"), ("l-1.1.1", "0") })
            {
                await page.ClickAsync("#lam-lai");
                await WasAsync(name, text);
            }

            Task WasAsync(string name, string text) => page.WaitForFunctionAsync("([name, text]) => document.querySelector(`[name='${name}']`).dataset.was === text", new[] { name, text });
        }, desk.SignedInAs);
    }
}
