using ParIndex.Application.Reading;
using ParIndex.Domain;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A row below the headings while it is being read, with what its cells are used as; rows merged into it are part of it.</summary>
/// <param name="index">Its place in the table, from 0.</param>
/// <param name="cells">Its cells as they stand.</param>
/// <param name="meanings">What the columns mean, from the left.</param>
/// <param name="correction">What a person corrected here, or <c>null</c>.</param>
internal sealed class AnnexRow(int index, IReadOnlyList<SourceCell> cells, IReadOnlyList<CriteriaMeaning?> meanings, RowCorrection? correction)
{
    private readonly List<CellUse> _uses = [];
    private readonly List<AnnexRow> _merged = [];
    private readonly SourceCell[] _read = [.. cells];

    public int Index { get; } = index;

    /// <summary>What is read: its cells, with the text of the rows merged into it.</summary>
    public IReadOnlyList<SourceCell> Cells => _read;

    /// <summary>Its cells as they stand in the table.</summary>
    public IReadOnlyList<SourceCell> Printed => cells;

    public RowCorrection? Correction { get; } = correction;

    /// <summary>Where it stands: at its first text.</summary>
    public CellPlace Place => (Array.Find(_read, cell => cell.Text.Length > 0) ?? _read[0]).Place;

    public RowRole Role { get; set; } = RowRole.Blank;

    /// <summary>The code of the node it is or speaks of.</summary>
    public string? Code { get; set; }

    /// <summary>The lines of scoring it gives.</summary>
    public List<WordedLine> Lines { get; } = [];

    public SourceCell? Cell(CriteriaMeaning meaning) => Column(meaning) is { } column ? _read[column] : null;

    /// <summary>The cell of a column when it holds something of its own: no dash, and nothing merged over it from above.</summary>
    public SourceCell? Own(CriteriaMeaning meaning) => Cell(meaning) is { IsRepeated: false } cell && !CellText.IsAbsent(cell.Text) ? cell : null;

    public string Text(CriteriaMeaning meaning) => Cell(meaning)?.Text ?? "";

    public void Use(CriteriaMeaning meaning, CellRole role, Finding? why = null)
    {
        if (Column(meaning) is { } column)
        {
            Use(column, role, why);
        }
    }

    public void Use(int column, CellRole role, Finding? why = null) => _uses.Add(new(column, role, why));

    /// <summary>Says of everything in it that nothing was used yet why it is not.</summary>
    public void LeaveOut(Finding why) => LeaveOut(_ => why);

    /// <summary>Everything in it is of one kind.</summary>
    public void UseAll(CellRole role)
    {
        foreach (var column in Unaccounted())
        {
            Use(column, role);
        }
    }

    /// <summary>Says of each cell that nothing was used of why; a dash says that there is nothing.</summary>
    public void LeaveOut(Func<int, Finding> why)
    {
        foreach (var column in Unaccounted())
        {
            var absent = CellText.IsAbsent(_read[column].Text);
            Use(column, absent ? CellRole.Absent : CellRole.Unused, absent ? null : why(column));
        }
    }

    /// <summary>Takes the row below as the rest of this one. Codes and points are not joined: those of the first row hold.</summary>
    public void Merge(AnnexRow below)
    {
        _merged.Add(below);
        for (var column = 0; column < Math.Min(_read.Length, below._read.Length); column++)
        {
            var (own, more) = (_read[column], below._read[column]);
            if (more.Text.Length == 0 || more.IsRepeated)
            {
                continue;
            }

            if (own.Text.Length == 0 || own.IsRepeated)
            {
                _read[column] = more with { Place = own.Place };
            }
            else if (own.Text != more.Text && column < meanings.Count && meanings[column] is CriteriaMeaning.Code or CriteriaMeaning.MaxScore or CriteriaMeaning.SpecialMaxScore)
            {
                below.Use(column, CellRole.Unused, AnnexWords.MergedAway(own.Text));
            }
            else
            {
                _read[column] = own with { Text = $"{own.Text} {more.Text}", Lines = $"{own.Lines} {more.Lines}" };
            }
        }
    }

    /// <summary>The account of the row, and of each merged into it.</summary>
    public IEnumerable<RowAccount> Accounts(RowRole role, LineKind? line)
    {
        yield return new(Index, cells, role, Code, line, Standing(_uses)) { Correction = Correction };
        foreach (var row in _merged)
        {
            var lost = row._uses.Select(use => use.Column).ToList();
            yield return new(row.Index, row.Printed, RowRole.Merged, Code, Line: null, row.Standing([.. row._uses, .. _uses.Where(use => !lost.Contains(use.Column))])) { Correction = row.Correction };
        }
    }

    private int? Column(CriteriaMeaning meaning)
    {
        for (var i = 0; i < _read.Length && i < meanings.Count; i++)
        {
            if (meanings[i] == meaning)
            {
                return i;
            }
        }

        return null;
    }

    private List<int> Unaccounted() => [.. Enumerable.Range(0, _read.Length).Where(column => _read[column] is { Text.Length: > 0, IsRepeated: false } && !_uses.Exists(use => use.Column == column))];

    /// <summary>The uses of cells that hold something in this row itself.</summary>
    private IReadOnlyList<CellUse> Standing(IReadOnlyList<CellUse> uses) => [.. uses.Where(use => use.Column < cells.Count && cells[use.Column] is { Text.Length: > 0, IsRepeated: false }).Distinct()];
}
