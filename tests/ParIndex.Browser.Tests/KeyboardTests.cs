using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class KeyboardTests(Portal portal)
{
    private const string Controls = "a[href], button, input:not([type=hidden]), select, summary, [tabindex=\"0\"]";

    [Theory]
    [InlineData("/xep-hang/2020/so-nganh", 1280, false)]
    [InlineData("/xep-hang/2020/so-nganh", 390, true)]
    [InlineData("/", 390, false)]
    [InlineData(PublicPages.RefusedCalculation, 1280, true)]
    [InlineData("/don-vi/huyen-sin-ho/2020", 1280, false)]
    public Task Tab_GoesThroughAllControlsInOrder_AndShowsWhereItIs(string path, int width, bool dark) =>
        portal.VisitAsync(World.LaiChau, new Window(width) { Dark = dark }, async visit =>
        {
            await visit.GoAsync(path, PublicPages.StatusOf(path));
            var expected = await visit.Page.EvaluateAsync<string[]>(
                $"() => [...document.querySelectorAll('{Controls}')].filter(control => control.checkVisibility()).map(control => control.outerHTML)");

            var reached = new List<string>();
            for (var i = 0; i < expected.Length; i++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                var stop = await visit.Page.EvaluateAsync<FocusStop>("""
                    () => {
                      const control = document.activeElement, style = getComputedStyle(control), box = control.getBoundingClientRect();
                      return {
                        html: control.outerHTML,
                        outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
                        inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
                      };
                    }
                    """);
                Assert.True(stop.Outline >= 2, "No visible focus on " + stop.Html);
                Assert.True(stop.InWindow, "Focus outside the window on " + stop.Html);
                reached.Add(stop.Html);
            }

            Assert.Equal(expected, reached);
        });

    [Fact]
    public Task SkipLink_LeadsPastTheMenu() => portal.VisitAsync(World.LaiChau, new Window { Scripts = false }, async visit =>
    {
        await visit.GoAsync("/xep-hang/2020/so-nganh");

        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeInViewportAsync(new() { Ratio = 1 });
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");

        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    });

    private sealed record FocusStop
    {
        public string Html { get; init; } = "";

        public double Outline { get; init; }

        public bool InWindow { get; init; }
    }
}
