using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// An answer as it was typed, pasted or loaded, each part as text: <c>null</c> where it was not touched, blank where it
/// was emptied. The one reader of what people type into cells, for pages, script, pasted blocks, workbooks and the survey.
/// </summary>
public sealed record TypedAnswer
{
    /// <summary>What a list sends that keeps points without a statement.</summary>
    public const string KeepsPoints = "=";

    /// <summary>Places that a rule computes.</summary>
    private const int ComputedDecimals = 4;

    /// <summary>What computing gives: points from figures, the mean of a Likert scale, its spread.</summary>
    private static readonly NumberFormat Fine = new(Decimals: ComputedDecimals);

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

    /// <summary>
    /// Whether it is a whole row, as surveys are typed: a part that is <c>null</c> was left blank, and what stood there goes;
    /// but for the note, which a survey does not carry.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <summary>A part by its field; <c>null</c> where it was not touched.</summary>
    public string? this[CellField field] => field switch
    {
        CellField.Achieved => Achieved,
        CellField.Required => Required,
        CellField.Level => Level,
        CellField.Note => Note,
        CellField.SampleSize => SampleSize,
        CellField.Spread => Spread,
        _ => Points,
    };

    /// <summary>What was typed into the fields that were touched.</summary>
    public static TypedAnswer Of(IReadOnlyDictionary<CellField, string> touched)
    {
        ArgumentNullException.ThrowIfNull(touched);
        return new()
        {
            Achieved = touched.GetValueOrDefault(CellField.Achieved),
            Required = touched.GetValueOrDefault(CellField.Required),
            Level = touched.GetValueOrDefault(CellField.Level),
            Points = touched.GetValueOrDefault(CellField.Points),
            Note = touched.GetValueOrDefault(CellField.Note),
        };
    }

    /// <summary>A whole row of a survey; blank parts are none.</summary>
    public static TypedAnswer Row(string? points, string? achieved, string? required, string? sampleSize, string? spread)
    {
        return new() { IsWhole = true, Points = Filled(points), Achieved = Filled(achieved), Required = Filled(required), SampleSize = Filled(sampleSize), Spread = Filled(spread) };

        static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The answer that results when this is typed where another stands, with the points that follow.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="present">What stands there.</param>
    /// <exception cref="UnreadableAnswerException">Something cannot be read.</exception>
    public CellAnswer Read(Criterion leaf, CellAnswer present)
    {
        Finding? first = null;
        var answer = Read(leaf, present, (_, problem) => first ??= problem);
        return first is null ? answer : throw new UnreadableAnswerException(first);
    }

    /// <summary>The same with every problem told by its field.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="present">What stands there.</param>
    /// <param name="problems">Takes the field and what is wrong with it.</param>
    /// <returns>The answer; what stands there when there are problems.</returns>
    public CellAnswer Read(Criterion leaf, CellAnswer present, Action<CellField, Finding> problems)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(problems);
        var reading = new Reading(leaf, problems);
        var before = IsWhole ? CellAnswer.Blank with { Note = present.Note } : present;
        var answer = before with
        {
            Achieved = Achieved is null ? before.Achieved : AnswerText.IsMean(leaf) ? reading.Score(CellField.Achieved, "điểm trung bình", Achieved, Fine) : leaf.Rule is WeightedRatioRule ? null : reading.Figure(CellField.Achieved, "số đạt được", Achieved),
            Counts = Achieved is null ? before.Counts : leaf.Rule is WeightedRatioRule weighted ? reading.Counts(weighted, Achieved) : null,
            Required = Required is null ? before.Required : reading.Figure(CellField.Required, "số phải thực hiện", Required),
            SampleSize = SampleSize is null ? before.SampleSize : (int?)reading.Count(CellField.SampleSize, "cỡ mẫu", SampleSize),
            Spread = Spread is null ? before.Spread : reading.Score(CellField.Spread, "độ lệch chuẩn", Spread, Fine),
            Note = Note is null ? before.Note : VietnameseText.Normalize(Note) is { Length: > 0 } note ? note : null,
        };
        answer = answer.Weighed(leaf);
        answer = leaf.Rule is StatementsRule rule ? Chosen(reading, rule, answer) : Pointed(reading, answer, before);
        return reading.HasProblems ? present : answer.CompletedBy(leaf);
    }

