namespace ParIndex.Application.Imports.Reading;

/// <summary>Goes down the rows of a table and sorts each into unit, heading, mean, or nothing of these.</summary>
internal sealed class TableBody
{
    /// <summary>Longer texts are paragraphs, not headings.</summary>
    private const int MostHeadingLetters = 160;

    /// <summary>Above the header, longer texts are titles.</summary>
    private const int MostTitleHeadingLetters = 60;

    private readonly List<PublishedRow> rows = [];
    private readonly List<PublishedMean> means = [];
    private readonly List<ReadingProblem> problems = [];
    private readonly List<string> remarks;
    private readonly HeadingTracker headings = new();
    private readonly FigureReader figures;
    private HeaderRow header;
    private string? groupAbove;
    private string? listAbove;
    private int order;
    private int blankRows;
    private bool isUnderHeader = true;
    private bool isHeaderRefused;
    private bool saysGroupsContinue;
    private bool isClosed;

    internal TableBody(HeaderRow header, ReadingOptions options, IReadOnlyList<string> remarks)
    {
        this.header = header;
        this.remarks = [.. remarks];
        figures = new FigureReader(options, problems);
        RefuseDoubledColumns();
        this.remarks.AddRange(header.Columns.OfType<PublishedColumn>()
            .Where(column => column.Meaning is null)
            .Select(column => $"Bỏ qua cột “{CellText.Shorten(column.Header)}” ({column.Place}): không thuộc các tiêu đề được nhận."));
        Columns = header.Columns.OfType<PublishedColumn>().ToList();
    }

    private IReadOnlyList<PublishedColumn> Columns { get; }

    /// <summary>Lines above the header. One directly above it, “I. Sở, ban, ngành” or “Thang điểm 98”, is already a heading.</summary>
    internal void ReadTitles(IEnumerable<IReadOnlyList<SourceCell>> titles)
    {
        var lines = titles.Select(cells => cells.FirstOrDefault(cell => cell.Text.Length > 0)).OfType<SourceCell>().ToList();
        if (lines.Count > 0 && HeadingRow.Read("", lines[^1].Text) is { Text.Length: <= MostTitleHeadingLetters } heading && (heading.IsNumbered || heading.IsList))
        {
            headings.Meet(heading, lines[^1].Place);
            lines.RemoveAt(lines.Count - 1);
        }

        remarks.AddRange(lines.Select(PassedOver));
    }

    /// <summary>A header row: the first, or one repeated after a page break, perhaps with other columns.</summary>
    internal void Meet(HeaderRow next)
    {
        if (next.First != header.First)
        {
            var place = next.Columns.OfType<PublishedColumn>().First().Place;
            var isSame = next.Columns.Select(column => column?.Meaning).SequenceEqual(header.Columns.Select(column => column?.Meaning));
            remarks.Add(isSame ? $"Bỏ qua dòng tiêu đề lặp lại ở {place.Row}." : $"Từ {place.Row}, đọc theo dòng tiêu đề mới.");
            header = next;
            RefuseDoubledColumns();
        }

        isUnderHeader = true;
        isClosed = false;
    }

    internal void Meet(IReadOnlyList<SourceCell> cells)
    {
        if (cells.All(cell => cell.Text.Length == 0))
        {
            blankRows++;
            return;
        }

        if (isHeaderRefused)
        {
            return;
        }

        var row = new TableRow(cells, header);
        if (isUnderHeader && row.Filled.All(cell => CellText.IsColumnNumber(cell.Text)) && row.Filled.Count > 1 && CellText.IsColumnNumber(row[ColumnMeaning.Unit].Text))
        {
            remarks.Add($"Bỏ qua dòng đánh số cột ở {row.Place.Row}.");
        }
        else
        {
            Sort(row);
        }

        isUnderHeader = false;
    }

