using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>One kind of what was done, and what each of it weighs: done late ½.</summary>
/// <param name="Name">What it is: “đúng hạn”.</param>
/// <param name="Weight">What one weighs, above 0 and at most 1.</param>
public sealed record WeightedTerm(string Name, decimal Weight)
{
    /// <summary>What it is, in one line, NFC.</summary>
    public string Name { get; } = LeafRuleText.CheckedStatement(Name);

    /// <summary>What one weighs, above 0 and at most 1.</summary>
    public decimal Weight { get; } = LeafRuleText.CheckedNumber(Weight);
}

/// <summary>
/// Σ weight × count ÷ required × max, at most max: on time 1, late ½. How many of each term are typed in one box, in the
/// order of the terms: <c>45+3</c>.
/// </summary>
/// <param name="Terms">The terms in the order of the decision, at least one.</param>
public sealed record WeightedRatioRule(IReadOnlyList<WeightedTerm> Terms) : RatioBasedRule
{
    /// <summary>Most terms of a rule.</summary>
    public const int MostTerms = 6;

    /// <summary>The terms in the order of the decision, at least one.</summary>
    public IReadOnlyList<WeightedTerm> Terms { get; } = LeafRuleText.CheckedList(Terms);

    /// <summary>What stands in the box before anything is typed: <c>đúng hạn + trễ hạn</c>.</summary>
    public string Wanted => string.Join(" + ", Terms.Select(term => term.Name));

    /// <summary>
    /// How many of each term, as they are kept: <c>45+3</c>; <c>null</c> for anything that is not one whole number for each,
    /// blanks and separators of thousands aside.
    /// </summary>
    public string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var counts = text.Split('+').Select(count => CountText.Read(count).Value).ToList();
        return counts.Count == Terms.Count && !counts.Contains(null) ? string.Join('+', counts.Select(count => NumberWriter.DataTrimmed(count!.Value))) : null;
    }

    /// <summary>Σ weight × count of counts that <see cref="Read"/> keeps; <c>null</c> for others.</summary>
    public decimal? Weighed(string counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Read(counts) == counts ? counts.Split('+').Zip(Terms, (count, term) => CountText.Read(count).Value!.Value * term.Weight).Sum() : null;
    }

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Terms.Count is < 2 or > MostTerms)
        {
            yield return $"phải có từ hai đến {MostTerms} loại có trọng số";
        }

        if (Terms.Any(term => term.Weight is <= 0 or > 1))
        {
            yield return "trọng số phải lớn hơn 0 và không quá 1";
        }

        if (Terms.DistinctBy(term => NameIdentity.Key(term.Name)).Count() < Terms.Count)
        {
            yield return "có hai loại trùng tên";
        }
    }

    /// <inheritdoc />
    public bool Equals(WeightedRatioRule? other) => base.Equals(other) && Terms.SequenceEqual(other!.Terms);

    /// <inheritdoc />
    public override int GetHashCode() => Terms.Count;

    private protected override decimal OfPercent(decimal maxScore, decimal percent) => Math.Min(percent / 100 * maxScore, maxScore);
}
