using Deque.AxeCore.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class AccessibilityTests(Portal portal)
{
    /// <summary>All rules of axe for WCAG 2.2 A and AA, and its best practice.</summary>
    [SkippableTheory]
    [MemberData(nameof(PublicPages.LightAndDark), MemberType = typeof(PublicPages))]
    public Task Page_LightAndDark_HasNoViolation(World world, string path, bool dark) =>
        portal.VisitAsync(world, new Window(dark ? 390 : 1280) { Dark = dark }, async visit =>
        {
            await visit.GoAsync(path, PublicPages.StatusOf(path));
            if (dark)
            {
                await Pictures.TakeAsync(visit.Page, $"{world}{path}-dark");
            }

            var result = await visit.Page.RunAxe();

            Assert.NotEmpty(result.Passes);
            Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}")));
        });
}
