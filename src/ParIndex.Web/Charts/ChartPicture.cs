using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Charts;

/// <summary>What surrounds a chart that stands for itself.</summary>
/// <param name="Title">What is drawn, of whom, in which year.</param>
/// <param name="Source">Which release it is of: version and the beginning of the digest.</param>
/// <param name="Site">Whose portal it comes from.</param>
public sealed record ChartFrame(string Title, string Source, string Site);

/// <summary>
/// A chart as a picture of its own: its widest drawing with a title above and the source below, and with all it needs to be
/// shown by any program. Links stay behind.
/// </summary>
public static class ChartPicture
{
    private const decimal Margin = 28;

    private const decimal TitleSize = 21;

    private const decimal SourceSize = 12.5m;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The document of a chart.</summary>
    /// <param name="chart">The chart as pages draw it.</param>
    /// <param name="frame">What surrounds it.</param>
    /// <param name="style">Its style.</param>
    public static string Of(IHtmlContent chart, ChartFrame frame, ChartSheet style)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(style);
        var drawing = Widest(chart);
        var size = Box(drawing);
        var lines = Wrapped(frame.Title, TitleSize, size.Width);
        var top = Margin + (lines.Count * TitleSize * 1.3m) + 8;
        var (width, height) = (size.Width + (2 * Margin), top + size.Height + (SourceSize * 3.4m) + Margin);
        drawing.SetAttributeValue("x", Number(Margin));
        drawing.SetAttributeValue("y", Number(top));
        drawing.SetAttributeValue("width", Number(size.Width));
        drawing.SetAttributeValue("height", Number(size.Height));
        var foot = height - Margin;
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", frame.Title),
            new XElement(Svg + "desc", drawing.Element(Svg + "desc")?.Value + " " + frame.Source),
            new XElement(Svg + "style", style.Rules),
            new XElement(Svg + "rect", new XAttribute("width", Number(width)), new XAttribute("height", Number(height)), new XAttribute("fill", style["paper"])),
            lines.Select((line, position) => Text(line, Margin, Margin + ((position + 0.8m) * TitleSize * 1.3m), TitleSize, "t-ink bold")),
            drawing,
            Text(frame.Source, Margin, foot - (SourceSize * 1.4m), SourceSize, "t-ink2"),
            Text(frame.Site, Margin, foot, SourceSize, "t-ink2")).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A picture of 1200 × 630 for pages that show a link to another: a name, a large figure, what it is, and the chart.</summary>
    public static string Card(IHtmlContent chart, string name, string figure, string about, ChartFrame frame, ChartSheet style)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(style);
        const decimal Width = 1200, Height = 630, Side = 64;
        var drawing = Widest(chart);
        var size = Box(drawing);
        var lines = Wrapped(name, 46, Width - (2 * Side));
        var below = 118 + ((lines.Count - 1) * 56);
        var scale = Math.Min((Width - (2 * Side)) / size.Width, (Height - below - 232) / size.Height);
        drawing.SetAttributeValue("x", Number(Side));
        drawing.SetAttributeValue("y", Number(below + 148));
        drawing.SetAttributeValue("width", Number(size.Width * scale));
        drawing.SetAttributeValue("height", Number(size.Height * scale));
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", "0 0 1200 630"),
            new XAttribute("width", "1200"),
            new XAttribute("height", "630"),
            new XElement(Svg + "style", style.Rules),
            new XElement(Svg + "rect", new XAttribute("width", "1200"), new XAttribute("height", "630"), new XAttribute("fill", style["paper"])),
            new XElement(Svg + "rect", new XAttribute("width", "1200"), new XAttribute("height", "14"), new XAttribute("fill", style["star"])),
            lines.Select((line, position) => Text(line, Side, 96 + (position * 56), 46, "t-ink bold")),
            Text(figure, Side, below + 78, 84, "t-ink bold"),
            Text(about, Side, below + 122, 27, "t-ink2"),
            drawing,
            Text(frame.Source, Side, Height - 52, 20, "t-ink2"),
            Text(frame.Site, Side, Height - 22, 20, "t-ink2")).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Text(string text, decimal x, decimal y, decimal size, string css) => new(
        Svg + "text", new XAttribute("class", css), new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("font-size", Number(size)), text);

    /// <summary>The last drawing of a chart is its widest.</summary>
    private static XElement Widest(IHtmlContent chart)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        chart.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        var drawing = XElement.Parse(writer.ToString()).DescendantsAndSelf("svg").Last();
        drawing = new XElement(drawing);
        foreach (var element in drawing.DescendantsAndSelf())
        {
            element.Name = Svg + element.Name.LocalName;
        }

        foreach (var link in drawing.Descendants(Svg + "a").ToList())
        {
            link.ReplaceWith(link.Nodes());
        }

        drawing.Descendants(Svg + "text").Where(text => ((string?)text.Attribute("class"))?.Contains("dot-name", StringComparison.Ordinal) == true).Remove();
        drawing.SetAttributeValue("role", null);
        return drawing;
    }

    private static (decimal Width, decimal Height) Box(XElement drawing) =>
        ((string)drawing.Attribute("viewBox")!).Split(' ').Select(DataNumber.Read).ToList() is [_, _, { } width, { } height]
            ? (width, height)
            : throw new InvalidOperationException("A drawing has no view box of four numbers.");

    private static List<string> Wrapped(string text, decimal size, decimal width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (longer.Length * size * 0.56m > width && lines[^1].Length > 0)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return lines;
    }

    private static string Number(decimal value) => NumberWriter.DataTrimmed(Rounding.HalfAwayFromZero(value, 1));
}
