namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class StaffPageTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(StaffPages.All), MemberType = typeof(StaffPages))]
    public Task Page_AtAnyWidth_IsSeenWholeAndHasNoViolation(string? person, string path, string? press) => portal.LookAsync(World.Staff, person, async visit =>
    {
        var work = (await portal.WorldAsync(World.Staff)).Work!;
        await visit.GoAsync(work.Samples.Aggregate(path, (text, sample) => text.Replace(sample.Key, sample.Value, StringComparison.Ordinal)), StaffPages.StatusOf(path));
        if (press is not null)
        {
            await visit.SendAsync(press);
        }

        await visit.LookAroundAsync($"{person}{path}{press}");
    });
}
