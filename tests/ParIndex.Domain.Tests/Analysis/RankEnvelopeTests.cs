using FsCheck.Fluent;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class RankEnvelopeTests
{
    [Fact]
    public void EqualTotals_CannotBeToldApart() =>
        Assert.Equal([(1, 2), (1, 2), (3, 3)], Ranges((83.95m, 98), (83.95m, 98), (80m, 98)));

    [Fact]
    public void TotalsAHundredthApart_AreToldApart() => Assert.Equal([(1, 1), (2, 2)], Ranges((83.96m, 98), (83.95m, 98)));

    [Fact]
    public void CloseIndicesOfDifferentScales_AreDoubtful() => Assert.Equal([(1, 2), (1, 2)], Ranges((80.00m, 100), (64.00m, 80)));

    [Fact]
    public void ThePrintedIndex_NarrowsWhatTheTotalAllows()
    {
        // 66,46 of 98 is 67,811…67,821: printed 67,81 it was below 67,815, printed 67,82 it was not.
        var rows = new[] { Row("a", 66.46m, 98, 67.81m), Row("b", 66.46m, 98, 67.82m) };

        Assert.Equal([new("a", 2, 2), new("b", 1, 1)], RankEnvelope.Of([.. Ranked(rows)]));
    }

    [Fact]
    public void APrintedIndexThatContradictsTheTotal_NarrowsNothing() => Assert.Equal(
        [new("a", 1, 1), new("b", 2, 2)],
        RankEnvelope.Of([.. Ranked([Row("a", 80, 100, 76), Row("b", 79, 100, 79)])]));

    [Fact]
    public void ExactScores_LeaveNoDoubtAndTiesShareTheBestPlace()
    {
        var rows = Ranked([.. new[] { 90m, 80m, 80m, 70m }.Select((points, i) => (Totals.Of($"{i}", points), (decimal?)null))]);

        Assert.Equal([(1, 1), (2, 2), (2, 2), (4, 4)], RankEnvelope.Of([.. rows]).Select(range => (range.Best, range.Worst)));
    }

    [Fact]
    public void UnitWithoutAPlace_HasNoRangeAndIsInNobodysWay()
    {
        var rows = Ranked([(Totals.Of("a", 90) with { IsRanked = false }, null), (Totals.Of("b", 80), null)]);

        Assert.Equal([new RankRange("b", 1, 1)], RankEnvelope.Of([.. rows]));
    }

    [Fact]
    public void EveryPlaceThatUnroundedTotalsGive_LiesInTheRange() => Law.Holds(
        from count in Gen.Choose(2, 8)
        from printed in Cases.Hundredths(50, 50.06m).ArrayOf(count)
        from scales in Gen.Elements(60m, 60.25m).ArrayOf(count)
        from offsets in Gen.Choose(-50, 49).ArrayOf(count)
        select (printed, scales, offsets),
        it =>
        {
            var ranges = Ranges([.. it.printed.Zip(it.scales)]).ToList();
            var unrounded = it.printed.Select((total, i) => Totals.Of($"{i}", total + (it.offsets[i] / 10_000m), it.scales[i]));
            return IndexCalculator.Calculate(unrounded, new()).Zip(ranges).All(pair => pair.First.Rank >= pair.Second.Best && pair.First.Rank <= pair.Second.Worst);
        });

    private static IEnumerable<(int Best, int Worst)> Ranges(params (decimal Total, decimal Scale)[] printed) =>
        RankEnvelope.Of([.. Ranked([.. printed.Select((row, i) => Row($"{i}", row.Total, row.Scale, index: null))])]).Select(range => (range.Best, range.Worst));

    private static (UnitTotals Totals, decimal? Index) Row(string code, decimal total, decimal scale, decimal? index) =>
        (Totals.Of(code, total, scale) with { PrintedTotal = total, Uncertainty = 0.005m }, index);

    private static IEnumerable<ReconciledRow> Ranked((UnitTotals Totals, decimal? Index)[] rows) =>
        IndexCalculator.Calculate(rows.Select(row => row.Totals), new()).Zip(rows, (computed, row) =>
            Reconciliation.Reconcile(computed, new(row.Index, 2, Rating: null), ratings: null, 0.005m));
}
