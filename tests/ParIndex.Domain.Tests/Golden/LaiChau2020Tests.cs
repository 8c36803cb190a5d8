using ParIndex.Domain.Analysis;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Tests.Golden;

/// <summary>The published table of Lai Châu 2020, taken through the whole calculation.</summary>
public sealed class LaiChau2020Tests
{
    [Fact]
    public void Table_Has28Units() => Assert.Equal(28, LaiChau2020.All.DistinctBy(row => row.Code).Count());

    [Fact]
    public void Reconciliation_Finds25ExactAnd3WithinRounding()
    {
        var rows = LaiChau2020.Reconciled();

        Assert.Equal(25, rows.Count(row => row.Consistency == Consistency.Exact));
        Assert.Equal(
            ["so-ngoai-vu", "bql-khu-ktck-ma-lu-thang", "huyen-sin-ho"],
            rows.Where(row => row.Consistency == Consistency.WithinRounding).Select(row => row.Computed.Totals.UnitCode));
        Assert.DoesNotContain(rows, row => row.Consistency is Consistency.Inconsistent or null);
    }

    public static TheoryData<string, decimal, decimal> RowsWithinRounding { get; } = new()
    {
        { "Huyện Sìn Hồ", 67.82m, 67.81m },
        { "Sở Ngoại vụ", 86.54m, 86.53m },
        { "BQL Khu KTCK Ma Lù Thàng", 72.20m, 72.19m },
    };

    [Theory]
    [MemberData(nameof(RowsWithinRounding))]
    public void RowWithinRounding_KeepsTheComputedBesideThePrintedIndex(string unit, decimal computed, decimal printed)
    {
        var row = LaiChau2020.Reconciled().Single(row => row.Computed.Totals.UnitCode == LaiChau2020.Row(unit).Code);

        Assert.Equal(computed, row.Computed.Index);
        Assert.Equal(printed, row.Published.Index);
    }

    [Fact]
    public void PrintedParts_AddUpToThePrintedTotal() =>
        Assert.All(LaiChau2020.Reconciled(), row => Assert.True(row.PartsAddUp));

    [Fact]
    public void PrintedRatings_FollowFromThePrintedIndices() =>
        Assert.All(LaiChau2020.Reconciled(), row => Assert.True(row.RatingFollows));

    public static TheoryData<string, decimal> UnprintedScales { get; } = new()
    {
        { "Sở Ngoại vụ", 78.5m },
        { "Thanh tra tỉnh", 80m },
        { "Văn phòng UBND tỉnh", 70.5m },
        { "Ban Dân tộc", 80m },
        { "BQL Khu KTCK Ma Lù Thàng", 76.5m },
        { "Thành phố Lai Châu", 98m },
        { "Huyện Tam Đường", 98m },
        { "Huyện Tân Uyên", 98m },
        { "Huyện Mường Tè", 98m },
        { "Huyện Phong Thổ", 98m },
        { "Huyện Nậm Nhùn", 98m },
        { "Huyện Than Uyên", 98m },
        { "Huyện Sìn Hồ", 98m },
    };

    [Theory]
    [MemberData(nameof(UnprintedScales))]
    public void UnprintedScale_IsTheOnlyOneOnTheGridThatFits(string unit, decimal scale)
    {
        var row = LaiChau2020.Row(unit);

        Assert.Equal([scale], ScaleInference.Infer(row.Total, LaiChau2020.HalfUnit, row.Index).Candidates);
    }

    [Fact]
    public void ComputedRatings_AreThePrintedOnes() => Assert.Equal(
        LaiChau2020.All.Select(row => (row.Code, row.Rating)),
        LaiChau2020.ProvincialResults().Concat(LaiChau2020.DistrictResults()).Select(result => (result.Totals.UnitCode, result.Rating!)));

    [Fact]
    public void ProvincialUnits_Are15GoodAnd5Fair() => Assert.Equal(
        new Dictionary<string, int> { ["Tốt"] = 15, ["Khá"] = 5 },
        Summary(LaiChau2020.Provincial).Ratings);

    [Fact]
    public void Districts_Are5FairAnd3Average() => Assert.Equal(
        new Dictionary<string, int> { ["Khá"] = 5, ["Trung bình"] = 3 },
        Summary(LaiChau2020.Districts).Ratings);

    [Fact]
    public void MeanOfProvincialUnits_IsTheAnnouncedOne() => Assert.Equal(82.08m, Summary(LaiChau2020.Provincial).Mean);

