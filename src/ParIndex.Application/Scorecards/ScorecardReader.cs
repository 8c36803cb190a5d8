using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Scorecards;

/// <summary>Reads scorecards with everything their pages and rules ask about.</summary>
public sealed class ScorecardReader(ParIndexDb db)
{
    /// <summary>A scorecard with all that belongs to it, or <c>null</c>. Whether it is this reader's, <see cref="ScorecardRights.MayRead"/> says.</summary>
    public Task<ScorecardFolder?> FindAsync(Guid id, CancellationToken cancel = default) => LoadAsync(id, QueryTrackingBehavior.NoTracking, cancel);

    /// <summary>The scorecard, watched for changes: take its lock first, so that what is read still holds when it is saved.</summary>
    internal Task<ScorecardFolder?> ForChangeAsync(Guid id, CancellationToken cancel) => LoadAsync(id, QueryTrackingBehavior.TrackAll, cancel);

    /// <summary>
    /// What one edit of a cell needs, watched for changes, and nothing more: no documents or names, and of the assignments
    /// those of the person. A handful of queries, however many units take part.
    /// </summary>
    internal async Task<ScorecardPlace?> ForEditAsync(Guid id, Guid accountId, CancellationToken cancel)
    {
        if (await Heads([id], accountId).FirstOrDefaultAsync(cancel) is not { } head)
        {
            return null;
        }

        await db.Entry(head.Card).Collection(card => card.Cells).LoadAsync(cancel);
        await db.Entry(head.Card).Collection(card => card.Moves).LoadAsync(cancel);
        return (await PlacesAsync([head], accountId, cancel))[0];
    }

    /// <summary>The same of several scorecards, with the names of their units, in as many queries.</summary>
    internal async Task<IReadOnlyList<ScorecardPlace>> ForEditAsync(IReadOnlyCollection<Guid> ids, Guid accountId, CancellationToken cancel)
    {
        // What is watched already is what the heads then name.
        await db.Scorecards.AsTracking().Include(card => card.Cells).Include(card => card.Moves).Where(card => ids.Contains(card.Id)).LoadAsync(cancel);
        var heads = await Heads(ids, accountId).ToListAsync(cancel);
        var units = heads.ConvertAll(head => head.Unit.Id);
        await db.Units.AsTracking().Where(unit => units.Contains(unit.Id)).LoadAsync(cancel);
        return await PlacesAsync(heads, accountId, cancel);
    }

    /// <summary>
    /// The scorecards of several units of a round, to be looked at: as much as moves ask about, in a handful of queries,
    /// however many there are. Their documents are left out.
    /// </summary>
    internal async Task<IReadOnlyList<ScorecardFolder>> OfRoundAsync(RoundSetup setup, IReadOnlySet<Guid> participantIds, CancellationToken cancel)
    {
        var cards = await db.Scorecards.AsNoTracking().AsSplitQuery().Include(card => card.Cells).Include(card => card.Moves).Where(card => participantIds.Contains(card.ParticipantId)).ToDictionaryAsync(card => card.ParticipantId, cancel);
        var ids = cards.Values.Select(card => card.Id).ToList();
        var explanations = (await db.Explanations.AsNoTracking().Where(explanation => ids.Contains(explanation.ScorecardId)).ToListAsync(cancel)).ToLookup(explanation => explanation.ScorecardId);
        var hands = await ScorecardHands.ReadAsync(db, [.. cards.Values], cancel);
        return [.. from roundGroup in setup.Groups
                   from unit in roundGroup.Participants
                   where cards.ContainsKey(unit.Participant.Id)
                   let card = cards[unit.Participant.Id]
                   select new ScorecardFolder(card, setup.Round, roundGroup, unit, hands[card.Id], [.. explanations[card.Id]], []) { HidesEvidence = true }];
    }

    /// <summary>Every edit of a leaf at every stage, newest first.</summary>
    public async Task<IReadOnlyList<EditLine>> EditsAsync(Guid scorecardId, Guid leafId, CancellationToken cancel = default) =>
        await (from edit in db.ScoreEdits.AsNoTracking()
               join cell in db.Set<ScoreCell>() on edit.CellId equals cell.Id
               where cell.ScorecardId == scorecardId && cell.CriterionId == leafId
               orderby edit.Sequence descending
               select new EditLine(edit, cell.Stage)).ToListAsync(cancel);

    /// <summary>How people are named to colleagues, “Nguyễn Văn An (Sở Nội vụ)”, by account.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> accountIds, CancellationToken cancel = default) => StaffNames.OfAsync(db, [.. accountIds.Distinct()], cancel);

    private IQueryable<Head> Heads(IReadOnlyCollection<Guid> ids, Guid accountId) =>
        (from card in db.Scorecards
         join participant in db.Set<Participant>().Include(p => p.Exemptions).Include(p => p.Extensions) on card.ParticipantId equals participant.Id
         join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
         join round in db.Rounds.Include(r => r.Deadlines) on roundGroup.RoundId equals round.Id
         join unitGroup in db.UnitGroups on roundGroup.UnitGroupId equals unitGroup.Id
         join unit in db.Units on participant.UnitId equals unit.Id
         join set in db.CriteriaSets on roundGroup.CriteriaSetId equals (Guid?)set.Id
         where ids.Contains(card.Id)
         select new Head(card, participant, roundGroup, round, unitGroup, unit, set.Version, db.Set<SheetApproval>().Any(approval => approval.ScorecardId == card.Id && approval.By == accountId)))
        // Some dozens of rows a scorecard: one question costs less than four.
        .AsTracking().IgnoreAutoIncludes().AsSingleQuery();

