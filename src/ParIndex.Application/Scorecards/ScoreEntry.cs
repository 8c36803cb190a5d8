using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>One edit of a cell, as sent.</summary>
/// <param name="Key">Made where it was typed: sent twice, it is taken once.</param>
/// <param name="Leaf">The code of the leaf.</param>
/// <param name="Stage">The stage it was typed at.</param>
/// <param name="Version">The version of the cell the writer saw.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Accepts">Instead of typing, the answer of the stage before is taken: the self-score, or the first appraisal.</param>
public sealed record CellEdit(Guid Key, string Leaf, ScoreStage Stage, Guid Version, TypedAnswer Typed, bool Accepts = false)
{
    /// <summary>The key of an edit that came without one: the same form or file sent twice makes the same, and is taken once.</summary>
    /// <param name="parts">Whatever tells the edit from others: who, which cell as it was shown, what was typed.</param>
    public static Guid KeyOf(params object?[] parts) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', parts))).AsSpan(0, 16));
}

/// <summary>What became of an edit.</summary>
public enum CellResult
{
    /// <summary>It stands in the database, or did already.</summary>
    Saved,

    /// <summary>Somebody else changed the cell since the writer saw it; both answers are told, neither is lost.</summary>
    Conflict,

    /// <summary>State, deadline or rights stand against it.</summary>
    Refused,

    /// <summary>What was typed cannot be read, or is no answer for the leaf.</summary>
    Wrong,
}

/// <summary>What became of one edit.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Problem">Why it was not saved; <c>null</c> when it was.</param>
/// <param name="Cell">The cell as it is now, or <c>null</c> where there is none for the writer to see.</param>
/// <param name="Who">Of a conflict: the name and unit of who changed the cell.</param>
public sealed record CellOutcome(CellEdit Edit, CellResult Result, Finding? Problem, ScoreCell? Cell, string? Who = null)
{
    /// <summary>Why it was not saved, in Vietnamese; <c>null</c> when it was.</summary>
    public string? Message => Problem?.Text;

    /// <summary>Of a refusal: whether the cell is never this person's, whatever the state, which the audit log tells.</summary>
    public bool IsOfRights { get; init; }
}

/// <summary>What became of all edits sent together, and the scorecard after them.</summary>
/// <param name="Outcomes">What became of each.</param>
/// <param name="Folder">The scorecard with its cells.</param>
/// <param name="Explanations">What the unit was asked to explain.</param>
public sealed record SheetAnswer(IReadOnlyList<CellOutcome> Outcomes, ScorecardPlace Folder, IReadOnlyList<Explanation> Explanations);

/// <summary>
/// Fills in cells of scorecards. Each edit stands for itself: others are saved while one is wrong or in conflict. An
/// edit that is answered as saved is in the database, once, with its row of history.
/// </summary>
public sealed class ScoreEntry(ParIndexDb db, ScorecardReader scorecards, TimeProvider clock)
{
    /// <summary>Most edits in one sending: a whole sheet, twice over.</summary>
    public const int MostEdits = 400;

    private const int MostAttempts = 5;

