using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>What the search form offers while somebody types, by keyboard.</summary>
[Collection(PortalCollection.Name)]
public sealed class SearchOffersTests(Portal portal)
{
    [Fact]
    public Task Offers_AreChosenByArrowKeys_AndEnterGoesThere() => portal.VisitAsync(World.LaiChau, new Window(390), async visit =>
    {
        await visit.GoAsync("/tim-kiem");
        var input = visit.Page.GetByRole(AriaRole.Combobox);

        await input.PressSequentiallyAsync("ta mung");
        await Expect(visit.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await Expect(input).ToHaveAttributeAsync("aria-expanded", "true");
        await input.PressAsync("ArrowDown");
        await input.PressAsync("ArrowDown");
        var second = visit.Page.GetByRole(AriaRole.Option).Nth(1);
        await Expect(second).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(input).ToHaveAttributeAsync("aria-activedescendant", (await second.GetAttributeAsync("id"))!);
        await input.PressAsync("Enter");

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Xã Mường Kim");
    });

    [Fact]
    public Task Escape_PutsTheOffersAway_AndKeepsWhatWasTyped() => portal.VisitAsync(World.LaiChau, new Window(1280), async visit =>
    {
        await visit.GoAsync("/tim-kiem");
        var input = visit.Page.GetByRole(AriaRole.Combobox);

        await input.PressSequentiallyAsync("ta mung");
        await Expect(visit.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await input.PressAsync("Escape");

        await Expect(visit.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await Expect(input).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(input).ToHaveValueAsync("ta mung");
    });
}
