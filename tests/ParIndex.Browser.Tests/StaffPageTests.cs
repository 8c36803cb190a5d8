using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class StaffPageTests(Portal portal)
{
    [SkippableTheory]
    [MemberData(nameof(StaffPages.All), MemberType = typeof(StaffPages))]
    public Task Page_AtAnyWidth_IsSeenWhole(StaffPage page) => VisitAsync(page, async visit =>
    {
        foreach (var width in Window.Widths)
        {
            await visit.ResizeAsync(width);
            await Pictures.TakeAsync(visit.Page, $"{page}-{width}");
            var flaws = await LayoutAudit.FlawsAsync(visit.Page);
            Assert.True(flaws.Length == 0, $"At {width} px:\n{string.Join('\n', flaws)}");
        }
    });

    [SkippableTheory]
    [MemberData(nameof(StaffPages.All), MemberType = typeof(StaffPages))]
    public Task Page_LightOnADeskAndDarkOnAPhone_HasNoViolation(StaffPage page) => VisitAsync(page, async visit =>
    {
        await AccessibilityTests.AssertNoViolationAsync(visit.Page);

        await visit.ResizeAsync(390);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Pictures.TakeAsync(visit.Page, $"{page}-dark");
        await AccessibilityTests.AssertNoViolationAsync(visit.Page);
    });

    private Task VisitAsync(StaffPage page, Func<Visit, Task> test)
    {
        ArgumentNullException.ThrowIfNull(page);
        return portal.VisitAsync(World.Staff, new Window { SignedIn = page.Role }, async visit =>
        {
            var work = (await portal.WorldAsync(World.Staff)).Work!;
            await visit.GoAsync(work.Samples.Aggregate(page.Path, (path, sample) => path.Replace(sample.Key, sample.Value, StringComparison.Ordinal)), StaffPages.StatusOf(page));
            if (page.Press is { } button)
            {
                await visit.SendAsync(button);
            }

            await test(visit);
        });
    }
}
