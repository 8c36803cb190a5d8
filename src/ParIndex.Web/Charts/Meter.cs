using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Charts;

/// <summary>A thin bar of what was achieved of a maximum, under a line that says both.</summary>
internal static class Meter
{
    /// <param name="achieved">Points, 0 or more.</param>
    /// <param name="maximum">The most there is, above 0.</param>
    public static IHtmlContent Draw(decimal achieved, decimal maximum)
    {
        var svg = new SvgWriter();
        svg.Open("svg", ("class", "meter"), ("width", "100%"), ("height", 6), ("aria-hidden", "true"));
        svg.Empty("rect", ("class", "fill-track"), ("width", "100%"), ("height", 6), ("rx", 2));
        svg.Empty("rect", ("class", "fill-accent"), ("width", NumberWriter.DataTrimmed(Rounding.HalfAwayFromZero(100 * Math.Clamp(achieved / maximum, 0, 1), 2)) + "%"), ("height", 6), ("rx", 2));
        return svg.Close().ToHtml();
    }
}
