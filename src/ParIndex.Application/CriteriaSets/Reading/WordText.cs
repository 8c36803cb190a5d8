using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Text of a document that a reader does not see, or sees as no part of it.</summary>
internal enum LeftOutText
{
    Deleted,
    Hidden,
    Struck,

    /// <summary>Raised or lowered: a mark of a footnote.</summary>
    Raised,
}

/// <summary>
/// The text of a paragraph as the reader of the printed page takes it: inserted text counts; what is hidden, struck out or
/// deleted does not, and a raised or lowered sign is the mark of a footnote and no digit of the number before it. What
/// is left out is named.
/// </summary>
internal sealed class WordText
{
    /// <summary>Raised by so many half points or more, a sign stands above the line.</summary>
    private const int RaisedFrom = 4;

    private const int MostDepth = 20;

    private const int MostRemarks = 30;

    private readonly Dictionary<string, Style> _styles;
    private readonly List<Finding> _remarks = [];

    internal WordText(MainDocumentPart document) =>
        _styles = (document.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>What was left out so far.</summary>
    internal IReadOnlyList<Finding> Remarks => _remarks;

    /// <summary>Appends the text of a paragraph.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="place">Where it stands, for a remark.</param>
    internal void Append(StringBuilder text, Paragraph paragraph, CellPlace place)
    {
        var left = new List<(LeftOutText Why, StringBuilder Text)>();
        foreach (var element in paragraph.Descendants().Where(element => !element.Ancestors<AlternateContentFallback>().Any() && element.Ancestors<Paragraph>().First() == paragraph))
        {
            var part = element switch
            {
                Text or DeletedText => ((OpenXmlLeafTextElement)element).Text,
                TabChar => " ",
                Break or CarriageReturn => "\n",
                NoBreakHyphen => "-",
                _ => "",
            };
            if (part.Length == 0)
            {
                continue;
            }

            if (WhyLeftOut(element, paragraph) is not { } why)
            {
                text.Append(part);
            }
            else if (left.Count > 0 && left[^1].Why == why)
            {
                left[^1].Text.Append(part);
            }
            else
            {
                left.Add((why, new StringBuilder(part)));
            }
        }

        foreach (var (why, words) in left.Where(entry => !string.IsNullOrWhiteSpace(entry.Text.ToString())))
        {
            Remark(AnnexWords.TextLeftOut(why, words.ToString().Trim(), place));
        }
    }

    internal void Remark(Finding remark)
    {
        if (_remarks.Count == MostRemarks)
        {
            _remarks.Add(AnnexWords.MoreLeftOut());
        }
        else if (_remarks.Count < MostRemarks)
        {
            _remarks.Add(remark);
        }
    }

    private LeftOutText? WhyLeftOut(OpenXmlElement element, Paragraph paragraph)
    {
        if (element is DeletedText || element.Ancestors<DeletedRun>().Any() || element.Ancestors<MoveFromRun>().Any())
        {
            return LeftOutText.Deleted;
        }

        if (element.Ancestors<Run>().FirstOrDefault() is not { } run)
        {
            return null;
        }

        var layers = Layers(run, paragraph).ToList();
        if (IsOn<Vanish>(layers))
        {
            return LeftOutText.Hidden;
        }

        if (IsOn<Strike>(layers) || IsOn<DoubleStrike>(layers))
        {
            return LeftOutText.Struck;
        }

        var raised = layers.Select(layer => layer.GetFirstChild<VerticalTextAlignment>()?.Val?.InnerText).FirstOrDefault(value => value is not null) is "superscript" or "subscript"
            || (layers.Select(layer => layer.GetFirstChild<Position>()?.Val?.Value).FirstOrDefault(value => value is not null) is { } by && CountText.Read(by).Value >= RaisedFrom);
        return raised ? LeftOutText.Raised : null;
    }

    /// <summary>What is said of a run, nearest first: itself, its style, the style of its paragraph, each with what it is based on.</summary>
    private IEnumerable<OpenXmlElement> Layers(Run run, Paragraph paragraph)
    {
        if (run.RunProperties is { } own)
        {
            yield return own;
        }

        foreach (var id in new[] { run.RunProperties?.RunStyle?.Val?.Value, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value })
        {
            var style = id is null ? null : _styles.GetValueOrDefault(id);
            for (var depth = 0; style is not null && depth < MostDepth; depth++)
            {
                if (style.StyleRunProperties is { } properties)
                {
                    yield return properties;
                }

                style = style.BasedOn?.Val?.Value is { } based ? _styles.GetValueOrDefault(based) : null;
            }
        }
    }

    private static bool IsOn<T>(List<OpenXmlElement> layers)
        where T : OnOffType =>
        layers.Select(layer => layer.GetFirstChild<T>()).FirstOrDefault(found => found is not null) is { } said && (said.Val is null || said.Val.Value);
}
