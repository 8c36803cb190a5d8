using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Ratings;

/// <summary>
/// The rating bands of one group in one year, best first. Bands are data: provinces, groups and years differ.
/// </summary>
public sealed class RatingScheme : IEquatable<RatingScheme>
{
    /// <summary>Most letters of a band's label: it stands in tables and pictures.</summary>
    public const int MostLetters = 40;

    /// <summary>Makes a scheme from bands in any order.</summary>
    /// <exception cref="ArgumentException">
    /// No band, two equal limits or labels, a label of more than <see cref="MostLetters"/>, no band that starts at 0, or a band whose text <see cref="Parse"/> could not read back.
    /// </exception>
    public RatingScheme(IEnumerable<RatingBand> bands)
    {
        Bands = InOrder(bands);
        if (Problem(Bands) is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }

    /// <summary>The bands, best first; the last starts at 0.</summary>
    public IReadOnlyList<RatingBand> Bands { get; }

    /// <summary>
    /// What keeps bands, in any order, from being a scheme: a Vietnamese sentence, or <c>null</c>. Two labels that read alike
    /// without accents are one too many: <see cref="Find"/> and the colours of pages could not tell them apart.
    /// </summary>
    public static string? Problem(IEnumerable<RatingBand> bands)
    {
        var ordered = InOrder(bands);
        return ordered.Count == 0 ? "Bảng xếp loại phải có ít nhất một mức."
            : ordered.FirstOrDefault(band => !IsReadable(band)) is { } unreadable ? $"Mức xếp loại “{unreadable.Label}” phải có tên không chứa dấu “,” “;” “=” và ngưỡng có tối đa 2 chữ số thập phân."
            : ordered.FirstOrDefault(band => band.Label.Length > MostLetters) is { } wordy ? $"Tên mức xếp loại “{wordy.Label[..MostLetters]}…” dài quá {MostLetters} ký tự."
            : ordered.DistinctBy(band => band.LowerLimit).Count() < ordered.Count || ordered.DistinctBy(band => VietnameseText.Fold(band.Label)).Count() < ordered.Count ? "Hai mức xếp loại không được trùng tên hoặc trùng ngưỡng."
            : ordered[^1].LowerLimit != 0 ? "Mức xếp loại thấp nhất phải bắt đầu từ 0."
            : null;
    }

    /// <summary>Reads <c>Tốt=80,Khá=70,Trung bình=0</c>; a semicolon between the bands lets limits carry a decimal comma.</summary>
    /// <exception cref="FormatException">Not of that form; the message says what is accepted.</exception>
    public static RatingScheme Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bands = text.Split(text.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseBand).ToList();
        return Problem(bands) is { } problem ? throw new FormatException(problem) : new RatingScheme(bands);
    }

    /// <summary>The band of an index: the best whose limit it reaches.</summary>
    /// <param name="index">Index in per cent, ≥ 0, rounded or exact as the group's setting says.</param>
    public RatingBand BandOf(decimal index) => Bands.First(band => index >= band.LowerLimit || band == Bands[^1]);

    /// <summary>
    /// The band with this label, or <c>null</c>. Case and accents do not matter: a printed table may lack them, the bands of a
    /// scheme are few, and no two of them read alike.
    /// </summary>
    public RatingBand? Find(string label) =>
        Bands.FirstOrDefault(band => VietnameseText.Fold(band.Label) == VietnameseText.Fold(label));

    /// <summary>
    /// Points missing to a band: T·M/100 − S with T the band's limit, M the scale, S the points; below 0 by how much the
    /// points lie above the limit.
    /// </summary>
    public static decimal PointsTo(RatingBand band, decimal points, decimal scale)
    {
        ArgumentNullException.ThrowIfNull(band);
        return (band.LowerLimit * scale / 100) - points;
    }

    /// <summary>The text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() =>
        string.Join(',', Bands.Select(band => $"{band.Label}={NumberWriter.DataTrimmed(band.LowerLimit)}"));

    /// <inheritdoc />
    public bool Equals(RatingScheme? other) => other is not null && Bands.SequenceEqual(other.Bands);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as RatingScheme);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static List<RatingBand> InOrder(IEnumerable<RatingBand> bands) => [.. bands.OrderByDescending(band => band.LowerLimit)];

    private static bool IsReadable(RatingBand band) =>
        !string.IsNullOrWhiteSpace(band.Label) && band.Label.AsSpan().IndexOfAny(",;=") < 0
        && ScoreText.Read(NumberWriter.DataTrimmed(band.LowerLimit), NumberFormat.Score).Value == band.LowerLimit;

    private static RatingBand ParseBand(string text)
    {
        var equals = text.LastIndexOf('=');
        return equals != -1 && VietnameseText.Normalize(text[..equals]) is { Length: > 0 } label && ScoreText.Read(text[(equals + 1)..], NumberFormat.Percentage).Value is { } limit
            ? new(label, limit)
            : throw new FormatException($"Không hiểu mức xếp loại “{text}”; cần dạng Tên=ngưỡng, ví dụ Tốt=80,Khá=70,Trung bình=0.");
    }
}
