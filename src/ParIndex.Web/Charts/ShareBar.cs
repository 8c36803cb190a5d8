using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Charts;

/// <summary>Points of a maximum in a row of a table, with a mark at the median. The figure stands in the same row, so it is hidden from screen readers.</summary>
internal static class ShareBar
{
    /// <param name="points">Points, ≥ 0.</param>
    /// <param name="most">The most there are, more than 0.</param>
    /// <param name="median">The median of all units; <c>null</c> for no mark.</param>
    public static IHtmlContent Draw(decimal points, decimal most, decimal? median)
    {
        var svg = new SvgWriter();
        svg.Open("svg", ("class", "sharebar"), ("viewBox", "0 0 200 14"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        svg.Empty("rect", ("class", "fill-track"), ("y", 3), ("width", 200), ("height", 8));
        svg.Empty("rect", ("class", "fill-accent"), ("y", 3), ("width", Share(points, most)), ("height", 8));
        if (median is { } value)
        {
            svg.Empty("rect", ("class", "fill-ink"), ("x", Math.Clamp(Share(value, most) - 1, 0, 198)), ("width", 2), ("height", 14));
        }

        return svg.Close().ToHtml();
    }

    private static decimal Share(decimal points, decimal most) => Rounding.HalfAwayFromZero(200 * Math.Clamp(points / most, 0, 1), 1);
}
