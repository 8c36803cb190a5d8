using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Council;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Releases;

/// <summary>The results of a round as they stand: what would be published, what stands against it, who approved.</summary>
/// <param name="Setup">The round.</param>
/// <param name="Release">The release to come; <c>null</c> while it cannot be computed, and once the results are published.</param>
/// <param name="Findings">The checks, errors first.</param>
/// <param name="Approvals">Every approval given so far, of whatever digest, oldest first.</param>
/// <param name="Files">Signed minutes and decisions by key.</param>
public sealed record ResultsDraft(RoundSetup Setup, Release? Release, IReadOnlyList<ResultsFinding> Findings, IReadOnlyList<ResultsApproval> Approvals, IReadOnlyDictionary<Guid, StoredFile> Files)
{
    /// <summary>What happened to accounts: which are one person, and who was called how on the day of an act.</summary>
    public StaffHistory History { get; init; } = new([], []);

    /// <summary>What is approved: the digest of exactly these tables, or <c>null</c>.</summary>
    public string? Digest => Release?.ResultsDigest;

    /// <summary>Units whose scorecard is being appraised: their people do not see results that hold its points.</summary>
    public IReadOnlySet<Guid> HeldBackFrom { get; init; } = new HashSet<Guid>();

    /// <summary>Units that share an index, by the group's slug; empty while the results cannot be computed.</summary>
    public IReadOnlyDictionary<string, GroupTies> Ties { get; init; } = new Dictionary<string, GroupTies>();

    /// <summary>Every opening that was planned so far, oldest first, with what stopped it.</summary>
    public IReadOnlyList<PublicationPlan> Plans { get; init; } = [];

    /// <summary>The opening that waits for its time; <c>null</c> when none does, or the round moved since it was planned.</summary>
    public PublicationPlan? Plan => Plans.LastOrDefault() is { Hold: null } plan && Setup.Round.State == RoundState.Closed && !Setup.Round.Moves.Any(move => move.Sequence > plan.Sequence) ? plan : null;

    /// <summary>Whether results that were taken up again say exactly what is published.</summary>
    public bool IsAsPublished { get; init; }

    /// <summary>Whether nothing blocks.</summary>
    public bool IsSound => Release is not null && !Findings.Any(finding => finding.Blocks);

    /// <summary>
    /// The approvals of the results as they stand; one of another digest is void without being withdrawn, and so is one of a version
    /// before results were taken up again.
    /// </summary>
    public IEnumerable<ResultsApproval> Standing => Approvals.Where(approval => approval.Digest == Digest && !(approval.Sequence < Setup.Round.Amendment?.Sequence));

    /// <summary>The results as one reader sees them: none while the scorecard of the reader's own unit is being appraised.</summary>
    public ResultsDraft SeenBy(StaffAccount reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.UnitId is { } unit && HeldBackFrom.Contains(unit)
            ? this with { Release = null, Ties = new Dictionary<string, GroupTies>(), Findings = [new(true, "Phiếu chấm điểm của đơn vị mình đang được thẩm định; kết quả hiện ra khi bước thẩm định kết thúc.", ResultsPlace.Round)] }
            : this;
    }

    /// <summary>The groups of the round in the release to come; others are carried over.</summary>
    public IEnumerable<ReleaseGroup> Groups => Release?.Groups.Where(group => Setup.Group(group.Slug) is not null) ?? [];
}

/// <summary>Computes the results of a stored round: the path from its scorecards to the release to come.</summary>
public sealed class RoundResults(ParIndexDb db, TimeProvider clock, ResultsMemory? memory = null)
{
    /// <summary>Why scales differ, where they do.</summary>
    public const string ScaleNote = "Tiêu chí không áp dụng đối với đơn vị không tính vào thang điểm của đơn vị đó.";

    // Never the release to come: what is compared with and carried over is what is stored.
    private readonly PublicReleases _releases = new(db);

