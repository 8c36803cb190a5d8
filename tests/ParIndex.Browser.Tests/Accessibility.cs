using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

/// <summary>Asks axe about a page.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // The package's own way opens a second page for each answer, which takes longer than all the rules.
    private const string Ask = """
        async () => {
          const result = await axe.run(document, { resultTypes: ['violations'] });
          return result.passes.length === 0
            ? ['axe found nothing to look at']
            : result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
        }
        """;

    /// <summary>What all rules of axe for WCAG 2.2 A and AA, and its best practice, find wrong with the page as it is shown now.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>(Ask);
    }
}
