namespace ParIndex.Application.Imports.Reading;

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
    internal SourceCell? Surplus => Filled.FirstOrDefault(cell => cell.Place.Column > header.Columns.Count);

    private ColumnMeaning? Meaning(SourceCell cell) =>
        cell.Place.Column <= header.Columns.Count ? header.Columns[cell.Place.Column - 1]?.Meaning : null;

    private SourceCell At(int column) => column < cells.Count
        ? cells[column]
        : new SourceCell("", (cells.Count > 0 ? cells[^1].Place : new CellPlace(1, 1)) with { Column = column + 1 });

    private bool IsFigureOrRating(SourceCell cell) =>
        Meaning(cell) is { } meaning && (meaning == ColumnMeaning.Rating || FigureColumns.Contains(meaning));
}
