using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>What is said in words, beside a unit that may not be compared, one without a place and one with a penalty.</summary>
public sealed class AnnouncementTests
{
    [Fact]
    public void Headline_NamesRiseAndFall_WhyAChangeIsMissing_AndTheLowestBandOfEveryGroup() => Assert.Equal(
        "Năm 2025, Chỉ số cải cách hành chính trung bình của các sở, ban, ngành đạt 77,75%, tăng 1,75 điểm phần trăm so với năm 2024"
        + " (01 đơn vị tăng, 02 đơn vị giảm trong 03 đơn vị so sánh được); của các huyện, thành phố đạt 77,75%."
        + " Các huyện, thành phố: chưa có chỉ số năm 2024 để so sánh."
        + " Có 01 sở, ban, ngành xếp loại Trung bình. Không có huyện, thành phố nào xếp loại Trung bình.",
        Headline(TestRelease.Make()));

    [Fact]
    public void Headline_OfYearsThatDoNotCompare_UsesNoChangeAndSaysSo()
    {
        var release = TestRelease.Make([TestRelease.Row(0, ("so-noi-vu", "Sở Nội vụ"), [60, 25, 1, 0], 1, 9, comparable: false)]);

        Assert.Null(Announcement.MeanChange(release, release.Groups[0]));
        Assert.Null(Announcement.RisenAndFallen(release, release.Groups[0]));
        Assert.Contains("Các sở, ban, ngành: không so sánh trực tiếp với năm 2024 do tiêu chí thay đổi nhiều.", Headline(release), StringComparison.Ordinal);
        Assert.DoesNotContain("tăng", Headline(release), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, true, null, null)]
    [InlineData(0, true, null, null)]
    [InlineData(2, false, null, NoChange.NotComparable)]
    [InlineData(null, false, null, NoChange.NotComparable)]
    [InlineData(null, null, null, NoChange.NoFigureBefore)]
    [InlineData(2, null, null, NoChange.ComparabilityUnknown)]
    [InlineData(2, null, "Sở Nội vụ", null)]
    [InlineData(null, null, "Sở Nội vụ", NoChange.NoFigureBefore)]
    [InlineData(2, false, "Sở Nội vụ", NoChange.NotComparable)]
    public void Change_MayBeUsed_OnlyWhereTheYearsCompare(int? change, bool? comparable, string? printed, NoChange? why)
    {
        var row = new ReleaseResult { Position = 0, UnitCode = "so-noi-vu", UnitName = "Sở Nội vụ", Index = 80, Change = change, IsComparable = comparable, NameAsPrinted = printed };

        Assert.Equal((why, why is null ? change : null), (row.WhyNoChange, row.UsableChange));
    }

    [Fact]
    public void Change_OfAUnitWithoutAnIndex_IsNone() =>
        Assert.Equal(NoChange.NoFigure, new ReleaseResult { Position = 0, UnitCode = "a", UnitName = "A", Change = 1, IsComparable = true }.WhyNoChange);

    [Fact]
    public void Lists_SayHighestAndLowestOfUnitsThatTakeAPlace()
    {
        var release = TestRelease.Make();

        Assert.Equal(["|so-noi-vu|so-y-te"], Extremes(release.Groups[0]));
        Assert.Equal(["Cụm I|huyen-muong-te|huyen-sin-ho", "Cụm II|huyen-than-uyen|huyen-tam-duong"], Extremes(release.Groups[1]));
    }

    [Fact]
    public void Neighbours_AreUnitsThatTakeAPlace_AndOneWithoutHasNone()
    {
        var release = TestRelease.Make();

        Assert.Equal(["so-noi-vu", "so-tu-phap", "so-y-te"], UnitYear.Find(release, "so-tu-phap")!.Neighbours.Select(row => row.UnitCode));
        Assert.Empty(UnitYear.Find(release, "thanh-tra-tinh")!.Neighbours);
        Assert.Contains("được đánh giá nhưng không xếp hạng", Text(UnitYear.Find(release, "thanh-tra-tinh")!.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void Lead_SpeaksOfAChangeOnlyWhereItMayBeCompared()
    {
        var release = TestRelease.Make();

        Assert.Contains("tăng 2,00 điểm phần trăm so với năm 2024", Text(UnitYear.Find(release, "so-noi-vu")!.Lead()), StringComparison.Ordinal);
        Assert.Contains("không so sánh trực tiếp với năm 2024 do tiêu chí thay đổi nhiều", Text(UnitYear.Find(release, "so-tu-phap")!.Lead()), StringComparison.Ordinal);
        Assert.DoesNotContain("9,00", Text(UnitYear.Find(release, "so-tu-phap")!.Lead()), StringComparison.Ordinal);
        Assert.Contains("chưa có chỉ số năm 2024 để so sánh", Text(UnitYear.Find(release, "huyen-sin-ho")!.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void Median_HasItsN_AndIsNotSaidOfTwoUnits()
    {
        var release = TestRelease.Make();

        Assert.Contains("điểm thẩm định cao hơn 2,50 điểm (n = 4)", Text(UnitYear.Find(release, "so-noi-vu")!.Lead()), StringComparison.Ordinal);
        Assert.Null(UnitYear.Find(release, "huyen-sin-ho")!.MedianAppraisal);
        Assert.DoesNotContain("trung vị", Text(UnitYear.Find(release, "huyen-sin-ho")!.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void PenaltyLeaf_TakesOff_AndIsNoPlaceWherePointsAreLost()
    {
        var release = TestRelease.Make();
        var year = UnitYear.Find(release, "so-tu-phap")!;
        var card = new UnitScorecard(year, year.Group.Criteria, year.Group.Results.SelectMany(result => result.Scores.Select(score => (result.UnitCode, score))));

        Assert.Equal(["1 75", "1.1 55", "1.2 20", "2 -0.5", "2.1 0", "2.2 -0.5"], card.Lines.Select(line => $"{line.Criterion.Code} {Domain.Numbers.NumberWriter.DataTrimmed(line.Effect!.Value)}"));
        Assert.Equal(["1.1", "1.2"], card.Losses(9).Select(line => line.Criterion.Code));
        Assert.Equal(["1", "1.1", "1.2"], card.BelowMost().Select(line => line.Criterion.Code));
        Assert.All(card.Lines.Where(line => line.Criterion.Code.StartsWith('2')), line => Assert.Null(line.Lost));
    }

    private static IEnumerable<string> Extremes(ReleaseGroup group) =>
        group.Lists.Select(list => $"{list.Name}|{Assert.Single(list.Summary.Highest).UnitCode}|{Assert.Single(list.Summary.Lowest).UnitCode}");

    private static string Headline(Release release) => Text(Announcement.Headline(release));

    private static string Text(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Text));
}
