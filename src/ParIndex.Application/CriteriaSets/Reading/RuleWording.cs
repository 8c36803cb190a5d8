using System.Text.RegularExpressions;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A line of a leaf's scoring in the annex.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Points">Points in a cell of their own beside it, or <c>null</c>.</param>
internal sealed record WordedLine(string Text, decimal? Points);

/// <summary>
/// Understands how decisions word the scoring of a leaf, beside the text this software writes itself. Every line has to
/// be understood, and the rule to fit the maximum; otherwise there is none, for half of a rule is another rule.
/// </summary>
internal static partial class RuleWording
{
    /// <summary>Words by which statements exclude each other, so that they cannot add up.</summary>
    private static readonly string[] ExcludingWords = ["khong", "chua", "cham", "tre", "thieu", "hoac"];

    /// <summary>The rule as this software writes it, or <c>null</c>.</summary>
    internal static LeafRule? Written(string text)
    {
        try
        {
            return LeafRule.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The rule of a decision's words, or <c>null</c>.</summary>
    /// <param name="worded">The lines.</param>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    /// <param name="component">The part of the total it belongs to.</param>
    internal static LeafRule? Read(IReadOnlyList<WordedLine> worded, decimal maxScore, Component component)
    {
        if (worded is [var only] && ComponentWords.Read(only.Text) == Component.Survey)
        {
            return component == Component.Survey ? new SurveyRule() : null;
        }

        var lines = Parts(worded, maxScore, component);
        if (lines.Exists(line => !line.IsUnderstood))
        {
            return null;
        }

        var levels = lines.Select(line => line.Level).OfType<Level>().ToList();
        var rule = (lines.Count(line => line.PerCase is not null), lines.Count(line => line.Formula is not null || line.Weighted is not null)) switch
        {
            (0, 1) when lines.Select(line => line.Weighted).OfType<WeightedFormula>().SingleOrDefault() is { } weighted => Weighted(weighted, levels, maxScore, string.Join('\n', worded.Select(line => line.Text))),
            (1, 0) => PerCaseRule(lines.Select(line => line.PerCase).OfType<PerCase>().Single(), levels, maxScore, component),
            (0, 1) => Ratio(lines.Select(line => line.Formula).OfType<RatioFormula>().Single(), levels, maxScore, component),
            (0, 0) => Statements(levels, maxScore, component),
            _ => null,
        };
        return rule is not null && !rule.Problems(maxScore).Any() ? rule : null;
    }

    /// <summary>Whether a line is a statement with its points, whatever else there is.</summary>
    internal static bool IsLevel(string line, decimal maxScore) => ScoringLine.Read(line, points: null, maxScore, Component.Appraisal).Level is not null;

    /// <summary>The statements one by one: also those that share a line, and a formula announced on the line before.</summary>
    private static List<ScoringLine> Parts(IReadOnlyList<WordedLine> worded, decimal maxScore, Component component)
    {
        var lines = new List<ScoringLine>();
        for (var i = 0; i < worded.Count; i++)
        {
            var (text, points) = worded[i];
            if (points is not null)
            {
                lines.Add(Read(text, points));
                continue;
            }

            if (i + 1 < worded.Count && worded[i + 1].Points is null && RatioFormula.IsAnnounced(ScoringLine.Bare(text)))
            {
                text = $"{text} {worded[++i].Text}";
            }

            foreach (var part in Explanation().Split(text).SelectMany(piece => piece.StartsWith("trong đó", StringComparison.OrdinalIgnoreCase) ? [piece] : piece.Split(';')).Where(piece => piece.Any(char.IsLetterOrDigit)))
            {
                var pieces = Sentence().Split(part).Where(piece => piece.Any(char.IsLetterOrDigit)).Select(piece => Read(piece, points: null)).ToList();
                lines.AddRange(pieces.Count > 1 && pieces.TrueForAll(piece => piece.Level is not null) ? pieces : [Read(part, points: null)]);
            }
        }

        return lines;

        ScoringLine Read(string line, decimal? points) => ScoringLine.Read(line, points, maxScore, component);
    }

    private static LeafRule? PerCaseRule(PerCase each, List<Level> levels, decimal maxScore, Component component)
    {
        // “Không có văn bản sai: 1 điểm; mỗi văn bản sai trừ 0,25 điểm”: what none gives follows from the rule already.
        var ofNone = each.IsTaken && component != Component.Penalty ? maxScore : 0;
        return levels.TrueForAll(level => IsNone(level.Statement) && level.Points == ofNone) && !(each.IsTaken && component == Component.Bonus)
            ? each.IsTaken ? new DeductionRule(each.Points) : new CountRule(each.Points)
            : null;
    }

    private static WeightedRatioRule? Weighted(WeightedFormula formula, List<Level> levels, decimal maxScore, string text)
    {
        var nothing = NothingArose.ByHand;
        foreach (var level in levels)
        {
            if (WithoutNothing(level.Statement, out _).Length > 0 || Given(level, maxScore) is not { } given)
            {
                return null;
            }

            nothing = given;
        }

        return formula.Rule(maxScore, text) is { } rule ? rule with { WhenNothingArose = nothing } : null;
    }

    private static LeafRule? Ratio(RatioFormula formula, List<Level> levels, decimal maxScore, Component component)
    {
        decimal? floor = null, full = null;
        var nothing = NothingArose.ByHand;
        foreach (var level in levels)
        {
            var statement = WithoutNothing(level.Statement, out var namesNothing);
            if (statement.Length == 0 && Given(level, maxScore) is { } given)
            {
                nothing = given;
            }
            else if (level.Points == maxScore && full is null && PercentRange.Read(statement) is { Low: { } from, HasLow: true, High: null })
            {
                (full, nothing) = (from, namesNothing ? NothingArose.Full : nothing);
            }
            else if (level.Points == 0 && floor is null && !namesNothing && PercentRange.Read(statement) is { Low: null, High: { } below, HasHigh: false })
            {
                floor = below;
            }
            else if (level.Points != 0 || namesNothing || !IsNone(statement))
            {
                return null;
            }
        }

        var cap = full is null || full == formula.Norm ? Math.Max(100, formula.Norm) : full.Value;
        if ((cap != Math.Max(100, formula.Norm) && formula.Norm != 100) || !Holds(formula, floor, full))
        {
            return null;
        }

        return component == Component.Survey && formula.Norm == 100 && floor is null && full is null && nothing == NothingArose.ByHand
            ? new SurveyRule()
            : new RatioRule(floor, cap, formula.Norm) { WhenNothingArose = nothing };
    }

    /// <summary>Whether the formula is said to hold exactly between what gives 0 and what gives the maximum.</summary>
    private static bool Holds(RatioFormula formula, decimal? floor, decimal? full)
    {
        if (PercentRange.Read(formula.Head) is not { } range)
        {
            return !formula.Head.Any(char.IsDigit);
        }

        return range.Low == floor && (range.Low is null || range.HasLow) && (range.High is { } high ? high == (full ?? formula.Norm) : full is null);
    }

    private static LeafRule? Statements(List<Level> levels, decimal maxScore, Component component)
    {
        if (levels.Count < 2)
        {
            return null;
        }

        if (Tiers(levels, maxScore) is { } tiers && !tiers.Problems(maxScore).Any())
        {
            return tiers;
        }

        if (levels.TrueForAll(level => level.Points is not null && level.Points < maxScore) && levels.Sum(level => level.Points) == maxScore)
        {
            return levels.Exists(level => Excludes(level.Statement)) ? null : new CumulativeRule(levels);
        }

        // Outside the scale nothing happens to most units, which decisions do not spell out.
        return component is Component.Bonus or Component.Penalty && levels.TrueForAll(level => level.Points > 0)
            ? new LevelsRule([.. levels, new("Không phát sinh", 0)])
            : new LevelsRule(levels);
    }

    /// <summary>Whether a statement is one of alternatives: what was not done, or from so many to so many.</summary>
    private static bool Excludes(string statement) =>
        VietnameseText.Fold(statement).Split(' ').Any(word => ExcludingWords.Contains(word, StringComparer.Ordinal)) || Amount().IsMatch(statement);

    /// <summary>Statements that divide the shares from 0 to 100 % without a gap or an overlap.</summary>
    private static TiersRule? Tiers(List<Level> levels, decimal maxScore)
    {
        var nothing = NothingArose.ByHand;
        var steps = new List<(PercentRange Range, decimal Points)>();
        foreach (var level in levels)
        {
            var statement = WithoutNothing(level.Statement, out var namesNothing);
            if (statement.Length == 0 && Given(level, maxScore) is { } given)
            {
                nothing = given;
            }
            else if (level.Points is { } points && PercentRange.Read(statement) is { } range && (!namesNothing || points == maxScore))
            {
                steps.Add((range, points));
                nothing = namesNothing ? NothingArose.Full : nothing;
            }
            else
            {
                return null;
            }
        }

        steps = [.. steps.OrderBy(step => step.Range.Low ?? -1)];
        var isWhole = steps.Count > 1 && steps[0].Range.Low is null or 0 && steps[^1].Range.High is null or 100
            && steps.Zip(steps.Skip(1)).All(pair => pair.First.Range.High == pair.Second.Range.Low && pair.First.Range.HasHigh != pair.Second.Range.HasLow);
        if (!isWhole)
        {
            return null;
        }

        var rises = steps[^1].Points > steps[0].Points;
        if (rises)
        {
            steps.Reverse();
        }
        else if (steps[^1].Points > 0)
        {
            // What is worst still earns points, and has no limit to say so by.
            return null;
        }

        var tiers = steps.Where(step => step.Points > 0).Select(step => rises
            ? new Tier(step.Range.Low ?? 0, step.Points, step.Range is { Low: not null, HasLow: false })
            : new Tier(step.Range.High ?? 100, step.Points, !step.Range.HasHigh)).ToList();
        return tiers.Count == 0 ? null : new(tiers, FewerIsBetter: !rises) { WhenNothingArose = nothing };
    }

    private static NothingArose? Given(Level level, decimal maxScore) =>
        level.Points is null ? NothingArose.Exemption
        : level.Points == maxScore ? NothingArose.Full
        : level.Points == 0 ? NothingArose.Zero
        : null;

    /// <summary>The statement without “hoặc không có văn bản phải xử lý”; empty where it says only that.</summary>
    private static string WithoutNothing(string statement, out bool namesNothing)
    {
        var rest = Nothing().Replace(statement, "");
        namesNothing = rest.Length < statement.Length;
        return rest.Any(char.IsLetterOrDigit) ? rest : "";
    }

    /// <summary>“Không có vi phạm”, “Không thực hiện”: nothing of what is counted.</summary>
    private static bool IsNone(string statement) =>
        VietnameseText.Fold(statement).StartsWith("khong ", StringComparison.Ordinal) && !statement.Any(char.IsDigit);

    [GeneratedRegex(@"(?:^|[,;]?\s*\bhoặc\s+|\s*\(\s*hoặc\s+)(?:trường\s+hợp\s+|nếu\s+)?không\s+(?:có\s+[^\d%]*?(?:phát\s+sinh|phải\s+\w+)[^\d%]*|phát\s+sinh[^\d%]*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"[\s.,;(]*(?=\btrong đó\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Explanation();

    [GeneratedRegex(@"%|[<>≤≥]|\b(?:từ|trên|dưới|đến|hơn)\s+\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();

    /// <summary>“Đạt: 0,5 điểm. Không đạt: 0 điểm”, “Có: 1, Không: 0”: a decimal comma has no blank behind it.</summary>
    [GeneratedRegex(@"(?<=(?:\d|điểm|đ))[.,]\s+(?=\p{Lu})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();
}
