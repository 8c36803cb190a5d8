using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Application.Tables.Xlsx;
using Stretch = ParIndex.Domain.Releases.Run;

namespace ParIndex.Application.Documents;

/// <summary>Paragraphs of a paper.</summary>
internal static class PaperText
{
    /// <summary>Room to write by hand.</summary>
    internal const string Dots = "…………";

    internal static Paragraph Line(string text, string style, params IReadOnlyList<OpenXmlElement> look) => Of([new(text)], style, look);

    internal static Paragraph Of(IReadOnlyList<Stretch> runs, string style, params IReadOnlyList<OpenXmlElement> look)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs.Where(run => run.Text.Length > 0).Select(run => RunOf(run, look)));
        return paragraph;
    }

    /// <summary>An empty line that stays on the page of what follows.</summary>
    internal static Paragraph Above(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }, new KeepNext()));

    /// <summary>A rule in the middle of a column. It is the border of an empty line, so that no drawing has to be described.</summary>
    internal static Paragraph Rule(int width, int length, string style) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = style },
        new KeepNext(),
        new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
        new SpacingBetweenLines { Before = "40", After = "0", Line = "60", LineRule = LineSpacingRuleValues.Exact },
        new Indentation { Left = PaperMeasures.Text((width - length) / 2), Right = PaperMeasures.Text((width - length) / 2), FirstLine = "0" }));

    private static Run RunOf(Stretch stretch, IReadOnlyList<OpenXmlElement> look)
    {
        var run = new Run();
        if (stretch.Strong || look.Count > 0)
        {
            run.Append(new RunProperties([.. stretch.Strong ? new OpenXmlElement[] { new Bold() } : [], .. look.Select(element => element.CloneNode(true))]));
        }

        var lines = XmlText.Legal(stretch.Text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
