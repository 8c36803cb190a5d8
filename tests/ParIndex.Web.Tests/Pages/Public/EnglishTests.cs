using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>The public pages under <c>/en</c>: the same page, the same data, every text said in English.</summary>
public sealed partial class EnglishTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    public static readonly TheoryData<Type> Areas = [.. typeof(PublicTexts).Assembly.GetTypes().Where(type => type is { IsClass: true, IsSealed: false, Namespace: "ParIndex.Web.Texts" } && (type == typeof(PublicTexts) || type.Name.EndsWith("Texts", StringComparison.Ordinal)))];

    [Theory, MemberData(nameof(Areas))]
    public void EveryText_IsSaidInEnglish(Type area)
    {
        var english = area.Assembly.GetType($"ParIndex.Web.Texts.English{(area == typeof(PublicTexts) ? "Texts" : area.Name)}");

        Assert.NotNull(english);
        var said = area.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.IsVirtual).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, method => Assert.True(
            english.GetMethod(method.Name, [.. method.GetParameters().Select(parameter => parameter.ParameterType)])?.DeclaringType == english,
            $"{english.Name}.{method.Name}"));
    }

    [Theory, MemberData(nameof(Areas))]
    public void EveryPlainText_IsInItsLanguage(Type area)
    {
        var vietnamese = Activator.CreateInstance(area)!;
        var english = Activator.CreateInstance(area.Assembly.GetType($"ParIndex.Web.Texts.English{(area == typeof(PublicTexts) ? "Texts" : area.Name)}")!)!;

        foreach (var text in area.GetProperties().Where(property => property.PropertyType == typeof(string) && property.GetMethod!.IsVirtual))
        {
            var (own, other) = ((string)text.GetValue(vietnamese)!, (string)text.GetValue(english)!);
            Assert.False(string.IsNullOrWhiteSpace(own), $"{area.Name}.{text.Name}");
            Assert.False(string.IsNullOrWhiteSpace(other), $"{area.Name}.{text.Name}");
            // Examples of what people type stand in Vietnamese.
            Assert.True(text.Name.EndsWith("Hint", StringComparison.Ordinal) || !VietnameseLetters().IsMatch(other), $"{area.Name}.{text.Name}: {other}");
        }
    }

    [Fact]
    public async Task EnglishPage_LeadsToEnglishPages_AndBack()
    {
        var client = await sites.OpenAsync();

        var page = await client.GetPageAsync("/en");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("nav.main a[href]:not([hreflang])"), link => Assert.StartsWith("/en/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("/", page.QuerySelector("nav.main a[hreflang=vi]")!.GetAttribute("href"));
        Assert.Equal("/en", (await client.GetPageAsync("/")).QuerySelector("nav.main a[hreflang=en]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Switch_KeepsPageAndFilter()
    {
        var client = await sites.OpenAsync();

        var page = await client.GetPageAsync("/xep-hang/2020/so-nganh?sort=ten");
        var address = page.QuerySelector("a[hreflang=en]")!.GetAttribute("href")!;
        var there = await client.GetPageAsync(address);

        Assert.Equal("/en/xep-hang/2020/so-nganh?sort=ten", address);
        Assert.Equal("/xep-hang/2020/so-nganh?sort=ten", there.QuerySelector("a[hreflang=vi]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/en/", "/en")]
    [InlineData("/en/xep-hang/2020/so-nganh.csv?dinh-dang=excel", "/xep-hang/2020/so-nganh.csv?dinh-dang=excel")]
    [InlineData("/en/api/v1/releases", "/api/v1/releases")]
    [InlineData("/en/lam-viec", "/lam-viec")]
    [InlineData("/en/tai-khoan/dang-nhap", "/tai-khoan/dang-nhap")]
    [InlineData("/en/quan-tri/tai-khoan", "/quan-tri/tai-khoan")]
    public async Task WhatHasOneLanguage_IsSentToItsAddress(string asked, string kept)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(asked);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(kept, answer.Header("Location"));
    }

    [Theory]
    [InlineData("/en/en")]
    [InlineData("/en/xep-hang/1999/so-nganh")]
    [InlineData("/en//don-vi")]
    public async Task NoSuchEnglishPage_SaysSoInEnglish_AndNamesWhatThereIs(string asked)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(asked);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Page not found", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/en/xep-hang/2020/so-nganh");
        Assert.NotNull(page.QuerySelector("form[action='/en/tim-kiem']"));
    }

    [Fact]
    public async Task NoSuchPage_NamesYearsAndGroups()
    {
        using var answer = await (await sites.OpenAsync()).GetAsync("/xep-hang/1999/so-nganh");

        Assert.Contains((await answer.ReadPageAsync()).QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/xep-hang/2020/huyen");
    }

    /// <summary>Every page that English links lead to: whatever is Vietnamese in it is marked as Vietnamese.</summary>
    [Fact]
    public async Task EveryEnglishPage_MarksWhatIsVietnamese()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal) { "/en" }, new Queue<string>(["/en"]));
        var unmarked = new List<string>();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await site.Client.GetAsync(address);
            if (answer.Header("Location") is { } location)
            {
                Assert.StartsWith("/en", location, StringComparison.Ordinal);
                waiting.Enqueue(location);
                continue;
            }

            var page = await answer.ReadPageAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
            unmarked.AddRange(page.Body!.Descendants<IText>().Where(text => text.Ancestors<IElement>().All(element => element.LocalName is not ("script" or "style")) && IsUnmarked(text)).Select(text => $"{address}: {text.Words()}"));
            unmarked.AddRange(page.QuerySelectorAll("[aria-label], [title], img[alt]").SelectMany(element => new[] { "aria-label", "title", "alt" }.Select(name => (Element: element, Text: element.GetAttribute(name))))
                .Where(said => said.Text is not null && VietnameseLetters().IsMatch(said.Text) && !IsVietnamese(said.Element)).Select(said => $"{address}: [{said.Text}]"));
            foreach (var link in page.QuerySelectorAll("a[href^='/en/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
            {
                // A few of each kind are enough: pages of one kind share their texts.
                var kind = Digits().Replace(Slugs().Replace(link.Split('?')[0], "${page}/*"), "0");
                if (seen.Add(link) && (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= 4)
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.True(seen.Count > 30, $"{seen.Count}");
        Assert.True(unmarked.Count == 0, string.Join('\n', unmarked.Take(40)));
    }

    /// <summary>English names of units keep their letters; what is only spoken of a drawing is one text, in which no name can be marked.</summary>
    private static bool IsUnmarked(IText text) =>
        VietnameseLetters().IsMatch(EnglishNames().Replace(text.TextContent, "")) && !IsVietnamese(text.ParentElement!) && text.ParentElement!.LocalName is not ("desc" or "title");

    private static bool IsVietnamese(IElement element) => element.Closest("[lang]")?.GetAttribute("lang") == "vi";

    [GeneratedRegex(@"(\p{Lu}\p{L}* )+(Ward|Commune|District|City)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EnglishNames();

    [GeneratedRegex("(?<page>/en/[a-z-]+)/[a-z-]+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Slugs();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 10_000)]
    private static partial Regex Digits();

    [GeneratedRegex("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex VietnameseLetters();
}
