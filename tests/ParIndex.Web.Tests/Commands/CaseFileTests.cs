using System.Globalization;
using System.Text.Json;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Commands;

/// <summary>
/// Files as clerks have them, each with a trouble that was read wrongly or without a word once (<c>Cases/</c>), through
/// the whole of <c>import-table</c>.
/// </summary>
public class CaseFileTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AccentTwins_AreOtherUnits(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);
        await runner.RunAsync("import-table", Case("66-accent-twin-silent-match/y2022.csv"), "--year", "2022", "--group", "xa", "--create-units", "--publish");

        var refused = await runner.RunAsync("import-table", Case("66-accent-twin-silent-match/in.csv"), "--year", "2023", "--group", "xa");
        var created = await runner.RunAsync("import-table", Case("66-accent-twin-silent-match/in.csv"), "--year", "2023", "--group", "xa", "--create-units", "--publish");

        Assert.Equal(2, refused.Exit);
        Assert.Contains("không có “Xã Ba Tô”. Có phải là: Xã Ba Tơ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("không có “Xã Sơn Hạ”. Có phải là: Xã Sơn Hà", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, created.Exit);
        Assert.Contains("Xã Ba Tô (mã xa-ba-to-2)", created.Output, StringComparison.Ordinal);
        Assert.Contains("Danh mục đơn vị còn 2 đơn vị cùng loại không có trong bảng: Xã Ba Tơ; Xã Sơn Hà.", created.Output, StringComparison.Ordinal);
        await using var db = runner.Database.NewContext();
        Assert.Equal(["xa-ba-to", "xa-ba-to-2", "xa-son-ha", "xa-son-ha-2"], db.Units.Select(unit => unit.Code).AsEnumerable().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NumberedTrungBinh_IsAUnit()
    {
        var report = await ReadAsync("17-commune-trung-binh/in.csv", "xa");

        Assert.Equal(["Lịch Hội Thượng", "Trung Bình", "Liêu Tú"], Names(report));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("groups")[0].GetProperty("printedMean").ValueKind);
    }

    [Fact]
    public async Task HighestLowestAndMean_AreNoUnits()
    {
        var report = await ReadAsync("60-mean-mid-and-last/in.csv", "so-nganh");

        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp"], Names(report));
        Assert.Equal("88.38", report.GetProperty("groups")[0].GetProperty("printedMean").GetRawText());
        Assert.Contains("Bỏ qua dòng 5: “Cao nhất”, “91,25”, “91,25”.", Remarks(report));
        Assert.Contains("Bỏ qua dòng 6: “Thấp nhất”, “85,5”, “85,5”.", Remarks(report));
    }

    [Fact]
    public async Task SheetOfTheGroup_IsRead()
    {
        var report = await ReadAsync("08b-two-sheets-group-huyen/in.xlsx", "huyen");

        Assert.Equal(["UBND huyện Mường Tè", "UBND huyện Phong Thổ"], Names(report));
        Assert.Contains(Remarks(report), remark => remark.StartsWith("Bỏ qua trang tính “Sở”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoSheetsAndNothingThatTells_AreRefusedByName()
    {
        var error = await RefusedAsync("08b-two-sheets-group-huyen/in.xlsx", "xa");

        Assert.Contains("trang tính “Sở”; trang tính “Huyện”", error, StringComparison.Ordinal);
        Assert.Contains("--sheet", error, StringComparison.Ordinal);
        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp"], Names(await ReadAsync("08b-two-sheets-group-huyen/in.xlsx", "so-nganh", "--sheet", "Sở")));
    }

    [Theory]
    [InlineData("04-superscript-rich-text/in.xlsx", "ô C2", "82,0¹")]
    [InlineData("19-unquoted-decimal-comma/in.csv", "dòng 2", "nhiều ô hơn dòng tiêu đề")]
    [InlineData("03-formula-no-cache-total/in.xlsx", "ô E2", "là công thức chưa có giá trị")]
    [InlineData("03-formula-no-cache-total/in.xlsx", "ô F2", "là công thức chưa có giá trị")]
    [InlineData("03-formula-no-cache-total/in.xlsx", "ô G2", "là công thức chưa có giá trị")]
    [InlineData("33-index-as-fraction-alone/in.csv", "dòng 2, cột 3", "tỷ số chứ không phải phần trăm")]
    [InlineData("22-previous-year-only-index/in.csv", "Chỉ số CCHC năm 2022", "không phải năm 2023")]
    [InlineData("15-tcvn3/in.csv", "Së Néi vô", "phông chữ cũ (TCVN3, VNI)")]
    [InlineData("02-percent-formula-unrounded/in.xlsx", "ô E2", "ROUND(…; 4)")]
    public async Task WhatCannotBeTakenAtItsWord_IsRefusedWithItsPlace(string file, string place, string reason)
    {
        var error = await RefusedAsync(file, "so-nganh");

        Assert.Contains(error.Split('\n'), line => line.Contains(place, StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    /// <summary>What the cases' answers ask to be said, as a program reads it.</summary>
    [Theory]
    [InlineData("66-accent-twin-silent-match/in.csv", "xa", "unit.unknown")]
    [InlineData("60-mean-mid-and-last/in.csv", "so-nganh", "row.passed-over")]
    [InlineData("08b-two-sheets-group-huyen/in.xlsx", "huyen", "table.passed-over")]
    [InlineData("08b-two-sheets-group-huyen/in.xlsx", "xa", "table.several")]
    [InlineData("04-superscript-rich-text/in.xlsx", "so-nganh", "number.not-a-number")]
    [InlineData("23-del-ins/in.html", "so-nganh", "cell.struck-out")]
    [InlineData("19-unquoted-decimal-comma/in.csv", "so-nganh", "row.too-many-cells")]
    [InlineData("03-formula-no-cache-total/in.xlsx", "so-nganh", "cell.formula-without-value")]
    [InlineData("33-index-as-fraction-alone/in.csv", "so-nganh", "index.fractions")]
    [InlineData("22-previous-year-only-index/in.csv", "so-nganh", "column.other-year")]
    [InlineData("05-hidden-row/in.xlsx", "so-nganh", "row.hidden")]
    [InlineData("15-tcvn3/in.csv", "so-nganh", "text.legacy-font")]
    [InlineData("52-rating-case/in.csv", "so-nganh", "rating.one-spelling")]
    [InlineData("02-percent-formula-unrounded/in.xlsx", "so-nganh", "number.too-many-decimals")]
    [InlineData("F15-hai-phong-two-blocks/in.csv", "phuong", "group.left-out")]
    public async Task WhatIsSaidOfAFile_HasItsCode(string file, string group, string code)
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync(["import-table", Case(file), "--year", "2023", "--group", group, "--json", .. code == "unit.unknown" ? Array.Empty<string>() : ["--create-units"]]);

        var said = JsonDocument.Parse(result.Output).RootElement;
        Assert.Contains(code, result.Exit == 0 ? said.GetProperty("remarkCodes").EnumerateArray().Select(CodeOf) : said.GetProperty("problems").EnumerateArray().Select(CodeOf));
    }

    [Fact]
    public async Task Problem_TellsAProgramWhatItIsAbout()
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync("import-table", Case("04-superscript-rich-text/in.xlsx"), "--year", "2023", "--group", "so-nganh", "--create-units", "--json");

        var problem = JsonDocument.Parse(result.Output).RootElement.GetProperty("problems")[0];
        Assert.Equal(["file", "sheet", "line", "column", "message", "code", "arguments"], problem.EnumerateObject().Select(part => part.Name));
        Assert.Equal(("totalScore", "82,0¹", 2), (problem.GetProperty("arguments").GetProperty("column").GetString(), problem.GetProperty("arguments").GetProperty("typed").GetString(), problem.GetProperty("arguments").GetProperty("decimals").GetInt32()));
    }

    [Fact]
    public async Task StruckDigits_AreNoPartOfTheNumber()
    {
        var report = await ReadAsync("23-del-ins/in.html", "so-nganh");

        Assert.Equal(["81.25", "86.5"], Figures(report, "totalScore"));
        Assert.Contains(Remarks(report), remark => remark.StartsWith("Bỏ phần gạch ngang hoặc ẩn “9”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MalformedColspan_IsReadAsBrowsersDo()
    {
        var report = await ReadAsync("25-malformed-colspan/in.html", "so-nganh");

        Assert.Equal(["91.25"], Figures(report, "publishedIndex"));
        Assert.Equal(["91.25"], Figures(report, "totalScore"));
    }

    [Fact]
    public async Task HiddenRow_IsNamedAndNotRead()
    {
        var report = await ReadAsync("05-hidden-row/in.xlsx", "so-nganh");

        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"], Names(report));
        Assert.Contains(Remarks(report), remark => remark.Contains("dòng ẩn", StringComparison.Ordinal) && remark.Contains("Sở Ngoại vụ (nháp)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SoftHyphen_IsInvisible()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();

        var result = await runner.RunAsync("import-table", Case("13-soft-hyphen/in.html"), "--year", "2021", "--group", "so-nganh", "--json");

        Assert.Equal(0, result.Exit);
        Assert.Equal(["so-nong-nghiep-va-phat-trien-nong-thon", "so-y-te"], Codes(JsonDocument.Parse(result.Output).RootElement));
    }

    [Fact]
    public async Task OneRatingInAnyCase_IsOne()
    {
        var report = await ReadAsync("52-rating-case/in.csv", "so-nganh");

        Assert.Equal(["Tốt", "Tốt", "Tốt", "Tốt"], Texts(report, "publishedRating"));
        Assert.Contains("Xếp loại “TỐT”, “tốt”, “Tốt.” được hiểu là “Tốt”.", Remarks(report));
    }

    [Fact]
    public async Task StrictOpenXml_IsRead() =>
        Assert.Equal(["91.25", "85.5"], Figures(await ReadAsync("10-strict-ooxml/in.xlsx", "so-nganh"), "publishedIndex"));

    [Fact]
    public async Task UsualHeadingOfDistricts_IsUnderstood() =>
        Assert.Equal(["UBND huyện Sìn Hồ"], Names(await ReadAsync("55-header-districts/in.csv", "huyen")));

    [Fact]
    public async Task RatingsUnderAHeadingOfLists_AreRatings()
    {
        var report = await ReadAsync("R2b-pci-2022-headings-renamed/in.html", "tinh");

        Assert.Equal(10, Names(report).Count());
        Assert.Equal(["Rất tốt", .. Enumerable.Repeat("Tốt", 9)], Texts(report, "publishedRating"));
        Assert.All(Results(report), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("rankingList").ValueKind));
    }

    [Fact]
    public void StaffCodesWithLeadingZeros_KeepThem()
    {
        var table = StaffList.TableOf(File.ReadAllBytes(Case("90-staff-leading-zeros/in.xlsx")), "in.xlsx");

        var list = StaffList.Read(table, [new Unit("Sở Y tế", UnitKind.Department)], 2025, new HashSet<string>());

        Assert.Equal([("00123", "Nguyễn Thị Thử", "Sở Y tế"), ("00456", "Trần Văn Thử", "Sở Y tế")], list.People.Select(person => (person.Entry.StaffCode, person.Entry.FullName, person.Unit!)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoHeadedBlocks_AreTwoListsOfTheGroupAskedFor(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);

        var result = await runner.RunAsync("import-table", Case("F15-hai-phong-two-blocks/in.csv"), "--year", "2025", "--group", "xa", "--create-units", "--publish");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        var group = Assert.Single(Assert.Single(await runner.ReleasesAsync()).Groups);
        Assert.Equal("xa", group.Slug);
        Assert.Equal(
            [("Các phường", 3), ("Các xã, đặc khu", 3)],
            group.Results.OrderBy(row => row.Position).GroupBy(row => row.RankingList).Select(list => (list.Key!, list.Count())));
        Assert.Equal([1, 2, 3, 1, 2, 3], group.Results.OrderBy(row => row.Position).Select(row => row.Rank!.Value));
    }

    [Theory]
    [InlineData("xa-phuong-dac-khu", 6)]
    [InlineData("phuong", 3)]
    public async Task GroupAskedFor_IsTheGroupUsed(string group, int units)
    {
        var report = await ReadAsync("F15-hai-phong-two-blocks/in.csv", group);

        Assert.Equal((group, units), (report.GetProperty("groups")[0].GetProperty("slug").GetString(), Names(report).Count()));
        Assert.Equal(units < 6, Remarks(report).Any(remark => remark.StartsWith("Không lấy 3 dòng của nhóm “Các xã, đặc khu”", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ThreeGroupsOfOneKind_AreThree()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var slugs = new[] { "phuong", "xa-tam-duong", "xa" };
        foreach (var (slug, i) in slugs.Select((slug, i) => (slug, i)))
        {
            var file = runner.Write($"{slug}.csv", $"STT;Đơn vị;Tổng điểm;Thang điểm;Chỉ số\n1;Xã Mẫu {i};80;100;80\n");
            Assert.Equal(0, (await runner.RunAsync("import-table", file, "--year", "2024", "--group", slug, "--create-units", "--publish")).Exit);
        }

        Assert.Equal(slugs.Order(StringComparer.Ordinal), (await runner.ReleasesAsync())[^1].Groups.Select(group => group.Slug).Order(StringComparer.Ordinal));
    }

    private static string Case(string file) => Path.Combine(AppContext.BaseDirectory, "Commands", "Cases", file);

    private static async Task<JsonElement> ReadAsync(string file, string group, params string[] more)
    {
        await using var runner = await CommandRunner.CreateAsync();
        var result = await runner.RunAsync(["import-table", Case(file), "--year", "2023", "--group", group, "--create-units", "--json", .. more]);
        Assert.True(result.Exit == 0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private static async Task<string> RefusedAsync(string file, string group)
    {
        await using var runner = await CommandRunner.CreateAsync();
        var result = await runner.RunAsync("import-table", Case(file), "--year", "2023", "--group", group, "--create-units", "--publish");
        Assert.Equal((2, (0, 0, 0, 0)), (result.Exit, await runner.StoredAsync()));
        return result.Error;
    }

    private static IEnumerable<JsonElement> Results(JsonElement report) => report.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("results").EnumerateArray());

    private static IEnumerable<string> Names(JsonElement report) => Results(report).Select(row => row.GetProperty("unit").GetProperty("nameAsPrinted").GetString()!);

    private static IEnumerable<string> Codes(JsonElement report) => Results(report).Select(row => row.GetProperty("unit").GetProperty("code").GetString()!);

    private static IEnumerable<string> Texts(JsonElement report, string column) => Results(report).Select(row => row.GetProperty(column).GetString()!);

    /// <summary>Figures without noughts at their end.</summary>
    private static IEnumerable<string> Figures(JsonElement report, string column) => Results(report).Select(row => row.GetProperty(column).GetDecimal().ToString("0.####", CultureInfo.InvariantCulture));

    private static string? CodeOf(JsonElement said) => said.GetProperty("code").GetString();

    private static IEnumerable<string> Remarks(JsonElement report) => report.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()!);
}
