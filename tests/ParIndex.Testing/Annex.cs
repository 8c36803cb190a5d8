using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ParIndex.Testing;

/// <summary>Builds the annex of a decision as Word writes it. A cell's lines are its paragraphs.</summary>
public sealed class Annex
{
    private readonly List<OpenXmlElement> _body = [];

    /// <summary>A cell: its lines, columns it spans, and its part in a vertical merge.</summary>
    public sealed record Cell(string Text, int Span = 1, bool? Merge = null, int? List = null);

    /// <summary>A paragraph outside tables.</summary>
    public Annex Text(string text)
    {
        _body.Add(new Paragraph(new Run(new Text(text))));
        return this;
    }

    /// <summary>A table; a cell is its text or a <see cref="Cell"/>.</summary>
    public Annex Table(params object[][] rows)
    {
        _body.Add(new Table([new TableProperties(), .. rows.Select(row => new TableRow(row.Select(cell => CellOf(cell as Cell ?? new Cell((string)cell)))))]));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body(_body));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    Level(0, NumberFormatValues.UpperRoman, "%1."),
                    Level(1, NumberFormatValues.Decimal, "%2"),
                    Level(2, NumberFormatValues.Decimal, "%2.%3"))
                { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 7 });
        }

        return stream.ToArray();
    }

    private static Level Level(int index, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };

    private static TableCell CellOf(Cell cell)
    {
        var properties = new TableCellProperties();
        if (cell.Span > 1)
        {
            properties.Append(new GridSpan { Val = cell.Span });
        }

        if (cell.Merge is { } starts)
        {
            properties.Append(starts ? new VerticalMerge { Val = MergedCellValues.Restart } : new VerticalMerge());
        }

        return new TableCell([properties, .. cell.Text.Split('\n').Select(line => Paragraph(line, cell.List))]);
    }

    private static Paragraph Paragraph(string line, int? list) => list is { } level
        ? new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 7 })), new Run(new Text(line)))
        : new(new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve }));
}
