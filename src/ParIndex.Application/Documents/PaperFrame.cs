using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ParIndex.Application.Documents;

/// <summary>Columns side by side without lines, as head and end of a paper stand.</summary>
internal static class PaperFrame
{
    internal static Table Of(params IReadOnlyList<(int Width, IEnumerable<OpenXmlElement> Content)> columns)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = PaperStyles.Frame },
                new TableWidth { Width = PaperMeasures.Text(columns.Sum(column => column.Width)), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(columns.Select(column => new GridColumn { Width = PaperMeasures.Text(column.Width) })));
        var row = new DocumentFormat.OpenXml.Wordprocessing.TableRow(new TableRowProperties(new CantSplit()));
        row.Append(columns.Select(column =>
        {
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = PaperMeasures.Text(column.Width), Type = TableWidthUnitValues.Dxa }));
            cell.Append(column.Content);
            return cell;
        }));
        table.Append(row);
        return table;
    }
}

/// <summary>Issuing body and number at the left, motto, place and day at the right.</summary>
internal static class PaperHead
{
    private const int Motto = 3500;

    internal static Table Of(OfficialHead head, int width)
    {
        var left = width * 2 / 5;
        return PaperFrame.Of((left, Body(head, left)), (width - left, State(head, width - left)));
    }

    private static IEnumerable<OpenXmlElement> Body(OfficialHead head, int width)
    {
        if (head.Superior is { } superior)
        {
            yield return PaperText.Line(superior.ToUpperInvariant(), PaperStyles.Head, new FontSize { Val = "24" });
        }

        yield return PaperText.Line(head.Body.ToUpperInvariant(), PaperStyles.Head, new Bold(), new FontSize { Val = "24" });
        yield return PaperText.Rule(width, width * 2 / 5, PaperStyles.Head);
        if (head.HasNumber)
        {
            yield return PaperText.Line("Số: " + (head.Number ?? $"{PaperText.Dots}/{head.Symbol}"), PaperStyles.Head);
        }
    }

    private static IEnumerable<OpenXmlElement> State(OfficialHead head, int width)
    {
        yield return PaperText.Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PaperStyles.Head, new Bold(), new FontSize { Val = "24" });
        yield return PaperText.Line("Độc lập - Tự do - Hạnh phúc", PaperStyles.Head, new Bold());
        yield return PaperText.Rule(width, Motto, PaperStyles.Head);
        yield return PaperText.Line($"{head.Place ?? PaperText.Dots}, {DayInFull(head.Day)}", PaperStyles.Head, new Italic());
    }

    /// <summary>“ngày 05 tháng 02 năm 2026”: days under 10 and the first two months have their nought, so that nothing can be added.</summary>
    internal static string DayInFull(DateOnly? day) => day is { } known
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ngày {known.Day:00} tháng {(known.Month < 3 ? known.Month.ToString("00", System.Globalization.CultureInfo.InvariantCulture) : known.Month.ToString(System.Globalization.CultureInfo.InvariantCulture))} năm {known.Year}")
        : "ngày …… tháng …… năm ………";
}

/// <summary>Recipients and signatures.</summary>
internal static class PaperSignatures
{
    /// <summary>Empty lines between post and name.</summary>
    private const int Room = 4;

    internal static Table Of(DocumentBlock.Signatures block, int width)
    {
        var count = block.Signers.Count + (block.Recipients.Count > 0 ? 1 : 0);
        var each = width / Math.Max(1, count);
        return PaperFrame.Of(
        [
            .. block.Recipients.Count > 0 ? [(each, Recipients(block.Recipients))] : Array.Empty<(int, IEnumerable<OpenXmlElement>)>(),
            .. block.Signers.Select(signer => (each, Signature(signer))),
        ]);
    }

    private static IEnumerable<OpenXmlElement> Recipients(IReadOnlyList<string> recipients) =>
    [
        PaperText.Line("Nơi nhận:", PaperStyles.Recipients, new Bold(), new Italic(), new FontSize { Val = "24" }),
        .. recipients.Select((name, i) => PaperText.Line($"- {name}{(i == recipients.Count - 1 ? "." : ";")}", PaperStyles.Recipients)),
    ];

    private static IEnumerable<OpenXmlElement> Signature(Signer signer) =>
    [
        .. signer.Post.ToUpperInvariant().Split('\n').Select(line => PaperText.Line(line, PaperStyles.Post)),
        .. signer.Note is { } note ? [PaperText.Line(note, PaperStyles.Head, new Italic())] : Array.Empty<Paragraph>(),
        .. Enumerable.Range(0, Room).Select(_ => PaperText.Line("", PaperStyles.Post)),
        PaperText.Line(signer.Name ?? PaperText.Dots + PaperText.Dots, PaperStyles.Post),
    ];
}
