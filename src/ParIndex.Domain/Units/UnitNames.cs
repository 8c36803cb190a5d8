using System.Globalization;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Units;

/// <summary>How names of units are compared, sorted and recognised.</summary>
public static class UnitNames
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Words that tell the type and not the unit, longest first.</summary>
    private static readonly string[] Types =
        ["Ủy ban nhân dân", "UBND", "Tỉnh", "Thành phố", "Thị trấn", "Thị xã", "Huyện", "Phường", "Đặc khu", "Xã", "Sở", "Ban Quản lý", "Ban"];

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
        var rest = name;
        foreach (var type in Types)
        {
            if (rest.Length > type.Length + 1 && rest.StartsWith(type + " ", StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[(type.Length + 1)..];
            }
        }

        return rest;
    }

    /// <summary>Whether a printed name is one of the names: accents, case, signs, a leading “UBND” and “TP” for “Thành phố” do not matter.</summary>
    public static bool Match(string printed, IEnumerable<string> names)
    {
        var canonical = Canonical(printed);
        return names.Any(name => Canonical(name) == canonical);
    }

    /// <summary>Names nearest to a misspelt one, at most three, for “did you mean”.</summary>
    public static IReadOnlyList<string> Nearest(string printed, IEnumerable<string> names)
    {
        var canonical = Canonical(printed);
        var most = Math.Max(2, canonical.Length / 4);
        return [.. names.Select(name => (Name: name, Distance: Distance(canonical, Canonical(name))))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).Distinct().Take(3)];
    }

    private static string Canonical(string name)
    {
        var folded = VietnameseText.Fold(name);
        foreach (var (start, replacement) in new[] { ("uy ban nhan dan ", ""), ("ubnd ", ""), ("tp ", "thanh pho "), ("tx ", "thi xa ") })
        {
            if (folded.StartsWith(start, StringComparison.Ordinal))
            {
                folded = replacement + folded[start.Length..];
            }
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
