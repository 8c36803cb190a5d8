using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>Looks for units by what they are or were called, in the database.</summary>
internal static class UnitSearch
{
    /// <summary>
    /// Units whose names or aliases hold all the words, folded. A word typed in part is enough from its beginning: “noi” and
    /// “no” find “nội”, “oi” does not.
    /// </summary>
    public static IQueryable<Unit> Holding(this IQueryable<Unit> units, IEnumerable<string> words) =>
        words.Aggregate(units, (found, word) => found.Where(unit => (" " + unit.SearchText.Replace("|", " ")).Contains(" " + word)));
}
