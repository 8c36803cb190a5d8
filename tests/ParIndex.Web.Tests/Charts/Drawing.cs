using System.Globalization;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace ParIndex.Web.Tests.Charts;

/// <summary>A chart read back: parsing it proves it well-formed, the properties say what a reader would see.</summary>
internal sealed class Drawing
{
    private readonly XElement _svg;

    private Drawing(XElement svg) => _svg = svg;

    public static string Markup(IHtmlContent chart)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        chart.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>Every drawing of a chart, narrow first.</summary>
    public static IReadOnlyList<Drawing> All(IHtmlContent chart)
    {
        var root = XDocument.Parse(Markup(chart)).Root!;
        return root.DescendantsAndSelf("svg").Select(svg => new Drawing(svg)).ToList();
    }

    public string CssClass => Attribute(_svg, "class");

    public string Title => _svg.Element("title")!.Value;

    public string Description => _svg.Element("desc")!.Value;

    public string Role => Attribute(_svg, "role");

    public decimal Width => ViewBox[2];

    public decimal Height => ViewBox[3];

    public IReadOnlyList<(decimal X, decimal Y, decimal Radius, string? Class, string? Name)> Dots =>
        _svg.Descendants("circle").Select(circle => (Number(circle, "cx"), Number(circle, "cy"), Number(circle, "r"),
            (string?)circle.Attribute("class") ?? (string?)circle.Parent!.Attribute("class"), circle.Element("title")?.Value)).ToList();

    public IReadOnlyList<(string Key, decimal Left, decimal Top, decimal Right, decimal Bottom)> Zones =>
        _svg.Descendants("rect").Where(rect => Attribute(rect, "class").StartsWith("zone ", StringComparison.Ordinal))
            .Select(rect => (Attribute(rect, "class")["zone fill-".Length..], Number(rect, "x"), Number(rect, "y"),
                Number(rect, "x") + Number(rect, "width"), Number(rect, "y") + Number(rect, "height"))).ToList();

    public IReadOnlyList<(string Text, decimal X, decimal Y, decimal Size, string Anchor)> Texts =>
        _svg.Descendants("text").Select(text => (text.Value, Number(text, "x"), Number(text, "y"), Number(text, "font-size"), Attribute(text, "text-anchor"))).ToList();

    /// <summary>What can be pressed: address and name.</summary>
    public IReadOnlyList<(string Address, string Name)> Links => _svg.Descendants("a").Select(link => (Attribute(link, "href"), Attribute(link, "aria-label"))).ToList();

    /// <summary>The bars of a histogram: class, left, right, top, what is read of it.</summary>
    public IReadOnlyList<(string Class, decimal Left, decimal Right, decimal Top, string Name)> Bars => _svg.Elements("rect").Where(rect => rect.Element("title") is not null)
        .Select(rect => (Attribute(rect, "class"), Number(rect, "x"), Number(rect, "x") + Number(rect, "width"), Number(rect, "y"), rect.Element("title")!.Value)).ToList();

    public IReadOnlyList<(string Class, decimal Y1, decimal Y2)> Lines =>
        _svg.Descendants("line").Select(line => (Attribute(line, "class"), Number(line, "y1"), Number(line, "y2"))).ToList();

    public IReadOnlyList<string> Paths(string cssClass) =>
        _svg.Descendants("path").Where(path => Attribute(path, "class") == cssClass).Select(path => Attribute(path, "d")).ToList();

    public IReadOnlyList<XElement> Rectangles => _svg.Elements("rect").ToList();

    public static string Attribute(XElement element, string name) => (string?)element.Attribute(name) ?? "";

    public static decimal Number(XElement element, string name) =>
        decimal.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private decimal[] ViewBox => Attribute(_svg, "viewBox").Split(' ').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray();
}
