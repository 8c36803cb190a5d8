using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Scorecards;

/// <summary>Reads a field or criterion across the units of one appraiser in a handful of queries, however many there are.</summary>
public sealed class MatrixReader(ParIndexDb db, RoundReader rounds, EarlierScores earlier, TimeProvider clock)
{
    /// <summary>Most texts that are offered again.</summary>
    public const int MostTexts = 10;

    /// <summary>Questions looked through for them: one is often asked of many units.</summary>
    private const int MostQuestions = 200;

    /// <summary>The matrix, or <c>null</c> when there is none or nothing in it is this person's.</summary>
    /// <param name="actor">The appraiser.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">The group.</param>
    /// <param name="code">The code of a field or criterion.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<AppraisalMatrix?> FindAsync(StaffAccount actor, Guid roundId, string slug, string code, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await rounds.FindAsync(roundId, cancel) is not { } setup || setup.Group(slug) is not { Set: { } set } whole || set.Criteria.FirstOrDefault(node => node.Code == code) is not { } node)
        {
            return null;
        }

        // Rights ask about the person's own assignments, once a cell.
        var own = whole with { Assignments = [.. whole.Assignments.Where(assignment => assignment.AccountId == actor.Id)] };
        var (field, leaves) = (own.FieldOf(node), LeavesOf(own, node));
        var assigned = own.Participants.Where(unit => own.Assignments.Any(assignment => assignment.Covers(field.Id, unit.Participant.Id))).ToList();
        if (assigned.Count == 0 || leaves.Count == 0)
        {
            return null;
        }

        var participants = assigned.ConvertAll(unit => unit.Participant.Id);
        var cards = await db.Scorecards.AsNoTracking().Where(card => participants.Contains(card.ParticipantId)).ToDictionaryAsync(card => card.ParticipantId, cancel);
        var hands = await ScorecardHands.OfAsync(db, [.. cards.Values.Select(card => card.Id)], actor.Id, cancel);
        var places = (from unit in assigned
                      where cards.ContainsKey(unit.Participant.Id)
                      let card = cards[unit.Participant.Id]
                      select new ScorecardPlace(card, setup.Round, own, unit, hands[card.Id])).ToList();
        var shown = places.Where(place => LockOf(actor, place, field) == MatrixLock.None).ToList();
        if (!places.Exists(place => ScorecardRights.AppraisesField(actor, place, field)))
        {
            return null;
        }

