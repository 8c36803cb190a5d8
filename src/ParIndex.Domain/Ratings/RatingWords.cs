using ParIndex.Domain.Text;

namespace ParIndex.Domain.Ratings;

/// <summary>The rating words in use, from best to worst, with their English names and the keys of their colours.</summary>
public static class RatingWords
{
    private static readonly (string Label, string English)[] Words =
    [
        ("Xuất sắc", "Excellent"), ("Tốt", "Good"), ("Khá", "Fair"), ("Trung bình", "Average"), ("Yếu", "Weak"), ("Kém", "Poor"),
    ];

    /// <summary>
    /// The English word, or the label itself when a province uses a word of its own. Found without accents, as the colour is:
    /// of the six words no two read alike.
    /// </summary>
    public static string English(string label) =>
        Words.FirstOrDefault(word => Key(word.Label) == Key(label)).English ?? label;

    /// <summary>A key for style sheets: <c>tot</c>, <c>trung-binh</c>.</summary>
    public static string Key(string label) => VietnameseText.Slug(label);

    /// <summary>The known word of a printed one, whatever its case; <c>null</c> for a province's own.</summary>
    public static string? Known(string printed) => Words.Select(word => word.Label).FirstOrDefault(label => NameIdentity.Same(label, printed));
}
