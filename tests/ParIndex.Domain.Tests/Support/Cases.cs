using FsCheck;
using FsCheck.Fluent;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Tests.Support;

/// <summary>Generators of the things the laws speak of.</summary>
internal static class Cases
{
    /// <summary>Values with two decimals from one bound to the other, both included.</summary>
    public static Gen<decimal> Hundredths(decimal least, decimal most) =>
        Gen.Choose((int)(least * 100), (int)(most * 100)).Select(hundredths => hundredths / 100m);

    /// <summary>A scale on the grid of a quarter point, 60…100.</summary>
    public static Gen<decimal> Scale { get; } = Gen.Choose(240, 400).Select(quarters => quarters / 4m);

    /// <summary>Points on a scale. The grid of points is coarse, so that ties and equal shares of different scales happen.</summary>
    public static Gen<(decimal Points, decimal Scale)> Shares { get; } =
        from scale in Gen.Elements(60m, 78.5m, 80m, 98m, 100m)
        from quarter in Gen.Choose(0, 20)
        select (scale * quarter / 20, scale);

    /// <summary>Between two and twelve units with their totals.</summary>
    public static Gen<UnitTotals[]> Groups { get; } =
        from count in Gen.Choose(2, 12)
        from shares in Shares.ArrayOf(count)
        select shares.Select((share, i) => Totals.Of($"don-vi-{i}", share.Points, share.Scale)).ToArray();
}
