using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Whose hands a scorecard has been in, whatever roles, unit or account they have now: who scored for the unit does not
/// appraise or agree it, and who appraised it neither agrees it nor scores for the unit.
/// </summary>
/// <param name="Scored">Accounts whose self-scores stand in it, who handed it in or took it back, and heads of the unit who approved it.</param>
/// <param name="Appraised">Accounts of everybody who typed or accepted points of an appraisal, or ended one as an appraiser.</param>
public sealed record ScorecardHands(IReadOnlySet<Guid> Scored, IReadOnlySet<Guid> Appraised)
{
    /// <summary>Who alone had the whole code an appraiser's account was used by: those points may as well be theirs.</summary>
    public IReadOnlySet<Guid> Lent { get; private init; } = new HashSet<Guid>();

    /// <summary>Of nobody: where no right is asked for.</summary>
    internal static readonly ScorecardHands Nobody = new(new HashSet<Guid>(), new HashSet<Guid>());

    /// <summary>What the scorecard itself tells: whose points stand in its cells, and who moved it.</summary>
    /// <param name="card">The scorecard, with cells and moves.</param>
    /// <param name="approvers">Who approved it for the unit.</param>
    public static ScorecardHands Of(Scorecard card, IEnumerable<Guid> approvers)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new(
            Typed(card, stage => stage == ScoreStage.SelfScore).Concat(card.Moves.Where(move => move.Act is ScorecardAct.Submit or ScorecardAct.Withdraw).Select(move => move.By)).Concat(approvers).ToHashSet(),
            Typed(card, stage => stage is ScoreStage.FirstAppraisal or ScoreStage.SecondAppraisal).ToHashSet());
    }

    /// <summary>What scorecards tell of one person, by their key: as much as lists of many ask for their reader.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, ScorecardHands>> OfAsync(ParIndexDb db, IReadOnlyCollection<Guid> scorecardIds, Guid accountId, CancellationToken cancel)
    {
        var typed = await db.Set<ScoreCell>().AsNoTracking().Where(cell => scorecardIds.Contains(cell.ScorecardId) && cell.ChangedBy == accountId && cell.Stage != ScoreStage.Survey)
            .Select(cell => new { cell.ScorecardId, IsOwn = cell.Stage == ScoreStage.SelfScore }).Distinct().ToListAsync(cancel);
        var moved = await db.Set<ScorecardMove>().AsNoTracking().Where(move => scorecardIds.Contains(move.ScorecardId) && move.By == accountId && (move.Act == ScorecardAct.Submit || move.Act == ScorecardAct.Withdraw))
            .Select(move => move.ScorecardId).Distinct().ToListAsync(cancel);
        var approved = await db.Set<SheetApproval>().AsNoTracking().Where(approval => scorecardIds.Contains(approval.ScorecardId) && approval.By == accountId).Select(approval => approval.ScorecardId).Distinct().ToListAsync(cancel);
        var scored = typed.Where(cell => cell.IsOwn).Select(cell => cell.ScorecardId).Concat(moved).Concat(approved).ToHashSet();
        var appraised = typed.Where(cell => !cell.IsOwn).Select(cell => cell.ScorecardId).ToHashSet();
        HashSet<Guid> nobody = [], person = [accountId];
        return scorecardIds.ToDictionary(id => id, id => new ScorecardHands(scored.Contains(id) ? person : nobody, appraised.Contains(id) ? person : nobody));
    }

    /// <summary>
    /// What <see cref="Of"/> tells with every edit there ever was, the steps ended by people who did not coordinate on that day, and all
    /// other accounts of these people.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="card">The scorecard, with cells, moves and approvals.</param>
    /// <param name="cancel">Stops the work.</param>
    internal static async Task<ScorecardHands> ReadAsync(ParIndexDb db, Scorecard card, CancellationToken cancel) =>
        (await ReadAsync(db, [card], card.Approvals.ToLookup(approval => approval.ScorecardId, approval => approval.By), cancel))[card.Id];

    /// <summary>The same of several scorecards, by their key, in as many queries.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, ScorecardHands>> ReadAsync(ParIndexDb db, IReadOnlyCollection<Scorecard> cards, CancellationToken cancel)
    {
        var ids = cards.Select(card => card.Id).ToList();
        var approved = await db.Set<SheetApproval>().AsNoTracking().Where(approval => ids.Contains(approval.ScorecardId)).Select(approval => new { approval.ScorecardId, approval.By }).Distinct().ToListAsync(cancel);
        return await ReadAsync(db, cards, approved.ToLookup(approval => approval.ScorecardId, approval => approval.By), cancel);
    }

    private static async Task<IReadOnlyDictionary<Guid, ScorecardHands>> ReadAsync(ParIndexDb db, IReadOnlyCollection<Scorecard> cards, ILookup<Guid, Guid> approvers, CancellationToken cancel)
    {
        var (history, ids) = (await StaffHistory.ReadAsync(db, cancel), cards.Select(card => card.Id).ToList());
        var edits = (await (from edit in db.ScoreEdits.AsNoTracking()
                            join cell in db.Set<ScoreCell>() on edit.CellId equals cell.Id
                            where ids.Contains(cell.ScorecardId) && cell.Stage != ScoreStage.Survey
                            group edit.At by new { cell.ScorecardId, edit.By, cell.Stage } into same
                            select new { same.Key.ScorecardId, same.Key.By, same.Key.Stage, First = same.Min(), Last = same.Max() }).ToListAsync(cancel)).ToLookup(edit => edit.ScorecardId);
        return cards.ToDictionary(card => card.Id, card => With(Of(card, approvers[card.Id]), card, history, [.. edits[card.Id].Select(edit => (edit.By, edit.Stage, edit.First, edit.Last))]));
    }

    private static ScorecardHands With(ScorecardHands hands, Scorecard card, StaffHistory history, IReadOnlyList<(Guid By, ScoreStage Stage, DateTime First, DateTime Last)> edited)
    {
        var ended = card.Moves.Where(move => move.Act == ScorecardAct.EndFirstAppraisal && history.AsOf(move.By, move.At) is { } face && (face.Roles & StaffRoles.Coordinator) == StaffRoles.None).Select(move => move.By);
        var typed = card.Cells.Where(cell => cell.Stage is ScoreStage.FirstAppraisal or ScoreStage.SecondAppraisal && cell is { ChangedBy: not null, ChangedAt: not null }).Select(cell => (By: cell.ChangedBy!.Value, At: cell.ChangedAt!.Value));
        var used = edited.Where(edit => edit.Stage is ScoreStage.FirstAppraisal or ScoreStage.SecondAppraisal).SelectMany(edit => history.AloneWithCode(edit.By, edit.First, edit.Last)).Concat(typed.SelectMany(cell => history.AloneWithCode(cell.By, cell.At, cell.At)));
        return new(
            People(hands.Scored.Concat(edited.Where(edit => edit.Stage == ScoreStage.SelfScore).Select(edit => edit.By))),
            People(hands.Appraised.Concat(edited.Where(edit => edit.Stage != ScoreStage.SelfScore).Select(edit => edit.By)).Concat(ended)))
        {
            Lent = People(used),
        };

        HashSet<Guid> People(IEnumerable<Guid> accounts) => [.. accounts.Distinct().SelectMany(history.AccountsOf)];
    }

    private static IEnumerable<Guid> Typed(Scorecard card, Func<ScoreStage, bool> isOf) =>
        card.Cells.Where(cell => isOf(cell.Stage)).Select(cell => cell.ChangedBy).OfType<Guid>();
}
