using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

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

    [Theory]
    [InlineData(null, null, null, null, NoChange.NoFigure)]
    [InlineData(null, null, null, 76, NoChange.NoFigure)]
    [InlineData(80, null, null, null, NoChange.NoFigureBefore)]
    [InlineData(80, 2, null, null, NoChange.ComparabilityUnknown)]
    [InlineData(80, 2, true, null, NoChange.NotComparable)]
    [InlineData(80, 2, false, 76, NoChange.NotComparable)]
    [InlineData(80, 2, true, 76, null)]
    [InlineData(80, null, null, 76, null)]
    public void MeanChange_IsMissing_ForOneReason(int? index, int? change, bool? comparable, int? before, NoChange? why)
    {
        var release = Of(Group("Xã", before, Row(0, index, change, comparable)));

        Assert.Equal((why, why is null ? 4m : null), (Announcement.WhyNoMeanChange(release, release.Groups[0]), Announcement.MeanChange(release, release.Groups[0])));
    }

    [Fact]
    public void MeanChange_OfAGroupOfWhichSomeCompare_IsKnown()
    {
        var release = Of(Group("Xã", 76, Row(0, 80, 2, comparable: true), Row(1, 80, 9, comparable: false)));

        Assert.Equal(4, Announcement.MeanChange(release, release.Groups[0]));
        Assert.Equal("01 đơn vị tăng, 00 đơn vị giảm trong 01 đơn vị so sánh được", Announcement.RisenAndFallen(release, release.Groups[0]));
    }

    [Fact]
    public void RisenAndFallen_AreCountedOverChangesThatMayBeUsed()
    {
        var release = Of(Group("Xã", null, Row(0, 80, 2, comparable: true), Row(1, 80, -2, comparable: true), Row(2, 80, 0, comparable: true), Row(3, 80, 1, comparable: true)));

        Assert.Equal((2, 1), (Announcement.UnitsChanged(release, release.Groups[0], ReferenceMeasure.UnitsRisen), Announcement.UnitsChanged(release, release.Groups[0], ReferenceMeasure.UnitsFallen)));
        Assert.Equal("02 đơn vị tăng, 01 đơn vị giảm", Announcement.RisenAndFallen(release, release.Groups[0]));
    }

    [Fact]
    public void RisenAndFallen_OfWhatWasQuoted_AreNotCounted()
    {
        var release = Of(new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [Row(0, 80, 2, comparable: null, "Xã")], [Quoted(ReferenceMeasure.UnitsRisen, 2025, 15), Quoted(ReferenceMeasure.UnitsFallen, 2025, 5)]));

        Assert.Equal("15 đơn vị tăng, 05 đơn vị giảm", Announcement.RisenAndFallen(release, release.Groups[0]));
    }

    [Fact]
    public void RisenAndFallen_WhereSomeYearsBeforeAreNotKnown_AreNotSaid()
    {
        var release = Of(Group("Xã", null, Row(0, 80, 2, comparable: null, "Xã A"), Row(1, 80, change: null, comparable: null, "Xã B")));
        var half = Of(new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [Row(0, 80, null, comparable: null)], [Quoted(ReferenceMeasure.UnitsRisen, 2025, 15)]));

        Assert.Null(Announcement.UnitsChanged(release, release.Groups[0], ReferenceMeasure.UnitsRisen));
        Assert.Null(Announcement.RisenAndFallen(release, release.Groups[0]));
        Assert.Equal(15, Announcement.UnitsChanged(half, half.Groups[0], ReferenceMeasure.UnitsRisen));
        Assert.Null(Announcement.RisenAndFallen(half, half.Groups[0]));
    }

    [Theory]
    [InlineData("1.5", "tăng 1,50 điểm phần trăm", "tăng")]
    [InlineData("-1.5", "giảm 1,50 điểm phần trăm", "giảm")]
    [InlineData("0", "không thay đổi", null)]
    public void Change_IsSaidWithoutASign(string change, string words, string? direction)
    {
        var points = decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((words, direction), (Announcement.ChangeInWords(points), Announcement.Direction(points)));
    }

    [Fact]
    public void Lowest_CountsThePrintedRating_HoweverItIsSpelt()
    {
        ReleaseResult[] rows = [Row(0, 80, null, null, rating: "Tốt"), Row(1, 60, null, null, rating: "trung bình"), Row(2, 60, null, null, rating: "Trung bình")];

        Assert.Equal(("Trung bình", 2), Announcement.Lowest(Rated(rows)));
        Assert.Equal(("Trung bình", 0), Announcement.Lowest(Rated(rows[..1])));
        Assert.Null(Announcement.Lowest(Rated(Row(0, 80, null, null))));
        Assert.Null(Announcement.Lowest(Group("Xã", null, rows)));
    }

    [Fact]
    public void Headline_OfOneReasonForAll_NamesNoGroup() => Assert.Equal(
        "Năm 2025, Chỉ số cải cách hành chính trung bình của các xã đạt 80,00%; của các phường đạt 70,00%. Chưa có chỉ số năm 2024 để so sánh."
        + " Bản công bố không xếp loại các xã. Bản công bố không xếp loại các phường.",
        Headline(Of(Group("Xã", null, Row(0, 80, null, null)), Group("Phường", null, Row(0, 70, null, null)))));

    [Fact]
    public void Headline_NamesTheYearBeforeOnce_AndGroupsOfOneReasonTogether() => Assert.Equal(
        "Năm 2025, Chỉ số cải cách hành chính trung bình của các xã đạt 80,00%; của các phường đạt 70,00%, giảm 6,00 điểm phần trăm so với năm 2024"
        + "; của các sở đạt 76,00%, không thay đổi; của các huyện đạt 60,00%."
        + " Các xã; các huyện: chưa có chỉ số năm 2024 để so sánh."
        + " Bản công bố không xếp loại các xã. Bản công bố không xếp loại các phường. Bản công bố không xếp loại các sở. Bản công bố không xếp loại các huyện.",
        Headline(Of(Group("Xã", null, Row(0, 80, null, null)), Group("Phường", 76, Row(0, 70, null, null)), Group("Sở", 76, Row(0, 76, null, null)), Group("Huyện", null, Row(0, 60, null, null)), Group("Đoàn thể", null))));

    [Fact]
    public void Headline_SetsMeansInBold() =>
        Assert.Equal(["77,75%", "77,75%"], Announcement.Headline(TestRelease.Make()).Where(run => run.Strong).Select(run => run.Text));

    [Fact]
    public void Headline_WithoutAnyIndex_SaysNoMean() =>
        Assert.Equal("Bản công bố không xếp loại các xã.", Headline(Of(Group("Xã", null, Row(0, null, null, null)))).Trim());

    private static Release Of(params IEnumerable<ReleaseGroup> groups) => new("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, isArchive: false, default, groups);

    private static ReleaseGroup Group(string name, int? before, params IEnumerable<ReleaseResult> rows) =>
        new(name, name, nameEn: null, 0, 1, rows, before is { } mean ? [Quoted(ReferenceMeasure.MeanIndex, 2024, mean)] : []);

    private static ReleaseGroup Rated(params IEnumerable<ReleaseResult> rows) =>
        new("xa", "Xã", nameEn: null, 0, 1, rows, []) { Ratings = TestRelease.Make().Groups[0].Ratings };

    private static ReleaseResult Row(int position, decimal? index, decimal? change, bool? comparable, string? printed = null, string? rating = null) => new()
    {
        Position = position,
        UnitCode = $"{position}",
        UnitName = $"{position}",
        Index = index,
        Change = change,
        IsComparable = comparable,
        NameAsPrinted = printed,
        PublishedRating = rating,
    };

    private static ReleaseReference Quoted(ReferenceMeasure measure, int year, decimal value) =>
        new() { Position = 0, Measure = measure, Year = year, Value = value, Source = ReferenceSource.Quoted };

    private static IEnumerable<string> Extremes(ReleaseGroup group) =>
        group.Lists.Select(list => $"{list.Name}|{Assert.Single(list.Summary.Highest).UnitCode}|{Assert.Single(list.Summary.Lowest).UnitCode}");

    private static string Headline(Release release) => Text(Announcement.Headline(release));

    private static string Text(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Text));
}
