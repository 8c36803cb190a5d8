using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// An answer as it was typed, pasted or loaded, each part as text: <c>null</c> where it was not touched, blank where it
/// was emptied. The one reader of what people write into sheets, for page, script and workbook alike.
/// </summary>
public sealed record TypedAnswer
{
    /// <summary>What a list sends that keeps points without a statement.</summary>
    public const string KeepsPoints = "=";

    /// <summary>Decimals of the mean of a Likert scale and of its spread.</summary>
    private static readonly NumberFormat Survey = new(Decimals: 4);

    /// <summary>Points; where the leaf has statements, also one of them in words.</summary>
    public string? Points { get; init; }

    /// <summary>What was done: a count, or the mean of a Likert scale.</summary>
    public string? Achieved { get; init; }

    /// <summary>Of how much.</summary>
    public string? Required { get; init; }

    /// <summary>What is chosen of the rule's statements: the position of one from 0, or <c>1+3</c> where they add up.</summary>
    public string? Level { get; init; }

    /// <summary>The note.</summary>
    public string? Note { get; init; }

    /// <summary>Sample size of a survey.</summary>
    public string? SampleSize { get; init; }

    /// <summary>Standard deviation of the answers of a survey.</summary>
    public string? Spread { get; init; }

    /// <summary>Whether anything was touched.</summary>
    public bool IsTouched => (Points ?? Achieved ?? Required ?? Level ?? Note ?? SampleSize ?? Spread) is not null;

    /// <summary>How points are shown where they are typed: two places, or as many as they have.</summary>
    public static string TextOf(decimal? points) => points switch
    {
        null => "",
        { } value when value == Rounding.HalfAwayFromZero(value, 2) => NumberWriter.Vietnamese(value),
        { } value => NumberWriter.VietnameseTrimmed(value),
    };

    /// <summary>How a raw figure is shown where it is typed.</summary>
    public static string FigureText(decimal? figure) => figure is { } value ? NumberWriter.VietnameseTrimmed(value) : "";

    /// <summary>The answer that results when this is typed where another stands, with the points that follow.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="present">What stands there.</param>
    /// <exception cref="FormatException">Something cannot be read; the message names the criterion, the field and what is accepted.</exception>
    public CellAnswer Read(Criterion leaf, CellAnswer present)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(present);
        var isLikert = leaf.Rule is SurveyRule { LikertTop: not null };
        var answer = present with
        {
            Achieved = Achieved is null ? present.Achieved : isLikert ? Score(leaf, "điểm trung bình", Achieved, Survey) : Count(leaf, "số đạt được", Achieved),
            Required = Required is null ? present.Required : Count(leaf, "số phải thực hiện", Required),
            SampleSize = SampleSize is null ? present.SampleSize : (int?)Count(leaf, "cỡ mẫu", SampleSize),
            Spread = Spread is null ? present.Spread : Score(leaf, "độ lệch chuẩn", Spread, Survey),
            Note = Note is null ? present.Note : VietnameseText.Normalize(Note) is { Length: > 0 } note ? note : null,
        };
        return (leaf.Rule is StatementsRule rule ? Chosen(leaf, rule, answer) : Pointed(leaf, answer, present)).CompletedBy(leaf);
    }

    private CellAnswer Chosen(Criterion leaf, StatementsRule rule, CellAnswer answer)
    {
        if (Level is { } level && level != KeepsPoints)
        {
            return answer with { Level = ChoiceOf(leaf, rule, level), Points = null };
        }

        return Points is null ? answer : answer with { Level = ChoiceOf(leaf, rule, Points, out var points), Points = points };
    }

    private static int? ChoiceOf(Criterion leaf, StatementsRule rule, string text)
    {
        if (rule is not CumulativeRule cumulative || string.IsNullOrWhiteSpace(text))
        {
            return (int?)Count(leaf, "mức", text);
        }

        return cumulative.Read(text) ?? throw Refused(leaf, $"không hiểu nội dung đạt “{Shown(text)}”; ghi số thứ tự các nội dung đạt, ví dụ 1+2, hoặc 0 nếu không đạt nội dung nào (có {cumulative.Levels.Count} nội dung)");
    }

    /// <summary>A statement in words, or the points of a choice; of two choices with the same points neither is guessed.</summary>
    private static int? ChoiceOf(Criterion leaf, StatementsRule rule, string text, out decimal? points)
    {
        if (rule is LevelsRule levels && VietnameseText.Fold(text).Length > 0 && levels.PositionOf(text) is { } named)
        {
            points = rule.Levels[named].Points;
            return named;
        }

        points = Score(leaf, "điểm", text, new(Decimals: leaf.Decimals), rule is CumulativeRule ? null : $"; hoặc nhập đúng tên một mức: {string.Join("; ", rule.Levels.Select(level => level.Statement))}");
        return points is { } value && rule.ChoicesOf(value, leaf.MaxScore) is [var only] ? only : null;
    }

    private CellAnswer Pointed(Criterion leaf, CellAnswer answer, CellAnswer present)
    {
        var computed = leaf.PointsOf(answer.Figures) is { } points ? Rounding.HalfAwayFromZero(points, 4) : (decimal?)null;
        if (Points is not null)
        {
            var typed = Score(leaf, "điểm", Points, new(Decimals: leaf.Decimals));
            return computed is null || typed == computed || Points.Trim() == TextOf(computed)
                ? answer with { Points = computed ?? typed }
                : throw Refused(leaf, $"điểm tính được từ số liệu là {TextOf(computed)}; sửa số liệu, hoặc xóa số liệu rồi mới nhập điểm trực tiếp");
        }

        // Points that followed from figures go with them.
        var followed = answer.Figures != present.Figures && leaf.PointsOf(present.Figures) is not null;
        return computed is null && followed ? answer with { Points = null } : answer;
    }

    private static decimal? Score(Criterion leaf, string field, string text, NumberFormat format, string? also = null)
    {
        var parsed = ScoreText.Read(text, format);
        return parsed.Problem is { } problem ? throw Refused(leaf, $"{field} “{Shown(text)}” {NumberMessages.ForScore(problem, format)}{also}") : parsed.Value;
    }

    private static decimal? Count(Criterion leaf, string field, string text)
    {
        var parsed = CountText.Read(text);
        return parsed.Problem is { } problem ? throw Refused(leaf, $"{field} “{Shown(text)}” {NumberMessages.ForCount(problem)}") : parsed.Value;
    }

    private static FormatException Refused(Criterion leaf, string what) => new($"Tiêu chí {leaf.Code}: {what}.");

    private static string Shown(string text) => text.Length <= 40 ? text.Trim() : text[..40].Trim() + "…";
}
