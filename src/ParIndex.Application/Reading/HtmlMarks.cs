using System.Text;
using AngleSharp.Dom;

namespace ParIndex.Application.Reading;

/// <summary>What of a page's cell is read: not what is struck out, hidden, drawn, or raised as a footnote.</summary>
internal static class HtmlMarks
{
    /// <summary>The cell's own text without tables inside it, scripts and footnote marks; and what of it is struck out or hidden.</summary>
    internal static (string Text, string? Left) Text(IElement cell)
    {
        var (text, left) = (new StringBuilder(), new StringBuilder());
        Append(IsStruck(cell) ? left : text, left, cell);
        var whole = text.ToString().TrimEnd();
        var bare = whole.TrimEnd('*').TrimEnd();
        return (bare.Length > 0 ? bare : whole, left.ToString().Trim() is { Length: > 0 } struck ? struck : null);
    }

    /// <summary>Whether the element's own markup keeps it from being shown.</summary>
    internal static bool IsHidden(IElement? element) =>
        element is not null && (element.HasAttribute("hidden") || Styles(element).Any(style => style is "display:none" or "visibility:hidden" or "visibility:collapse" or "mso-hide:all"));

    private static void Append(StringBuilder text, StringBuilder left, INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    // A line of the source is no line of the page.
                    text.Append(words.Data.ReplaceLineEndings(" "));
                    break;
                case IElement { LocalName: "table" or "script" or "style" or "template" or "svg" }:
                    break;
                case IElement inner when IsRepeatedForNarrow(inner):
                    break;
                case IElement inner when IsStruck(inner) || IsHidden(inner):
                    Append(left, left, inner);
                    break;
                case IElement inner when IsRaised(inner) && inner.QuerySelector("a[href$='#thang-diem']") is not null:
                    // The portal's own mark of a scale that was inferred.
                    text.Append("(*)");
                    break;
                case IElement inner when IsRaised(inner):
                    text.Append(CellText.Raised(inner.TextContent));
                    break;
                case IElement inner:
                    var apart = inner.LocalName is "br" or "p" or "div" or "li";
                    text.Append(apart ? "\n" : "");
                    Append(text, left, inner);
                    text.Append(apart ? "\n" : "");
                    break;
            }
        }
    }

    private static bool IsStruck(IElement element) =>
        element.LocalName is "del" or "s" or "strike" || Styles(element).Any(style => style.StartsWith("text-decoration", StringComparison.Ordinal) && style.Contains("line-through", StringComparison.Ordinal));

    private static bool IsRaised(IElement element) =>
        element.LocalName is "sup" or "sub" || Styles(element).Any(style => style is "vertical-align:super" or "vertical-align:sub" or "mso-text-raise");

    /// <summary>The portal's own pages repeat figures of other columns under the name, for narrow screens.</summary>
    private static bool IsRepeatedForNarrow(IElement element) => element.ClassList.Contains("narrow-only");

    private static IEnumerable<string> Styles(IElement element) =>
        (element.GetAttribute("style") ?? "").Split(';').Select(style => string.Concat(style.Where(sign => !char.IsWhiteSpace(sign))).ToLowerInvariant().Replace("!important", "", StringComparison.Ordinal));
}
