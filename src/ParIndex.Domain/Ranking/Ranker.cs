namespace ParIndex.Domain.Ranking;

/// <summary>A place in a ranking list.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="IsTied">Whether another shares it.</param>
public readonly record struct Place(int Rank, bool IsTied);

/// <summary>Gives places. Rank = 1 + number of units in the same list with a larger exact index, unless the numbering says otherwise.</summary>
public static class Ranker
{
    /// <summary>The places of one list's keys, the largest first; in the order given.</summary>
    /// <typeparam name="TKey">What is ranked by: the exact index, never a rounded one.</typeparam>
    /// <param name="keys">The keys.</param>
    /// <param name="numbering">How places are numbered after a tie.</param>
    /// <param name="decided">Of each key its place among equal ones as somebody decided it, the smaller before; <c>null</c> where nothing was decided.</param>
    public static IReadOnlyList<Place> Places<TKey>(IReadOnlyList<TKey> keys, RankNumbering numbering, IReadOnlyList<int>? decided = null)
        where TKey : struct, IComparable<TKey>
    {
        ArgumentNullException.ThrowIfNull(keys);
        var decisions = decided ?? [.. keys.Select(_ => 0)];
        var all = Enumerable.Range(0, keys.Count).ToList();
        var order = all.OrderByDescending(position => keys[position]).ThenBy(position => decisions[position]).ToList();
        return [.. all.Select(own => new Place(
            numbering switch
            {
                RankNumbering.Dense => all.Where(other => Against(other, own) > 0).Select(other => (keys[other], decisions[other])).Distinct().Count() + 1,
                RankNumbering.Sequence => order.IndexOf(own) + 1,
                _ => all.Count(other => Against(other, own) > 0) + 1,
            },
            IsTied: numbering != RankNumbering.Sequence && all.Count(other => Against(other, own) == 0) > 1))];

        int Against(int other, int own) => keys[other].CompareTo(keys[own]) is not 0 and var difference ? difference : decisions[own].CompareTo(decisions[other]);
    }
}
