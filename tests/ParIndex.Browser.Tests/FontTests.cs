using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class FontTests(Portal portal)
{
    [Theory]
    [InlineData("/xep-hang/2020/so-nganh", "h1, .lede, .tabs a, dt, dd, tbody th a, td, .btn, .chart text, select")]
    [InlineData("/don-vi/huyen-sin-ho/2020", "h1, .lead, .part-name, .part-num b, li, .chart text")]
    public Task Text_WithVietnameseMarks_IsSetInTheFontWeServe(string path, string selector) =>
        portal.VisitAsync(World.LaiChau, new Window(), async visit =>
        {
            await visit.GoAsync(path);

            Assert.Equal(
                ["loaded", "loaded"],
                await visit.Page.EvaluateAsync<string[]>("() => [...document.fonts].map(font => font.status)"));
            Assert.Empty(await FontsNotOursAsync(visit.Page, selector));
        });

    /// <summary>What the browser really drew with: one letter in a fallback font shows here, though the style names Inter.</summary>
    private static async Task<IReadOnlyList<string>> FontsNotOursAsync(IPage page, string selector)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("DOM.enable");
        await tools.SendAsync("CSS.enable");
        var document = await tools.SendAsync("DOM.getDocument");
        var nodes = await tools.SendAsync("DOM.querySelectorAll", new()
        {
            ["nodeId"] = document!.Value.GetProperty("root").GetProperty("nodeId").GetInt32(),
            ["selector"] = selector,
        });
        var strangers = new List<string>();
        var letters = 0.0;
        foreach (var node in nodes!.Value.GetProperty("nodeIds").EnumerateArray())
        {
            var used = await tools.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node.GetInt32() });
            foreach (var font in used!.Value.GetProperty("fonts").EnumerateArray())
            {
                letters += font.GetProperty("glyphCount").GetDouble();
                if (!font.GetProperty("isCustomFont").GetBoolean())
                {
                    strangers.Add($"{font.GetProperty("glyphCount")} letters in {font.GetProperty("familyName")}");
                }
            }
        }

        Assert.True(letters > 200, $"Only {letters} letters were looked at.");
        return strangers;
    }
}
