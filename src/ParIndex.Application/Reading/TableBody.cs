using ParIndex.Domain;
using ParIndex.Domain.Releases;

namespace ParIndex.Application.Reading;

/// <summary>
/// Goes down the rows of a table and sorts each into unit, heading, mean, or nothing of these. Every cell is used, or named
/// in a remark as not used.
/// </summary>
internal sealed class TableBody
{
    /// <summary>Longer texts are paragraphs, not headings.</summary>
    private const int MostHeadingLetters = 160;

    /// <summary>Above the header, longer texts are titles.</summary>
    private const int MostTitleHeadingLetters = 60;

    private readonly List<PublishedRow> rows = [];
    private readonly List<PublishedMean> means = [];
    private readonly List<ReadingProblem> problems = [];
    private readonly List<Finding> remarks;
    private readonly HeadingTracker headings = new();
    private readonly FigureReader figures;
    private readonly List<SourceCell> indices = [];
    private readonly int? year;
    private HeaderRow header;
    private string? groupAbove;
    private string? listAbove;
    private int order;
    private int blankRows;
    private bool isUnderHeader = true;
    private bool isHeaderRefused;
    private bool saysGroupsContinue;
    private bool isClosed;

    internal TableBody(HeaderRow header, ReadingOptions options, IReadOnlyList<Finding> remarks)
    {
        this.header = header;
        this.remarks = [.. remarks];
        figures = new FigureReader(options, problems);
        year = options.Year;
        RefuseDoubledColumns();
        RemarkColumns(header);
        Columns = header.Columns.OfType<PublishedColumn>().ToList();
    }

    private IReadOnlyList<PublishedColumn> Columns { get; }

    /// <summary>Lines above the header. One directly above it, “I. Sở, ban, ngành” or “Thang điểm 98”, is already a heading.</summary>
    internal void ReadTitles(IEnumerable<IReadOnlyList<SourceCell>> titles)
    {
        var lines = titles.Select(cells => cells.Where(cell => cell.Text.Length > 0).ToList()).Where(cells => cells.Count > 0).ToList();
        RemarkOtherYear([.. lines.SelectMany(cells => cells)]);
        if (lines.Count > 0 && HeadingRow.Read("", lines[^1][0].Text) is { Text.Length: <= MostTitleHeadingLetters } heading && (heading.IsNumbered || heading.IsList))
        {
            headings.Meet(heading, lines[^1][0].Place);
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
            remarks.Add(isSame ? ReadingWords.HeaderRepeated(place) : ReadingWords.HeaderAnew(place));
            header = next;
            RefuseDoubledColumns();
            if (!isSame)
            {
                RemarkColumns(next);
            }
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
            remarks.Add(ReadingWords.ColumnNumbers(row.Place));
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
            remarks.Add(ReadingWords.BlankRows(blankRows));
        }

        if (rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new ReadingProblem(ReadingWords.NoUnits(), header.Columns.OfType<PublishedColumn>().First().Place));
        }

