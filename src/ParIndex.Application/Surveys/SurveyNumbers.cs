using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Surveys;

/// <summary>Survey points of one unit and leaf as text, typed in a form or standing in a row of a workbook.</summary>
/// <param name="Points">Points, when they are not computed.</param>
/// <param name="Achieved">People satisfied, or the mean of the Likert scale.</param>
/// <param name="Required">People asked.</param>
/// <param name="SampleSize">Sample size n.</param>
/// <param name="Spread">Standard deviation.</param>
public sealed record SurveyText(string? Points, string? Achieved, string? Required, string? SampleSize, string? Spread);

/// <summary>The one reader and writer of survey points as text.</summary>
public static class SurveyNumbers
{
    /// <summary>Means of scales and spreads come with up to four decimals.</summary>
    private static readonly NumberFormat Fine = new(Decimals: 4);

    /// <summary>Whether the leaf's figure is the mean of a Likert scale and not a count of people.</summary>
    public static bool IsMean(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Rule is SurveyRule { LikertTop: not null };
    }

    /// <summary>Reads what was written; problems name the field (<c>Points</c>, <c>Achieved</c>, …) and what is accepted.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="problems">Takes field and sentence of every problem.</param>
    /// <returns>The answer with the points that follow; meaningless when there are problems.</returns>
    public static CellAnswer Read(SurveyText text, Criterion leaf, Action<string, string> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(problems);
        var found = 0;
        var typed = new CellAnswer
        {
            // Points that a rule computed come back with four places.
            Points = Score(nameof(SurveyText.Points), text.Points, string.IsNullOrWhiteSpace(text.Achieved) ? new(leaf.Decimals) : Fine),
            Achieved = IsMean(leaf) ? Score(nameof(SurveyText.Achieved), text.Achieved, Fine) : Count(nameof(SurveyText.Achieved), text.Achieved),
            Required = Count(nameof(SurveyText.Required), text.Required),
            SampleSize = (int?)Count(nameof(SurveyText.SampleSize), text.SampleSize),
            Spread = Score(nameof(SurveyText.Spread), text.Spread, Fine),
        };
        if (found > 0)
        {
            return typed;
        }

        var completed = typed.CompletedBy(leaf);
        if (completed.Problem(leaf) is { } problem)
        {
            Note(nameof(SurveyText.Points), problem);
        }
        else if (typed.Points is { } points && completed.Points is { } computed && Rounding.HalfAwayFromZero(points, leaf.Decimals) != Rounding.HalfAwayFromZero(computed, leaf.Decimals))
        {
            Note(nameof(SurveyText.Points), $"Tiêu chí {leaf.Code}: điểm ghi {NumberWriter.VietnameseTrimmed(points)} khác điểm tính từ số liệu {NumberWriter.VietnameseTrimmed(computed)}; sửa số liệu, hoặc để trống ô điểm.");
        }
        else if (completed.Points is null && completed != CellAnswer.Blank)
        {
            Note(nameof(SurveyText.Points), $"Tiêu chí {leaf.Code}: chưa có điểm hoặc số liệu để tính điểm.");
        }

        return completed;

        void Note(string field, string message)
        {
            found++;
            problems(field, message);
        }

        decimal? Score(string field, string? value, NumberFormat format)
        {
            var parsed = ScoreText.Read(value, format);
            if (parsed.Problem is { } problem)
            {
                Note(field, $"Tiêu chí {leaf.Code}: “{value}” {NumberMessages.ForScore(problem, format)}.");
            }

            return parsed.Value;
        }

        decimal? Count(string field, string? value)
        {
            var parsed = CountText.Read(value);
            if (parsed.Problem is { } problem)
            {
                Note(field, $"Tiêu chí {leaf.Code}: “{value}” {NumberMessages.ForCount(problem)}.");
            }

            return parsed.Value;
        }
    }

    /// <summary>Writes what stands, as <see cref="Read"/> reads it without a difference; computed points are left to the figures.</summary>
    public static SurveyText Write(CellAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(
            answer.Achieved is null ? Text(answer.Points) : null,
            Text(answer.Achieved),
            Text(answer.Required),
            Text(answer.SampleSize),
            Text(answer.Spread));
    }

    private static string? Text(decimal? value) => value is { } known ? NumberWriter.VietnameseTrimmed(known) : null;
}
