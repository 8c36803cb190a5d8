using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Rounds;

/// <summary>A unit in a group of a round.</summary>
public sealed class Participant
{
    /// <summary>Longest name of a ranking list.</summary>
    public const int MostListName = 80;

    /// <summary>So many criteria at zero are named.</summary>
    private const int MostNamed = 5;

    // Null where they were not read.
    private List<Exemption>? _exemptions;
    private List<Extension>? _extensions;

    internal Participant(RoundGroup group, Unit unit, bool isSpecialCase, bool isRanked)
    {
        (Group, _exemptions, _extensions) = (group, [], []);
        UnitId = unit.Id;
        IsSpecialCase = isSpecialCase;
        IsRanked = isRanked;
    }

    private Participant()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The group of the round.</summary>
    public Guid RoundGroupId { get; private set; }

    /// <summary>The group, whose round says what may change; <c>null</c> where the participant was read by itself.</summary>
    internal RoundGroup? Group { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The special-case mark; an ordinary unit can be exempt from a criterion too.</summary>
    public bool IsSpecialCase { get; private set; }

    /// <summary>False for a unit that is assessed and not ranked.</summary>
    public bool IsRanked { get; private set; }

    /// <summary>The ranking list the unit is in (cụm, khối phường), where the group ranks by lists; or <c>null</c>.</summary>
    public string? RankingList { get; private set; }

    /// <summary>Criteria that do not apply to the unit.</summary>
    public IReadOnlyList<Exemption> Exemptions => _exemptions.OrThrow();

    /// <summary>Recorded conditions that hold for the unit, each with the decision that says so.</summary>
    public IReadOnlyList<RatingRecord> RatingRecords { get; private set; } = [];

    /// <summary>Later deadlines given to this unit.</summary>
    public IReadOnlyList<Extension> Extensions => _extensions.OrThrow();

    /// <summary>
    /// The unit's leaves with the points given, or before anybody scored: its scale, and what does not apply and why. An
    /// exemption of what is no leaf of the set changes nothing.
    /// </summary>
    /// <param name="criteriaSet">The set of the group.</param>
    /// <param name="points">Points by leaf code, or <c>null</c> for none.</param>
    public ScoreSheet Sheet(CriteriaSet criteriaSet, IReadOnlyDictionary<string, decimal>? points = null)
    {
        ArgumentNullException.ThrowIfNull(criteriaSet);
        var reasons = Exemptions.ToDictionary(exemption => exemption.CriterionId, exemption => exemption.Reason);
        return new(criteriaSet, criteriaSet.Leaves.Where(leaf => reasons.ContainsKey(leaf.Id)).ToDictionary(leaf => leaf.Code, leaf => reasons[leaf.Id]), points ?? new Dictionary<string, decimal>());
    }

    /// <summary>What the unit's leaves come to, with its marks and what caps its rating.</summary>
    /// <param name="unitCode">The unit's permanent code.</param>
    /// <param name="sheet">Its leaves with the points given.</param>
    /// <param name="conditions">The conditions of the group.</param>
    public UnitTotals Totals(string unitCode, ScoreSheet sheet, ConditionScheme conditions)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(conditions);
        return sheet.Totals(unitCode, IsSpecialCase, RankingList, IsRanked, [.. conditions.SelectMany(condition => CapsOf(condition, sheet))]);
    }

    /// <summary>Records which conditions hold for the unit, in place of those recorded before.</summary>
    /// <exception cref="ArgumentException">A record without a condition or a decision.</exception>
    /// <exception cref="RefusedException">The round was not opened yet, or its results are published.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public void RecordRatingConditions(IEnumerable<RatingRecord> records)
    {
        RefusedException.ThrowIf(Round.State is not (RoundState.Open or RoundState.Closed) ? "Điều kiện xếp loại chỉ ghi nhận từ khi mở kỳ đánh giá đến trước khi công bố kết quả." : null);
        List<RatingRecord> kept = [.. records.Select(record => new RatingRecord(VietnameseText.Normalize(record.Condition), VietnameseText.Normalize(record.Decision)))];
        if (kept.Exists(record => record.Condition.Length == 0 || record.Decision.Length == 0))
        {
            throw new ArgumentException("A record names its condition and the decision that says so.", nameof(records));
        }

        RatingRecords = kept;
    }

