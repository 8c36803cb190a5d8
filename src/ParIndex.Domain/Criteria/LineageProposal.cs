using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>
/// Proposes which criterion of an earlier year each one continues: by code and by how alike the names are. A person
/// decides. Every earlier one is continued once at most, and only by one of the same sort (leaf or not).
/// </summary>
public static class LineageProposal
{
    /// <summary>The same code needs this share of common words, otherwise the code was given to something else.</summary>
    private const double LeastAlikeWithCode = 0.3;

    /// <summary>Without the same code the wording itself must tell.</summary>
    private const double LeastAlike = 0.6;

    /// <summary>By criterion of <paramref name="later"/>, the one of <paramref name="earlier"/> it seems to continue.</summary>
    public static IReadOnlyDictionary<Criterion, Criterion> Of(CriteriaSet earlier, CriteriaSet later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var leaves = earlier.Leaves.Concat(later.Leaves).ToHashSet();
        return Of([.. earlier.Criteria], [.. later.Criteria], node => (node.Code, node.Name, leaves.Contains(node)));
    }

    /// <summary>The same of any two lists of nodes with a code, a wording and whether they are scored themselves.</summary>
    public static IReadOnlyDictionary<T, T> Of<T>(IReadOnlyList<T> earlier, IReadOnlyList<T> later, Func<T, (string Code, string Name, bool IsLeaf)> about)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(about);
        var known = earlier.Concat(later).Distinct().ToDictionary(node => node, node => (About: about(node), Words: VietnameseText.Fold(about(node).Name).Split(' ').ToHashSet(StringComparer.Ordinal)));
        var pairs =
            from node in later
            from before in earlier
            let now = known[node]
            let was = known[before]
            where now.About.IsLeaf == was.About.IsLeaf
            let alike = Alike(now.Words, was.Words)
            let sameCode = now.About.Code == was.About.Code
            where alike >= (sameCode ? LeastAlikeWithCode : LeastAlike)
            orderby alike + (sameCode ? 0.25 : 0) descending, now.About.Code, was.About.Code
            select (node, before);
        var continued = new Dictionary<T, T>();
        var taken = new HashSet<T>();
        foreach (var (node, before) in pairs)
        {
            if (!continued.ContainsKey(node) && taken.Add(before))
            {
                continued.Add(node, before);
            }
        }

        return continued;
    }

    /// <summary>What changed from one to the other; a changed maximum weighs more than a changed wording.</summary>
    public static LineageChange Change(Criterion earlier, Criterion later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return earlier.MaxScore != later.MaxScore ? LineageChange.MaximumChanged
            : earlier.Name != later.Name ? LineageChange.Reworded
            : LineageChange.Same;
    }

    /// <summary>Whether points seem comparable: the same way of scoring the same thing. The maximum may differ, shares are compared.</summary>
    public static bool Comparable(Criterion earlier, Criterion later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return earlier.Component == later.Component && earlier.Rule.GetType() == later.Rule.GetType();
    }

    /// <summary>Common words by all words, 0…1.</summary>
    private static double Alike(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }
}
