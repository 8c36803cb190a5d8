using Microsoft.AspNetCore.Html;

namespace ParIndex.Web.Charts;

/// <summary>The mark of a side of a comparison: a letter in a shape of its own, so that no colour is needed to tell them apart.</summary>
internal static class SideMark
{
    /// <summary>The letter of a side, from 0.</summary>
    public static string Letter(int side) => ((char)('A' + side)).ToString();

    /// <summary>The mark beside a name or above a column. The letter is read out.</summary>
    public static IHtmlContent Draw(int side)
    {
        var svg = new SvgWriter();
        svg.Open("svg", ("class", "side-mark"), ("viewBox", "0 0 22 22"), ("role", "img"), ("aria-label", Letter(side)));
        Write(svg, side, 11, 11, 12.6m);
        return svg.Close().ToHtml();
    }

    /// <summary>The mark in a drawing, about 20 units wide.</summary>
    public static void Write(SvgWriter svg, int side, decimal x, decimal y, decimal text)
    {
        var (ground, letter) = side % 3 == 1 ? ("fill-accent", "t-on-accent") : ("fill-ink", "t-paper");
        var isHollow = side >= 3;
        var css = isHollow ? "side-hollow" : ground;
        switch (side % 3)
        {
            case 0:
                svg.Empty("circle", ("class", css), ("cx", x), ("cy", y), ("r", 9));
                break;
            case 1:
                svg.Empty("rect", ("class", css), ("x", x - 8.5m), ("y", y - 8.5m), ("width", 17), ("height", 17));
                break;
            default:
                svg.Empty("path", ("class", css), ("d", $"M{SvgAttribute.Number(x)} {SvgAttribute.Number(y - 10.5m)}L{SvgAttribute.Number(x + 10.5m)} {SvgAttribute.Number(y)}L{SvgAttribute.Number(x)} {SvgAttribute.Number(y + 10.5m)}L{SvgAttribute.Number(x - 10.5m)} {SvgAttribute.Number(y)}Z"));
                break;
        }

        svg.Leaf("text", Letter(side), ("class", (isHollow ? "t-ink" : letter) + " bold"), ("x", x), ("y", y + (text * 0.36m)), ("font-size", text), ("text-anchor", "middle"));
    }
}
