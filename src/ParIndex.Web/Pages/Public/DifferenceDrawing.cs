using ParIndex.Domain.Releases;
using ParIndex.Web.Charts;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>Places of one ranking list in two versions, as they are drawn.</summary>
/// <param name="Group">The group in the later version.</param>
/// <param name="List">The list within the group, or <c>null</c> where it has one.</param>
/// <param name="Marks">The units drawn, by the place they have now.</param>
/// <param name="Moved">How many units changed their place in all.</param>
public sealed record DifferenceDrawing(ReleaseGroup Group, string? List, IReadOnlyList<SlopeMark> Marks, int Moved)
{
    /// <summary>As many units as a drawing holds and is still read.</summary>
    public const int Most = 24;

    /// <summary>Whether every unit that moved is drawn.</summary>
    public bool IsWhole => Marks.Count(mark => mark.Before != mark.After) == Moved;

    /// <summary>
    /// A drawing for each list in which places changed: the units that moved, with a neighbour above and below that did not. Of
    /// very many, those whose own figures changed and those that moved furthest.
    /// </summary>
    public static IReadOnlyList<DifferenceDrawing> Of(VersionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var causes = difference.Cells.Where(cell => !cell.IsComputed).Select(cell => (cell.Group, cell.Unit?.UnitCode)).ToHashSet();
        return
        [
            .. from row in difference.Ranks
               where row.Before.Rank is not null && row.After.Rank is not null && row.Before.Rank != row.After.Rank && row.Before.RankingList == row.After.RankingList
               group row by (row.Group, row.After.RankingList) into list
               select Of(difference.Before, list.Key.Group, list.Key.RankingList, [.. list.Select(row => row.After)], causes),
        ];
    }

    /// <summary>What the drawing shows, in one sentence: who moved by its own figures, and how many were moved by that.</summary>
    public string Say(PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var own = Marks.Where(mark => mark.IsCause && mark.Before != mark.After).ToList();
        return texts.Difference.SlopeSay([.. own.Select(mark => texts.Difference.SlopeMove(PublicTexts.Quoted(mark.Name), mark.Before, mark.After))], Moved - own.Count);
    }

    private static DifferenceDrawing Of(Release earlier, ReleaseGroup group, string? list, IReadOnlyList<ReleaseResult> moved, HashSet<(ReleaseGroup Group, string? UnitCode)> causes)
    {
        var before = earlier.Group(group.Slug)!;
        var drawn = moved.OrderByDescending(row => causes.Contains((group, row.UnitCode))).ThenByDescending(row => Math.Abs(row.Rank!.Value - before.Result(row.UnitCode)!.Rank!.Value)).ThenBy(row => row.Rank).Take(Most).ToList();
        if (drawn.Count == moved.Count)
        {
            var (first, last) = (drawn.Min(row => row.Rank), drawn.Max(row => row.Rank));
            var still = group.Results.Where(row => row.RankingList == list && row.Rank is not null && row.Rank == before.Result(row.UnitCode)?.Rank).ToList();
            drawn.AddRange(new[] { still.Where(row => row.Rank < first).MaxBy(row => row.Rank), still.Where(row => row.Rank > last).MinBy(row => row.Rank) }.OfType<ReleaseResult>());
        }

        return new(group, list, [.. drawn.OrderBy(row => row.Rank).ThenBy(row => row.Position).Select(row => new SlopeMark(row.UnitName, before.Result(row.UnitCode)!.Rank!.Value, row.Rank!.Value, causes.Contains((group, row.UnitCode))))], moved.Count);
    }
}
