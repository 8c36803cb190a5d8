using System.Collections;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Ratings;

/// <summary>
/// The conditions that cap ratings in a group, in the order of the decision. People type and read one line for each:
/// <c>Khá | có tiêu chí 0 điểm | Điều 5 Quyết định 12/QĐ-UBND</c>. Any other middle part is something that is recorded of a unit.
/// </summary>
public sealed class ConditionScheme : IReadOnlyList<RatingCondition>, IEquatable<ConditionScheme>
{
    /// <summary>Most conditions of a group.</summary>
    public const int Most = 10;

    /// <summary>Longest part of a line.</summary>
    public const int MostLetters = 300;

    /// <summary>The words by which the points themselves are asked.</summary>
    public const string AtZero = "có tiêu chí 0 điểm";

    /// <summary>No condition.</summary>
    public static readonly ConditionScheme None = new([]);

    private readonly IReadOnlyList<RatingCondition> _conditions;

    /// <param name="conditions">The conditions in their order.</param>
    /// <exception cref="ArgumentException">Too many, a part that is blank, too long or holds a sign that separates.</exception>
    public ConditionScheme(IEnumerable<RatingCondition> conditions)
    {
        _conditions = [.. conditions];
        if (_conditions.Count > Most || _conditions.Any(condition => new[] { condition.HighestBand, condition.Text, condition.Basis }.Any(part => !Holds(part))))
        {
            throw new ArgumentException($"Không quá {Most} điều kiện; mỗi phần có nội dung, không quá {MostLetters} ký tự, không chứa dấu “|”.", nameof(conditions));
        }
    }

    /// <inheritdoc />
    public int Count => _conditions.Count;

    /// <inheritdoc />
    public RatingCondition this[int index] => _conditions[index];

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">A line that is no condition; the message names it and says what is accepted.</exception>
    public static ConditionScheme Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(VietnameseText.Normalize).Where(line => line.Length > 0).ToList();
        return lines.Count > Most
            ? throw new FormatException($"Không quá {Most} điều kiện xếp loại.")
            : new(lines.Select(ParseLine));
    }

    /// <summary>The first condition whose band is none of a scheme, or is the best and so caps nothing; <c>null</c> when there is none.</summary>
    /// <param name="ratings">The bands of the group, or <c>null</c> without any.</param>
    public RatingCondition? Unfit(RatingScheme? ratings) => _conditions.FirstOrDefault(condition => ratings?.Find(condition.HighestBand) is not { } band || band == ratings.Bands[0]);

    /// <summary>One line for each.</summary>
    public override string ToString() => string.Join('\n', _conditions.Select(condition => $"{condition.HighestBand} | {condition.Text} | {condition.Basis}"));

    /// <inheritdoc />
    public IEnumerator<RatingCondition> GetEnumerator() => _conditions.GetEnumerator();

    /// <inheritdoc />
    public bool Equals(ConditionScheme? other) => other is not null && _conditions.SequenceEqual(other._conditions);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ConditionScheme);

    /// <inheritdoc />
    public override int GetHashCode() => Count;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static RatingCondition ParseLine(string line)
    {
        var parts = line.Split('|').Select(VietnameseText.Normalize).ToList();
        return parts is [var band, var text, var basis] && parts.TrueForAll(Holds)
            ? new(NameIdentity.Same(text, AtZero) ? RatingConditionKind.CriterionAtZero : RatingConditionKind.Recorded, band, text, basis)
            : throw new FormatException($"Không hiểu điều kiện xếp loại “{(line.Length > 80 ? line[..80] + "…" : line)}”; mỗi dòng cần dạng: mức cao nhất | điều kiện | căn cứ, ví dụ: Khá | {AtZero} | Điều 5 Quyết định 12/QĐ-UBND.");
    }

    private static bool Holds(string part) => !string.IsNullOrWhiteSpace(part) && part.Length <= MostLetters && !part.AsSpan().ContainsAny('|', '\n');
}
