using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards;

/// <summary>A part of an answer that people type by itself.</summary>
public enum CellField
{
    /// <summary>What was done: a count, or the mean of a Likert scale.</summary>
    Achieved,

    /// <summary>Of how much.</summary>
    Required,

    /// <summary>What is chosen of the rule's statements.</summary>
    Level,

    /// <summary>The points.</summary>
    Points,

    /// <summary>The note.</summary>
    Note,

    /// <summary>Sample size of a survey.</summary>
    SampleSize,

    /// <summary>Standard deviation of the answers of a survey.</summary>
    Spread,

    /// <summary>On a sheet of several units: points, or the statement that proposes an exemption.</summary>
    PointsOrStatement,
}

/// <summary>
/// The one writer of what people type into cells, for boxes of pages, workbooks and the survey: what it writes,
/// <see cref="TypedAnswer"/> reads back without a difference.
/// </summary>
public static class AnswerText
{
    /// <summary>The fields a leaf has by its rule, in their order. Sample and spread of a survey are asked for where surveys are loaded.</summary>
    public static IReadOnlyList<CellField> FieldsOf(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Rule switch
        {
            StatementsRule => [CellField.Level, CellField.Points, CellField.Note],
            RatioBasedRule or SurveyRule { LikertTop: null } => [CellField.Achieved, CellField.Required, CellField.Points, CellField.Note],
            CountRule or DeductionRule or SurveyRule => [CellField.Achieved, CellField.Points, CellField.Note],
            _ => [CellField.Points, CellField.Note],
        };
    }

    /// <summary>Whether what was achieved is the mean of a Likert scale and not a count.</summary>
    public static bool IsMean(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Rule is SurveyRule { LikertTop: not null };
    }

    /// <summary>What a field is called.</summary>
    public static string NameOf(CellField field, Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return field switch
        {
            CellField.Achieved => IsMean(leaf) ? "Điểm trung bình" : leaf.Rule is WeightedRatioRule rule ? $"Số {rule.Wanted}" : "Số đạt được",
            CellField.Required => "Số phải thực hiện",
            CellField.Level => leaf.Rule is CumulativeRule ? "Nội dung đạt" : "Mức",
            CellField.Note => "Ghi chú",
            CellField.SampleSize => "Cỡ mẫu",
            CellField.Spread => "Độ lệch chuẩn",
            _ => "Điểm",
        };
    }

    /// <summary>How points are shown where they are typed: two places, or as many as they have.</summary>
    public static string Points(decimal? points) => points switch
    {
        null => "",
        { } value when value == Rounding.HalfAwayFromZero(value, 2) => NumberWriter.Vietnamese(value),
        { } value => NumberWriter.VietnameseTrimmed(value),
    };

    /// <summary>How a raw figure is shown where it is typed.</summary>
    public static string Figure(decimal? figure) => figure is { } value ? NumberWriter.VietnameseTrimmed(value) : "";

    /// <summary>What a list of statements sends for a choice.</summary>
    public static string Choice(Criterion leaf, int choice)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Rule is CumulativeRule ? CumulativeRule.TextOf(choice) : Figure(choice);
    }

    /// <summary>What a field shows of an answer to people: a statement in its words.</summary>
    public static string Of(CellField field, Criterion leaf, CellAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return field switch
        {
            CellField.Achieved => answer.Counts ?? Figure(answer.Achieved),
            CellField.Required => Figure(answer.Required),
            CellField.SampleSize => Figure(answer.SampleSize),
            CellField.Spread => Figure(answer.Spread),
            CellField.Level => Statement(leaf, answer) ?? "",
            CellField.Note => answer.Note ?? "",
            _ => Points(answer.Points),
        };
    }

    /// <summary>What a field of a form holds: a statement as its list sends it, or that points stand without one.</summary>
    public static string InForm(CellField field, Criterion leaf, CellAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return field != CellField.Level ? Of(field, leaf, answer)
            : answer.Level is { } level ? Choice(leaf, level)
            : answer.Points is null ? "" : TypedAnswer.KeepsPoints;
    }

    /// <summary>What a field of a workbook holds.</summary>
    public static Cell InWorkbook(CellField field, Criterion leaf, CellAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return field switch
        {
            CellField.Achieved => answer.Counts is { } counts ? Cell.Of(counts) : Cell.Trimmed(answer.Achieved),
            CellField.Required => Cell.Trimmed(answer.Required),
            CellField.SampleSize => Cell.Of(answer.SampleSize),
            CellField.Spread => Cell.Trimmed(answer.Spread),
            CellField.Points => Cell.Trimmed(answer.Points),
            CellField.Level => Cell.Of(Statement(leaf, answer)),
            CellField.Note => Cell.Of(answer.Note),
            _ => answer.Points is null ? Cell.Of(Statement(leaf, answer)) : Cell.Trimmed(answer.Points),
        };
    }

    /// <summary>The row of a survey, in which points that figures give are left to the figures.</summary>
    public static TypedAnswer Row(CellAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return TypedAnswer.Row(answer.Achieved is null ? Figure(answer.Points) : null, Figure(answer.Achieved), Figure(answer.Required), Figure(answer.SampleSize), Figure(answer.Spread));
    }

    /// <summary>The statement chosen; of statements that add up, the numbers of those ticked: <c>1+3</c>.</summary>
    private static string? Statement(Criterion leaf, CellAnswer answer) => (leaf.Rule, answer.Level) switch
    {
        (CumulativeRule rule, { } ticked) when rule.Has(ticked) => CumulativeRule.TextOf(ticked),
        (LevelsRule rule, { } level) when rule.Has(level) => rule.Levels[level].Statement,
        _ => null,
    };
}
