using ParIndex.Domain;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Reading;

/// <summary>Rating words as tables print them: in any case, with a full stop or a footnote mark behind.</summary>
internal static class RatingText
{
    /// <summary>The words of which ratings are made; a unit's or a list's name has others too.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "xuat", "sac", "tot", "kha", "trung", "binh", "yeu", "kem", "rat", "tuong", "doi", "cao", "thap", "dat", "khong", "chua",
        "hoan", "thanh", "nhiem", "vu", "loai", "muc", "excellent", "very", "good", "fair", "average", "weak", "poor",
    };

    /// <summary>Whether the text is made of rating words alone: “Rất tốt”, “Trung bình”, “Loại A”.</summary>
    internal static bool IsRating(string text) => VietnameseText.Fold(text).Split(' ') is [.. var words] && words[0].Length > 0
        && Array.TrueForAll(words, word => Words.Contains(word) || word is "a" or "b" or "c" or "d") && Array.Exists(words, Words.Contains);

    /// <summary>The word without what stands behind it.</summary>
    internal static string Bare(string printed) => CellText.WithoutMarks(printed).TrimEnd('.', ';', ',', ' ');

    /// <summary>
    /// One spelling for each rating of the table: that of the known words, otherwise the first met. Says so where it
    /// changes what is printed.
    /// </summary>
    internal static List<PublishedRow> InOneSpelling(IReadOnlyList<PublishedRow> rows, List<Finding> remarks)
    {
        var spelling = new Dictionary<string, string>(StringComparer.Ordinal);
        var changed = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var unified = new List<PublishedRow>();
        foreach (var row in rows)
        {
            if (row.PublishedRating is not { } printed)
            {
                unified.Add(row);
                continue;
            }

            var key = NameIdentity.Key(Bare(printed));
            spelling.TryAdd(key, RatingWords.Known(Bare(printed)) ?? Bare(printed));
            unified.Add(row with { PublishedRating = spelling[key] });
            if (printed != spelling[key])
            {
                changed.TryAdd(spelling[key], []);
                changed[spelling[key]].Add(printed);
            }
        }

        remarks.AddRange(changed.Select(change => ReadingWords.OneSpelling([.. change.Value.Distinct()], change.Key)));
        return unified;
    }
}
