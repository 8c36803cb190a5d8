using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class StaffPageTests(Portal portal)
{
    [SkippableTheory]
    [MemberData(nameof(StaffPages.All), MemberType = typeof(StaffPages))]
    public Task Page_OfTheStaff_IsAccessibleAndSeenWhole(StaffPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return portal.VisitAsync(World.Staff, new Window { SignedIn = page.Role }, async visit =>
        {
            var work = (await portal.WorldAsync(World.Staff)).Work!;
            await visit.GoAsync(work.Samples.Aggregate(page.Path, (path, sample) => path.Replace(sample.Key, sample.Value, StringComparison.Ordinal)));
            if (page.Press is { } button)
            {
                await visit.SendAsync(button);
            }

            await AssertIsWholeAsync(visit, page, 1280);
            await AccessibilityTests.AssertNoViolationAsync(visit.Page);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await AssertIsWholeAsync(visit, page, 390);
            await AccessibilityTests.AssertNoViolationAsync(visit.Page);
            await AssertIsWholeAsync(visit, page, 320);
        });
    }

    private static async Task AssertIsWholeAsync(Visit visit, StaffPage page, int width)
    {
        await visit.ResizeAsync(width);
        await Pictures.TakeAsync(visit.Page, $"{page}-{width}");
        var flaws = await LayoutAudit.FlawsAsync(visit.Page);
        Assert.True(flaws.Length == 0, $"At {width} px:\n{string.Join('\n', flaws)}");
    }
}
