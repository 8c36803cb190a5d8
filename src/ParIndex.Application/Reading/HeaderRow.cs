namespace ParIndex.Application.Reading;

/// <summary>The row, or the two rows, that name the columns.</summary>
/// <param name="First">Index of its first row in the table.</param>
/// <param name="Height">1, or 2 when “Kết quả” stands over “Thẩm định | Điều tra XHH | Tổng”.</param>
/// <param name="Columns">What every column was understood as; columns without any text are <c>null</c>.</param>
internal sealed record HeaderRow(int First, int Height, IReadOnlyList<PublishedColumn?> Columns)
{
    /// <summary>Rows among which the header is looked for.</summary>
    internal const int Within = 30;

    private static readonly ColumnMeaning[] Results =
    [
        ColumnMeaning.Index, ColumnMeaning.TotalScore, ColumnMeaning.AppraisalScore, ColumnMeaning.SurveyScore,
    ];

    /// <summary>Whether it stands in a text file, where a row has just the fields that its separators cut.</summary>
    internal bool IsOfText { get; init; }

    internal int Recognised => Columns.Count(column => column?.Meaning is not null);

    /// <summary>Has a unit column and a column of results.</summary>
    internal bool IsHeader => Columns.Any(Means(ColumnMeaning.Unit)) && Results.Any(result => Columns.Any(Means(result)));

    /// <summary>The table's header, or <c>null</c>.</summary>
    internal static HeaderRow? Find(SourceTable table) =>
        Enumerable.Range(0, Math.Min(Within, table.Rows.Count)).Select(i => At(table.Rows, i)).FirstOrDefault(header => header is not null);

    /// <summary>The header that starts at a row, or <c>null</c> when none does.</summary>
    internal static HeaderRow? At(IReadOnlyList<IReadOnlyList<SourceCell>> rows, int first) => Best(rows, first) is { IsHeader: true } header ? header : null;

    /// <summary>How many headers the most promising row has: tells delimiters and tables apart.</summary>
    internal static int RecognisedIn(IReadOnlyList<IReadOnlyList<SourceCell>> rows) =>
        Enumerable.Range(0, Math.Min(Within, rows.Count)).Select(i => Best(rows, i).Recognised).DefaultIfEmpty(0).Max();

    /// <summary>Says why no header was found, with what stood in the most promising row.</summary>
    internal static UnreadableTableException NotFound(SourceTable table)
    {
        var best = Enumerable.Range(0, Math.Min(Within, table.Rows.Count)).Select(i => Best(table.Rows, i)).MaxBy(header => header.Recognised);
        var accepted = $"Tiêu đề được nhận: {HeaderWords.Accepted}.";
        if (table.Rows.Take(Within).SelectMany(row => row).FirstOrDefault(cell => cell.Doubt is not null) is { } doubtful)
        {
            return UnreadableTableException.Of(ReadingWords.DoubtfulHeader(doubtful, doubtful.Doubt!, accepted), doubtful.Place);
        }

        if (best is null || best.Recognised == 0)
        {
            return UnreadableTableException.Of(ReadingWords.NoHeader(Within, accepted));
        }

        var seen = best.Columns.OfType<PublishedColumn>().Select(column => column.Header).ToList();
        return UnreadableTableException.Of(
            best.Columns.Any(Means(ColumnMeaning.Unit)) ? ReadingWords.NoResultColumn(seen, accepted) : ReadingWords.NoUnitColumn(seen, accepted),
            table.Rows[best.First][0].Place);
    }

    /// <summary>
    /// The header with what the rows below tell: columns of another year are not read; of a published figure and one
    /// recomputed beside it the published one is; a column of groups or places that holds rating words is one of ratings.
    /// </summary>
    /// <exception cref="UnreadableTableException">All results are of another year.</exception>
    internal HeaderRow Settled(IReadOnlyList<IReadOnlyList<SourceCell>> rows, int? year)
    {
        var columns = Columns.ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            if (year is { } wanted && columns[i] is { Meaning: not (null or ColumnMeaning.Unit or ColumnMeaning.UnitCode or ColumnMeaning.Order) } column
                && HeaderWords.YearsIn(column.Header) is { Count: > 0 } years && !years.Contains(wanted))
            {
                columns[i] = column with { Meaning = null, WhyNot = ReadingWords.ColumnOfOtherYear(years, wanted) };
            }
        }

        if (!(this with { Columns = columns }).IsHeader)
        {
            throw new UnreadableTableException([.. columns.OfType<PublishedColumn>().Where(column => column.WhyNot is not null)
                .Select(column => new ReadingProblem(ReadingWords.NotRead(column.Header, column.WhyNot!), column.Place))]);
        }

