using ParIndex.Application.Imports;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

namespace ParIndex.Application.Archives;

/// <summary>What staff say about a published table beside its file.</summary>
public sealed record ImportRequest
{
    /// <summary>The province as it calls itself: “Tỉnh Lai Châu”.</summary>
    public required string Province { get; init; }

    /// <summary>The year assessed.</summary>
    public required int Year { get; init; }

    /// <summary>The group all rows are of, or the one group to take from a table of several; <c>null</c> to read it from the table.</summary>
    public string? Group { get; init; }

    /// <summary>Number of the decision.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Day of the announcement.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>Where the table was taken from.</summary>
    public string? SourceNote { get; init; }

    /// <summary>Why scales differ from 100, in words of the announcement.</summary>
    public string? ScaleNote { get; init; }

    /// <summary>Rating bands; without them no rating is computed.</summary>
    public RatingScheme? Ratings { get; init; }

    /// <summary>Ranking lists; <c>null</c> to follow the table's own numbering.</summary>
    public RankingScope? Ranking { get; init; }

    /// <summary>Whether the place in the whole group stands beside the one in a list, where there are lists.</summary>
    public bool WithWholePlace { get; init; }

    /// <summary>Scales by unit code or name, points; they win over the table.</summary>
    public IReadOnlyDictionary<string, decimal> Scales { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Figures of other years that were quoted with the announcement.</summary>
    public IReadOnlyList<QuotedFigure> QuotedFigures { get; init; } = [];

    /// <summary>Whether units and groups the register does not know are created.</summary>
    public bool CreateUnits { get; init; }

    /// <summary>What refusals and warnings tell staff to do.</summary>
    public ImportHints Hints { get; init; } = ImportHints.CommandLine;
}
