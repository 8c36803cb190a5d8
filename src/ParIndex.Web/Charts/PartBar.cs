using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>
/// Points achieved of a maximum, with a mark at the group's median. Drawn in per cent of its container rather than in a
/// view box, so that the mark is equally thick on a phone and on a desk.
/// </summary>
public static class PartBar
{
    private const decimal MarkWidth = 3;

    /// <param name="label">What is scored: Thẩm định, Điều tra xã hội học, a field's name.</param>
    /// <param name="achieved">Points achieved; the bar ends at the maximum even when a bonus goes beyond it.</param>
    /// <param name="maximum">The most that can be achieved, more than 0.</param>
    /// <param name="median">The median of the units compared with; <c>null</c> for no mark.</param>
    /// <param name="texts">The language it speaks; Vietnamese when none is given.</param>
    /// <param name="said">What is read out instead of points of a maximum.</param>
    public static IHtmlContent Draw(string label, decimal achieved, decimal maximum, Median? median = null, PublicTexts? texts = null, string? said = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        var words = texts ?? PublicTexts.Vietnamese;
        var svg = new SvgWriter();
        svg.Open("svg", ("class", "partbar"), ("width", "100%"), ("height", 22), ("role", "img"));
        svg.Leaf("title", said is null ? words.Chart.Points(label, words.Number(achieved), words.Trimmed(maximum)) : $"{label}: {said}");
        if (said is null)
        {
            svg.Leaf("desc", median is { } named ? words.Chart.Median(words.Count(named.Units), words.Number(named.Value)) : words.Chart.NoMedian);
        }

        svg.Empty("rect", ("class", "fill-track"), ("y", 5), ("width", "100%"), ("height", 12), ("rx", 2));
        svg.Empty("rect", ("class", "fill-accent"), ("y", 5), ("width", Share(achieved, maximum)), ("height", 12), ("rx", 2));
        if (median?.Value is { } value)
        {
            var back = -MarkWidth * Clamped(value, maximum);
            svg.Empty("rect", ("class", "fill-ink"), ("x", Share(value, maximum)), ("width", MarkWidth), ("height", 22), ("transform", $"translate({SvgAttribute.Number(back)} 0)"));
        }

        return svg.Close().ToHtml();
    }

    private static decimal Clamped(decimal points, decimal maximum) => Math.Clamp(points / maximum, 0, 1);

    private static string Share(decimal points, decimal maximum) =>
        NumberWriter.DataTrimmed(Rounding.HalfAwayFromZero(100 * Clamped(points, maximum), 2)) + "%";
}