    /// <summary>The results to be shown: as kept, while nothing has happened since they were computed.</summary>
    public async Task<ResultsDraft> ShownAsync(RoundSetup setup, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (memory is null)
        {
            return await OfAsync(setup, cancel);
        }

        var state = await ResultsState.ReadAsync(db, cancel);
        if (memory.Find(setup.Round.Id, state) is not { } draft)
        {
            draft = await OfAsync(setup, cancel);
            memory.Keep(setup.Round.Id, state, draft);
        }

        return draft with { Setup = setup };
    }

    /// <summary>The results as the database has them now, computed anew.</summary>
    public async Task<ResultsDraft> OfAsync(RoundSetup setup, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var (round, roundId) = (setup.Round, setup.Round.Id);
        var approvals = await db.ResultsApprovals.AsNoTracking().Where(approval => approval.RoundId == roundId).ToListAsync(cancel);
        var fileIds = approvals.Select(approval => approval.MinutesFileId).Concat(round.Decisions.Select(decision => decision.FileId)).OfType<Guid>().ToList();
        var files = await db.StoredFiles.AsNoTracking().Where(file => fileIds.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancel);
        approvals.Sort((one, other) => Nullable.Compare(one.Sequence, other.Sequence));
        var plans = (await db.PublicationPlans.AsNoTracking().Include(plan => plan.Hold).Where(plan => plan.RoundId == roundId).ToListAsync(cancel)).OrderBy(plan => plan.Sequence).ToList();
        var history = await StaffHistory.ReadAsync(db, cancel);
        if (round.State is not (RoundState.Open or RoundState.Closed))
        {
            return new(setup, null, [], approvals, files) { History = history, Plans = plans };
        }

        var participants = setup.Participants.Select(unit => unit.Participant.Id).ToList();
        var cards = await db.Scorecards.AsNoTracking().AsSplitQuery().Include(card => card.Cells).Include(card => card.Moves).Where(card => participants.Contains(card.ParticipantId)).ToListAsync(cancel);
        var year = Assess(setup, cards);
        var current = await _releases.WholeAsync(round.Year, cancel);
        var binding = await CouncilDecisions.BindingAsync(db, roundId, cancel);
        var errors = ResultsChecks.Errors(setup, cards, year, current).Concat(ResultsChecks.NotCarriedOut(setup, cards, binding)).ToList();
        var whole = year is not null && IsComplete(setup, year, current) ? RoundRelease.Build(year, await BeforeAsync(round.Year - 1, cancel), Facts(setup, current), current, ChangeOf(round.Amendment)) : null;
        var release = round.Amendment is { Kind: AmendmentKind.Withdrawal } && current is not null ? RoundRelease.Without(setup.Groups.Select(group => group.UnitGroup.Slug), Facts(setup, current), current) : whole;
        errors.AddRange(release is null ? [] : ResultsChecks.Unchanged(setup, release, current));
        var ties = release is null || year is null ? [] : year!.Groups.ToDictionary(group => group.Group.Slug, TiesOf);
        var warnings = release is null ? [] : ResultsChecks.Warnings(release, [.. setup.Groups.Select(group => group.UnitGroup.Slug)], ties, await HistoryAsync(setup, cards, binding, cancel));
        var held = cards.Where(card => SeenStages.AreHeldBack(card)).Select(card => card.ParticipantId).ToHashSet();
        return new(setup, release, [.. errors, .. warnings], approvals, files)
        {
            History = history,
            Plans = plans,
            Ties = ties,
            IsAsPublished = round.Amendment is not null && current is not null && whole?.ResultsDigest == current.ResultsDigest,
            HeldBackFrom = setup.Participants.Where(unit => held.Contains(unit.Participant.Id)).Select(unit => unit.Unit.Id).ToHashSet(),
        };
    }

    internal static AssessedYear? Assess(RoundSetup setup, IEnumerable<Scorecard> cards) => setup.Groups.Any(group => group.Set is null)
        ? null
        : AssessedYear.Of(setup.Round, setup.Groups.Select(group => group.UnitGroup), setup.Groups.Select(group => group.Set!).DistinctBy(set => set.Id), setup.Participants.Select(unit => unit.Unit).DistinctBy(unit => unit.Id), cards);

