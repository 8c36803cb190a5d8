using FsCheck.Fluent;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public sealed class RoundingTests
{
    public static TheoryData<decimal, decimal> Halves { get; } = new()
    {
        { 82.805m, 82.81m },
        { 82.815m, 82.82m },
        { 0.005m, 0.01m },
        { -0.005m, -0.01m },
        { -82.805m, -82.81m },
        { 67.8149999m, 67.81m },
        { -0.0049m, 0m },
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public void HalfAwayFromZero_Halves_GoAwayFromZero(decimal value, decimal rounded) =>
        Assert.Equal(rounded, Rounding.HalfAwayFromZero(value, 2));

    [Fact]
    public void HalfAwayFromZero_IsSymmetric() => Law.Holds(
        Gen.Choose(-1_000_000, 1_000_000).Select(thousandths => thousandths / 1000m),
        value => Rounding.HalfAwayFromZero(-value, 2) == -Rounding.HalfAwayFromZero(value, 2));

    [Fact]
    public void HalfAwayFromZero_NeverMovesFurtherThanHalfAUnit() => Law.Holds(
        Gen.Choose(-1_000_000, 1_000_000).Select(thousandths => thousandths / 1000m),
        value => Math.Abs(Rounding.HalfAwayFromZero(value, 2) - value) <= Rounding.HalfUnit(2));

    public static TheoryData<int, decimal> HalfUnits { get; } = new() { { 0, 0.5m }, { 1, 0.05m }, { 2, 0.005m }, { 4, 0.00005m } };

    [Theory]
    [MemberData(nameof(HalfUnits))]
    public void HalfUnit_IsHalfOfTheLastPrintedPlace(int places, decimal half) => Assert.Equal(half, Rounding.HalfUnit(places));
}
