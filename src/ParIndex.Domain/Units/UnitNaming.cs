using System.Globalization;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Units;

/// <summary>How names of units are compared, sorted and recognised.</summary>
public static class UnitNaming
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Words for the committee of a place, which stand before its type.</summary>
    private static readonly string[] Committees = ["Ủy ban nhân dân", "Uỷ ban nhân dân", "UBND"];

    /// <summary>Words that tell the type and not the unit; the longer of two that begin alike comes first.</summary>
    private static readonly string[] Types =
        ["Tỉnh", "Thành phố", "Thị trấn", "Thị xã", "Huyện", "Phường", "Đặc khu", "Xã", "Sở", "Ban Quản lý", "Ban"];

    /// <summary>Beginnings that names of one unit have or lack, word by word.</summary>
    private static readonly (string[] Start, string[] Meant)[] Shortened =
    [
        ([.. NameIdentity.Words("Ủy ban nhân dân")], []), (["ubnd"], []),
        (["tp"], [.. NameIdentity.Words("thành phố")]), (["tp."], [.. NameIdentity.Words("thành phố")]),
        (["tx"], [.. NameIdentity.Words("thị xã")]), (["tx."], [.. NameIdentity.Words("thị xã")]),
    ];

    /// <summary>Sorts by the distinctive part of the name in vi-VN collation: Huyện Sìn Hồ under S.</summary>
    public static readonly IComparer<string> Comparer = Comparer<string>.Create(static (one, other) =>
    {
        var byDistinctive = Vietnamese.Compare(Distinctive(one), Distinctive(other), CompareOptions.None);
        return byDistinctive != 0 ? byDistinctive : string.CompareOrdinal(one, other);
    });

    /// <summary>The name without the words that tell its type: “Sìn Hồ” of “Huyện Sìn Hồ”.</summary>
    public static string Distinctive(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return WithoutFirst(Types, WithoutFirst(Committees, name));
    }

    /// <summary>
    /// Whether a printed name is one of the names (<see cref="NameIdentity"/>). A leading “UBND”, and “TP” or “TX” for the
    /// type in full, do not matter.
    /// </summary>
    public static bool Match(string printed, IEnumerable<string> names)
    {
        var key = Key(printed);
        return key.Length > 0 && names.Any(name => Key(name) == key);
    }

    /// <summary>What the names of one unit share: for telling doubles apart, never for showing.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        IReadOnlyList<string> words = [.. NameIdentity.Words(name.Trim().TrimEnd('.')).SelectMany(word => word is ['t', 'p' or 'x', '.', _, ..] ? [word[..3], word[3..]] : new[] { word })];
        foreach (var (start, replacement) in Shortened)
        {
            words = words.Count > start.Length && words.Take(start.Length).SequenceEqual(start, StringComparer.Ordinal) ? [.. replacement, .. words.Skip(start.Length)] : words;
        }

        return NameIdentity.Joined(words);
    }

    /// <summary>Names nearest to a misspelt one, at most three, for “did you mean”.</summary>
    public static IReadOnlyList<string> Nearest(string printed, IEnumerable<string> names)
    {
        var canonical = Findable(printed);
        var most = Math.Max(2, canonical.Length / 4);
        return [.. names.Select(name => (Name: name, Distance: Distance(canonical, Findable(name))))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).Distinct().Take(3)];
    }

    /// <summary>The name without the one type word it begins with: a ward may well be called “Sở Dầu”.</summary>
    private static string WithoutFirst(string[] words, string name) =>
        Array.Find(words, word => name.Length > word.Length + 1 && name.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)) is { } first
            ? name[(first.Length + 1)..]
            : name;

    private static string Findable(string name)
    {
        var folded = VietnameseText.Fold(name);
        foreach (var start in new[] { "uy ban nhan dan ", "ubnd " })
        {
            folded = folded.StartsWith(start, StringComparison.Ordinal) ? folded[start.Length..] : folded;
        }

        return folded;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replace = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[other.Length];
    }
}
