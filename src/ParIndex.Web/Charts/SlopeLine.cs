using Microsoft.AspNetCore.Html;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>A unit's place before and after.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">The place it had.</param>
/// <param name="After">The place it has.</param>
/// <param name="IsCause">Whether its own figures changed: others were moved by it.</param>
public sealed record SlopeMark(string Name, int Before, int After, bool IsCause = false);

/// <summary>
/// Places in two versions, joined by a line a unit: who rises and who is passed is seen by what crosses. Rows stand in the order of
/// the places, not as far apart as they are.
/// </summary>
public static class SlopeLine
{
    private const decimal Gap = 6;

    /// <param name="title">What is drawn.</param>
    /// <param name="before">What stands above the earlier places.</param>
    /// <param name="after">What stands above the later ones.</param>
    /// <param name="marks">The units, in the order in which equal places are named.</param>
    /// <param name="texts">The language it speaks.</param>
    public static IHtmlContent Draw(string title, string before, string after, IReadOnlyList<SlopeMark> marks, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(texts);
        var svg = new SvgWriter();
        svg.Open("div", ("class", "chart"));
        foreach (var size in ChartSize.For(ChartPlace.Half))
        {
            Write(svg, title, before, after, marks, size, texts.Difference);
        }

        return svg.Close().ToHtml();
    }

    private static void Write(SvgWriter svg, string title, string before, string after, IReadOnlyList<SlopeMark> marks, ChartSize size, DifferenceTexts words)
    {
        var (row, top) = (size.Text * 2, size.Text * 2.6m);
        // The lines have less room on a phone, where names need it.
        var (left, right) = size == ChartSize.Narrow ? (0.39m * size.Width, 0.61m * size.Width) : (0.4m * size.Width, 0.6m * size.Width);
        var earlier = marks.Index().OrderBy(pair => pair.Item.Before).Select(pair => pair.Index).ToList();
        var later = marks.Index().OrderBy(pair => pair.Item.After).Select(pair => pair.Index).ToList();
        svg.Open("svg", ("class", size.CssClass), ("viewBox", $"0 0 {SvgAttribute.Number(size.Width)} {SvgAttribute.Number(top + (marks.Count * row) - (row / 2))}"), ("role", "img"));
        svg.Leaf("title", title).Leaf("desc", string.Join("; ", marks.Select(mark => words.SlopePoint(mark.Name, mark.Before, mark.After))) + ".");
        Text(svg, size, before, left, size.Text, "t-muted", "end");
        Text(svg, size, after, right, size.Text, "t-muted", "start");
        // What caused it lies on top of what it crosses.
        foreach (var (index, mark) in marks.Index().OrderBy(pair => pair.Item.IsCause))
        {
            var (from, to, middle) = (top + (earlier.IndexOf(index) * row), top + (later.IndexOf(index) * row), size.Text * 0.36m);
            svg.Empty("line", ("class", mark.IsCause ? "line" : "tick"), ("x1", left + Gap), ("y1", from), ("x2", right - Gap), ("y2", to));
            WriteName(svg, size, mark, left, from + middle, left, isBefore: true);
            WriteName(svg, size, mark, right, to + middle, size.Width - right, isBefore: false);
        }

        svg.Close();
    }

    /// <summary>Name and place: the place stands beside the line on either side.</summary>
    private static void WriteName(SvgWriter svg, ChartSize size, SlopeMark mark, decimal x, decimal y, decimal width, bool isBefore)
    {
        var css = mark.IsCause ? "t-accent bold" : mark.Before == mark.After ? "t-ink2" : "t-ink bold";
        var place = $"{(isBefore ? mark.Before : mark.After)}";
        var name = size.Clip(mark.Name, width - size.WidthOf(place + " "));
        // A name is Vietnamese on an English page too.
        svg.Leaf("text", isBefore ? $"{name} {place}" : $"{place} {name}", ("lang", "vi"), ("class", css), ("x", x), ("y", y), ("font-size", size.Text), ("text-anchor", isBefore ? "end" : "start"));
    }

    private static void Text(SvgWriter svg, ChartSize size, string text, decimal x, decimal y, string cssClass, string anchor) =>
        svg.Leaf("text", text, ("class", cssClass), ("x", x), ("y", y), ("font-size", size.Text), ("text-anchor", anchor));
}
