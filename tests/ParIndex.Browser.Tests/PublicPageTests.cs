namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class PublicPageTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(PublicPages.All), MemberType = typeof(PublicPages))]
    public Task Page_AtAnyWidth_IsSeenWholeAndHasNoViolation(World world, string path) => portal.LookAsync(world, person: null, async visit =>
    {
        await visit.GoAsync(path, PublicPages.StatusOf(path));
        await visit.LookAroundAsync($"{world}{path}");
    });

    [Theory]
    [InlineData("/", 320)]
    [InlineData("/xep-hang/2020/so-nganh", 320)]
    [InlineData("/xep-hang/2020/so-nganh", 1280)]
    [InlineData("/don-vi/so-noi-vu/2020", 390)]
    [InlineData("/tinh", 1280)]
    public Task Charts_AreThere(string path, int width) => portal.VisitAsync(World.LaiChau, new Window(width), async visit =>
    {
        await visit.GoAsync(path);

        Assert.NotEqual(0, await visit.Page.Locator(".chart svg:visible text:visible").CountAsync());
    });

    [Fact]
    public Task Axe_OfABrokenPage_FindsEachFlaw() => portal.VisitAsync(World.LaiChau, new Window(), async visit =>
    {
        await visit.GoAsync("/");
        await visit.Page.EvaluateAsync("() => { document.documentElement.removeAttribute('lang'); document.querySelector('h1').style.color = '#ddd'; }");

        var violations = await Accessibility.ViolationsAsync(visit.Page);

        Assert.Contains(violations, violation => violation.StartsWith("html-has-lang", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.StartsWith("color-contrast", StringComparison.Ordinal));
    });

    [Fact]
    public Task LayoutAudit_OfABrokenPage_FindsEachFlaw() => portal.VisitAsync(World.LaiChau, new Window(), async visit =>
    {
        await visit.GoAsync("/");
        await visit.Page.EvaluateAsync("""
            () => {
              document.querySelector('h1').style.cssText = 'height:10px;overflow:hidden';
              document.querySelector('.find').style.cssText = 'min-width:2000px';
              document.querySelectorAll('.chart')[0].querySelectorAll('svg').forEach(svg => svg.style.display = 'block');
              document.querySelectorAll('.chart')[1].querySelectorAll('text').forEach(text => text.setAttribute('font-size', '5'));
            }
            """);

        var flaws = await LayoutAudit.FlawsAsync(visit.Page);

        Assert.Contains(flaws, flaw => flaw.StartsWith("The page is", StringComparison.Ordinal));
        Assert.Contains(flaws, flaw => flaw.StartsWith("Clipped", StringComparison.Ordinal));
        Assert.Contains(flaws, flaw => flaw.StartsWith("A chart shows 2 drawings", StringComparison.Ordinal));
        Assert.Contains(flaws, flaw => flaw.StartsWith("Chart text of", StringComparison.Ordinal));
    });
}