    internal PublishedTable Finish()
    {
        headings.End(remarks);
        if (blankRows > 0)
        {
            remarks.Add($"Bỏ qua {blankRows} dòng trống.");
        }

        if (rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new ReadingProblem("Không có đơn vị nào dưới dòng tiêu đề.", header.Columns.OfType<PublishedColumn>().First().Place));
        }

        return problems.Count > 0
            ? throw new UnreadableTableException(problems)
            : new PublishedTable(rows.Select(row => row with { Decimals = figures.Decimals }).ToList(), means, Columns, remarks);
    }

    private void Sort(TableRow row)
    {
        var mean = row.Labels.FirstOrDefault(cell => CellText.IsMean(cell.Text));
        if (mean is not null)
        {
            ReadMean(row, mean);
        }
        else if (row.Labels.Any(cell => CellText.IsSum(cell.Text)) || IsClosing(row))
        {
            remarks.Add(PassedOver(row.Filled[0]));
        }
        else if (IsHeading(row))
        {
            ReadHeading(row);
        }
        else if (row.Filled is [var only] && only == row[ColumnMeaning.Order])
        {
            remarks.Add($"Bỏ qua {only.Place.Row}: chỉ có số thứ tự.");
        }
        else
        {
            isClosed = false;
            ReadUnit(row);
        }
    }

    /// <summary>
    /// A footnote, or a signature and whatever follows it without figures. A row with a number or with a name and
    /// figures is a unit's, whatever its words.
    /// </summary>
    private bool IsClosing(TableRow row)
    {
        var isNumbered = row[ColumnMeaning.Order].Text.Any(char.IsDigit) && row.Filled.Count > 1;
        if (isNumbered || (row.HasFigures && row[ColumnMeaning.Unit].Text.Length > 0 && row.Filled.Count > 1))
        {
            return false;
        }

        isClosed = isClosed || row.Filled.Any(cell => CellText.IsSignature(cell.Text));
        return isClosed || row.Filled.Any(cell => CellText.IsFootnote(cell.Text));
    }

    private static bool IsHeading(TableRow row) => row.OnlyText is { } text && text.Any(char.IsLetter);

    private void ReadHeading(TableRow row)
    {
        var heading = HeadingRow.Read(row.Numeral, row.OnlyText!);
        if (row.OnlyText!.Length > MostHeadingLetters)
        {
            remarks.Add(PassedOver(row.Filled[0]));
        }
        else if (!heading.IsNumbered && HeadingRow.LooksLikeUnit(heading.Text) && row[ColumnMeaning.Unit].Text.Length > 0)
        {
            problems.Add(new ReadingProblem(
                $"“{CellText.Shorten(heading.Text)}” đứng một mình, không có số liệu. Nếu là đơn vị, hãy nhập số liệu hoặc xoá dòng; nếu là tên nhóm, hãy ghi số La Mã trước tên.",
                row[ColumnMeaning.Unit].Place));
        }
        else
        {
            headings.Meet(heading, row.Place);
        }
    }

    private void ReadMean(TableRow row, SourceCell label)
    {
        Place(row);
        var list = CellText.IsOfWholeGroup(label.Text) ? null : listAbove;
        means.Add(new PublishedMean(groupAbove, list, figures.Index(row[ColumnMeaning.Index]), label.Place));
    }

    private void ReadUnit(TableRow row)
    {
        var name = row[ColumnMeaning.Unit];
        if (!name.Text.Any(char.IsLetter))
        {
            problems.Add(new ReadingProblem("Dòng có số liệu nhưng không có tên đơn vị.", name.Place));
            return;
        }

        if (row.Surplus is { } surplus)
        {
            problems.Add(new ReadingProblem(
                $"Dòng có nhiều ô hơn dòng tiêu đề (“{CellText.Shorten(surplus.Text)}”); ô chứa dấu phân cách phải nằm trong dấu ngoặc kép.", surplus.Place));
            return;
        }

        Place(row);
        order = figures.Count(row[ColumnMeaning.Order], ColumnMeaning.Order) ?? order + 1;
        var unit = new PublishedRow(
            order,
            CellText.WithoutMarks(name.Text),
            groupAbove,
            listAbove,
            figures.Score(row[ColumnMeaning.AppraisalScore], ColumnMeaning.AppraisalScore),
            figures.Score(row[ColumnMeaning.SurveyScore], ColumnMeaning.SurveyScore),
            figures.Score(row[ColumnMeaning.Bonus], ColumnMeaning.Bonus),
            figures.Penalty(row[ColumnMeaning.Penalty]),
            figures.Score(row[ColumnMeaning.TotalScore], ColumnMeaning.TotalScore),
            figures.Scale(row[ColumnMeaning.Scale]),
            HeadingScale(row),
            figures.Index(row[ColumnMeaning.Index]),
            CellText.IsAbsent(row[ColumnMeaning.Rating].Text) ? null : row[ColumnMeaning.Rating].Text,
            figures.Count(row[ColumnMeaning.Rank], ColumnMeaning.Rank),
            figures.Decimals,
            name.Place);
        Add(unit, row);
    }

    /// <summary>A unit without a result is refused; figures that were refused already are not missed again.</summary>
    private void Add(PublishedRow unit, TableRow row)
    {
        ColumnMeaning[] results = [ColumnMeaning.AppraisalScore, ColumnMeaning.SurveyScore, ColumnMeaning.TotalScore, ColumnMeaning.Index];
        if (results.All(result => CellText.IsAbsent(row[result].Text)))
        {
            problems.Add(new ReadingProblem(
                $"“{CellText.Shorten(unit.UnitName)}” không có chỉ số, tổng điểm hay điểm thành phần nào; cần ít nhất một số liệu.", unit.Place));
        }

        rows.Add(unit);
    }

    /// <summary>
    /// Settles in which group and list the row stands: by the columns when the table has them, otherwise by the
    /// headings above. A row that leaves its group empty goes on with the group and list of the row above.
    /// </summary>
    private void Place(TableRow row)
    {
        var isNew = headings.Settle(remarks);
        var (group, list) = (row[ColumnMeaning.Group].Text, row[ColumnMeaning.Heading].Text);
        var wasIn = (groupAbove, listAbove);
        var continues = group.Length == 0 && row.Has(ColumnMeaning.Group) && groupAbove is not null;
        if (!row.Has(ColumnMeaning.Group))
        {
            groupAbove = headings.Group;
        }
        else if (group.Length > 0)
        {
            groupAbove = group;
        }
        else if (continues && !saysGroupsContinue)
        {
            saysGroupsContinue = true;
            remarks.Add($"Ô nhóm để trống (đầu tiên ở {row.Place.Row}) được hiểu là cùng nhóm với dòng trên.");
        }

        if (!row.Has(ColumnMeaning.Heading))
        {
            listAbove = headings.List;
        }
        else if (list.Length > 0 || !continues)
        {
            listAbove = list.Length > 0 ? list : null;
        }

        order = isNew || wasIn != (groupAbove, listAbove) ? 0 : order;
    }

    private decimal? HeadingScale(TableRow row)
    {
        if (row.Has(ColumnMeaning.Heading) && listAbove is not null && HeadingRow.SpeaksOfScale(listAbove))
        {
            return HeadingRow.ScaleOf(listAbove);
        }

        return row.Has(ColumnMeaning.Group) && groupAbove is not null ? HeadingRow.ScaleOf(groupAbove) : headings.Scale;
    }

    /// <summary>Under a header with two columns of one meaning no cell can be told.</summary>
    private void RefuseDoubledColumns()
    {
        var doubled = header.Doubled().ToList();
        problems.AddRange(doubled);
        isHeaderRefused = doubled.Count > 0;
    }

    private static string PassedOver(SourceCell cell) => $"Bỏ qua {cell.Place.Row}: “{CellText.Shorten(cell.Text)}”.";
}