    [Fact]
    public void MeanOfDistricts_IsTheAnnouncedOne() => Assert.Equal(72.65m, Summary(LaiChau2020.Districts).Mean);

    [Fact]
    public void HighestAndLowest_AreTheAnnouncedOnes()
    {
        var (provincial, districts) = (Summary(LaiChau2020.Provincial), Summary(LaiChau2020.Districts));

        Assert.Equal(
            ["so-noi-vu", "bql-khu-ktck-ma-lu-thang", "thanh-pho-lai-chau", "huyen-sin-ho"],
            new[] { provincial.Highest, provincial.Lowest, districts.Highest, districts.Lowest }.Select(entries => entries.Single().UnitCode));
    }

    [Fact]
    public void PlacesOnScale98_ShareTheFourthAndSkipTheFifth() => Assert.Equal(
        [1, 2, 3, 4, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        LaiChau2020.ProvincialResults().Where(result => result.RankingList == LaiChau2020.OnScale98).Select(result => result.Rank!.Value));

    [Fact]
    public void SpecialCaseUnits_AreRankedAmongThemselves() => Assert.Equal(
        [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)],
        LaiChau2020.ProvincialResults().Where(result => result.RankingList == LaiChau2020.SpecialCases).Select(result => (result.Rank!.Value, result.RankedUnits)));

    [Fact]
    public void Districts_AreRankedAsPrinted() =>
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], LaiChau2020.DistrictResults().Select(result => result.Rank!.Value));

    public static TheoryData<string, string, decimal> PointsToBands { get; } = new()
    {
        { "Huyện Nậm Nhùn", "Khá", 0.04m },
        { "Huyện Than Uyên", "Khá", 0.08m },
        { "Huyện Sìn Hồ", "Khá", 2.14m },
        { "Sở Tài chính", "Tốt", 3.00m },
        { "Sở Nông nghiệp và PTNT", "Tốt", 3.09m },
        { "Sở Y tế", "Tốt", 5.58m },
        { "Sở Nội vụ", "Tốt", -7.27m },
    };

    [Theory]
    [MemberData(nameof(PointsToBands))]
    public void PointsToABand_AreThoseOfTheFormula(string unit, string label, decimal points) =>
        Assert.Equal(points, RatingScheme.PointsTo(LaiChau2020.Ratings.Find(label)!, LaiChau2020.Row(unit).Total, 98));

    [Fact]
    public void RankEnvelope_CannotTellTheTwoUnitsOf83Comma95Apart()
    {
        var ranges = RankEnvelope.Of([.. LaiChau2020.Reconciled().Where(row => row.Computed.RankingList == LaiChau2020.OnScale98)]);

        Assert.Equal(
            [("so-giao-duc-va-dao-tao", 4, 5), ("so-khoa-hoc-va-cong-nghe", 4, 5)],
            ranges.Where(range => range.Best != range.Worst).Select(range => (range.UnitCode, range.Best, range.Worst)));
    }

    [Fact]
    public void RankEnvelope_LeavesNoDoubtAboutTheDistricts() => Assert.Equal(
        Enumerable.Range(1, 8).Select(place => (place, place)),
        RankEnvelope.Of([.. LaiChau2020.Reconciled().Skip(20)]).Select(range => (range.Best, range.Worst)));

    [Fact]
    public void RankEnvelope_InOneListOfTwentyUnits_StillTells86Comma53From86Comma52()
    {
        var oneList = LaiChau2020.Rules with { Ranking = RankingPolicy.Default };
        var results = IndexCalculator.Calculate(LaiChau2020.Provincial.Select(row => row.Totals(LaiChau2020.ScaleOf(row))), oneList);
        var rows = results.Zip(LaiChau2020.Provincial, (computed, row) =>
            Reconciliation.Reconcile(computed, new(row.Index, 2, row.Rating), LaiChau2020.Ratings, LaiChau2020.HalfUnit));

        var ranges = RankEnvelope.Of([.. rows]).ToDictionary(range => range.UnitCode);

        // 67,925 of 78,5 points is 86,5287 %: more than Sở Tư pháp can have had, 84,795 of 98 or 86,5255 %.
        Assert.Equal(new RankRange("so-ngoai-vu", 2, 2), ranges["so-ngoai-vu"]);
        Assert.Equal(new RankRange("so-tu-phap", 3, 3), ranges["so-tu-phap"]);
    }

    private static GroupSummary Summary(IEnumerable<PrintedRow> rows) =>
        GroupSummary.Of(rows.Select(row => new SummaryEntry(row.Code, row.Index, row.Rating)));
}
