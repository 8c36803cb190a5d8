using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Charts;

/// <summary>One attribute of an SVG element: a text, or a number written the same under every culture.</summary>
/// <param name="Name">The attribute's name, a literal of ours.</param>
/// <param name="Value">Its value; escaped when written.</param>
public readonly record struct SvgAttribute(string Name, string Value)
{
    public static implicit operator SvgAttribute((string Name, string Value) pair) => new(pair.Name, pair.Value);

    public static implicit operator SvgAttribute((string Name, decimal Value) pair) => new(pair.Name, Number(pair.Value));

    /// <summary>A length with at most one decimal: a tenth of a pixel is finer than any screen.</summary>
    internal static string Number(decimal value) => NumberWriter.DataTrimmed(Rounding.HalfAwayFromZero(value, 1));
}

/// <summary>
/// Writes well-formed SVG. Every text and attribute value is escaped here and nowhere else, so a unit's name can hold
/// any sign; closing is counted, so a drawing cannot be left open.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();

    private readonly Stack<string> _open = new();

    /// <summary>Opens an element that <see cref="Close"/> will close.</summary>
    public SvgWriter Open(string name, params ReadOnlySpan<SvgAttribute> attributes)
    {
        Start(name, attributes);
        _text.Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>An element without content.</summary>
    public SvgWriter Empty(string name, params ReadOnlySpan<SvgAttribute> attributes)
    {
        Start(name, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>An element that holds only text.</summary>
    public SvgWriter Leaf(string name, string content, params ReadOnlySpan<SvgAttribute> attributes)
    {
        Open(name, attributes);
        AppendEscaped(content);
        return Close();
    }

    /// <summary>Closes the element opened last.</summary>
    public SvgWriter Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>The finished drawing.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public IHtmlContent ToHtml() => _open.Count == 0
        ? new HtmlString(_text.ToString())
        : throw new InvalidOperationException($"The element {_open.Peek()} is not closed.");

    private void Start(string name, ReadOnlySpan<SvgAttribute> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var attribute in attributes)
        {
            _text.Append(' ').Append(attribute.Name).Append("=\"");
            AppendEscaped(attribute.Value);
            _text.Append('"');
        }
    }

    private void AppendEscaped(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                _ when rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) => _text.Append('\uFFFD'),
                _ => _text.Append(rune.ToString()),
            };
        }
    }
}
