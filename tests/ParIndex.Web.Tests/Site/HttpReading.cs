using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ParIndex.Web.Tests.Site;

/// <summary>Answers as a test reads them.</summary>
public static class HttpReading
{
    /// <summary>The page of an address.</summary>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        return await answer.ReadPageAsync();
    }

    /// <summary>The page of an answer.</summary>
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>The JSON of an address.</summary>
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        return await answer.ReadJsonAsync();
    }

    /// <summary>The JSON of an answer.</summary>
    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }

    /// <summary>A header's value, its parts joined; <c>null</c> when it is absent.</summary>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>An element's text as it is read: one blank between words.</summary>
    public static string Words(this INode? node) =>
        string.Join(' ', (node?.TextContent ?? "").Split([' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The texts inside an element with a bar between them, where elements and not blanks part them.</summary>
    public static string Pieces(this INode node) =>
        string.Join(" | ", node.Descendants<IText>().Select(text => text.Words()).Where(text => text.Length > 0));

    /// <summary>The texts of all elements of a selector.</summary>
    public static IReadOnlyList<string> Texts(this IParentNode node, string selector) =>
        [.. node.QuerySelectorAll(selector).Select(element => element.Words())];
}
