using DocumentFormat.OpenXml.Wordprocessing;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace ParIndex.Application.Documents;

/// <summary>A table of a paper: a real header that every page repeats, rows that stay whole.</summary>
internal static class PaperTable
{
    internal static Table Of(DocumentBlock.Table block, int width)
    {
        var shares = block.Columns.Sum(column => column.Share);
        int[] widths = [.. block.Columns.Select(column => width * column.Share / shares)];
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = PaperStyles.Grid },
                new TableWidth { Width = PaperMeasures.Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = block.Description },
                new TableDescription { Val = block.Description }),
            new TableGrid(widths.Select(each => new GridColumn { Width = PaperMeasures.Text(each) })));
        table.Append(Header(block.Columns, widths));
        table.Append(block.Rows.Select(row => Row(row, block.Columns, widths)));
        return table;
    }

    private static WordRow Header(IReadOnlyList<TableColumn> columns, int[] widths)
    {
        var row = new WordRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(columns.Select((column, i) => Cell(column.Header, widths[i], CellAlignment.Center, isStrong: true)));
        return row;
    }

    private static WordRow Row(TableRow row, IReadOnlyList<TableColumn> columns, int[] widths)
    {
        var word = new WordRow(new TableRowProperties(new CantSplit()));
        if (row.Cells.Count == 1 && columns.Count > 1)
        {
            word.Append(Cell(row.Cells[0], widths.Sum(), CellAlignment.Left, row.IsStrong, columns.Count));
        }
        else
        {
            word.Append(columns.Select((column, i) => Cell(row.Cells[i], widths[i], column.Alignment, row.IsStrong)));
        }

        return word;
    }

    private static TableCell Cell(string text, int width, CellAlignment alignment, bool isStrong, int span = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = PaperMeasures.Text(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var paragraph = PaperText.Of([new(text, isStrong)], PaperStyles.Cell);
        paragraph.ParagraphProperties!.Append(new Justification { Val = alignment switch { CellAlignment.Left => JustificationValues.Left, CellAlignment.Center => JustificationValues.Center, _ => JustificationValues.Right } });
        return new TableCell(properties, paragraph);
    }
}
