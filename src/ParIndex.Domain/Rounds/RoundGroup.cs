using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Rounds;

/// <summary>One group in a round: its criteria set, its rules, its participants.</summary>
public sealed class RoundGroup
{
    // Null where they were not read.
    private List<Participant>? _participants;

    internal RoundGroup(Round round, UnitGroup group, CriteriaSet? criteriaSet, GroupRules rules)
    {
        Round = round;
        UnitGroupId = group.Id;
        _participants = [];
        SetUp(criteriaSet, rules);
    }

    private RoundGroup()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The round, whose state says what may change; <c>null</c> where the group was read by itself.</summary>
    internal Round? Round { get; private set; }

    /// <summary>The group.</summary>
    public Guid UnitGroupId { get; private set; }

    /// <summary>Its criteria set, or <c>null</c> while none is chosen.</summary>
    public Guid? CriteriaSetId { get; private set; }

    /// <summary>Rating bands.</summary>
    public RatingScheme? Ratings { get; private set; }

    /// <summary>What caps a rating.</summary>
    public ConditionScheme RatingConditions { get; private set; } = ConditionScheme.None;

    /// <summary>Who is ranked with whom.</summary>
    public RankingPolicy Ranking { get; private set; } = RankingPolicy.Default;

    /// <summary>Orders the council decided among units of the same index, oldest first.</summary>
    public IReadOnlyList<TieDecision> TieDecisions { get; private set; } = [];

    /// <summary>Most bonus points that count.</summary>
    public decimal? BonusCeiling { get; private set; }

    /// <summary>Most penalty points that count.</summary>
    public decimal? PenaltyCeiling { get; private set; }

    /// <summary>Whether the index may pass 100.</summary>
    public bool IndexMayExceed100 { get; private set; }

    /// <summary>Places of the index.</summary>
    public int IndexDecimals { get; private set; }

    /// <summary>Whether the rating is read from the exact index.</summary>
    public bool RateExactIndex { get; private set; }

    /// <summary>Whether the notes of the appraisal that counts are published.</summary>
    public bool PublishesNotes { get; private set; }

    /// <summary>The units that take part.</summary>
    public IReadOnlyList<Participant> Participants => _participants.OrThrow();

    /// <summary>The settings the calculator takes.</summary>
    public GroupRules Rules => new()
    {
        Ratings = Ratings,
        RatingConditions = RatingConditions,
        Ranking = Ranking,
        TieDecisions = TieDecisions,
        BonusCeiling = BonusCeiling,
        PenaltyCeiling = PenaltyCeiling,
        IndexMayExceed100 = IndexMayExceed100,
        IndexDecimals = IndexDecimals,
        RateExactIndex = RateExactIndex,
        PublishesNotes = PublishesNotes,
    };

    /// <summary>Lets a unit take part.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="isSpecialCase">The special-case mark (đơn vị đặc thù).</param>
    /// <param name="isRanked">False for a unit that is assessed and not ranked.</param>
    /// <exception cref="RefusedException">The unit takes part already, or the round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the group.</exception>
    public Participant AddParticipant(Unit unit, bool isSpecialCase = false, bool isRanked = true)
    {
        RoundOrThrow.RequireDraft();
        return Add(unit, isSpecialCase, isRanked);
    }

    /// <summary>Takes a unit out.</summary>
    /// <exception cref="RefusedException">The round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the group.</exception>
    public void Remove(Participant participant)
    {
        RoundOrThrow.RequireDraft();
        _participants.OrThrow(nameof(Participants)).Remove(participant);
    }

    /// <summary>Records the order the council decided among units of the same index, in place of one of exactly these units.</summary>
    /// <exception cref="RefusedException">Scoring has not ended, or the results are published.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the group.</exception>
    public void Decide(TieDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        RequireClosed();
        TieDecisions = [.. TieDecisions.Where(other => !other.IsAbout(decision.Units)), decision];
    }

    /// <summary>Takes a recorded order back; nothing happens where there is none of exactly these units.</summary>
    /// <exception cref="RefusedException">Scoring has not ended, or the results are published.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the group.</exception>
    public void WithdrawDecision(IReadOnlyCollection<string> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        RequireClosed();
        TieDecisions = [.. TieDecisions.Where(other => !other.IsAbout(units))];
    }

    private void RequireClosed() => RefusedException.ThrowIf(RoundOrThrow.State != RoundState.Closed ? "Thứ tự khi cùng chỉ số chỉ được ghi từ khi kết thúc chấm điểm đến trước khi công bố kết quả." : null);

    internal Round RoundOrThrow => Round ?? throw new InvalidOperationException("The group was read without its round, so what may change is not known.");

    internal Participant Add(Unit unit, bool isSpecialCase, bool isRanked)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (Participants.Any(existing => existing.UnitId == unit.Id))
        {
            throw new RefusedException($"{unit.CurrentName.Name} đã có trong danh sách tham gia.");
        }

        var participant = new Participant(this, unit, isSpecialCase, isRanked);
        _participants!.Add(participant);
        return participant;
    }

    internal void SetUp(CriteriaSet? criteriaSet, GroupRules rules)
    {
        CriteriaSetId = criteriaSet?.Id;
        Ratings = rules.Ratings;
        RatingConditions = rules.RatingConditions;
        Ranking = rules.Ranking;
        BonusCeiling = rules.BonusCeiling;
        PenaltyCeiling = rules.PenaltyCeiling;
        IndexMayExceed100 = rules.IndexMayExceed100;
        IndexDecimals = rules.IndexDecimals;
        RateExactIndex = rules.RateExactIndex;
        PublishesNotes = rules.PublishesNotes;
    }
}
