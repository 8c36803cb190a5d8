using ParIndex.Application.Search;
using ParIndex.Application.Tables;
using ParIndex.Domain.Search;
using ParIndex.Web.Pages.Public;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Endpoints;

/// <summary>
/// What the search form offers while somebody types: the first hits with their addresses and reasons. Without script the form
/// asks its page.
/// </summary>
internal static class SearchEndpoint
{
    /// <summary>The name of its address.</summary>
    public const string Name = "search.json";

    private const int Most = 8;

    /// <summary>Longer than every name; what comes behind it makes no hit better.</summary>
    private const int MostLetters = 200;

    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGet("/tim-kiem.json", AnswerAsync).RequireRateLimiting(RateLimits.OpenData).AllowAnonymous().WithName(Name);

    private static async Task<IResult> AnswerAsync(string? q, string? lang, SearchCatalogue catalogue, LinkGenerator links, CancellationToken cancel)
    {
        var language = lang == Language.English.Tag() ? Language.English : Language.Vietnamese;
        var texts = PublicTexts.Of(language);
        var typed = q is { Length: > MostLetters } ? q[..MostLetters] : q;
        var answer = string.IsNullOrWhiteSpace(typed) ? SearchAnswer.Nothing : (await catalogue.ReadAsync(cancel)).Find(typed, Most);
        return Results.Bytes(
            JsonTable.Document(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("count", answer.Count);
                json.WriteString("meant", answer.Meant);
                json.WriteStartArray("hits");
                foreach (var hit in answer.Hits)
                {
                    json.WriteStartObject();
                    json.WriteString("title", hit.Entry.Title);
                    json.WriteString("detail", hit.Entry.Detail);
                    json.WriteString("reason", texts.Search.Reason(hit));
                    json.WriteString("address", language.Address(links.Found(hit.Entry)));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }),
            DataFile.JsonType);
    }
}