        CheckFractions();
        return problems.Count > 0
            ? throw new UnreadableTableException(problems)
            : new PublishedTable(RatingText.InOneSpelling([.. rows.Select(row => row with { Decimals = figures.Decimals })], remarks), means, Columns, remarks);
    }

    private void Sort(TableRow row)
    {
        var mean = row.IsNumbered ? null : row.Labels.FirstOrDefault(cell => CellText.IsMean(cell.Text));
        if (mean is not null)
        {
            ReadMean(row, mean);
        }
        else if ((!row.IsNumbered && row.Labels.Any(cell => CellText.IsSummary(cell.Text))) || IsClosing(row))
        {
            remarks.Add(PassedOver(row.Filled));
        }
        else if (IsHeading(row))
        {
            ReadHeading(row);
        }
        else if (row.Filled is [var only] && only == row[ColumnMeaning.Order])
        {
            remarks.Add(ReadingWords.OnlyNumber(only.Place));
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
            remarks.Add(PassedOver(row.Filled));
        }
        else if (!heading.IsNumbered && HeadingRow.LooksLikeUnit(heading.Text) && row[ColumnMeaning.Unit].Text.Length > 0)
        {
            problems.Add(new ReadingProblem(ReadingWords.NameAlone(heading.Text), row[ColumnMeaning.Unit].Place));
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
        var left = row.Filled.Where(cell => cell != label && cell != row[ColumnMeaning.Index]).ToList();
        if (left.Count > 0)
        {
            remarks.Add(ReadingWords.MeanBesides(label.Place, left));
        }
    }

    private void ReadUnit(TableRow row)
    {
        var name = row[ColumnMeaning.Unit];
        if (!name.Text.Any(char.IsLetter))
        {
            problems.Add(new ReadingProblem(ReadingWords.NameMissing(), name.Place));
            return;
        }

        if (row.Surplus is { } surplus)
        {
            problems.Add(new ReadingProblem(ReadingWords.TooManyCells(surplus), surplus.Place));
            return;
        }

        if (RefusesCells(row))
        {
            return;
        }

        if (CellText.IsMean(name.Text) || CellText.IsSummary(name.Text))
        {
            remarks.Add(ReadingWords.SummaryIsUnit(name));
        }

        Place(row);
        order = figures.Count(row[ColumnMeaning.Order], ColumnMeaning.Order) ?? order + 1;
        var (total, scale) = row.TotalAndScale;
        var unit = new PublishedRow(
            order,
            CellText.WithoutMarks(name.Text),
            groupAbove,
            listAbove,
            figures.Score(row[ColumnMeaning.AppraisalScore], ColumnMeaning.AppraisalScore),
            figures.Score(row[ColumnMeaning.SurveyScore], ColumnMeaning.SurveyScore),
            figures.Score(row[ColumnMeaning.Bonus], ColumnMeaning.Bonus),
            figures.Penalty(row[ColumnMeaning.Penalty]),
            figures.Score(total, ColumnMeaning.TotalScore),
            ResultColumns.IsInferred(row[ColumnMeaning.ScaleSource].Text) ? null : figures.Scale(scale),
            HeadingScale(row),
            figures.Index(row[ColumnMeaning.Index]),
            Rating(row[ColumnMeaning.Rating]),
            figures.Count(row[ColumnMeaning.Rank], ColumnMeaning.Rank),
            figures.Decimals,
            name.Place)
        {
            UnitCode = row[ColumnMeaning.UnitCode].Text is { Length: > 0 } code ? code : null,
        };
        indices.AddRange(unit.PublishedIndex is null ? [] : new[] { row[ColumnMeaning.Index] });
        Add(unit, row);
    }

    /// <summary>Refuses a row with cells that cannot be told or taken at their word; names those under no header.</summary>
    private bool RefusesCells(TableRow row)
    {
        var before = problems.Count;
        foreach (var meaning in new[] { ColumnMeaning.Unit, ColumnMeaning.UnitCode, ColumnMeaning.Group, ColumnMeaning.Heading, ColumnMeaning.Rating }.Where(row.Has))
        {
            figures.IsDoubtful(row[meaning], meaning);
        }

        if (row.MergedOver is { } over)
        {
            problems.Add(new ReadingProblem(ReadingWords.MergedOverColumns(over), over.Place));
        }

        foreach (var (cell, meaning) in row.RepeatedFigures)
        {
            figures.Refuse(cell, meaning, ReadingWords.MergedOverRows());
        }

        if (row.Unheaded is { Count: > 0 } unheaded)
        {
            remarks.Add(ReadingWords.CellsWithoutHeader(unheaded));
        }

        return problems.Count > before;
    }

    private string? Rating(SourceCell cell)
    {
        if (CellText.IsAbsent(cell.Text))
        {
            return null;
        }

        if (!cell.Text.Any(char.IsLetter))
        {
            figures.Refuse(cell, ColumnMeaning.Rating, ReadingWords.NoRating());
        }

        return cell.Text;
    }

    /// <summary>A column of indices that never passes 1 is one of fractions; a single such index is looked at.</summary>
    private void CheckFractions()
    {
        var small = indices.Zip(rows.Where(row => row.PublishedIndex is not null)).Where(pair => pair.Second.PublishedIndex is > 0 and <= 1).ToList();
        if (small.Count > 0 && rows.TrueForAll(row => row.PublishedIndex is null or <= 1))
        {
            figures.Refuse(small[0].First, ColumnMeaning.Index, ReadingWords.Fractions());
            return;
        }

        remarks.AddRange(small.Select(pair => ReadingWords.MaybeFraction(pair.First, pair.Second.UnitName)));
    }

    private void RemarkColumns(HeaderRow of) => remarks.AddRange(of.Columns.OfType<PublishedColumn>()
        .Where(column => column.Meaning is null)
        .Select(column => ReadingWords.ColumnPassedOver(column.Header, column.Place, column.WhyNot ?? ReadingWords.ColumnUnknown())));

    /// <summary>Titles that speak of another year and not of the one imported; a date of a decision is none.</summary>
    private void RemarkOtherYear(IReadOnlyList<SourceCell> titles)
    {
        if (year is { } wanted && CellReview.OfOtherYear(titles, wanted) is { } other)
        {
            remarks.Add(ReadingWords.OtherYear(wanted, other.Title, other.Years));
        }
    }

    /// <summary>A unit without a result is refused; figures that were refused already are not missed again.</summary>
    private void Add(PublishedRow unit, TableRow row)
    {
        ColumnMeaning[] results = [ColumnMeaning.AppraisalScore, ColumnMeaning.SurveyScore, ColumnMeaning.TotalScore, ColumnMeaning.Index];
        if (results.All(result => CellText.IsAbsent(row[result].Text)))
        {
            problems.Add(new ReadingProblem(ReadingWords.NoFigures(unit.UnitName), unit.Place));
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
            remarks.Add(ReadingWords.GroupGoesOn(row.Place));
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

    private static Finding PassedOver(IReadOnlyList<SourceCell> cells) => ReadingWords.RowPassedOver(cells[0].Place, [.. cells.Where(cell => !cell.IsRepeated)]);
}
