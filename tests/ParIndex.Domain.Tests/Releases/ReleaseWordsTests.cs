using ParIndex.Domain.Analysis;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Tests.Releases;

public sealed class ReleaseWordsTests
{
    private static readonly DateOnly Day = new(2021, 7, 15);

    [Theory]
    [InlineData(true, true, "Bản công bố 2020, lần 2 (hiện hành), công bố ngày 15/7/2021")]
    [InlineData(false, true, "Bản công bố 2020, lần 2, công bố ngày 15/7/2021")]
    [InlineData(false, false, "Bản công bố 2020, lần 2")]
    public void Source_NamesYearVersionAndDay(bool isCurrent, bool isDated, string words) => Assert.Equal(
        words, ReleaseWords.Source(new Release("Tỉnh Lai Châu", 2020, 2, ReleaseChange.Initial, isArchive: true, default, []) { AnnouncedOn = isDated ? Day : null }, isCurrent));

    [Theory]
    [InlineData("867/QĐ-UBND", true, true, "867/QĐ-UBND, ngày 15/7/2021")]
    [InlineData("867/QĐ-UBND", false, false, "867/QĐ-UBND")]
    [InlineData(null, false, true, "không nêu trong nguồn")]
    [InlineData(null, true, false, "chưa có, ngày 15/7/2021")]
    public void Decision_WithoutANumber_SaysWhy(string? number, bool isDated, bool isArchive, string words) =>
        Assert.Equal(words, ReleaseWords.Decision(number, isDated ? Day : null, isArchive));

    [Theory]
    [InlineData(ReleaseChange.Initial, "Công bố lần đầu")]
    [InlineData(ReleaseChange.Supplement, "Bổ sung")]
    [InlineData(ReleaseChange.Revision, "Điều chỉnh")]
    [InlineData(ReleaseChange.Correction, "Đính chính")]
    public void Change_HasTheWordOfTheDecision(ReleaseChange change, string words) => Assert.Equal(words, ReleaseWords.Change(change));

    [Theory]
    [InlineData(NoChange.NotComparable, "không so sánh trực tiếp", "không so sánh trực tiếp với năm 2024 do tiêu chí thay đổi nhiều")]
    [InlineData(NoChange.NoFigureBefore, "chưa có số năm 2024", "chưa có chỉ số năm 2024 để so sánh")]
    [InlineData(NoChange.ComparabilityUnknown, "chưa rõ so sánh được", "không so sánh với năm 2024 vì chưa đủ căn cứ xác định tiêu chí của hai năm so sánh được")]
    [InlineData(NoChange.NoFigure, "chưa có chỉ số", "chưa có chỉ số")]
    public void NoChange_SaysWhy(NoChange why, string cell, string sentence) =>
        Assert.Equal((cell, sentence), (ReleaseWords.InCell(why, 2024), ReleaseWords.InSentence(why, 2024)));

    [Theory]
    [InlineData(1, 80, null)]
    [InlineData(1, null, null)]
    [InlineData(null, null, "không xếp hạng vì chưa có chỉ số")]
    [InlineData(null, 80, "được đánh giá nhưng không xếp hạng theo kế hoạch đánh giá")]
    public void WhyNoPlace_TellsWhatIsMissingFromWhatIsDecided(int? rank, int? index, string? words) =>
        Assert.Equal(words, ReleaseWords.WhyNoPlace(new() { Position = 0, UnitCode = "a", UnitName = "A", Rank = rank, Index = index }));

    [Theory]
    [InlineData(Consistency.Exact, "khớp", "exact")]
    [InlineData(Consistency.WithinRounding, "khớp trong phạm vi làm tròn", "withinRounding")]
    [InlineData(Consistency.Inconsistent, "cần đối chiếu", "inconsistent")]
    [InlineData(null, "không đủ số liệu để đối chiếu", null)]
    public void Consistency_HasWordsForReaders_AndOneForPrograms(Consistency? consistency, string words, string? word) =>
        Assert.Equal((words, word), (ReleaseWords.Consistency(consistency), ResultColumns.Word(consistency)));

