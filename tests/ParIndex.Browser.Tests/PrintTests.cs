using System.Text;
using System.Text.RegularExpressions;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed partial class PrintTests(Portal portal)
{
    [SkippableTheory]
    [InlineData("/xep-hang/2020/so-nganh")]
    [InlineData("/xep-hang/2020/huyen")]
    [InlineData("/don-vi/so-noi-vu/2020")]
    [InlineData("/don-vi/ban-quan-ly-khu-kinh-te-cua-khau-ma-lu-thang/2020")]
    [InlineData("/")]
    public Task Print_TakesOneSheetOfA4(string path) => portal.VisitAsync(World.LaiChau, new Window(), async visit =>
    {
        await visit.GoAsync(path);

        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
        await Pictures.KeepAsync(pdf, "print" + path);

        var text = Encoding.Latin1.GetString(pdf);
        Assert.Single(PageObject().Matches(text));
        Assert.Matches("/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*\\]", text);
    });

    [GeneratedRegex("/Type\\s*/Page\\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PageObject();
}
