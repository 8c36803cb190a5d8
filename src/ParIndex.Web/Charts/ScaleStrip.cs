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
        Open(svg, title, parts, size, Strip + (size.Text * 3.4m), texts);
        foreach (var part in parts)
        {
            var width = size.Width * part.Points / all;
            svg.Empty("rect", ("class", part.IsSurvey ? "fill-accent" : "fill-bar"), ("x", x), ("y", 0), ("width", Math.Max(1, width - 2)), ("height", Strip));
            if (width > size.WidthOf(part.Code) + 10)
            {
                Text(svg, size, part.Code, x + 8, (Strip / 2) + (size.Text * 0.35m), part.IsSurvey ? "t-on-accent bold" : "t-on-bar bold");
                Text(svg, size, texts.Trimmed(part.Points), x + 2, Strip + (size.Text * 1.5m), "t-ink bold");
                Name(svg, size, Fitting(part.Name, width - 6, size), x + 2, Strip + (size.Text * 2.9m));
            }

            x += width;
        }

        svg.Close();
    }

    private static void WriteBars(SvgWriter svg, string title, IReadOnlyList<ScalePart> parts, ChartSize size, PublicTexts texts)
    {
        var row = (size.Text * 1.4m) + 20;
        var (most, room) = (parts.Max(part => part.Points), size.Width - size.WidthOf("100,00"));
        Open(svg, title, parts, size, parts.Count * row, texts);
        foreach (var (position, part) in parts.Index())
        {
            var y = position * row;
            var width = room * part.Points / most;
            Name(svg, size, Fitting($"{part.Code} {part.Name}", size.Width, size), 0, y + size.Text);
            svg.Empty("rect", ("class", part.IsSurvey ? "fill-accent" : "fill-bar"), ("x", 0), ("y", y + (size.Text * 1.4m)), ("width", width), ("height", 11));
            Text(svg, size, texts.Trimmed(part.Points), width + 7, y + (size.Text * 1.4m) + 10, "t-ink bold");
        }

        svg.Close();
    }

    /// <summary>As many words as fit; the whole name is read out.</summary>
    private static string Fitting(string name, decimal width, ChartSize size)
    {
        var words = name.Split(' ');
        var count = Enumerable.Range(1, words.Length).TakeWhile(number => size.WidthOf(string.Join(' ', words.Take(number))) <= width).LastOrDefault();
        return count == words.Length ? name : count == 0 ? "" : string.Join(' ', words.Take(count)).TrimEnd(',') + (size.WidthOf(string.Join(' ', words.Take(count)) + "…") <= width ? "…" : "");
    }

    /// <summary>A name of the decision is Vietnamese on an English page too.</summary>
    private static void Name(SvgWriter svg, ChartSize size, string name, decimal x, decimal y) =>
        svg.Leaf("text", name, ("lang", "vi"), ("class", "t-ink2"), ("x", x), ("y", y), ("font-size", size.Text), ("text-anchor", "start"));

    private static void Text(SvgWriter svg, ChartSize size, string text, decimal x, decimal y, string cssClass) =>
        svg.Leaf("text", text, ("class", cssClass), ("x", x), ("y", y), ("font-size", size.Text), ("text-anchor", "start"));
}
