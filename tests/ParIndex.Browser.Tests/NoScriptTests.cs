using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class NoScriptTests(Portal portal)
{
    private static readonly Window WithoutScripts = new(390) { Scripts = false };

    [Fact]
    public Task Search_WithoutScripts_FindsAUnitTypedWithoutAccents() => portal.VisitAsync(World.LaiChau, WithoutScripts, async visit =>
    {
        await visit.GoAsync("/");
        await visit.Page.FillAsync("#q", "huyen sin ho");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Huyện Sìn Hồ");
    });

    [Fact]
    public Task Ranking_WithoutScripts_IsFilteredAndSorted() => portal.VisitAsync(World.LaiChau, WithoutScripts, async visit =>
    {
        await visit.GoAsync("/xep-hang/2020/so-nganh");
        await visit.Page.SelectOptionAsync("select[name=xep-loai]", "kha");
        await visit.Page.ClickAsync("text=Lọc");
        Assert.Equal(5, await visit.Page.Locator("tbody th[scope=row]").CountAsync());

        await visit.Page.ClickAsync("thead a:has-text('Đơn vị')");

        Assert.Equal("ascending", await visit.Page.GetAttributeAsync("thead th:has-text('Đơn vị')", "aria-sort"));
        Assert.Equal(5, await visit.Page.Locator("tbody th[scope=row]").CountAsync());
    });

    [Fact]
    public Task Calculation_WithoutScripts_ShowsItsSteps() => portal.VisitAsync(World.LaiChau, WithoutScripts, async visit =>
    {
        await visit.GoAsync("/phuong-phap");
        await visit.Page.FillAsync("#tham-dinh", "62.30");
        await visit.Page.FillAsync("#dieu-tra", "23,37");
        await visit.Page.FillAsync("#thang-diem", "98");
        await visit.Page.ClickAsync(".calculator button");

        Assert.Contains("87,42%", await visit.Page.InnerTextAsync(".steps"), StringComparison.Ordinal);
    });
}
