using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Archives;

/// <summary>What a published table says and what follows from it, before anything is stored.</summary>
/// <param name="Request">What staff said beside the file.</param>
/// <param name="Groups">The groups, in their order.</param>
/// <param name="Remarks">What reading passed over or assumed.</param>
public sealed record ReconciliationReport(ImportRequest Request, IReadOnlyList<GroupReport> Groups, IReadOnlyList<Finding> Remarks)
{
    /// <summary>Units that would be created.</summary>
    public IReadOnlyList<Unit> NewUnits => [.. Groups.SelectMany(group => group.Rows).Where(row => row.IsNewUnit).Select(row => row.Unit)];

    /// <summary>How many rows have the consistency.</summary>
    public int Count(Consistency? consistency) => Groups.Sum(group => group.Rows.Count(row => row.Reconciled.Consistency == consistency));
}

/// <summary>One group of a reconciled table.</summary>
public sealed record GroupReport
{
    /// <summary>The group; a new one when the register does not know it.</summary>
    public required UnitGroup Group { get; init; }

    /// <summary>Whether the group would be created.</summary>
    public required bool IsNewGroup { get; init; }

    /// <summary>The rules computed with.</summary>
    public required GroupRules Rules { get; init; }

    /// <summary>The release of the year before that changes are taken from where the announcement quotes none, or <c>null</c>.</summary>
    public required Release? YearBefore { get; init; }

    /// <summary>Decimals of the table's figures.</summary>
    public required PrintedDecimals Decimals { get; init; }

    /// <summary>The rows in printed order.</summary>
    public required IReadOnlyList<RowReport> Rows { get; init; }

    /// <summary>The printed mean of the group, per cent.</summary>
    public required decimal? PrintedMean { get; init; }

    /// <summary>Reference values to be published with the group.</summary>
    public required IReadOnlyList<ReleaseReference> References { get; init; }

    /// <summary>Names of units of the register that one would expect in the group, and that the table leaves out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What a person should look at before publishing.</summary>
    public required IReadOnlyList<Finding> Warnings { get; init; }

    /// <summary>The figures of the group over the official indices.</summary>
    public GroupSummary Summary => GroupSummary.Of(Rows
        .Where(row => row.OfficialIndex is not null)
        .Select(row => new SummaryEntry(row.Unit.Code, row.OfficialIndex!.Value, row.Printed.PublishedRating ?? row.Rating)));
}

/// <summary>One row of a reconciled table.</summary>
public sealed record RowReport
{
    /// <summary>As printed.</summary>
    public required PublishedRow Printed { get; init; }

    /// <summary>The unit it is of.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Whether the unit would be created.</summary>
    public required bool IsNewUnit { get; init; }

    /// <summary>The inference of the scale, where none was printed.</summary>
    public required ScaleInference? Inference { get; init; }

    /// <summary>Printed against computed.</summary>
    public required ReconciledRow Reconciled { get; init; }

    /// <summary>The places the rounded figures allow.</summary>
    public required RankRange? Range { get; init; }

    /// <summary>Official index minus that of the year before, percentage points.</summary>
    public required decimal? Change { get; init; }

    /// <summary>The computed result.</summary>
    public IndexResult Computed => Reconciled.Computed;

    /// <summary>The figure headlines use: the printed one where there is one.</summary>
    public decimal? OfficialIndex => Printed.PublishedIndex ?? Computed.Index;

    /// <summary>The rating by the bands: of the computed index, or of the printed one where none can be computed.</summary>
    public required string? Rating { get; init; }
}
