using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Charts;

/// <summary>
/// A table row's dot on a common axis, with a tick at each rating limit. It repeats the figure that stands in the same
/// row, so it is hidden from screen readers.
/// </summary>
/// <param name="axis">The axis of the whole table.</param>
/// <param name="limits">The lower limits of the rating bands.</param>
public sealed class RowDot(ValueAxis axis, IEnumerable<decimal> limits)
{
    private const decimal Width = 200;
    private const decimal Height = 18;
    private const decimal Radius = 5.5m;
    private const decimal Text = 12;

    private readonly List<decimal> _limits = limits.Where(limit => limit > axis.From && limit < axis.To).Order().ToList();

    /// <summary>The axis for the column's heading: its ends and the limits, named where they stand.</summary>
    public IHtmlContent DrawAxis()
    {
        var svg = Start("rowdot axis");
        WriteLabel(svg, axis.From, 0, "start");
        WriteLabel(svg, axis.To, Width, "end");
        var last = Text * 2;
        foreach (var limit in _limits)
        {
            var x = Place(limit);
            var half = Text * 0.6m * NumberWriter.VietnameseTrimmed(limit).Length / 2;
            if (x - half >= last && x + half <= Width - (Text * 2))
            {
                WriteLabel(svg, limit, x, "middle");
                last = x + half + 4;
            }
        }

        return svg.Close().ToHtml();
    }

    /// <summary>The dot of one row.</summary>
    /// <param name="value">The unit's index in per cent.</param>
    /// <param name="ratingKey">The key of its rating, which names the colour.</param>
    public IHtmlContent Draw(decimal value, string? ratingKey)
    {
        var svg = Start("rowdot");
        svg.Empty("path", ("class", "rule"), ("d", $"M0 9H{SvgAttribute.Number(Width)}"));
        if (_limits.Count > 0)
        {
            svg.Empty("path", ("class", "tick"), ("d", string.Concat(_limits.Select(limit => $"M{SvgAttribute.Number(Place(limit))} 3V15"))));
        }

        svg.Empty("circle", ("class", ratingKey is null ? "dots" : $"dots fill-{ratingKey}"), ("cx", Place(value)), ("cy", Height / 2), ("r", Radius));
        return svg.Close().ToHtml();
    }

    private static SvgWriter Start(string cssClass) => new SvgWriter().Open(
        "svg", ("class", cssClass), ("viewBox", $"0 0 {SvgAttribute.Number(Width)} {SvgAttribute.Number(Height)}"), ("aria-hidden", "true"));

    private static void WriteLabel(SvgWriter svg, decimal value, decimal x, string anchor) => svg.Leaf(
        "text", NumberWriter.VietnameseTrimmed(value), ("class", "t-muted"), ("x", x), ("y", 14), ("font-size", Text), ("text-anchor", anchor));

    private decimal Place(decimal value) => axis.Place(value, Radius, Width - (2 * Radius));
}