    [Theory]
    [InlineData(ScaleSource.Derived, "tổng điểm tối đa của các tiêu chí áp dụng", "derived")]
    [InlineData(ScaleSource.Printed, "in trong bản công bố", "printed")]
    [InlineData(ScaleSource.Inferred, "tính ngược từ số công bố, không phải số liệu chính thức", "inferred")]
    [InlineData(null, "chưa xác định", null)]
    public void Scale_SaysWhereItComesFrom(ScaleSource? source, string words, string? word) =>
        Assert.Equal((words, word), (ReleaseWords.Source(source), ResultColumns.Word(source)));

    [Theory]
    [InlineData(ReferenceSource.Quoted, "trích dẫn", "quoted")]
    [InlineData(ReferenceSource.Derived, "suy ra", "derived")]
    [InlineData(ReferenceSource.Released, "bản công bố trên cổng", "released")]
    public void Reference_SaysHowItIsKnown(ReferenceSource source, string words, string word) =>
        Assert.Equal((words, word), (ReleaseWords.Source(source), ReferenceColumns.Word(source)));

    [Theory]
    [InlineData(ReferenceMeasure.Index, "Chỉ số CCHC của đơn vị", "7,00%", "index", "7.00")]
    [InlineData(ReferenceMeasure.MeanIndex, "Chỉ số CCHC trung bình", "7,00%", "meanIndex", "7.00")]
    [InlineData(ReferenceMeasure.UnitsRated, "Số đơn vị xếp loại Tốt", "07", "unitsRated", "7")]
    [InlineData(ReferenceMeasure.UnitsRisen, "Số đơn vị tăng so với năm trước", "07", "unitsRisen", "7")]
    [InlineData(ReferenceMeasure.UnitsFallen, "Số đơn vị giảm so với năm trước", "07", "unitsFallen", "7")]
    public void Reference_IsPerCentOrANumberOfUnits(ReferenceMeasure measure, string words, string value, string word, string data)
    {
        var reference = new ReleaseReference { Position = 0, Measure = measure, Label = "Tốt", Year = 2024, Value = 7, Source = ReferenceSource.Quoted };

        Assert.Equal((words, value, word), (ReleaseWords.Measure(reference), ReleaseWords.Value(reference), ReferenceColumns.Word(measure)));
        Assert.Equal(data, Assert.IsType<Domain.Tables.Cell.Number>(ReferenceColumns.All.Single(column => column.Key == "value").Value(reference)).AsData);
    }

    [Theory]
    [InlineData(null, null, "Bản công bố 2025, lần 2: thiếu khối.")]
    [InlineData("Xã", null, "Bản công bố 2025, lần 2, khối Xã: thiếu khối.")]
    [InlineData("Xã", "Xã Tân Uyên", "Bản công bố 2025, lần 2, khối Xã, Xã Tân Uyên: thiếu khối.")]
    public void Difference_IsNamedAsCloselyAsItCanBe(string? group, string? unit, string words) =>
        Assert.Equal(words, new ReleaseDifference(2025, 2, group, unit, "thiếu khối").ToString());

    [Fact]
    public void Check_KeepsWhatWasFoundLast()
    {
        var at = new DateTime(2026, 1, 8, 2, 0, 0, DateTimeKind.Utc);
        var check = new DigestCheck(at, "kiem-tra", 3, ["Bản công bố 2025, lần 1: một.", "Bản công bố 2025, lần 2: hai."]);
        Assert.Equal((at, "kiem-tra", 3), (check.At, check.By, check.Releases));
        Assert.Equal(["Bản công bố 2025, lần 1: một.", "Bản công bố 2025, lần 2: hai."], check.Lines);

        check.Take(at.AddDays(1), "CB-0123456789", 4, []);

        Assert.Equal((at.AddDays(1), "CB-0123456789", 4, ""), (check.At, check.By, check.Releases, check.Differences));
        Assert.Empty(check.Lines);
    }
}
