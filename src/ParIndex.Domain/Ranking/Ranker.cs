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
    public static IReadOnlyList<Place> Places<TKey>(IReadOnlyList<TKey> keys, RankNumbering numbering)
        where TKey : struct, IComparable<TKey>
    {
        ArgumentNullException.ThrowIfNull(keys);
        var order = Enumerable.Range(0, keys.Count).OrderByDescending(position => keys[position]).ToList();
        return [.. keys.Select((key, position) => new Place(
            numbering switch
            {
                RankNumbering.Dense => keys.Where(other => other.CompareTo(key) > 0).Distinct().Count() + 1,
                RankNumbering.Sequence => order.IndexOf(position) + 1,
                _ => keys.Count(other => other.CompareTo(key) > 0) + 1,
            },
            IsTied: numbering != RankNumbering.Sequence && keys.Count(other => other.CompareTo(key) == 0) > 1))];
    }
}
