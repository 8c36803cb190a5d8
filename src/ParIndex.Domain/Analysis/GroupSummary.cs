using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Analysis;

/// <summary>One unit as group figures see it.</summary>
/// <param name="UnitCode">The unit's code.</param>
/// <param name="Index">The official index in per cent: the printed one in an archive release, else the computed one as rounded for publication.</param>
/// <param name="Rating">Its rating, or <c>null</c>.</param>
public sealed record SummaryEntry(string UnitCode, decimal Index, string? Rating);

/// <summary>The figures an announcement opens with: of a whole group, or of one of its ranking lists.</summary>
public sealed record GroupSummary
{
    /// <summary>Units with an index.</summary>
    public required int Units { get; init; }

    /// <summary>Mean index in per cent, rounded once to two places; <c>null</c> without units.</summary>
    public required decimal? Mean { get; init; }

    /// <summary>The units with the highest index; several when equal.</summary>
    public required IReadOnlyList<SummaryEntry> Highest { get; init; }

    /// <summary>The units with the lowest index; several when equal.</summary>
    public required IReadOnlyList<SummaryEntry> Lowest { get; init; }

    /// <summary>Units by rating.</summary>
    public required IReadOnlyDictionary<string, int> Ratings { get; init; }

    /// <summary>Sums up a group.</summary>
    public static GroupSummary Of(IEnumerable<SummaryEntry> entries)
    {
        var all = entries.ToList();
        return new()
        {
            Units = all.Count,
            Mean = all.Count == 0 ? null : Rounding.HalfAwayFromZero(all.Average(entry => entry.Index), 2),
            Highest = [.. all.Where(entry => entry.Index == all.Max(other => other.Index))],
            Lowest = [.. all.Where(entry => entry.Index == all.Min(other => other.Index))],
            Ratings = all.Where(entry => entry.Rating is not null).GroupBy(entry => entry.Rating!).ToDictionary(group => group.Key, group => group.Count()),
        };
    }
}
