using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ParIndex.Application.Documents;

/// <summary>The styles of a paper: whoever edits it in Word changes a style, not a hundred paragraphs.</summary>
internal static class PaperStyles
{
    internal const string Normal = "Normal", Body = "BodyText", Heading = "Heading", Title = "Title", Subject = "Subtitle", Under = "Under", Note = "Note", Head = "Head", Cell = "Cell", Recipients = "Recipients", Post = "Post", PageHead = "Header", PageFoot = "Footer", Grid = "TableGrid", Frame = "Frame";

    private const int Full = 28;

    internal static Styles Of(string language) => new(
    [
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "Times New Roman", ComplexScript = "Times New Roman" },
                new FontSize { Val = Text(Full) },
                new FontSizeComplexScript { Val = Text(Full) },
                new Languages { Val = language, EastAsia = language })),
            new ParagraphPropertiesDefault()),
        Paragraph(Normal, "Normal", Full, new(), isDefault: true),
        Paragraph(Body, "Body Text", Full, new(Spacing(120, 0, 276), new Indentation { FirstLine = Text(PaperMeasures.FirstLine) }, new Justification { Val = JustificationValues.Both })),
        .. Enumerable.Range(1, 3).Select(level => Paragraph(Heading + level, $"heading {level}", Full,
            new(new KeepNext(), Spacing(160, 0), new Indentation { FirstLine = Text(PaperMeasures.FirstLine) }, new Justification { Val = JustificationValues.Both }, new OutlineLevel { Val = level - 1 }),
            isBold: level < 3, isItalic: level > 1)),
        Paragraph(Title, "Title", Full, new(new KeepNext(), Spacing(240, 0), Center()), isBold: true),
        Paragraph(Subject, "Subtitle", Full, new(Spacing(0, 0), Center()), isBold: true),
        Paragraph(Under, "Under", Full, new(Spacing(60, 0), Center()), isItalic: true),
        Paragraph(Note, "Note", 24, new(Spacing(60, 0), new Justification { Val = JustificationValues.Both }), isItalic: true),
        Paragraph(Head, "Head", 26, new(Center())),
        Paragraph(Cell, "Cell", 24, new(Spacing(30, 30))),
        Paragraph(Recipients, "Recipients", 22, new()),
        Paragraph(Post, "Post", Full, new(new KeepNext(), Center()), isBold: true),
        Paragraph(PageHead, "header", Full, new(Center())),
        Paragraph(PageFoot, "footer", 18, new(Center())),
        Table(Frame, "Frame", border: null),
        Table(Grid, "Table Grid", border: 4),
    ]);

    private static Style Paragraph(string id, string name, int halfPoints, StyleParagraphProperties properties, bool isBold = false, bool isItalic = false, bool isDefault = false)
    {
        var run = new StyleRunProperties();
        run.Append(
        [
            .. isBold ? new OpenXmlElement[] { new Bold(), new BoldComplexScript() } : [],
            .. isItalic ? new OpenXmlElement[] { new Italic(), new ItalicComplexScript() } : [],
            new FontSize { Val = Text(halfPoints) },
            new FontSizeComplexScript { Val = Text(halfPoints) },
        ]);
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id is Under or Note or Head or Cell or Recipients or Post ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = Normal });
        }

        style.Append(new PrimaryStyle(), properties, run);
        return style;
    }

    private static Style Table(string id, string name, uint? border) => new(
        new StyleName { Val = name },
        new StyleTableProperties(border is { } size
            ? [Borders(size), Margins(80)]
            : [Margins(0)]))
    {
        Type = StyleValues.Table,
        StyleId = id,
        CustomStyle = id == Frame ? true : null,
    };

    private static TableBorders Borders(uint size) => new(
        new TopBorder { Val = BorderValues.Single, Size = size },
        new LeftBorder { Val = BorderValues.Single, Size = size },
        new BottomBorder { Val = BorderValues.Single, Size = size },
        new RightBorder { Val = BorderValues.Single, Size = size },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = size },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = size });

    private static TableCellMarginDefault Margins(short twips) => new(
        new TableCellLeftMargin { Width = twips, Type = TableWidthValues.Dxa },
        new TableCellRightMargin { Width = twips, Type = TableWidthValues.Dxa });

    private static SpacingBetweenLines Spacing(int before, int after, int line = 240) => new() { Before = Text(before), After = Text(after), Line = Text(line), LineRule = LineSpacingRuleValues.Auto };

    private static Justification Center() => new() { Val = JustificationValues.Center };

    private static string Text(int number) => PaperMeasures.Text(number);
}