    private CellAnswer Chosen(Reading reading, StatementsRule rule, CellAnswer answer)
    {
        if (Level is { } level && level != KeepsPoints)
        {
            return answer with { Level = ChoiceOf(reading, rule, level), Points = null };
        }

        return Points is null ? answer : answer with { Level = ChoiceOf(reading, rule, Points, out var points), Points = points };
    }

    private static int? ChoiceOf(Reading reading, StatementsRule rule, string text)
    {
        if (rule is not CumulativeRule cumulative || string.IsNullOrWhiteSpace(text))
        {
            return (int?)reading.Count(CellField.Level, "mức", text);
        }

        return cumulative.Read(text) ?? reading.Refuse<int>(CellField.Level, CellWords.StatementsUnclear(reading.Leaf.Code, text, cumulative.Levels.Count));
    }

    /// <summary>A statement in words, or the points of a choice; of two choices with the same points neither is guessed.</summary>
    private static int? ChoiceOf(Reading reading, StatementsRule rule, string text, out decimal? points)
    {
        if (rule is LevelsRule levels && VietnameseText.Fold(text).Length > 0 && levels.PositionOf(text) is { } named)
        {
            points = rule.Levels[named].Points;
            return named;
        }

        points = reading.Score(CellField.Points, "điểm", text, new(Decimals: reading.Leaf.Decimals), rule is CumulativeRule ? null : CellWords.OrOneOf([.. rule.Levels.Select(level => level.Statement)]));
        return points is { } value && rule.ChoicesOf(value, reading.Leaf.MaxScore) is [var only] ? only : null;
    }

    private CellAnswer Pointed(Reading reading, CellAnswer answer, CellAnswer before)
    {
        var leaf = reading.Leaf;
        var computed = leaf.PointsOf(answer.Figures) is { } points ? Rounding.HalfAwayFromZero(points, ComputedDecimals) : (decimal?)null;
        if (Points is not null)
        {
            // Points that figures give come back from where they were written with all their places, or as they are printed.
            var typed = reading.Score(CellField.Points, "điểm", Points, computed is null ? new(Decimals: leaf.Decimals) : Fine);
            return computed is null || (typed is { } said && Rounding.HalfAwayFromZero(said, leaf.Decimals) == Rounding.HalfAwayFromZero(computed.Value, leaf.Decimals))
                ? answer with { Points = computed ?? typed }
                : answer with { Points = reading.Refuse<decimal>(CellField.Points, CellWords.PointsFollow(leaf.Code, computed)) };
        }

        // Points that followed from figures go with them.
        var followed = answer.Figures != before.Figures && leaf.PointsOf(before.Figures) is not null;
        return computed is null && followed ? answer with { Points = null } : answer;
    }

    /// <summary>The reading of one answer: of each field the first thing that is wrong with it is told.</summary>
    private sealed class Reading(Criterion leaf, Action<CellField, Finding> problems)
    {
        private readonly HashSet<CellField> _refused = [];

        public Criterion Leaf => leaf;

        public bool HasProblems => _refused.Count > 0;

        public decimal? Score(CellField field, string name, string text, NumberFormat format, string? also = null)
        {
            var parsed = ScoreText.Read(text, format);
            return parsed.Problem is { } problem ? Refuse<decimal>(field, CellWords.Number(leaf.Code, field, name, text, NumberMessages.ForScore(problem, format), also)) : parsed.Value;
        }

        public decimal? Count(CellField field, string name, string text)
        {
            var parsed = CountText.Read(text);
            return parsed.Problem is { } problem ? Refuse<decimal>(field, CellWords.Number(leaf.Code, field, name, text, NumberMessages.ForCount(problem))) : parsed.Value;
        }

        /// <summary>A raw figure: counted, or measured with the decimals of the leaf.</summary>
        public decimal? Figure(CellField field, string name, string text) => leaf.FigureDecimals == 0 ? Count(field, name, text) : Score(field, name, text, new(leaf.FigureDecimals));

        /// <summary>How many of each term of a weighted ratio.</summary>
        public string? Counts(WeightedRatioRule rule, string text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (rule.Read(text) is { } counts)
            {
                return counts;
            }

            Refuse<int>(CellField.Achieved, CellWords.CountsUnclear(leaf.Code, text, rule.Wanted));
            return null;
        }

        public T? Refuse<T>(CellField field, Finding problem)
            where T : struct
        {
            if (_refused.Add(field))
            {
                problems(field, problem);
            }

            return null;
        }
    }
}
