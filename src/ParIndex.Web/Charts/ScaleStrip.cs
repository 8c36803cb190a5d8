using Microsoft.AspNetCore.Html;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>A field of a scale.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">What it holds of the scale, more than 0.</param>
/// <param name="IsSurvey">Whether a survey alone decides it.</param>
public sealed record ScalePart(string Code, string Name, decimal Points, bool IsSurvey);

/// <summary>Where the points of a scale lie: on a desk one strip of all fields, on a phone a bar each.</summary>
internal static class ScaleStrip
{
    private const decimal Strip = 44;

    private const decimal Leading = 1.3m;

    private const int MostLines = 4;

    /// <param name="title">What is drawn.</param>
    /// <param name="parts">The fields in their order.</param>
    /// <param name="texts">The language it speaks.</param>
    public static IHtmlContent Draw(string title, IReadOnlyList<ScalePart> parts, PublicTexts texts)
    {
        var svg = new SvgWriter();
        svg.Open("div", ("class", "chart full"));
        foreach (var size in ChartSize.For(ChartPlace.Full))
        {
            if (size == ChartSize.Wide)
            {
                WriteStrip(svg, title, parts, size, texts);
            }
            else
            {
                WriteBars(svg, title, parts, size, texts);
            }
        }

        return svg.Close().ToHtml();
    }

    private static void Open(SvgWriter svg, string title, IEnumerable<ScalePart> parts, ChartSize size, decimal height, PublicTexts texts) => svg
        .Open("svg", ("class", size.CssClass), ("viewBox", $"0 0 {SvgAttribute.Number(size.Width)} {SvgAttribute.Number(height)}"), ("role", "img"))
        .Leaf("title", title).Leaf("desc", string.Join("; ", parts.Select(part => $"{part.Code} {part.Name}: {texts.Trimmed(part.Points)}")) + ".");

    private static void WriteStrip(SvgWriter svg, string title, IReadOnlyList<ScalePart> parts, ChartSize size, PublicTexts texts)
    {
        var (all, x) = (parts.Sum(part => part.Points), 0m);
        // Smaller, for the narrowest field to hold its name; what is lettered is wide enough for a code.
        var small = size with { Text = size.Text - 1.5m };
        var names = parts.Select(part => small.Lines(part.Name, size.Width * part.Points / all, MostLines)).ToList();
        Open(svg, title, parts, size, Strip + (size.Text * 1.9m) + (names.Max(lines => lines.Count) * small.Text * Leading), texts);
        foreach (var (part, name) in parts.Zip(names))
        {
            var width = size.Width * part.Points / all;
            svg.Empty("rect", ("class", part.IsSurvey ? "fill-accent" : "fill-bar"), ("x", x), ("y", 0), ("width", Math.Max(1, width - 2)), ("height", Strip));
            if (width > size.WidthOf(part.Code) + 10)
            {
                Text(svg, size, part.Code, x + 8, (Strip / 2) + (size.Text * 0.35m), part.IsSurvey ? "t-on-accent bold" : "t-on-bar bold");
                Text(svg, size, texts.Trimmed(part.Points), x + 2, Strip + (size.Text * 1.5m), "t-ink bold");
                Name(svg, small, name, x + 2, Strip + (size.Text * 2.9m));
            }

            x += width;
        }

        svg.Close();
    }

    private static void WriteBars(SvgWriter svg, string title, IReadOnlyList<ScalePart> parts, ChartSize size, PublicTexts texts)
    {
        var (most, room) = (parts.Max(part => part.Points), size.Width - size.WidthOf("100,00"));
        var names = parts.Select(part => size.Lines($"{part.Code} {part.Name}", size.Width, MostLines)).ToList();
        Open(svg, title, parts, size, names.Sum(lines => (lines.Count * size.Text * Leading) + 27), texts);
        var y = 0m;
        foreach (var (part, name) in parts.Zip(names))
        {
            var width = room * part.Points / most;
            Name(svg, size, name, 0, y + size.Text);
            y += name.Count * size.Text * Leading;
            svg.Empty("rect", ("class", part.IsSurvey ? "fill-accent" : "fill-bar"), ("x", 0), ("y", y + 4), ("width", width), ("height", 11));
            Text(svg, size, texts.Trimmed(part.Points), width + 7, y + 14, "t-ink bold");
            y += 27;
        }

        svg.Close();
    }

    /// <summary>A name of the decision is Vietnamese on an English page too.</summary>
    private static void Name(SvgWriter svg, ChartSize size, IReadOnlyList<string> lines, decimal x, decimal y)
    {
        foreach (var (position, line) in lines.Index())
        {
            svg.Leaf("text", line, ("lang", "vi"), ("class", "t-ink2"), ("x", x), ("y", y + (position * size.Text * Leading)), ("font-size", size.Text), ("text-anchor", "start"));
        }
    }

    private static void Text(SvgWriter svg, ChartSize size, string text, decimal x, decimal y, string cssClass) =>
        svg.Leaf("text", text, ("class", cssClass), ("x", x), ("y", y), ("font-size", size.Text), ("text-anchor", "start"));
}
