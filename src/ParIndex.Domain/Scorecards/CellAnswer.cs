using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scorecards;

/// <summary>
/// What somebody says of one leaf at one stage: points, or the raw figures or the statement they follow from, and a
/// note. Three states, never conflated: nothing said yet, points (0 is points), “Không áp dụng” proposed.
/// </summary>
public sealed record CellAnswer
{
    /// <summary>Longest note.</summary>
    public const int MostNote = 2000;

    /// <summary>Places kept of points that a rule computes (DOMAIN.md §3).</summary>
    private const int ComputedDecimals = 4;

    /// <summary>Nothing said yet.</summary>
    public static readonly CellAnswer Blank = new();

    /// <summary>Points, 0…the leaf's maximum; <c>null</c> while not scored or where an exemption is proposed.</summary>
    public decimal? Points { get; init; }

    /// <summary>What was done: achieved, or a count of occurrences or violations; the mean of a Likert scale.</summary>
    public decimal? Achieved { get; init; }

    /// <summary>Of how much, for ratios and tiers; above 0.</summary>
    public decimal? Required { get; init; }

    /// <summary>The statement chosen, by its position in the rule from 0; <c>null</c> where none is.</summary>
    public int? Level { get; init; }

    /// <summary>Why, or where proof is missing; <c>null</c> when nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Sample size n of a survey, ≥ 1.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Standard deviation of the answers of a survey, ≥ 0.</summary>
    public decimal? Spread { get; init; }

    /// <summary>The raw figures, as rules take them.</summary>
    public RawFigures Figures => new(Achieved, Required);

    /// <summary>Whether the statement chosen says that the leaf does not apply: it proposes an exemption and changes no scale.</summary>
    public bool ProposesExemption(Criterion leaf) => LevelOf(leaf) is { Points: null };

    /// <summary>Whether something is said: points, or a proposed exemption.</summary>
    public bool IsGiven(Criterion leaf) => Points is not null || ProposesExemption(leaf);

    /// <summary>
    /// The same with the points that follow: from the statement chosen, or from raw figures by the leaf's rule, to four
    /// places. Points that were typed stay where nothing else says them.
    /// </summary>
    public CellAnswer CompletedBy(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (Level is not null)
        {
            return this with { Points = LevelOf(leaf)?.Points };
        }

        return leaf.Rule.Points(leaf.MaxScore, Figures) is { } computed
            ? this with { Points = Rounding.HalfAwayFromZero(computed, ComputedDecimals) }
            : this;
    }

    /// <summary>What is wrong with the answer for a leaf, as a Vietnamese clause that names it; <c>null</c> when nothing is.</summary>
    public string? Problem(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var most = NumberWriter.VietnameseTrimmed(leaf.MaxScore);
        return this switch
        {
            { Points: < 0 } => Says($"điểm phải từ 0 đến {most}"),
            { Points: { } points } when points > leaf.MaxScore => Says($"điểm phải từ 0 đến {most}, không nhận {NumberWriter.VietnameseTrimmed(points)}"),
            { Level: not null } when LevelOf(leaf) is null => Says("mức đã chọn không có trong bộ tiêu chí"),
            { Achieved: < 0 } => Says("số liệu đạt được không được âm"),
            { Required: <= 0 } => Says("số phải thực hiện phải lớn hơn 0"),
            { Required: not null, Achieved: null } => Says("thiếu số đạt được"),
            { Required: null, Achieved: not null } when leaf.Rule is RatioRule or TiersRule or SurveyRule { LikertTop: null } => Says("thiếu số phải thực hiện"),
            { Achieved: { } achieved, Required: { } required } when achieved > required && leaf.Rule is SurveyRule => Says("số hài lòng lớn hơn số được hỏi"),
            { Achieved: { } mean } when leaf.Rule is SurveyRule { LikertTop: { } top } && (mean < 1 || mean > top) => Says($"điểm trung bình phải từ 1 đến {top}"),
            { Note.Length: > MostNote } => Says($"ghi chú dài quá {MostNote} ký tự"),
            { SampleSize: < 1 } => Says("cỡ mẫu phải từ 1 trở lên"),
            { Spread: < 0 } => Says("độ lệch chuẩn không được âm"),
            _ => LevelsProblem(leaf) is { } problem ? Says(problem) : null,
        };

        string Says(string what) => $"Tiêu chí {leaf.Code}: {what}.";
    }

    /// <summary>Points typed where the rule has statements must be those of one of them.</summary>
    private string? LevelsProblem(Criterion leaf) =>
        leaf.Rule is LevelsRule rule && Level is null && Points is { } points && rule.Levels.All(level => level.Points != points)
            ? $"điểm phải là một trong các mức {string.Join("; ", rule.Levels.Select(level => level.Points).OfType<decimal>().Select(NumberWriter.VietnameseTrimmed))}"
            : null;

    private Level? LevelOf(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Rule is LevelsRule rule && Level is { } chosen && chosen >= 0 && chosen < rule.Levels.Count ? rule.Levels[chosen] : null;
    }
}
