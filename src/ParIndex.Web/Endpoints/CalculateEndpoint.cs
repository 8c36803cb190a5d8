using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ParIndex.Application.Tables;
using ParIndex.Domain;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tables;
using ParIndex.Web.Pages.Public;

namespace ParIndex.Web.Endpoints;

/// <summary>
/// Recomputes an index from figures sent as query, form or JSON, and shows every step. Stores nothing, so a form
/// needs no token.
/// </summary>
internal static class CalculateEndpoint
{
    public static void MapCalculate(this IEndpointRouteBuilder api)
    {
        api.MapGet("/calculate", (string[] appraisalScore, string[] surveyScore, string[] bonus, string[] penalty, string[] scale) =>
            Answer(new Calculation(Calculation.Typed(appraisalScore), Calculation.Typed(surveyScore), Calculation.Typed(bonus), Calculation.Typed(penalty), Calculation.Typed(scale))));
        api.MapPost("/calculate", PostAsync).DisableAntiforgery();
    }

    private static async Task<IResult> PostAsync(HttpRequest request, IOptions<JsonOptions> json, CancellationToken cancel)
    {
        if (!request.HasFormContentType && !request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var typed = request.HasFormContentType
                ? Read(await request.ReadFormAsync(cancel))
                // JSON is UTF-8 (RFC 8259), whatever else the type says.
                : await JsonSerializer.DeserializeAsync<Calculation>(request.Body, json.Value.SerializerOptions, cancel);
            return typed is null ? Results.BadRequest() : Answer(typed);
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException || IsCutShort(failure))
        {
            return Results.BadRequest();
        }
    }

    private static Calculation Read(IFormCollection form) =>
        new(Calculation.Typed(form["appraisalScore"]), Calculation.Typed(form["surveyScore"]), Calculation.Typed(form["bonus"]), Calculation.Typed(form["penalty"]), Calculation.Typed(form["scale"]));

    /// <summary>A body of parts that ends too early; a request that is itself too large or broken has an answer of its own.</summary>
    private static bool IsCutShort(Exception failure) => failure is IOException and not BadHttpRequestException;

    private static IResult Answer(Calculation typed)
    {
        var (result, refusals) = typed.Compute(ratings: null);
        return result is null
            ? Refused(refusals.ToDictionary(refusal => JsonNamingPolicy.CamelCase.ConvertName(refusal.Key), refusal => refusal.Value))
            : Results.Bytes(JsonTable.Document(json => Write(json, result)), DataFile.JsonType);
    }

    /// <summary>The sentence of each field and, for programs, its code.</summary>
    private static IResult Refused(IReadOnlyDictionary<string, Finding> fields) => Results.ValidationProblem(
        fields.ToDictionary(field => field.Key, field => new[] { field.Value.Text }),
        extensions: new Dictionary<string, object?> { ["problems"] = fields.Select(field => new { Field = field.Key, field.Value.Code, field.Value.Arguments }).ToList() });

    private static void Write(Utf8JsonWriter json, IndexResult result)
    {
        json.WriteStartObject();
        json.WritePropertyName("addends");
        JsonTable.WriteRows(json, AddendColumns, result.Totals.Addends);
        json.WritePropertyName("totalScore");
        JsonTable.WriteCell(json, Cell.Of(result.TotalScore, 2));
        json.WritePropertyName("scale");
        JsonTable.WriteCell(json, Cell.Trimmed(result.Totals.Scale?.Value));
        json.WritePropertyName("unrounded");
        JsonTable.WriteCell(json, Cell.Of(result.Exact?.Value, 6));
        json.WritePropertyName("index");
        JsonTable.WriteCell(json, Cell.Of(result.Index, 2));
        json.WriteEndObject();
    }

    private static readonly IReadOnlyList<Column<Addend>> AddendColumns =
    [
        new("component", "Thành phần", addend => Cell.Of(JsonNamingPolicy.CamelCase.ConvertName(addend.Component.ToString()))),
        new("points", "Điểm", addend => Cell.Of(addend.Points, 2)),
    ];
}
