using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Web.Answers;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Scorecards;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>
/// Saves cells of a sheet for its script: one as it is typed, many as they are pasted. Answers with every cell as it
/// now is, and with what the whole comes to. One edit that is not saved is a problem (400, 409); of several each tells
/// for itself what became of it.
/// </summary>
internal static class ScoreCellEndpoint
{
    /// <summary>The name of the address that cells are sent to.</summary>
    public const string Cells = "cells";

    /// <summary>Who scores; whether this scorecard, this leaf, now, is for the rules to say.</summary>
    private const StaffRoles WhoScored = ScorecardAudience.WhoScored;

    public static void MapScoreCells(this IEndpointRouteBuilder app) =>
        app.MapPost("/lam-viec/phieu-cham-diem/{id:guid}/o", PostAsync).RequireAuthorization().DisableAntiforgery().WithName(Cells);

    private static async Task<IResult> PostAsync(Guid id, HttpContext context, CurrentStaff staff, ScoreEntry cells, ScorecardReader scorecards, IOptions<JsonOptions> json, CancellationToken cancel)
    {
        if (await staff.OfAsync(context.User, cancel) is not { } actor || !actor.Has(WhoScored))
        {
            await RefusedRequests.RefuseAsync(context);
            return Problem(StatusCodes.Status403Forbidden);
        }

        if (!await context.HasFormTokenAsync())
        {
            return Problem(StatusCodes.Status400BadRequest, RequestWords.OldPage(isUpload: false), new() { ["code"] = "page" });
        }

        var (sent, refusal) = await ReadAsync(context.Request, json.Value.SerializerOptions, cancel);
        if (sent is null)
        {
            return refusal;
        }

        var edits = sent.Edits!.Select(edit => edit.ToEdit()).ToList();
        var answer = sent.Preview ? await cells.PreviewAsync(actor, id, edits, cancel) : await cells.SaveAsync(actor, id, edits, cancel);
        if (answer is null)
        {
            if (await scorecards.FindAsync(id, cancel) is not null)
            {
                await RefusedRequests.TellAsync(context, ScorecardDesk.NotTheirs);
            }

            return Problem(StatusCodes.Status404NotFound);
        }

        // A preview of what is refused is a try as well.
        await ScorecardDesk.TellAsync(context, answer);
        return Answer(answer, actor, sent.Preview);
    }

    private static IResult Answer(SheetAnswer answer, StaffAccount actor, bool isPreview)
    {
        var written = new SentAnswer([.. answer.Outcomes.Select(outcome => SentCell.Of(outcome, answer))], SheetStatus.For(answer.Folder, actor));
        return answer.Outcomes is [{ Result: not CellResult.Saved } only] && !isPreview
            ? Problem(
                only.Result == CellResult.Wrong ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
                only.Problem,
                new() { ["code"] = written.Cells[0].Result, ["cells"] = written.Cells, ["status"] = written.Status })
            : Results.Json(written);
    }

    /// <param name="status">The status.</param>
    /// <param name="why">Why, if there is more to say than the status does.</param>
    /// <param name="instead">What is said beside the sentence instead of its own code: what became of the edit, in one word.</param>
    private static IResult Problem(int status, Finding? why = null, Dictionary<string, object?>? instead = null) =>
        Results.Problem(why?.Text, statusCode: status, title: Problems.TitleOf(status), type: "about:blank", extensions: instead ?? Problems.Coded(why));

    private static async Task<(SentEdits? Sent, IResult Refusal)> ReadAsync(HttpRequest request, JsonSerializerOptions options, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problem(StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            var sent = await JsonSerializer.DeserializeAsync<SentEdits>(request.Body, options, cancel);
            return sent?.Edits is { Count: > 0 and <= ScoreEntry.MostEdits } edits && edits.All(edit => edit is { Leaf.Length: > 0, Key: var key } && key != Guid.Empty)
                ? (sent, Results.Empty)
                : (null, Problem(StatusCodes.Status400BadRequest, RequestWords.NoEdits(ScoreEntry.MostEdits)));
        }
        catch (JsonException)
        {
            return (null, Problem(StatusCodes.Status400BadRequest));
        }
    }

