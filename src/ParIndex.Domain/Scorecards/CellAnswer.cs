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

    /// <summary>Of how much, for ratios and tiers; 0 only where nothing arose.</summary>
    public decimal? Required { get; init; }

    /// <summary>
    /// What is chosen of the rule's statements, as <see cref="StatementsRule"/> numbers choices; <c>null</c> where nothing is.
    /// </summary>
    public int? Level { get; init; }

    /// <summary>Why, or where proof is missing; <c>null</c> when nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Sample size n of a survey, ≥ 1.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Standard deviation of the answers of a survey, ≥ 0.</summary>
    public decimal? Spread { get; init; }

    /// <summary>The raw figures, as rules take them.</summary>
    public RawFigures Figures => new(Achieved, Required);

    /// <summary>
    /// Whether the statement chosen says that the leaf does not apply, or nothing arose and the rule says so of it: that
    /// proposes an exemption and changes no scale.
    /// </summary>
    public bool ProposesExemption(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Level is { } choice
            ? leaf.Rule is StatementsRule rule && rule.Has(choice) && rule.PointsOf(choice, leaf.MaxScore) is null
            : SaysNotApplicable(leaf);
    }

    /// <summary>Whether something is said: points, or a proposed exemption.</summary>
    public bool IsGiven(Criterion leaf) => Points is not null || ProposesExemption(leaf);

    /// <summary>
    /// The same with the points that follow: from the statement chosen, or from raw figures by the leaf's rule, to four
    /// places. Points that were typed stay where nothing else says them.
    /// </summary>
    public CellAnswer CompletedBy(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (Level is { } choice)
        {
            return this with { Points = leaf.Rule is StatementsRule rule && rule.Has(choice) ? rule.PointsOf(choice, leaf.MaxScore) : null };
        }

        return SaysNotApplicable(leaf) ? this with { Points = null }
            : leaf.PointsOf(Figures) is { } computed ? this with { Points = Rounding.HalfAwayFromZero(computed, ComputedDecimals) }
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
            { Level: { } choice } when leaf.Rule is not StatementsRule rule || !rule.Has(choice) => Says("mức đã chọn không có trong bộ tiêu chí"),
            { Achieved: < 0 } => Says("số liệu đạt được không được âm"),
            { Required: < 0 } => Says("số phải thực hiện không được âm"),
            { Required: not null, Achieved: null } => Says("thiếu số đạt được"),
            { Required: 0 } when leaf.Rule is not RatioBasedRule => Says("số phải thực hiện phải lớn hơn 0"),
            { Required: 0, Achieved: > 0 } => Says("số phải thực hiện phải lớn hơn 0; chỉ ghi 0 khi không phát sinh, và khi đó số đạt được cũng là 0"),
            { Required: null, Achieved: not null } when leaf.Rule is RatioBasedRule or SurveyRule { LikertTop: null } => Says("thiếu số phải thực hiện"),
            { Achieved: { } achieved, Required: { } required } when achieved > required && leaf.Rule is SurveyRule => Says("số hài lòng lớn hơn số được hỏi"),
            { Achieved: { } mean } when leaf.Rule is SurveyRule { LikertTop: { } top } && (mean < 1 || mean > top) => Says($"điểm trung bình phải từ 1 đến {top}"),
            { Note.Length: > MostNote } => Says($"ghi chú dài quá {MostNote} ký tự"),
            { SampleSize: < 1 } => Says("cỡ mẫu phải từ 1 trở lên"),
            { Spread: < 0 } => Says("độ lệch chuẩn không được âm"),
            { Points: null } when leaf.Component == Component.Survey && this with { Note = null } != Blank && !ProposesExemption(leaf) => Says("chưa có điểm hoặc số liệu để tính điểm"),
            _ => LevelsProblem(leaf) is { } problem ? Says(problem) : null,
        };

        string Says(string what) => $"Tiêu chí {leaf.Code}: {what}.";
    }

    /// <summary>Points typed where the rule has statements must be those of a choice; on a penalty leaf nothing taken off is one too.</summary>
    private string? LevelsProblem(Criterion leaf)
    {
        if (leaf.Rule is not StatementsRule rule || Level is not null || Points is not { } points || (points == 0 && leaf.Component == Component.Penalty) || rule.ChoicesOf(points, leaf.MaxScore).Count > 0)
        {
            return null;
        }

        var known = string.Join("; ", rule.Levels.Select(level => level.Points).OfType<decimal>().Select(NumberWriter.VietnameseTrimmed));
        return rule is CumulativeRule ? $"điểm phải là tổng của một số nội dung {known}" : $"điểm phải là một trong các mức {known}";
    }

    private bool SaysNotApplicable(Criterion leaf) => Figures.IsNothing && leaf.ExemptsNothing;
}
