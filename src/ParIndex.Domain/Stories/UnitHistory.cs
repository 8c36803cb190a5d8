using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Stories;

/// <summary>Why a year is not joined to the one before it.</summary>
public enum YearBreak
{
    /// <summary>Too little of the criteria compares.</summary>
    Criteria,

    /// <summary>Only totals are known of a year, so nobody can say how much of the criteria compares.</summary>
    Unknown,

    /// <summary>Years between are not published.</summary>
    Missing,

    /// <summary>The unit was merged or split: it is not the unit it was.</summary>
    Reorganised,
}

/// <summary>One year of a unit.</summary>
/// <param name="Year">The year assessed.</param>
/// <param name="Index">The official index, per cent; of a year without a release the one quoted later.</param>
/// <param name="Result">The published row; <c>null</c> where the index was only quoted.</param>
/// <param name="Quoted">The quoted value; <c>null</c> where the year has a release.</param>
/// <param name="BreakBefore">Why it is not joined to the point before; <c>null</c> where it is, and for the first.</param>
public sealed record HistoryPoint(int Year, decimal Index, UnitYear? Result, ReleaseReference? Quoted, YearBreak? BreakBefore)
{
    /// <summary>Whether it is known down to each leaf.</summary>
    public bool HasLeaves => Result?.Group.HasLeaves == true;

    /// <summary>The mean of the group, per cent, or <c>null</c>.</summary>
    public decimal? Mean => Result?.Group.Summary.Mean;
}

/// <summary>A unit over the years, with the places where its line may not be drawn through.</summary>
public sealed class UnitHistory
{
    private UnitHistory(IReadOnlyList<HistoryPoint> points) => Points = points;

    /// <summary>The years with an index, oldest first.</summary>
    public IReadOnlyList<HistoryPoint> Points { get; }

    /// <summary>The newest years that may be compared with one another, oldest first; all of the history where nothing breaks it.</summary>
    public IReadOnlyList<HistoryPoint> LastRun => [.. Points.Skip(Math.Max(0, Points.ToList().FindLastIndex(point => point.BreakBefore is not null)))];

    /// <summary>The years of the last run whose index is lower than the year before.</summary>
    public IReadOnlyList<int> Falls => [.. LastRun.Zip(LastRun.Skip(1)).Where(pair => pair.Second.Index < pair.First.Index).Select(pair => pair.Second.Year)];

    /// <summary>The year of the last run that lies farthest from the group's mean; <c>null</c> where no mean is known.</summary>
    public HistoryPoint? Farthest => LastRun.Where(point => point.Mean is not null).MaxBy(point => Math.Abs(point.Index - point.Mean!.Value));

    /// <summary>The history of a unit.</summary>
    /// <param name="years">Its published years, in any order.</param>
    /// <param name="quoted">Indices of the unit quoted for years that have no release, in any order.</param>
    /// <param name="reorganised">The days on which it took in others or came out of others.</param>
    public static UnitHistory Of(IEnumerable<UnitYear> years, IEnumerable<ReleaseReference> quoted, IReadOnlyCollection<DateOnly> reorganised)
    {
        ArgumentNullException.ThrowIfNull(years);
        ArgumentNullException.ThrowIfNull(quoted);
        ArgumentNullException.ThrowIfNull(reorganised);
        var published = years.Where(year => year.Result.OfficialIndex is not null).Select(year => new HistoryPoint(year.Release.Year, year.Result.OfficialIndex!.Value, year, Quoted: null, BreakBefore: null)).ToList();
        var all = published.Concat(quoted.Where(reference => reference.Measure == ReferenceMeasure.Index && !published.Exists(point => point.Year == reference.Year))
            .DistinctBy(reference => reference.Year).Select(reference => new HistoryPoint(reference.Year, reference.Value, Result: null, reference, BreakBefore: null)))
            .OrderBy(point => point.Year).ToList();
        return new([.. all.Select((point, position) => position == 0 ? point : point with { BreakBefore = Break(all[position - 1], point, reorganised) })]);
    }

    /// <summary>A reorganisation is told before all others: whatever the criteria, it is another unit.</summary>
    private static YearBreak? Break(HistoryPoint before, HistoryPoint point, IReadOnlyCollection<DateOnly> reorganised) =>
        reorganised.Any(day => day.Year > before.Year && day.Year <= point.Year) ? YearBreak.Reorganised
        : before.Year != point.Year - 1 ? YearBreak.Missing
        : point.Result is null ? YearBreak.Unknown
        : point.Result.Result.WhyNoChange switch
        {
            null => null,
            NoChange.NotComparable => YearBreak.Criteria,
            _ => YearBreak.Unknown,
        };
}