        var content = await ContentAsync(shown, leaves, cancel);
        var units = places.ConvertAll(place => UnitOf(actor, place, LockOf(actor, place, field), content, leaves, () => Others(setup, whole, place, field, actor)));
        var fields = own.Fields.Where(known => LeavesOf(own, known).Count > 0 && places.Exists(place => ScorecardRights.AppraisesField(actor, place, known))).ToList();
        return new(setup.Round, own, node, leaves, units, fields);
    }

    /// <summary>Whether there is such a matrix, for anybody.</summary>
    public async Task<bool> ExistsAsync(Guid roundId, string slug, string code, CancellationToken cancel = default) =>
        await (from card in db.Scorecards
               join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
               join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
               join unitGroup in db.UnitGroups on roundGroup.UnitGroupId equals unitGroup.Id
               join node in db.Set<Criterion>() on roundGroup.CriteriaSetId equals (Guid?)node.CriteriaSetId
               where roundGroup.RoundId == roundId && unitGroup.Slug == slug && node.Code == code
               select card.Id).AnyAsync(cancel);

    /// <summary>What this person asked units before, newest first, each text once.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var texts = await db.Explanations.AsNoTracking().Where(explanation => explanation.RequestedBy == actor.Id && explanation.Reason != null)
            .OrderByDescending(explanation => explanation.RequestedAt).ThenByDescending(explanation => explanation.Id).Select(explanation => explanation.Reason!).Take(MostQuestions).ToListAsync(cancel);
        return [.. texts.Distinct(StringComparer.Ordinal).Take(MostTexts)];
    }

    private static IReadOnlyList<Criterion> LeavesOf(GroupSetup group, Criterion node)
    {
        var parents = group.Set!.Criteria.ToDictionary(known => known.Id, known => known.ParentId);
        return [.. group.Set.Leaves.Where(leaf => leaf.Component != Component.Survey && IsAtOrBelow(leaf.Id))];

        bool IsAtOrBelow(Guid? id) => id is { } key && (key == node.Id || IsAtOrBelow(parents[key]));
    }

    private static MatrixLock LockOf(StaffAccount actor, ScorecardPlace place, Criterion field) =>
        ScorecardRights.IsOwnUnit(actor, place) ? MatrixLock.OwnUnit
            : !ScorecardRights.AppraisesField(actor, place, field) ? MatrixLock.ScoredIt
            : place.Card.State == ScorecardState.SelfScoring ? MatrixLock.NotSubmitted
            : MatrixLock.None;

    private static IReadOnlyList<string> Others(RoundSetup setup, GroupSetup whole, ScorecardPlace place, Criterion field, StaffAccount actor) =>
        [.. whole.Assignments.Where(assignment => assignment.AccountId != actor.Id && assignment.Covers(field.Id, place.Unit.Participant.Id))
            .Select(assignment => setup.Staff.GetValueOrDefault(assignment.AccountId)).OfType<StaffAccount>()
            .Where(person => person.IsActive && !RoundRights.IsOwnUnit(person, place.Unit.Unit.Id)).Select(person => person.FullName).Distinct().Order(StringComparer.CurrentCulture)];

    private MatrixUnit UnitOf(StaffAccount actor, ScorecardPlace place, MatrixLock closed, Content content, IReadOnlyList<Criterion> leaves, Func<IReadOnlyList<string>> others) => closed switch
    {
        MatrixLock.None => new(place, closed, leaves.ToDictionary(leaf => leaf.Id, leaf => CellOf(actor, place, leaf, content)), []),
        MatrixLock.NotSubmitted => new(place, closed, new Dictionary<Guid, MatrixCell>(), []),
        _ => new(place, closed, new Dictionary<Guid, MatrixCell>(), others()),
    };

    private MatrixCell CellOf(StaffAccount actor, ScorecardPlace place, Criterion leaf, Content content)
    {
        var (at, seen) = ((place.Card.Id, leaf.Id), SeenStages.Of(actor, place));
        var cells = content.Cells[at].Where(cell => seen.Has(cell.Stage)).ToDictionary(cell => cell.Stage);
        var exempt = place.Unit.Sheet!.Lines.FirstOrDefault(line => line.Leaf.Id == leaf.Id)?.State as LeafState.NotApplicable;
        var now = clock.GetUtcNow().UtcDateTime;
        return new()
        {
            Leaf = leaf,
            Key = $"{place.Unit.Unit.Code}:{leaf.Code}",
            Exemption = exempt?.Reason,
            Self = cells.GetValueOrDefault(ScoreStage.SelfScore),
            First = cells.GetValueOrDefault(ScoreStage.FirstAppraisal),
            Second = place.Stage == ScoreStage.SecondAppraisal ? cells.GetValueOrDefault(ScoreStage.SecondAppraisal) : null,
            Editable = exempt is null && cells.GetValueOrDefault(place.Stage) is { } cell && ScorecardRights.WhyNotScore(actor, place, leaf, place.Stage, now) is null ? cell : null,
            LastYear = content.LastYear.TryGetValue((place.Unit.Unit.Id, leaf.Id), out var points) ? points : null,
            Documents = content.Documents.GetValueOrDefault(at),
            Asked = seen.HasQuestions ? content.Questions.GetValueOrDefault(at) : null,
            Scores = new(cells.Values.Select(known => known.Mark)),
        };
    }

    private async Task<Content> ContentAsync(IReadOnlyList<ScorecardPlace> places, IReadOnlyList<Criterion> leaves, CancellationToken cancel)
    {
        var (cards, ids) = (places.Select(place => place.Card.Id).ToList(), leaves.Select(leaf => leaf.Id).ToList());
        var cells = await db.Set<ScoreCell>().AsNoTracking().Where(cell => cards.Contains(cell.ScorecardId) && ids.Contains(cell.CriterionId)).ToListAsync(cancel);
        var questions = await db.Explanations.AsNoTracking().Where(asked => cards.Contains(asked.ScorecardId) && ids.Contains(asked.CriterionId)).ToListAsync(cancel);
        var documents = await db.EvidenceLinks.AsNoTracking().Where(link => cards.Contains(link.ScorecardId) && ids.Contains(link.CriterionId))
            .GroupBy(link => new { link.ScorecardId, link.CriterionId }).Select(links => new { links.Key.ScorecardId, links.Key.CriterionId, Count = links.Count() }).ToListAsync(cancel);
        return new(
            cells.ToLookup(cell => (cell.ScorecardId, cell.CriterionId)),
            questions.ToDictionary(asked => (asked.ScorecardId, asked.CriterionId)),
            documents.ToDictionary(proof => (proof.ScorecardId, proof.CriterionId), proof => proof.Count),
            await earlier.OfAsync(places, leaves, cancel));
    }

    /// <summary>What stands in the cells of scorecards that are shown, by scorecard and leaf; last year by unit and leaf.</summary>
    private sealed record Content(
        ILookup<(Guid Card, Guid Leaf), ScoreCell> Cells,
        IReadOnlyDictionary<(Guid Card, Guid Leaf), Explanation> Questions,
        IReadOnlyDictionary<(Guid Card, Guid Leaf), int> Documents,
        IReadOnlyDictionary<(Guid Unit, Guid Leaf), decimal> LastYear);
}
