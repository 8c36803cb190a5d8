using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class AccessibilityTests(Portal portal)
{
    /// <summary>All rules of axe for WCAG 2.2 A and AA, and its best practice.</summary>
    [SkippableTheory]
    [MemberData(nameof(PublicPages.ShortOnes), MemberType = typeof(PublicPages))]
    public Task Page_LightOnADeskAndDarkOnAPhone_HasNoViolation(World world, string path) =>
        portal.VisitAsync(world, new Window(), async visit =>
        {
            await visit.GoAsync(path, PublicPages.StatusOf(path));
            await AssertNoViolationAsync(visit.Page);

            await visit.ResizeAsync(390);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await Pictures.TakeAsync(visit.Page, $"{world}{path}-dark");
            await AssertNoViolationAsync(visit.Page);
        });

    /// <summary>Fails on any violation of the page as it is shown now.</summary>
    internal static async Task AssertNoViolationAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.NotEmpty(result.Passes);
        var violations = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}"));
        Assert.True(result.Violations.Length == 0, string.Join('\n', violations));
    }
}
