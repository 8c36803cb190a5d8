using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace ParIndex.Application.Reading;

/// <summary>
/// Watches a page while it is parsed. Thousands of elements left open cost the parser time and memory that grow with
/// the square: it searches them at every tag and reopens unclosed bold or links in every following block.
/// </summary>
internal sealed class HtmlGuard
{
    private const int MostElements = 1_000_000;
    private const int MostOpen = 500;

    /// <summary>Elements that hold nothing, or that the next of their kind closes.</summary>
    private static readonly HashSet<string> NeverOpen = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "caption", "rt", "rp",
    };

    private readonly Stack<string> open = new();
    private int elements;

    internal void Created()
    {
        if (++elements > MostElements)
        {
            throw Refused();
        }
    }

    /// <summary>Follows the tags pessimistically: an end tag closes only the element opened last.</summary>
    internal void Read(HtmlToken token)
    {
        if (token is not HtmlTagToken tag || NeverOpen.Contains(tag.Name))
        {
            return;
        }

        if (tag.Type == HtmlTokenType.EndTag)
        {
            if (open.TryPeek(out var last) && last == tag.Name)
            {
                open.Pop();
            }
        }
        else if (!tag.IsSelfClosing || !open.Contains("svg", StringComparer.Ordinal))
        {
            open.Push(tag.Name);
            if (open.Count > MostOpen)
            {
                throw Refused();
            }
        }
    }

    private static UnreadableTableException Refused() => UnreadableTableException.Of(ReadingWords.TangledPage());
}
