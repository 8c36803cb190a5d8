using ParIndex.Domain.Analysis;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

/// <summary>The sentences a unit's page opens with, word for word.</summary>
public sealed class UnitYearTests
{
    [Theory]
    [InlineData("so-noi-vu", "Năm 2025 đạt 86,00%, xếp loại Tốt, xếp thứ 1/3 đơn vị thuộc khối sở, ban, ngành; tăng 2,00 điểm phần trăm so với năm 2024."
        + " So với trung vị của các đơn vị này, điểm thẩm định cao hơn 2,50 điểm (n = 4), điểm điều tra xã hội học cao hơn 2,50 điểm (n = 4).")]
    [InlineData("so-tu-phap", "Năm 2025 đạt 74,50%, xếp loại Khá, xếp thứ 2/3 đơn vị thuộc khối sở, ban, ngành; không so sánh trực tiếp với năm 2024 do tiêu chí thay đổi nhiều."
        + " So với trung vị của các đơn vị này, điểm thẩm định thấp hơn 2,50 điểm (n = 4), điểm điều tra xã hội học thấp hơn 2,50 điểm (n = 4).")]
    [InlineData("thanh-tra-tinh", "Năm 2025 đạt 96,00%, xếp loại Tốt, được đánh giá nhưng không xếp hạng theo kế hoạch đánh giá; giảm 1,00 điểm phần trăm so với năm 2024."
        + " So với trung vị của các đơn vị này, điểm thẩm định cao hơn 12,50 điểm (n = 4), điểm điều tra xã hội học cao hơn 3,50 điểm (n = 4).")]
    [InlineData("huyen-sin-ho", "Năm 2025 đạt 80,00%, xếp loại Tốt, xếp thứ 2/2 đơn vị cùng thang điểm 100; chưa có chỉ số năm 2024 để so sánh.")]
    public void Lead_SaysIndexRatingPlaceChangeAndParts(string unit, string words) => Assert.Equal(words, Text(UnitYear.Find(TestRelease.Make(), unit)!));

    [Fact]
    public void Lead_SetsIndexAndRatingInBold() => Assert.Equal(
        ["86,00%", "Tốt"], UnitYear.Find(TestRelease.Make(), "so-noi-vu")!.Lead().Where(run => run.Strong).Select(run => run.Text));

    [Fact]
    public void Lead_OfAUnitWithoutAnIndex_SaysThatOnce() => Assert.Equal("Năm 2025 chưa có chỉ số.", Text(Of("a", Row(0, "a", rank: null, index: null))));

    [Fact]
    public void Lead_OfATie_SaysSo() => Assert.StartsWith(
        "Năm 2025 đạt 80,00%, đồng hạng 1/2 đơn vị thuộc khối sở, ban, ngành; ", Text(Of("a", Row(0, "a", rank: 1, isTied: true), Row(1, "b", rank: 1, isTied: true))), StringComparison.Ordinal);

    [Fact]
    public void Lead_OfPartsAtTheMedian_SaysEqual() => Assert.EndsWith(
        "; chưa có chỉ số năm 2024 để so sánh. So với trung vị của các đơn vị này, điểm thẩm định bằng trung vị (n = 3).",
        Text(Of("b", Row(0, "a", rank: 1, appraisal: 60), Row(1, "b", rank: 2, appraisal: 55), Row(2, "c", rank: 3, appraisal: 50))),
        StringComparison.Ordinal);

    [Fact]
    public void Medians_AreOfPeersOnOneScale_AndKnown()
    {
        ReleaseResult[] rows = [Row(0, "a", 1, appraisal: 60, survey: 20), Row(1, "b", 2, appraisal: 55, survey: 25), Row(2, "c", 3, appraisal: 50, survey: 10)];

        Assert.Equal((100m, new Median(55, 3), new Median(20, 3)), (Of("a", rows).SharedScale, Of("a", rows).MedianAppraisal, Of("a", rows).MedianSurvey));
        var other = Of("a", [.. rows, Row(3, "d", 4, appraisal: 40, survey: 20, scale: 98)]);
        Assert.Equal((null, null, null), (other.SharedScale, other.MedianAppraisal, other.MedianSurvey));
        Assert.Null(Of("a", Row(0, "a", 1, appraisal: 60), Row(1, "b", 2, appraisal: 55), Row(2, "c", 3)).MedianAppraisal);
    }