    private async Task<IReadOnlyList<ScorecardPlace>> PlacesAsync(IReadOnlyList<Head> heads, Guid accountId, CancellationToken cancel)
    {
        var groups = heads.Select(head => head.Group.Id).Distinct().ToList();
        var assignments = (await db.AppraiserAssignments.AsNoTracking().Where(a => groups.Contains(a.RoundGroupId) && a.AccountId == accountId).ToListAsync(cancel)).ToLookup(a => a.RoundGroupId);
        var places = new List<ScorecardPlace>();
        foreach (var head in heads)
        {
            var criteria = await LockedSets.OfAsync(db, head.Group.CriteriaSetId!.Value, head.SetVersion, cancel);
            var setup = new ParticipantSetup(head.Participant, head.Unit, head.Unit.Code, head.Participant.Sheet(criteria));
            places.Add(new(head.Card, head.Round, new(head.Group, head.UnitGroup, criteria, [setup], [.. assignments[head.Group.Id]]), setup, ScorecardHands.Of(head.Card, head.HasApproved ? [accountId] : [])));
        }

        return places;
    }

    private async Task<ScorecardFolder?> LoadAsync(Guid id, QueryTrackingBehavior tracking, CancellationToken cancel)
    {
        var card = await db.Scorecards.AsTracking(tracking).Include(s => s.Cells).Include(s => s.Moves).Include(s => s.Submissions).Include(s => s.Shares).Include(s => s.Approvals).FirstOrDefaultAsync(s => s.Id == id, cancel);
        if (card is null)
        {
            return null;
        }

        // Only this unit of the round: a sheet must not cost more because others take part.
        var round = await db.Rounds.AsTracking(tracking).Include(r => r.Deadlines).Include(r => r.Moves)
            .Include(r => r.Groups.Where(g => g.Participants.Any(p => p.Id == card.ParticipantId))).ThenInclude(g => g.Participants.Where(p => p.Id == card.ParticipantId)).ThenInclude(p => p.Exemptions)
            .Include(r => r.Groups.Where(g => g.Participants.Any(p => p.Id == card.ParticipantId))).ThenInclude(g => g.Participants.Where(p => p.Id == card.ParticipantId)).ThenInclude(p => p.Extensions)
            .FirstAsync(r => r.Groups.Any(g => g.Participants.Any(p => p.Id == card.ParticipantId)), cancel);
        var group = round.Groups.Single(g => g.Participants.Any(p => p.Id == card.ParticipantId));
        var participant = group.Participants.Single(p => p.Id == card.ParticipantId);
        var set = await db.CriteriaSets.AsTracking(tracking).Include(s => s.Criteria).FirstAsync(s => s.Id == group.CriteriaSetId, cancel);
        var unitGroup = await db.UnitGroups.AsNoTracking().FirstAsync(g => g.Id == group.UnitGroupId, cancel);
        var unit = await db.Units.AsNoTracking().FirstAsync(u => u.Id == participant.UnitId, cancel);
        var assignments = await db.AppraiserAssignments.AsNoTracking().Where(a => a.RoundGroupId == group.Id).ToListAsync(cancel);
        var explanations = await db.Explanations.AsTracking(tracking).Where(e => e.ScorecardId == id).ToListAsync(cancel);
        var evidence = await EvidenceOfAsync(id, cancel);
        var people = await db.StaffAccounts.AsNoTracking().Where(person => person.UnitId == participant.UnitId && person.IsActive).ToListAsync(cancel);

        var setup = new ParticipantSetup(participant, unit, unit.NameIn(round.Year).Name, participant.Sheet(set));
        // Only an agreement asks of everybody who ever appraised it; whose points stand, the cells say.
        var hands = card.State == ScorecardState.SecondAppraisal || tracking == QueryTrackingBehavior.TrackAll ? await ScorecardHands.ReadAsync(db, card, cancel) : ScorecardHands.Of(card, card.Approvals.Select(approval => approval.By));
        return new(card, round, new(group, unitGroup, set, [setup], assignments), setup, hands, explanations, evidence)
        {
            Colleagues = [.. people.Where(person => person.Has(StaffRoles.UnitOfficer | StaffRoles.UnitHead)).OrderBy(person => person.FullName, UnitNaming.Comparer).ThenBy(person => person.StaffCode, StringComparer.Ordinal)],
        };
    }

    private async Task<IReadOnlyList<EvidenceItem>> EvidenceOfAsync(Guid scorecardId, CancellationToken cancel)
    {
        var rows = await (from link in db.EvidenceLinks.AsNoTracking()
                          join document in db.EvidenceDocuments.AsNoTracking() on link.DocumentId equals document.Id
                          join file in db.StoredFiles.AsNoTracking() on document.FileId equals file.Id into files
                          from file in files.DefaultIfEmpty()
                          where link.ScorecardId == scorecardId
                          orderby link.At, link.Id
                          select new { link, document, file }).ToListAsync(cancel);
        return [.. rows.Select(row => new EvidenceItem(row.link, row.document, (StoredFile?)row.file))];
    }

    /// <summary>What an edit finds in one question: the scorecard in its place, and the version its criteria set has now; and whether the person approved it for the unit.</summary>
    private sealed record Head(Scorecard Card, Participant Participant, RoundGroup Group, Round Round, UnitGroup UnitGroup, Unit Unit, Guid SetVersion, bool HasApproved);
}

/// <summary>An edit of a leaf.</summary>
/// <param name="Edit">Who, when, what.</param>
/// <param name="Stage">At which stage.</param>
public sealed record EditLine(ScoreEdit Edit, ScoreStage Stage);
