using Microsoft.Playwright;
using ParIndex.Application.Staff;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class StaffPageTests(Portal portal)
{
    [SkippableTheory]
    [MemberData(nameof(StaffPages.All), MemberType = typeof(StaffPages))]
    public Task Page_AtAnyWidth_IsSeenWhole(StaffRoles? role, string path, string? press) => VisitAsync(role, path, press, async visit =>
    {
        foreach (var width in Window.Widths)
        {
            await visit.ResizeAsync(width);
            await Pictures.TakeAsync(visit.Page, $"{role}{path}{press}-{width}");
            var flaws = await LayoutAudit.FlawsAsync(visit.Page);
            Assert.True(flaws.Length == 0, $"At {width} px:\n{string.Join('\n', flaws)}");
        }
    });

    [SkippableTheory]
    [MemberData(nameof(StaffPages.All), MemberType = typeof(StaffPages))]
    public Task Page_LightOnADeskAndDarkOnAPhone_HasNoViolation(StaffRoles? role, string path, string? press) => VisitAsync(role, path, press, async visit =>
    {
        await AccessibilityTests.AssertNoViolationAsync(visit.Page);

        await visit.ResizeAsync(390);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Pictures.TakeAsync(visit.Page, $"{role}{path}{press}-dark");
        await AccessibilityTests.AssertNoViolationAsync(visit.Page);
    });

    private Task VisitAsync(StaffRoles? role, string path, string? press, Func<Visit, Task> test) =>
        portal.VisitAsync(World.Staff, new Window { SignedIn = role }, async visit =>
        {
            var work = (await portal.WorldAsync(World.Staff)).Work!;
            var address = work.Samples.Aggregate(path, (text, sample) => text.Replace(sample.Key, sample.Value, StringComparison.Ordinal));
            await visit.GoAsync(address, StaffPages.StatusOf(path));
            if (press is not null)
            {
                await visit.SendAsync(press);
            }

            await test(visit);
        });
}
