using System.Globalization;

namespace ParIndex.Web.Pages.Public;

/// <summary>What is to stand side by side, as the address of a comparison says it.</summary>
/// <param name="Years">The years, at most two, the earlier first; 0 for what is no year.</param>
/// <param name="Units">The codes of the units, each once, in the order asked for.</param>
public sealed record ComparedChoice(IReadOnlyList<int> Years, IReadOnlyList<string> Units)
{
    /// <summary>Values with commas, or one a field.</summary>
    public static ComparedChoice Read(IEnumerable<string?> years, IEnumerable<string?> units) => new(
        [.. Parts(years).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).Distinct().Take(2).Order()],
        [.. Parts(units).Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal)]);

    private static IEnumerable<string> Parts(IEnumerable<string?> words) =>
        words.SelectMany(word => (word ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