    [Theory]
    [InlineData(null, 100, 98, "đơn vị thuộc khối sở, ban, ngành")]
    [InlineData(null, 98, 98, "đơn vị thuộc khối sở, ban, ngành")]
    [InlineData("Cụm I", 98, 98, "đơn vị cùng thang điểm 98")]
    [InlineData("Cụm I", 100, 98, "đơn vị thuộc danh sách “Cụm I”")]
    [InlineData(RankingPolicy.SpecialCaseList, 100, 98, "đơn vị đặc thù")]
    [InlineData(RankingPolicy.OrdinaryList, 100, 98, "đơn vị không thuộc diện đặc thù")]
    public void Peers_AreNamedByWhatTheyShare(string? list, int scale, int other, string words) =>
        Assert.Equal(words, Of("a", Row(0, "a", 1, scale: scale, list: list), Row(1, "b", 2, scale: other, list: list)).PeersInWords);

    [Fact]
    public void Peers_AreThoseOfTheSameList_InTheOrderPublished()
    {
        var release = TestRelease.Make();

        Assert.Equal(["huyen-muong-te", "huyen-sin-ho"], UnitYear.Find(release, "huyen-sin-ho")!.Peers.Select(peer => peer.UnitCode));
        Assert.Equal(4, UnitYear.Find(release, "so-y-te")!.Peers.Count);
    }

    [Fact]
    public void List_IsThatOfTheUnit_AndNoneWithoutAPlace()
    {
        var release = TestRelease.Make();

        Assert.Equal((2, 73m), (UnitYear.Find(release, "huyen-than-uyen")!.List!.Units, UnitYear.Find(release, "huyen-than-uyen")!.List!.Mean));
        Assert.Equal(3, UnitYear.Find(release, "so-y-te")!.List!.Units);
        Assert.Null(UnitYear.Find(release, "thanh-tra-tinh")!.List);
    }

    [Theory]
    [InlineData(1, "1 2 3 4 5")]
    [InlineData(2, "1 2 3 4 5")]
    [InlineData(3, "1 2 3 4 5")]
    [InlineData(4, "2 3 4 5 6")]
    [InlineData(5, "3 4 5 6 7")]
    [InlineData(6, "3 4 5 6 7")]
    [InlineData(7, "3 4 5 6 7")]
    public void Neighbours_AreFive_WithTheUnitInTheMiddleWhereThatIsPossible(int place, string neighbours)
    {
        var year = Of($"{place}", [.. Enumerable.Range(1, 7).Reverse().Select((rank, position) => Row(position, $"{rank}", rank)), Row(7, "8", rank: null)]);

        Assert.Equal(neighbours, string.Join(' ', year.Neighbours.Select(row => row.UnitCode)));
    }

    [Fact]
    public void Neighbours_OfOnePlace_StandInTheOrderPublished() =>
        Assert.Equal(["c", "a", "b"], Of("a", Row(2, "b", 2), Row(1, "a", 2), Row(0, "c", 1)).Neighbours.Select(row => row.UnitCode));

    [Fact]
    public void Find_LooksInEveryGroup()
    {
        var release = TestRelease.Make();

        Assert.Equal(("huyen", "Huyện Sìn Hồ"), (UnitYear.Find(release, "huyen-sin-ho")!.Group.Slug, UnitYear.Find(release, "huyen-sin-ho")!.Result.UnitName));
        Assert.Null(UnitYear.Find(release, "so-ngoai-vu"));
    }

    private static UnitYear Of(string unit, params IEnumerable<ReleaseResult> rows) => UnitYear.Find(
        new("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, isArchive: false, default, [new("so-nganh", "Sở, ban, ngành", nameEn: null, 0, 1, rows, [])]), unit)!;

    private static ReleaseResult Row(int position, string code, int? rank, decimal? index = 80, bool isTied = false, decimal? appraisal = null, decimal? survey = null, decimal? scale = 100, string? list = null) => new()
    {
        Position = position,
        UnitCode = code,
        UnitName = code,
        Rank = rank,
        Index = index,
        IsTied = isTied,
        AppraisalScore = appraisal,
        SurveyScore = survey,
        Scale = scale,
        RankingList = list,
    };

    private static string Text(UnitYear year) => string.Concat(year.Lead().Select(run => run.Text));
}
