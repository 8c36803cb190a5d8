namespace ParIndex.Application.Reading;

/// <summary>One row of the table under the header in force: its cells by meaning.</summary>
internal sealed class TableRow
{
    private static readonly ColumnMeaning[] FigureColumns =
    [
        ColumnMeaning.AppraisalScore, ColumnMeaning.SurveyScore, ColumnMeaning.Bonus, ColumnMeaning.Penalty,
        ColumnMeaning.TotalScore, ColumnMeaning.Scale, ColumnMeaning.Index, ColumnMeaning.Rank,
    ];

    private readonly IReadOnlyList<SourceCell> cells;
    private readonly HeaderRow header;
    private readonly Dictionary<ColumnMeaning, int> columns;

    internal TableRow(IReadOnlyList<SourceCell> cells, HeaderRow header)
    {
        (this.cells, this.header) = (cells, header);
        columns = header.Columns.Index()
            .Where(column => column.Item?.Meaning is not null)
            .ToDictionary(column => column.Item!.Meaning!.Value, column => column.Index);
        Filled = cells.Where(cell => cell.Text.Length > 0).ToList();
        IsCut = cells.Count > header.Columns.Count && header.IsOfText;
    }

    /// <summary>The cells with any text.</summary>
    internal IReadOnlyList<SourceCell> Filled { get; }

    internal CellPlace Place => (Filled.Count > 0 ? Filled[0] : cells[0]).Place;

    internal SourceCell this[ColumnMeaning meaning] => columns.TryGetValue(meaning, out var column) ? At(column) : At(cells.Count);

    internal bool Has(ColumnMeaning meaning) => columns.ContainsKey(meaning);

    /// <summary>Whether a figure column holds a digit.</summary>
    internal bool HasFigures => FigureColumns.Any(column => this[column].Text.Any(char.IsDigit));

    /// <summary>
    /// The only text of the row beside a heading's numeral, also when a merged heading was copied into every cell.
    /// A text in a figure column alone is a damaged figure.
    /// </summary>
    internal string? OnlyText
    {
        get
        {
            var texts = Filled.Where(cell => Numeral.Length == 0 || cell != this[ColumnMeaning.Order]).ToList();
            return texts.Exists(cell => !IsFigureOrRating(cell)) && texts.TrueForAll(cell => cell.Text == texts[0].Text) ? texts[0].Text : null;
        }
    }

    /// <summary>The numeral of a heading, when it stands apart from the heading's text.</summary>
    internal string Numeral => HeadingRow.IsNumeral(this[ColumnMeaning.Order].Text) && Filled.Count > 1 ? this[ColumnMeaning.Order].Text : "";

    /// <summary>
    /// Texts that may say what the row is: the number and the name, and when there is no name whatever stands outside
    /// the figures. A rating “Trung bình” or a remark says nothing of the kind.
    /// </summary>
    internal IEnumerable<SourceCell> Labels => this[ColumnMeaning.Unit].Text.Length > 0
        ? [this[ColumnMeaning.Order], this[ColumnMeaning.Unit]]
        : Filled.Where(cell => !IsFigureOrRating(cell));

    /// <summary>Cells to the right of the last header: the row was cut at the wrong places.</summary>
    internal SourceCell? Surplus => Filled.FirstOrDefault(cell => cell.Place.Column > header.Columns.Count) ?? (IsCut ? Filled[^1] : null);

    /// <summary>Whether a row of a text file has more fields than its header, be the last ones empty.</summary>
    private bool IsCut { get; }

    /// <summary>Whether a printed number stands before the name.</summary>
    internal bool IsNumbered => this[ColumnMeaning.Order].Text.Any(char.IsDigit) && this[ColumnMeaning.Unit].Text.Any(char.IsLetter);

    /// <summary>“83,95 / 98” in a column of totals is the total and the scale; a scale with a star after it was inferred.</summary>
    internal (SourceCell Total, SourceCell Scale) TotalAndScale
    {
        get
        {
            var (total, scale) = (this[ColumnMeaning.TotalScore], this[ColumnMeaning.Scale]);
            return !Has(ColumnMeaning.TotalScore) || !HeaderWords.SpeaksOfScale(header.Columns[columns[ColumnMeaning.TotalScore]]!.Header) || scale.Text.Length > 0 || total.Text.Split('/') is not [var points, var of]
                ? (total, scale)
                : (total with { Text = points.Trim() }, total with { Text = of.Contains('*', StringComparison.Ordinal) || CellText.IsAbsent(of.Trim()) ? "" : of.Trim() });
        }
    }

    /// <summary>Texts under no header at all.</summary>
    internal IReadOnlyList<SourceCell> Unheaded => [.. Filled.Where(cell => !cell.IsRepeated && (cell.Place.Column > header.Columns.Count || header.Columns[cell.Place.Column - 1] is null))];

    /// <summary>A cell merged over several columns of which more than one has a meaning: whose figure it is cannot be told.</summary>
    internal SourceCell? MergedOver => Filled.FirstOrDefault(cell => cell.ColumnSpan > 1
        && Enumerable.Range(cell.Place.Column - 1, cell.ColumnSpan).Count(column => column < header.Columns.Count && header.Columns[column]?.Meaning is not null) > 1);

    /// <summary>Points and index that stand here only because a cell above is merged over this row.</summary>
    internal IEnumerable<(SourceCell Cell, ColumnMeaning Meaning)> RepeatedFigures => FigureColumns
        .Where(column => column is not (ColumnMeaning.Scale or ColumnMeaning.Rank))
        .Select(column => (Cell: this[column], Meaning: column)).Where(figure => figure.Cell.IsRepeated && figure.Cell.Text.Length > 0);

    private ColumnMeaning? Meaning(SourceCell cell) =>
        cell.Place.Column <= header.Columns.Count ? header.Columns[cell.Place.Column - 1]?.Meaning : null;

    private SourceCell At(int column) => column < cells.Count
        ? cells[column]
        : new SourceCell("", (cells.Count > 0 ? cells[^1].Place : new CellPlace(1, 1)) with { Column = column + 1 });

    /// <summary>A text merged over the names as well is a heading, whatever column it begins in.</summary>
    private bool IsFigureOrRating(SourceCell cell) =>
        !(cell.ColumnSpan > 1 && columns.TryGetValue(ColumnMeaning.Unit, out var unit) && unit >= cell.Place.Column - 1 && unit < cell.Place.Column - 1 + cell.ColumnSpan)
        && Meaning(cell) is { } meaning && (meaning == ColumnMeaning.Rating || FigureColumns.Contains(meaning));
}
