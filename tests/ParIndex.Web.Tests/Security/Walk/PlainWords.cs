using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Domain.Text;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>What any answer to bad input is: no failure of the program, and words of Vietnamese that a person reads.</summary>
internal static partial class PlainWords
{
    /// <summary>What is wrong with an answer, or <c>null</c>.</summary>
    public static async Task<string?> ProblemAsync(HttpResponseMessage answer, HttpMethod method)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return $"is {status}";
        }

        if (answer.Headers.TryGetValues("Location", out var targets) && targets.Any(target => target.Any(sign => sign is <= ' ' or > '~')))
        {
            return $"redirects to letters that no header holds: {string.Join(' ', targets)}";
        }

        var body = await answer.Content.ReadAsStringAsync();
        if (status < 400)
        {
            return English().Match(body) is { Success: true } words ? $"is {status} and says “{words.Value}”" : null;
        }

        if (method == HttpMethod.Head)
        {
            return null;
        }

        return (answer.Content.Headers.ContentType?.MediaType, body) switch
        {
            (_, { Length: 0 }) => $"is {status} without a word",
            (_, var text) when English().Match(text) is { Success: true } words => $"is {status} and says “{words.Value}”",
            ("text/html", var html) when html.Contains("lang=\"vi\"", StringComparison.Ordinal) && Vietnamese().IsMatch(html) => null,
            ("application/problem+json" or "application/json", var json) when JsonDocument.Parse(json).RootElement.TryGetProperty("title", out var title) && Vietnamese().IsMatch(title.GetString()!) => null,
            ("text/plain", var text) when Vietnamese().IsMatch(text) => null,
            var (type, text) => $"is {status}, {type}: {text[..Math.Min(text.Length, 120)]}",
        };
    }

    /// <summary>What was typed in boxes of a form and stands nowhere in the page that answers, by name.</summary>
    public static async Task<IReadOnlyList<string>> LostAsync(HttpResponseMessage answer, IEnumerable<KeyValuePair<string, string>> typed)
    {
        if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Conflict) || answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return [];
        }

        var page = await SignedIn.ReadAsync(answer);
        var kept = page.QuerySelectorAll("input, textarea, option[selected]").ToLookup(NameOf, element => Letters(ValueOf(element)));
        var text = new Lazy<string>(() => Letters(page.Body!.TextContent));
        // A pasted table is kept sealed, as the parcel of its preview.
        var isParcelled = page.QuerySelector("input[name=Parcel]")?.GetAttribute("value") is { Length: > 0 };
        return [.. typed.Where(field => !(isParcelled && field.Key == "Pasted") && Letters(field.Value) is { Length: > 0 } letters && !kept[field.Key].Contains(letters) && !text.Value.Contains(letters, StringComparison.Ordinal)).Select(field => field.Key)];
    }

    /// <summary>The boxes of text in the form of a page that is sent to an address.</summary>
    public static IReadOnlySet<string> BoxesOf(IHtmlDocument page, string address) => ElementsOf(page, address)
        .Where(element => element is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "email" or "tel" or "number" or "date" })
        .Where(element => element.GetAttribute("autocomplete") != "one-time-code").Select(element => element.GetAttribute("name")).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>What the form of a page that is sent to an address holds unseen, but for its token.</summary>
    public static IEnumerable<KeyValuePair<string, string>> HiddenOf(IHtmlDocument page, string address) => ElementsOf(page, address).OfType<IHtmlInputElement>()
        .Where(input => input is { Type: "hidden", Name: { Length: > 0 } name } && name != Visitor.TokenName)
        .DistinctBy(input => input.Name, StringComparer.Ordinal).Select(input => KeyValuePair.Create(input.Name!, input.Value));

    private static IEnumerable<IHtmlElement> ElementsOf(IHtmlDocument page, string address) => page.QuerySelectorAll<IHtmlFormElement>("form[method=post]")
        .Where(form => (form.GetAttribute("action") is { Length: > 0 } action ? action : page.Location.PathName).Split('#')[0].Equals(address.Split('#')[0], StringComparison.OrdinalIgnoreCase) || string.IsNullOrEmpty(form.GetAttribute("action")))
        .SelectMany(form => form.Elements);

    private static string NameOf(IElement element) => (element is IHtmlOptionElement ? element.Closest("select") : element)?.GetAttribute("name") ?? "";

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlTextAreaElement area => area.Value,
        _ => element.GetAttribute("value") ?? element.TextContent,
    };

    /// <summary>A browser's box holds no line ends, and texts are stored composed: what counts is what can be read.</summary>
    private static string Letters(string text) => string.Concat(TextSigns.Legible(text).Normalize(NormalizationForm.FormC).Where(sign => !char.IsWhiteSpace(sign) && !char.IsControl(sign)));

    [GeneratedRegex("Exception|   at [A-Z]|is not valid|is invalid|field is required|must not be|The value|Bad Request|Not Found|Method Not Allowed", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex English();

    [GeneratedRegex("[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Vietnamese();
}
