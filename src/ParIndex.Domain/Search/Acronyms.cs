using ParIndex.Domain.Text;

namespace ParIndex.Domain.Search;

/// <summary>Initials as people make them of names: KHĐT, SKHĐT and “Sở KHĐT” of Sở Kế hoạch và Đầu tư.</summary>
internal static class Acronyms
{
    private const int Shortest = 2;

    /// <summary>Words that give no letter.</summary>
    private static readonly HashSet<string> Silent = new(["va", "cua", "cho", "ve", "thuoc"], StringComparer.Ordinal);

    /// <summary>The acronyms of a name, folded, without blanks.</summary>
    public static IReadOnlySet<string> Of(string name)
    {
        var words = VietnameseText.FoldedWords(name).Where(word => !Silent.Contains(word)).ToList();
        var rest = SearchPhrase.WithoutType(words).ToList();
        var type = words[..(words.Count - rest.Count)];
        var acronyms = new[] { Letters(words), Letters(rest), string.Concat(type) + Letters(rest), words is [.., "tinh"] ? Letters(words[..^1]) : "" };
        return acronyms.Where(acronym => acronym.Length >= Shortest && words.Count > 1).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What was typed, as an acronym: without blanks, points and signs between its letters.</summary>
    public static string Typed(string text) => string.Concat(VietnameseText.FoldedWords(text).Where(word => !Silent.Contains(word)));

    /// <summary>The first letter of each word; a word that is an acronym stays whole.</summary>
    private static string Letters(IEnumerable<string> words) => string.Concat(words.Select(word => SearchPhrase.IsShortened(word) ? word : word[..1]));
}
