using Microsoft.AspNetCore.Html;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>A field with the share of its maximum that each side achieved.</summary>
/// <param name="Name">The field with its code.</param>
/// <param name="Shares">Per cent, a side each; <c>null</c> where nothing applied.</param>
/// <param name="Median">The median of the group, per cent; <c>null</c> for no mark.</param>
/// <param name="Difference">What stands at the end of the row; <c>null</c> for nothing.</param>
public sealed record FieldRow(string Name, IReadOnlyList<decimal?> Shares, decimal? Median = null, string? Difference = null);

/// <summary>Sides on a common axis in per cent of each one's maximum, a row a field: letters of units, or a hollow and a solid dot of two years.</summary>
internal static class SideChart
{
    private const decimal MarkWidth = 21;

    private const decimal Row = 34;

    private const decimal Leading = 1.25m;

    /// <param name="title">What is drawn.</param>
    /// <param name="rows">The fields.</param>
    /// <param name="sides">The names of the sides, for those who hear the drawing.</param>
    /// <param name="isOverYears">Whether the sides are two years of one unit.</param>
    /// <param name="texts">The language it speaks.</param>
    public static IHtmlContent Draw(string title, IReadOnlyList<FieldRow> rows, IReadOnlyList<string> sides, bool isOverYears, PublicTexts texts)
    {
        var svg = new SvgWriter();
        svg.Open("div", ("class", "chart full"));
        foreach (var size in ChartSize.For(ChartPlace.Full))
        {
            Write(svg, title, rows, sides, isOverYears, size, texts);
        }

        return svg.Close().ToHtml();
    }

    /// <summary>The axis of the rows: down to the next ten below the lowest share.</summary>
    public static ValueAxis Axis(IReadOnlyList<FieldRow> rows)
    {
        var lowest = rows.SelectMany(row => row.Shares).Concat(rows.Select(row => row.Median)).OfType<decimal>().DefaultIfEmpty(0).Min();
        return ValueAxis.Covering([decimal.Floor(Math.Min(lowest, 90) / 10) * 10, 100], []);
    }

    private static void Write(SvgWriter svg, string title, IReadOnlyList<FieldRow> rows, IReadOnlyList<string> sides, bool isOverYears, ChartSize size, PublicTexts texts)
    {
        var axis = Axis(rows);
        var isNarrow = size == ChartSize.Narrow;
        var left = isNarrow ? 12 : size == ChartSize.Medium ? 190 : 330;
        var right = size.Width - (rows.Any(row => row.Difference is not null) ? size.WidthOf("▲ +10,67") + 14 : 16);
        // A long name takes two lines: beside its row, on a phone above it.
        var names = rows.Select(row => size.Lines(row.Name, isNarrow ? size.Width : left - 16, most: 2)).ToList();
        var top = size.Text * 1.8m;
        var bottom = top + names.Sum(Height);
        decimal Height(IReadOnlyList<string> lines) => Row + (isNarrow ? size.Text * (0.25m + (lines.Count * Leading)) : (lines.Count - 1) * 6);
        svg.Open("svg", ("class", size.CssClass), ("viewBox", $"0 0 {SvgAttribute.Number(size.Width)} {SvgAttribute.Number(bottom)}"), ("role", "img"));
        svg.Leaf("title", title).Leaf("desc", string.Join(" ", rows.Select(row => $"{row.Name}: {string.Join("; ", row.Shares.Zip(sides, (share, side) => $"{side} {(share is { } known ? texts.Percent(known, 1) : texts.Compare.None)}"))}.")));
        foreach (var mark in axis.Marks(right - left, least: 44))
        {
            var x = axis.Place(mark, left, right - left);
            svg.Empty("line", ("class", "rule"), ("x1", x), ("x2", x), ("y1", top), ("y2", bottom));
            Text(svg, size, texts.Trimmed(mark) + "%", x, size.Text, "t-muted", "middle");
        }

        var above = top;
        foreach (var (row, name) in rows.Zip(names))
        {
            var y = above + (isNarrow ? Height(name) - (Row / 2) : Height(name) / 2);
            var first = isNarrow ? above + size.Text + 2 : y + (size.Text * (0.36m - ((name.Count - 1) * Leading / 2)));
            foreach (var (position, line) in name.Index())
            {
                // The name of a field is the decision's, on an English page too.
                svg.Leaf("text", line, ("lang", "vi"), ("class", "t-ink bold halo"), ("x", 0), ("y", first + (position * size.Text * Leading)), ("font-size", size.Text), ("text-anchor", "start"));
            }

            WriteRow(svg, row, value => axis.Place(value, left, right - left), y, isOverYears, size);
            if (row.Difference is { } difference)
            {
                Text(svg, size, difference, size.Width, y + (size.Text * 0.36m), "t-ink bold", "end");
            }

            above += Height(name);
        }

        svg.Close();
    }

    private static void WriteRow(SvgWriter svg, FieldRow row, Func<decimal, decimal> place, decimal y, bool isOverYears, ChartSize size)
    {
        var known = row.Shares.OfType<decimal>().ToList();
        if (known.Count > 1)
        {
            svg.Empty("line", ("class", isOverYears ? "line" : "leader"), ("x1", place(known.Min())), ("x2", place(known.Max())), ("y1", y), ("y2", y));
        }

        if (row.Median is { } median)
        {
            svg.Empty("line", ("class", "tick"), ("x1", place(median)), ("x2", place(median)), ("y1", y - 11), ("y2", y + 11));
        }

        // The first side is drawn last and lies on top.
        var marked = row.Shares.Index().Where(share => share.Item is not null).Select(share => (Side: share.Index, X: place(share.Item!.Value))).Reverse().ToList();
        if (isOverYears)
        {
            foreach (var (side, x) in marked)
            {
                svg.Empty("circle", ("class", side == 0 ? "year-hollow" : "fill-accent"), ("cx", x), ("cy", y), ("r", 6));
            }

            return;
        }

        foreach (var (side, x) in Apart(marked))
        {
            SideMark.Write(svg, side, x, y, size.Text);
        }
    }

    /// <summary>Marks that would cover one another stand side by side, about the place they share.</summary>
    private static IEnumerable<(int Side, decimal X)> Apart(IEnumerable<(int Side, decimal X)> marks)
    {
        var groups = new List<List<(int Side, decimal X)>>();
        foreach (var mark in marks.OrderBy(mark => mark.X).ThenBy(mark => mark.Side))
        {
            if (groups.Count > 0 && mark.X - groups[^1].Average(other => other.X) < MarkWidth * (groups[^1].Count + 1) / 2)
            {
                groups[^1].Add(mark);
            }
            else
            {
                groups.Add([mark]);
            }
        }

        return groups.SelectMany(group => group.Select((mark, i) => (mark.Side, group.Count == 1 ? mark.X : group.Average(other => other.X) + ((i - ((group.Count - 1) / 2m)) * MarkWidth))));
    }

    private static void Text(SvgWriter svg, ChartSize size, string text, decimal x, decimal y, string cssClass, string anchor) =>
        svg.Leaf("text", text, ("class", cssClass), ("x", x), ("y", y), ("font-size", size.Text), ("text-anchor", anchor));
}
