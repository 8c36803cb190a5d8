using ParIndex.Domain.Text;

namespace ParIndex.Domain.Search;

/// <summary>Names and what people type, as the same words: folded, and what people shorten written out.</summary>
internal static class SearchPhrase
{
    /// <summary>What people shorten anywhere in a name.</summary>
    private static readonly Dictionary<string, string[]> Shortened = Table(
        ("ubnd", "Ủy ban nhân dân"), ("hdnd", "Hội đồng nhân dân"), ("tp", "thành phố"), ("tx", "thị xã"), ("vp", "văn phòng"), ("bql", "ban quản lý"),
        ("ktck", "kinh tế cửa khẩu"), ("ptnt", "phát triển nông thôn"), ("tb", "thương binh"), ("xh", "xã hội"),
        ("cchc", "cải cách hành chính"), ("tthc", "thủ tục hành chính"), ("cntt", "công nghệ thông tin"), ("vbqppl", "văn bản quy phạm pháp luật"), ("qd", "quyết định"));

    /// <summary>What people shorten at the beginning of a place's name.</summary>
    private static readonly Dictionary<string, string[]> ShortenedFirst = Table(("h", "huyện"), ("x", "xã"), ("p", "phường"), ("tt", "thị trấn"), ("q", "quận"));

    /// <summary>Words that tell what sort of thing it is; the longer of two that begin alike comes first.</summary>
    private static readonly string[][] Types =
        [.. new[] { "Ủy ban nhân dân", "Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Huyện", "Phường", "Quận", "Tỉnh", "Xã", "Sở", "Ban Quản lý", "Ban", "Chi cục", "Cục" }.Select(type => VietnameseText.FoldedWords(type).ToArray())];

    private static readonly string[] Committee = Shortened["ubnd"];

    /// <summary>The words, folded and written out.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var folded = VietnameseText.FoldedWords(text);
        return [.. folded.SelectMany((word, place) =>
            Shortened.TryGetValue(word, out var whole) || (place == 0 && folded.Count > 1 && ShortenedFirst.TryGetValue(word, out whole)) ? whole : [word])];
    }

    /// <summary>The words without those for the type of a thing; all of them where there are no others.</summary>
    public static IReadOnlyList<string> WithoutType(IReadOnlyList<string> words) =>
        Types.FirstOrDefault(type => words.Count > type.Length && words.Take(type.Length).SequenceEqual(type, StringComparer.Ordinal)) is { } found ? [.. words.Skip(found.Length)] : words;

    /// <summary>The words without the committee of a place before its name; all of them where nothing is left.</summary>
    public static IReadOnlyList<string> WithoutCommittee(IReadOnlyList<string> words) =>
        words.Count > Committee.Length && words.Take(Committee.Length).SequenceEqual(Committee, StringComparer.Ordinal) ? [.. words.Skip(Committee.Length)] : words;

    /// <summary>Whether a word stands for several.</summary>
    public static bool IsShortened(string word) => Shortened.ContainsKey(word);

    private static Dictionary<string, string[]> Table(params (string Short, string Whole)[] rows) =>
        rows.ToDictionary(row => row.Short, row => VietnameseText.FoldedWords(row.Whole).ToArray(), StringComparer.Ordinal);
}
