using ParIndex.Application.CriteriaSets.Reading;

namespace ParIndex.Application.CriteriaSets;

/// <summary>What was said beside an annex.</summary>
/// <param name="IsPasted">Whether it is a table that was pasted, as UTF-8, and no file.</param>
public sealed record AnnexRequest(bool IsPasted)
{
    /// <summary>The year the set is for, as typed.</summary>
    public string? Year { get; init; }

    /// <summary>The group of units the set is for.</summary>
    public string? Group { get; init; }

    /// <summary>The table that is meant, from 0; <c>null</c> while nobody chose one of several.</summary>
    public int? Table { get; init; }

    /// <summary>What was said of tables, each of another.</summary>
    public IReadOnlyList<TableReading> Readings { get; init; } = [];

    /// <summary>What was said of a table; nothing while nobody said anything.</summary>
    public TableReading Of(int table) => Readings.FirstOrDefault(reading => reading.Table == table) ?? new(table);

    /// <summary>The same with this said of its table.</summary>
    public AnnexRequest With(TableReading reading) => this with { Readings = [.. Readings.Where(other => other.Table != reading.Table), reading] };
}

/// <summary>What a person said of one table of an annex.</summary>
/// <param name="Table">Which it is, from 0.</param>
public sealed record TableReading(int Table)
{
    /// <summary>What its columns are, from the left; <c>null</c> for the program's own reading.</summary>
    public IReadOnlyList<CriteriaMeaning?>? Columns { get; init; }

    /// <summary>What was corrected, at most once a row.</summary>
    public IReadOnlyList<RowCorrection> Corrections { get; init; } = [];

    /// <summary>How much of it was said of an earlier annex of the same layout.</summary>
    public int Remembered { get; init; }

    /// <summary>The correction of a row; nothing where there is none.</summary>
    public RowCorrection Of(int row) => Corrections.FirstOrDefault(correction => correction.Row == row) ?? new(row);

    /// <summary>The same with this correction in place of the row's earlier one.</summary>
    public TableReading With(RowCorrection correction) =>
        this with { Corrections = [.. Corrections.Where(other => other.Row != correction.Row), .. correction.IsNothing ? Array.Empty<RowCorrection>() : [correction]] };
}
