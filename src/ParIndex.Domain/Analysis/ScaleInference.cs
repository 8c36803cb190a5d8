using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Analysis;

/// <summary>
/// Infers a scale that a table does not print: the values on a grid for which some total that rounds to the printed
/// total gives an index that rounds to the printed one: in 2020 each scale left out is the only one that fits. Says what fits; never guesses.
/// </summary>
public sealed record ScaleInference
{
    /// <summary>The step of the grid, points.</summary>
    public const decimal Step = 0.25m;

    /// <summary>The smallest scale tried.</summary>
    public const decimal Smallest = 60;

    /// <summary>The largest scale tried.</summary>
    public const decimal Largest = 100;

    private ScaleInference(IReadOnlyList<decimal> candidates) => Candidates = candidates;

    /// <summary>Every scale on the grid that fits, ascending.</summary>
    public IReadOnlyList<decimal> Candidates { get; }

    /// <summary>The scale when just one fits; otherwise <c>null</c>: none or ambiguous.</summary>
    public decimal? Unique => Candidates.Count == 1 ? Candidates[0] : null;

    /// <summary>Tries the grid.</summary>
    /// <param name="total">Printed total, points.</param>
    /// <param name="uncertainty">How far the unrounded total may lie from it, points.</param>
    /// <param name="publishedIndex">Printed index, per cent.</param>
    /// <param name="indexDecimals">Decimals the index is printed with.</param>
    public static ScaleInference Infer(decimal total, decimal uncertainty, decimal publishedIndex, int indexDecimals = 2)
    {
        var totals = Interval.Around(total, uncertainty);
        var printed = Interval.Around(publishedIndex, Rounding.HalfUnit(indexDecimals));
        return new([.. Grid().Where(scale => totals.AsIndexOn(scale).Overlaps(printed))]);
    }

    private static IEnumerable<decimal> Grid()
    {
        for (var scale = Smallest; scale <= Largest; scale += Step)
        {
            yield return scale;
        }
    }
}