    /// <summary>What a sheet sends.</summary>
    private sealed record SentEdits(IReadOnlyList<SentEdit>? Edits, bool Preview = false);

    /// <summary>One edit; boxes that were not touched are absent.</summary>
    private sealed record SentEdit(
        Guid Key,
        string Leaf,
        [property: JsonConverter(typeof(StageWords.Json))] ScoreStage Stage,
        string? Version,
        bool Accept,
        [property: JsonConverter(typeof(RawNumberTextConverter))] string? P,
        [property: JsonConverter(typeof(RawNumberTextConverter))] string? A,
        [property: JsonConverter(typeof(RawNumberTextConverter))] string? R,
        [property: JsonConverter(typeof(RawNumberTextConverter))] string? L,
        string? G)
    {
        public CellEdit ToEdit() => new(Key, Leaf, Stage, CellToken.VersionOf(Version), new() { Points = P, Achieved = A, Required = R, Level = L, Note = G }, Accept);
    }

    private sealed record SentAnswer(IReadOnlyList<SentCell> Cells, SheetStatus Status);

    /// <summary>A cell as it now is.</summary>
    /// <param name="Leaf">The leaf's code.</param>
    /// <param name="Key">The key of the edit.</param>
    /// <param name="Result">saved, conflict, refused, wrong.</param>
    /// <param name="Message">Why it was not saved.</param>
    /// <param name="Version">What to send with the next edit.</param>
    /// <param name="Boxes">What its boxes show.</param>
    /// <param name="Points">The points as text; empty while there are none.</param>
    /// <param name="State">given, blank or exempt: three states, never one.</param>
    /// <param name="Who">Of a conflict: who changed it.</param>
    /// <param name="At">When it was changed last, at UTC+7.</param>
    /// <param name="Theirs">Of a conflict: what stands there, in words.</param>
    /// <param name="Asks">What the appraisal still has to say of it.</param>
    /// <param name="Code">Why it was not saved, for programs.</param>
    /// <param name="Arguments">What the code is about.</param>
    private sealed record SentCell(string Leaf, Guid Key, string Result, string? Message, string? Version, IReadOnlyDictionary<string, string>? Boxes, string? Points, string? State, string? Who, string? At, string? Theirs, string? Asks = null, string? Code = null, IReadOnlyDictionary<string, object>? Arguments = null)
    {
        public static SentCell Of(CellOutcome outcome, SheetAnswer answer)
        {
            var folder = answer.Folder;
            var result = JsonNamingPolicy.CamelCase.ConvertName(outcome.Result.ToString());
            return outcome.Cell is { } cell && folder.Leaf(cell.CriterionId) is { } leaf
                ? new(leaf.Code, outcome.Edit.Key, result, outcome.Message, CellToken.Of(cell, leaf), SheetFields.Texts(leaf, cell.Answer).ToDictionary(box => box.Key.ToString(), box => box.Value, StringComparer.Ordinal), AnswerText.Points(cell.Points), StateOf(leaf, cell), outcome.Who, cell.ChangedAt is { } at ? DateWriter.VietnameseHour(at) : null, Sheet.InWords(leaf, cell), Sheet.Lacking(folder.Card.Scores, answer.Explanations, leaf, cell.Stage), outcome.Problem?.Code, outcome.Problem?.Arguments)
                : new(outcome.Edit.Leaf, outcome.Edit.Key, result, outcome.Message, Version: null, Boxes: null, Points: null, State: null, Who: null, At: null, Theirs: null, Asks: null, outcome.Problem?.Code, outcome.Problem?.Arguments);
        }

        private static string StateOf(Criterion leaf, ScoreCell cell) => cell.Points is not null ? "given" : cell.Answer.ProposesExemption(leaf) ? "exempt" : "blank";
    }
}