        var below = rows.Skip(First + Height).ToList();
        foreach (var same in columns.Index().Where(column => column.Item?.Meaning is not null).GroupBy(column => column.Item!.Meaning).Where(same => same.Count() == 2).ToList())
        {
            var (published, computed) = (same.Where(column => HeaderWords.IsPublished(column.Item!.Header)).ToList(), same.Where(column => !HeaderWords.IsPublished(column.Item!.Header)).ToList());
            if (published.Count == 1)
            {
                var isEmpty = !Texts(below, published[0].Index).Any();
                var left = isEmpty ? published[0] : computed[0];
                columns[left.Index] = left.Item! with { Meaning = null, WhyNot = isEmpty ? ReadingWords.ColumnEmpty() : ReadingWords.ColumnRecomputed(published[0].Item!.Header) };
            }
        }

        var hasRatings = columns.Any(Means(ColumnMeaning.Rating));
        foreach (var (i, column) in columns.Index().Where(column => column.Item?.Meaning is ColumnMeaning.Heading or ColumnMeaning.Group or ColumnMeaning.Rank).ToList())
        {
            var texts = Texts(below, i).ToList();
            if (texts.Count > 0 && texts.TrueForAll(text => RatingText.IsRating(RatingText.Bare(text))))
            {
                columns[i] = hasRatings ? column! with { Meaning = null, WhyNot = ReadingWords.ColumnOfRatings() } : column! with { Meaning = ColumnMeaning.Rating };
                hasRatings = true;
            }
        }

        return this with { Columns = columns };
    }

    private static IEnumerable<string> Texts(IEnumerable<IReadOnlyList<SourceCell>> rows, int column) =>
        rows.Where(row => column < row.Count && !CellText.IsAbsent(row[column].Text) && !CellText.IsColumnNumber(row[column].Text)).Select(row => row[column].Text);

    /// <summary>Two columns understood as the same thing.</summary>
    internal IEnumerable<ReadingProblem> Doubled() => Columns
        .OfType<PublishedColumn>()
        .Where(column => column.Meaning is not null)
        .GroupBy(column => column.Meaning!.Value)
        .Where(same => same.Count() > 1)
        .Select(same => new ReadingProblem(ReadingWords.ColumnsOfOneMeaning([.. same.Select(column => column.Header)], same.Key), same.Last().Place));

    private static Func<PublishedColumn?, bool> Means(ColumnMeaning meaning) => column => column?.Meaning == meaning;

    private static HeaderRow Best(IReadOnlyList<IReadOnlyList<SourceCell>> rows, int first)
    {
        var upper = Single(rows, first);
        if (first + 1 == rows.Count)
        {
            return upper;
        }

        // A title over the header must not pass for its upper row: that one brings headers of its own.
        var both = Twofold(rows[first], rows[first + 1], first);
        var isUpper = upper.Recognised > 1 || both.Recognised > Single(rows, first + 1).Recognised;
        return isUpper && both.Recognised > upper.Recognised ? both : upper;
    }

    private static HeaderRow Single(IReadOnlyList<IReadOnlyList<SourceCell>> rows, int row) =>
        new(row, 1, rows[row].Select(cell => Column("", cell)).ToList());

    private static HeaderRow Twofold(IReadOnlyList<SourceCell> upper, IReadOnlyList<SourceCell> lower, int first)
    {
        var columns = new List<PublishedColumn?>();
        var over = "";
        for (var i = 0; i < Math.Max(upper.Count, lower.Count); i++)
        {
            var parent = i < upper.Count ? upper[i] : null;
            var child = i < lower.Count ? lower[i] : null;
            over = parent is { Text.Length: > 0 } ? parent.Text : over;
            columns.Add(child is { Text.Length: > 0 } ? Column(over, child) : Column("", parent));
        }

        return new HeaderRow(first, 2, columns);
    }

    private static PublishedColumn? Column(string over, SourceCell? cell)
    {
        if (cell is null || cell.Text.Length == 0)
        {
            return null;
        }

        var both = over.Length == 0 || over == cell.Text ? cell.Text : $"{over} {cell.Text}";
        return new PublishedColumn(Meaning(over, cell.Text, both), both, cell.Place);
    }

    private static ColumnMeaning? Meaning(string over, string text, string both)
    {
        if (text.Any(char.IsLetter))
        {
            return HeaderWords.Find(both) ?? HeaderWords.Find(text);
        }

        // “(%)” under “Chỉ số CCHC” names only the unit of measure; digits under a header are already a figure.
        return text.Any(char.IsDigit) ? null : HeaderWords.Find(over);
    }
}
