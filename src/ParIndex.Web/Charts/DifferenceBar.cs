using Microsoft.AspNetCore.Html;

namespace ParIndex.Web.Charts;

/// <summary>How far above or below the middle something lies: solid to the right, hollow to the left. The figure stands beside it.</summary>
internal static class DifferenceBar
{
    /// <param name="difference">The difference.</param>
    /// <param name="widest">The largest of the table, by amount, above 0.</param>
    public static IHtmlContent Draw(decimal difference, decimal widest)
    {
        var half = 49 * Math.Min(1, Math.Abs(difference) / widest);
        var svg = new SvgWriter();
        svg.Open("svg", ("class", "difference"), ("width", "100%"), ("height", 14), ("aria-hidden", "true"));
        svg.Empty("rect", ("class", difference < 0 ? "fall-bar" : "fill-accent"), ("x", $"{SvgAttribute.Number(difference < 0 ? 50 - half : 50)}%"), ("y", 1), ("width", $"{SvgAttribute.Number(half)}%"), ("height", 12));
        svg.Empty("line", ("class", "total-line"), ("x1", "50%"), ("x2", "50%"), ("y1", 0), ("y2", 14));
        return svg.Close().ToHtml();
    }
}
