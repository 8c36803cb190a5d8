using Microsoft.AspNetCore.Html;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>
/// A province's place in a national index over the years, on the full scale from first to last place, so that a small
/// change looks small. The line breaks where a year is missing.
/// </summary>
public static class RankLine
{
    private const decimal Gutter = 34;
    private const decimal Top = 28;
    private const decimal Bottom = 126;

    /// <param name="title">The chart's name: the index and the province.</param>
    /// <param name="points">One a year, in any order.</param>
    /// <param name="texts">The language it speaks; Vietnamese when none is given.</param>
    /// <exception cref="ArgumentException">Two points of the same year.</exception>
    public static IHtmlContent Draw(string title, IEnumerable<RankPoint> points, PublicTexts? texts = null)
    {
        var ordered = points.OrderBy(point => point.Year).ToList();
        if (ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Year == pair.Second.Year))
        {
            throw new ArgumentException("Each year has one point.", nameof(points));
        }

        var svg = new SvgWriter();
        svg.Open("div", ("class", "chart"));
        foreach (var size in ChartSize.For(ChartPlace.Half))
        {
            Write(svg, title, ordered, size, (texts ?? PublicTexts.Vietnamese).Chart);
        }

        return svg.Close().ToHtml();
    }

    private static void Write(SvgWriter svg, string title, List<RankPoint> points, ChartSize size, ChartTexts words)
    {
        var line = size.Text * 1.4m;
        var below = points.Exists(point => point.Below is not null) ? 2 : 1;
        var height = Bottom + ((below + 1) * line) - 4;
        svg.Open("svg", ("class", size.CssClass), ("viewBox", $"0 0 {SvgAttribute.Number(size.Width)} {SvgAttribute.Number(height)}"), ("role", "img"));
        svg.Leaf("title", title).Leaf("desc", Describe(points, words));
        if (points.Count == 0)
        {
            WriteText(svg, size, words.Nothing, size.Width / 2, (Top + Bottom) / 2, "t-muted");
        }
        else
        {
            WriteScale(svg, points, size);
            WriteLine(svg, points, size);
            WritePoints(svg, points, size, line);
        }

        svg.Close();
    }

    private static string Describe(List<RankPoint> points, ChartTexts words) => points.Count == 0
        ? words.Nothing + "."
        : string.Join("; ", points.Select(point => point.Rank is { } rank
            ? words.Placed(point.Year, $"{rank}/{point.Of}")
            : words.NotPlaced(point.Year))) + ".";

    /// <summary>The first and the last place. Provinces merge, so where their number changes the last place is drawn year by year.</summary>
    private static void WriteScale(SvgWriter svg, List<RankPoint> points, ChartSize size)
    {
        WriteRule(svg, Gutter, size.Width, Top);
        WriteText(svg, size, "1", Gutter - 8, Top + 4, "t-muted", "end");
        WriteText(svg, size, SvgAttribute.Number(points[0].Of), Gutter - 8, Y(points[0].Of, points) + 4, "t-muted", "end");
        if (points.TrueForAll(point => point.Of == points[0].Of))
        {
            WriteRule(svg, Gutter, size.Width, Y(points[0].Of, points));
            return;
        }

        var half = Spacing(points, size) / 2;
        foreach (var point in points)
        {
            var x = X(point, points, size);
            WriteRule(svg, Math.Max(Gutter, x - half), Math.Min(size.Width, x + half), Y(point.Of, points));
        }
    }

    private static void WriteRule(SvgWriter svg, decimal from, decimal to, decimal y) =>
        svg.Empty("line", ("class", "rule"), ("x1", from), ("x2", to), ("y1", y), ("y2", y));

    private static void WriteLine(SvgWriter svg, List<RankPoint> points, ChartSize size)
    {
        var path = "";
        RankPoint? before = null;
        foreach (var point in points.Where(point => point.Rank is not null))
        {
            var joins = before is not null && before.Year + 1 == point.Year;
            path += (joins ? "L" : "M") + SvgAttribute.Number(X(point, points, size)) + " " + SvgAttribute.Number(Y(point.Rank!.Value, points));
            before = point;
        }

        if (path.Length > 0)
        {
            svg.Empty("path", ("class", "line"), ("d", path));
        }
    }

    private static void WritePoints(SvgWriter svg, List<RankPoint> points, ChartSize size, decimal line)
    {
        var widest = points.SelectMany(Labels).Max(size.WidthOf) + 6;
        var every = (int)decimal.Ceiling(widest / Spacing(points, size));
        var last = points[^1].Year;
        foreach (var point in points)
        {
            var x = X(point, points, size);
            if (point.Rank is { } rank)
            {
                svg.Empty("circle", ("class", "fill-accent"), ("cx", x), ("cy", Y(rank, points)), ("r", 5));
            }

            // Where labels would meet, every second or third is written, counted from the newest year.
            if ((last - point.Year) % every != 0)
            {
                continue;
            }

            if (point.Rank is { } named)
            {
                WriteText(svg, size, RankText(point, named), x, Y(named, points) - 11, "t-ink bold halo");
            }

            WriteText(svg, size, SvgAttribute.Number(point.Year), x, Bottom + line + 2, "t-ink2");
            if (point.Below is not null)
            {
                WriteText(svg, size, point.Below, x, Bottom + (2 * line) + 2, "t-muted");
            }
        }
    }

    private static IEnumerable<string> Labels(RankPoint point) =>
        [SvgAttribute.Number(point.Year), point.Below ?? "", point.Rank is { } rank ? RankText(point, rank) : ""];

    private static string RankText(RankPoint point, int rank) =>
        $"{SvgAttribute.Number(rank)}/{SvgAttribute.Number(point.Of)}";

    private static void WriteText(SvgWriter svg, ChartSize size, string text, decimal x, decimal y, string cssClass, string anchor = "middle") =>
        svg.Leaf("text", text, ("class", cssClass), ("x", x), ("y", y), ("font-size", size.Text), ("text-anchor", anchor));

    private static decimal Y(int rank, List<RankPoint> points)
    {
        var lastPlace = points.Max(point => Math.Max(point.Of, point.Rank ?? 1));
        return lastPlace <= 1 ? Top : Top + ((Bottom - Top) * (rank - 1) / (lastPlace - 1));
    }

    private static decimal Left(List<RankPoint> points, ChartSize size) =>
        Gutter + (points.SelectMany(Labels).Max(size.WidthOf) / 2);

    private static decimal Spacing(List<RankPoint> points, ChartSize size)
    {
        var years = points[^1].Year - points[0].Year;
        var right = size.Width - (Left(points, size) - Gutter);
        return (right - Left(points, size)) / Math.Max(1, years);
    }

    private static decimal X(RankPoint point, List<RankPoint> points, ChartSize size) => points.Count == 1
        ? (Gutter + size.Width) / 2
        : Left(points, size) + ((point.Year - points[0].Year) * Spacing(points, size));
}