    /// <summary>Saves edits of one scorecard.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="scorecardId">The scorecard.</param>
    /// <param name="edits">The edits, in their order.</param>
    /// <param name="cancel">Gives up; nothing is saved then.</param>
    /// <returns>What became of each, or <c>null</c> when the scorecard is not there or not for this person.</returns>
    public async Task<SheetAnswer?> SaveAsync(StaffAccount actor, Guid scorecardId, IReadOnlyList<CellEdit> edits, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, scorecardId, edits, cancel);
            }
            catch (Exception failure) when (attempt < MostAttempts && SaveConflict.PassesAnew(failure))
            {
                // Somebody, or the same edit sent again, was faster: what is there now decides.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Saves edits of several scorecards in one transaction, told as one act. Each edit stands for itself, as in one scorecard.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="edits">The edits, by the key of their scorecard.</param>
    /// <param name="act">What it is called in the audit log.</param>
    /// <param name="cancel">Gives up; nothing is saved then.</param>
    /// <returns>What became of each edit, by scorecard; a scorecard that is not there or not for this person is absent.</returns>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<CellOutcome>>> SaveAsync(StaffAccount actor, IReadOnlyDictionary<Guid, IReadOnlyList<CellEdit>> edits, string act, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edits);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, edits, act, cancel);
            }
            catch (Exception failure) when (attempt < MostAttempts && SaveConflict.PassesAnew(failure))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<CellOutcome>>> TryAsync(StaffAccount actor, IReadOnlyDictionary<Guid, IReadOnlyList<CellEdit>> edits, string act, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var held = await ScorecardLock.ShareAsync(db, [.. edits.Keys], cancel);
        var places = (await scorecards.ForEditAsync([.. edits.Keys], actor.Id, cancel)).Where(place => ScorecardRights.MayRead(actor, place)).ToList();
        var taken = await TakenAsync(edits.Values.SelectMany(card => card), cancel);
        var outcomes = new Dictionary<Guid, IReadOnlyList<CellOutcome>>();
        foreach (var place in places)
        {
            outcomes[place.Card.Id] = await NameAsync(Apply(edits[place.Card.Id], place, actor, taken), cancel);
        }

        if (db.ChangeTracker.Entries<ScoreEdit>().Any())
        {
            var units = places.Where(place => outcomes[place.Card.Id].Any(outcome => outcome.Result == CellResult.Saved)).Select(place => place.Unit.Unit.Code);
            await db.SaveAsync(new(actor.StaffCode, act, $"({string.Join(", ", units.Order(StringComparer.Ordinal))})"), cancel);
            await held.CommitAsync(cancel);
        }

        return outcomes;
    }

    /// <summary>Says what would become of edits, and saves nothing.</summary>
    /// <inheritdoc cref="SaveAsync(StaffAccount, Guid, IReadOnlyList{CellEdit}, CancellationToken)" path="/param" />
    /// <inheritdoc cref="SaveAsync(StaffAccount, Guid, IReadOnlyList{CellEdit}, CancellationToken)" path="/returns" />
    public async Task<SheetAnswer?> PreviewAsync(StaffAccount actor, Guid scorecardId, IReadOnlyList<CellEdit> edits, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        try
        {
            return await ApplyAsync(actor, scorecardId, edits, cancel);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<SheetAnswer?> TryAsync(StaffAccount actor, Guid scorecardId, IReadOnlyList<CellEdit> edits, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var held = await ScorecardLock.ShareAsync(db, scorecardId, cancel);
        var answer = await ApplyAsync(actor, scorecardId, edits, cancel);
        if (db.ChangeTracker.Entries<ScoreEdit>().Any())
        {
            var saved = edits.Where((edit, position) => answer!.Outcomes[position].Result == CellResult.Saved).ToList();
            await db.SaveAsync(ActOf(actor, saved, answer!.Folder), cancel);
            await held.CommitAsync(cancel);
        }

        return answer;
    }

    /// <summary>Applies edits to the cells in memory: the caller holds the lock, saves what it likes, or nothing.</summary>
    internal async Task<SheetAnswer?> ApplyAsync(StaffAccount actor, Guid scorecardId, IReadOnlyList<CellEdit> edits, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edits);
        var folder = await scorecards.ForEditAsync(scorecardId, actor.Id, cancel);
        if (folder is null || !ScorecardRights.MayRead(actor, folder))
        {
            return null;
        }

        var outcomes = Apply(edits, folder, actor, await TakenAsync(edits, cancel));
        // A unit is asked about what was appraised: before, there is nothing to be read.
        var asked = folder.Stage == ScoreStage.SelfScore ? [] : await db.Explanations.AsNoTracking().Where(explanation => explanation.ScorecardId == scorecardId).ToListAsync(cancel);
        return new(await NameAsync(outcomes, cancel), folder, asked);
    }

    /// <summary>The edits that were taken before under these keys.</summary>
    private Task<Dictionary<Guid, ScoreEdit>> TakenAsync(IEnumerable<CellEdit> edits, CancellationToken cancel)
    {
        var keys = edits.Select(edit => edit.Key).ToList();
        return db.ScoreEdits.AsNoTracking().Where(edit => keys.Contains(edit.Id)).ToDictionaryAsync(edit => edit.Id, cancel);
    }

    private List<CellOutcome> Apply(IReadOnlyList<CellEdit> edits, ScorecardPlace place, StaffAccount actor, Dictionary<Guid, ScoreEdit> taken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(edits.Count, MostEdits);
        var now = clock.GetUtcNow().UtcDateTime;
        var (cells, marks) = (Doubled(edits, edit => (edit.Leaf, edit.Stage)), Doubled(edits, edit => edit.Key));
        var seen = SeenStages.Of(actor, place);
        var outcomes = new List<CellOutcome>(edits.Count);
        foreach (var edit in edits)
        {
            var outcome = cells.Contains((edit.Leaf, edit.Stage)) || marks.Contains(edit.Key)
                ? new(edit, CellResult.Wrong, CellWords.SentTwice(edit.Leaf), Cell: null)
                : Apply(edit, place, actor, taken, now);
            outcomes.Add(outcome with { Cell = seen.Of(outcome.Cell) });
        }

        return outcomes;
    }

    private static HashSet<T> Doubled<T>(IReadOnlyList<CellEdit> edits, Func<CellEdit, T> by) => [.. edits.GroupBy(by).Where(same => same.Count() > 1).Select(same => same.Key)];

    private CellOutcome Apply(CellEdit edit, ScorecardPlace place, StaffAccount actor, Dictionary<Guid, ScoreEdit> taken, DateTime now)
    {
        if (place.Leaf(edit.Leaf) is not { } leaf)
        {
            return new(edit, CellResult.Wrong, CellWords.NoSuchLeaf(edit.Leaf), Cell: null);
        }

        var cell = place.Card.Cell(edit.Stage, leaf.Id);
        if (taken.TryGetValue(edit.Key, out var before))
        {
            return before.By == actor.Id && before.CellId == cell?.Id
                ? new(edit, CellResult.Saved, Problem: null, cell)
                : new(edit, CellResult.Wrong, CellWords.KeyUsed(leaf.Code), Cell: null);
        }

        if (ScorecardRights.WhyNotScore(actor, place, leaf, edit.Stage, now) is { } reason)
        {
            return new(edit, CellResult.Refused, reason, cell) { IsOfRights = !ScorecardRights.MayEverScore(actor, place, leaf, edit.Stage) };
        }

        return cell is null
            ? new(edit, CellResult.Refused, CellWords.NoCell(leaf.Code), Cell: null)
            : Apply(edit, leaf, cell, place, actor, taken, now);
    }

    private CellOutcome Apply(CellEdit edit, Criterion leaf, ScoreCell cell, ScorecardPlace place, StaffAccount actor, Dictionary<Guid, ScoreEdit> taken, DateTime now)
    {
        CellAnswer answer;
        try
        {
            answer = edit.Accepts ? Accepted(leaf, cell, place) : edit.Typed.Read(leaf, cell.Answer);
        }
        catch (UnreadableAnswerException wrong)
        {
            return new(edit, CellResult.Wrong, wrong.Problem, cell);
        }

        if (answer.Problem(leaf) is { } problem)
        {
            return new(edit, CellResult.Wrong, problem, cell);
        }

        // Two who write the same do not disagree.
        var before = cell.Answer;
        if (cell.Version != edit.Version && answer != before)
        {
            return new(edit, CellResult.Conflict, CellWords.Conflict(leaf.Code), cell);
        }

        place.Card.Take(edit.Stage, leaf, answer, actor.Id, now);
        taken[edit.Key] = new ScoreEdit(edit.Key, cell, before, actor.Id, now);
        db.Add(taken[edit.Key]);
        return new(edit, CellResult.Saved, Problem: null, cell);
    }

    /// <summary>The answer of the stage before, with the note of this one.</summary>
    private static CellAnswer Accepted(Criterion leaf, ScoreCell cell, ScorecardPlace place)
    {
        var source = ScorecardRules.Before(cell.Stage) is [.., var before] ? place.Card.Cell(before, leaf.Id) : null;
        return source is not null && source.Answer.IsGiven(leaf)
            ? source.Answer with { Note = cell.Note }
            : throw new UnreadableAnswerException(CellWords.NothingToAccept(leaf.Code));
    }

    /// <summary>Who stands behind the other side of a conflict, by name and unit.</summary>
    private async Task<IReadOnlyList<CellOutcome>> NameAsync(List<CellOutcome> outcomes, CancellationToken cancel)
    {
        var ids = outcomes.Where(outcome => outcome.Result == CellResult.Conflict).Select(outcome => outcome.Cell!.ChangedBy).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return outcomes;
        }

        var names = await StaffNames.OfAsync(db, ids, cancel);
        return [.. outcomes.Select(outcome => outcome.Result == CellResult.Conflict && outcome.Cell!.ChangedBy is { } by ? outcome with { Who = names.GetValueOrDefault(by) } : outcome)];
    }

    private static Act ActOf(StaffAccount actor, IReadOnlyList<CellEdit> saved, ScorecardPlace place) =>
        new(actor.StaffCode, $"Nhập {ScorecardWords.InSentence(saved[0].Stage)}", $"({place.Unit.Unit.Code}): {string.Join(", ", saved.Select(edit => edit.Leaf))}");
}
