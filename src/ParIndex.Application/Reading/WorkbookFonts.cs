using System.Globalization;
using System.Xml.Linq;

namespace ParIndex.Application.Reading;

/// <summary>Which fonts and number formats of a workbook strike, raise or hide what they show.</summary>
internal sealed class WorkbookFonts
{
    private readonly HashSet<int> struckStyles = [];

    /// <param name="styleSheet">The root of the styles part; empty when there is none.</param>
    internal static WorkbookFonts Of(IReadOnlyList<XElement> styleSheet)
    {
        var fonts = new WorkbookFonts();
        var struck = Children(styleSheet, "fonts").Select(IsStruck).ToList();
        var hiding = Children(styleSheet, "numFmts").Where(format => IsHiding((string?)format.Attribute("formatCode"))).Select(format => (string?)format.Attribute("numFmtId")).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, style) in Children(styleSheet, "cellXfs").Index())
        {
            var font = int.TryParse((string?)style.Attribute("fontId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
            if ((font < struck.Count && struck[font]) || hiding.Contains((string?)style.Attribute("numFmtId")))
            {
                fonts.struckStyles.Add(index);
            }
        }

        return fonts;
    }

    /// <summary>Whether all that a style shows is struck out or not shown at all.</summary>
    internal bool IsLeftOut(int style) => struckStyles.Contains(style);

    /// <summary>The text of a string item and what of it is struck; both <c>null</c> for one without runs of several fonts.</summary>
    internal static (string? Text, string? Left) TextOf(XElement item)
    {
        var runs = item.Elements().Where(element => element.Name.LocalName == "r").ToList();
        if (runs.Count == 0)
        {
            return (null, null);
        }

        var (text, left) = ("", "");
        foreach (var run in runs)
        {
            var words = string.Concat(run.Elements().Where(element => element.Name.LocalName == "t").Select(element => element.Value));
            var properties = run.Elements().FirstOrDefault(element => element.Name.LocalName == "rPr");
            var raised = properties?.Elements().FirstOrDefault(element => element.Name.LocalName == "vertAlign")?.Attribute("val")?.Value;
            if (properties is not null && IsStruck(properties))
            {
                left += words;
            }
            else
            {
                text += raised is "superscript" or "subscript" ? CellText.Raised(words) : words;
            }
        }

        return (text, left.Length > 0 ? left : null);
    }

    private static bool IsStruck(XElement font) =>
        font.Elements().Any(element => element.Name.LocalName == "strike" && (string?)element.Attribute("val") is not ("0" or "false"));

    /// <summary>“;;;” shows nothing of a number.</summary>
    private static bool IsHiding(string? format) => format is { Length: >= 2 } && format.All(sign => sign is ';' or ' ');

    private static IEnumerable<XElement> Children(IReadOnlyList<XElement> styleSheet, string list) =>
        styleSheet.Elements().Where(element => element.Name.LocalName == list).Elements();
}