    /// <summary>Gives the unit a later deadline for a step.</summary>
    /// <exception cref="ArgumentException">No reason.</exception>
    /// <exception cref="RefusedException">Scoring has ended.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public Extension Extend(RoundStep step, DateTime until, string reason, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Round.RequireUnderWay();
        var extension = new Extension(step, until, reason, by, at);
        _extensions.OrThrow(nameof(Extensions)).Add(extension);
        return extension;
    }

    /// <summary>Takes an exemption back.</summary>
    /// <exception cref="RefusedException">The round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public void Withdraw(Exemption exemption)
    {
        Round.RequireDraft();
        _exemptions.OrThrow(nameof(Exemptions)).Remove(exemption);
    }

    /// <summary>Changes the marks.</summary>
    /// <exception cref="RefusedException">The round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public void Mark(bool isSpecialCase, bool isRanked, string? rankingList = null)
    {
        Round.RequireDraft();
        (IsSpecialCase, IsRanked) = (isSpecialCase, isRanked);
        RankingList = string.IsNullOrWhiteSpace(rankingList) ? null : VietnameseText.Normalize(rankingList);
    }

    /// <summary>Records that a leaf does not apply, while the round is set up; the only thing that changes a scale.</summary>
    /// <exception cref="ArgumentException">No reason, or no legal basis.</exception>
    /// <exception cref="RefusedException">The leaf is exempted already, or the round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public Exemption Exempt(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        Round.RequireDraft();
        return Record(leaf, reason, legalBasis, by, at);
    }

    /// <summary>Records the same after scoring was opened, which two people decide together.</summary>
    /// <exception cref="ArgumentException">No reason, or no legal basis.</exception>
    /// <exception cref="RefusedException">The leaf is exempted already.</exception>
    /// <exception cref="InvalidOperationException">The round is not open, or was not read with the participant.</exception>
    public Exemption ExemptAfterOpening(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        if (Round.State != RoundState.Open)
        {
            throw new InvalidOperationException($"An exemption after the opening is recorded in an open round, not in one that is {Round.State}.");
        }

        return Record(leaf, reason, legalBasis, by, at);
    }

    internal Exemption Record(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(legalBasis);
        if (Exemptions.Any(existing => existing.CriterionId == leaf.Id))
        {
            throw new RefusedException($"Tiêu chí {leaf.Code} đã được ghi là không áp dụng.");
        }

        var exemption = new Exemption(leaf, reason, legalBasis, by, at);
        _exemptions!.Add(exemption);
        return exemption;
    }

    private IEnumerable<RatingCap> CapsOf(RatingCondition condition, ScoreSheet sheet)
    {
        if (condition.Kind == RatingConditionKind.Recorded)
        {
            return RatingRecords.Where(record => NameIdentity.Same(record.Condition, condition.Text))
                .Select(record => new RatingCap(condition.HighestBand, $"{condition.Text}: {record.Decision} ({condition.Basis})"));
        }

        var zero = sheet.AtZero.Select(leaf => leaf.Code).ToList();
        return zero.Count == 0 ? [] : [new(condition.HighestBand, $"tiêu chí {Listed(zero)} 0 điểm ({condition.Basis})")];
    }

    private static string Listed(List<string> codes) => codes.Count <= MostNamed
        ? string.Join(", ", codes)
        : $"{string.Join(", ", codes.Take(MostNamed))} và {NumberWriter.VietnameseCount(codes.Count - MostNamed)} tiêu chí khác";

    private Round Round => Group?.RoundOrThrow ?? throw new InvalidOperationException("The participant was read without its group, so what may change is not known.");
}