    private static GroupTies TiesOf(AssessedGroup group) => GroupTies.Among(IndexCalculator.Calculate(group.Units.Select(unit => unit.Totals), group.Rules), group.Rules);

    private static ReleaseChange ChangeOf(RoundAmendment? amendment) => amendment?.Kind switch
    {
        null => ReleaseChange.Supplement,
        AmendmentKind.Correction => ReleaseChange.Correction,
        AmendmentKind.Revision => ReleaseChange.Revision,
        _ => ReleaseChange.Withdrawal,
    };

    /// <summary>Whether there are results at all: every leaf has points, every unit a scale, and no group is published already.</summary>
    private static bool IsComplete(RoundSetup setup, AssessedYear year, Release? current) =>
        setup.Groups.Count > 0 && (setup.Round.Amendment is not null || setup.Groups.All(group => current?.Group(group.UnitGroup.Slug) is null))
        && year.Groups.SelectMany(group => group.Units).All(unit => unit.Sheet.IsComplete);

    private ReleaseFacts Facts(RoundSetup setup, Release? current) => new(current?.Province ?? setup.Round.Authority, clock.GetUtcNow().UtcDateTime)
    {
        DecisionNumber = setup.Round.Decision?.Number,
        DecisionDate = setup.Round.Decision?.Date,
        AnnouncedOn = setup.Round.Decision?.AnnouncedOn,
        SignerPost = setup.Round.Decision?.SignerPost,
        ChangeReason = setup.Round.Amendment?.Reason,
        ScaleNotes = setup.Groups.Where(group => group.Participants.Any(unit => unit.Scale != group.Set?.MaxScore)).ToDictionary(group => group.UnitGroup.Slug, _ => ScaleNote),
    };

    /// <summary>The year before: its published figures, and its leaves where a round of this program gave them.</summary>
    private async Task<YearBefore?> BeforeAsync(int year, CancellationToken cancel)
    {
        if (await _releases.CurrentAsync(year, cancel) is not { } release)
        {
            return null;
        }

        var reader = new RoundReader(db);
        var groups = new List<AssessedGroup>();
        foreach (var id in await db.Rounds.Where(round => round.Year == year && round.State == RoundState.Published).Select(round => round.Id).ToListAsync(cancel))
        {
            var setup = (await reader.FindAsync(id, cancel))!;
            var participants = setup.Participants.Select(unit => unit.Participant.Id).ToList();
            var cards = await db.Scorecards.AsNoTracking().Include(card => card.Cells).Where(card => participants.Contains(card.ParticipantId)).ToListAsync(cancel);
            groups.AddRange(Assess(setup, cards)?.Groups ?? []);
        }

        return new(release, groups.Count == 0 ? null : new AssessedYear(year, groups));
    }

    private async Task<ScoringHistory> HistoryAsync(RoundSetup setup, IReadOnlyCollection<Scorecard> cards, IReadOnlyDictionary<(Guid Card, Guid Leaf), decimal> binding, CancellationToken cancel)
    {
        var scores = cards.ToDictionary(card => card.Id, card => card.Scores);
        var leaves = setup.Groups.SelectMany(group => group.Set!.Leaves).ToDictionary(leaf => leaf.Id);
        var explanations = await db.Explanations.AsNoTracking().Where(explanation => scores.Keys.Contains(explanation.ScorecardId) && explanation.KeepsSelfScore == true).ToListAsync(cancel);
        return new(
            await new LaterEditReport(db).CountAsync(setup, cards, cancel),
            explanations.Count(explanation => !binding.ContainsKey((explanation.ScorecardId, explanation.CriterionId)) && scores[explanation.ScorecardId].OpinionsDiffer(leaves[explanation.CriterionId], explanation)));
    }
}
