using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

/// <summary>What a workbook shows is not always what its cells hold: each is read as shown, named, or refused at its cell.</summary>
public class WorkbookTroubleTests
{
    private const string Struck = "<strike/>";
    private const string Raised = "<vertAlign val=\"superscript\"/>";
    private const string Lowered = "<vertAlign val=\"subscript\"/>";

    private static readonly object?[] Header = ["STT", "Đơn vị", "Tổng điểm", "Thang điểm", "Chỉ số (%)", "Xếp loại"];

    public static TheoryData<string, object?[], string> Refused => new()
    {
        { "raised digit", Row(total: RawWorkbook.Runs(("", "82,0"), (Raised, "1"))), "C2" },
        { "lowered digit", Row(total: RawWorkbook.Runs(("", "82,0"), (Lowered, "1"))), "C2" },
        { "raised digit in the index", Row(index: RawWorkbook.Runs(("", "91,2"), (Raised, "5"))), "E2" },
        { "raised digit in the place of a decimal", Row(scale: RawWorkbook.Runs(("", "9"), (Raised, "8"))), "D2" },
        { "formula without a value in the total", Row(total: RawWorkbook.Formula("60+31.25")), "C2" },
        { "formula without a value in the name", Row(name: RawWorkbook.Formula("DS!B2")), "B2" },
        { "formula without a value in the rating", Row(rating: RawWorkbook.Formula("IF(E2&gt;80,1,2)")), "F2" },
        { "formula without a value in the number", Row(order: RawWorkbook.Formula("ROW()-1")), "A2" },
        { "shared formula without a value", Row(index: "<c r=\"#\"><f t=\"shared\" si=\"0\"/></c>"), "E2" },
        { "error", Row(index: "<c r=\"#\" t=\"e\"><f>C2/0</f><v>#DIV/0!</v></c>"), "E2" },
        { "unrounded formula", Row(index: RawWorkbook.Formula("C2/D2*100", "91.253333333")), "E2" },
        { "unrounded per cent", Row(index: RawWorkbook.Formula("C2/D2", "0.91253333333", style: 2)), "E2" },
        { "TCVN3", Row(name: "Së Néi vô"), "B2" },
        { "VNI", Row(name: "Sôû Noäi vuï"), "B2" },
        { "mojibake", Row(name: "Sá»Ÿ Ná»™i vá»¥"), "B2" },
        { "Cyrillic letter in the name", Row(name: "Sở Nội v\u0443"), "B2" },
        { "Eth for D with stroke", Row(name: "Sở Công thương Ðà Nẵng"), "B2" },
        { "direction sign", Row(name: "Sở \u202EỘI VỤ"), "B2" },
        { "control sign spelt out", Row(name: "Sở_x0007_ Nội vụ"), "B2" },
        { "U+FFFE spelt out", Row(name: "Sở_xFFFE_ Nội vụ"), "B2" },
        { "look-alike digit", Row(total: "9\u04301,25"), "C2" },
        { "Cyrillic letter in the rating", Row(rating: "T\u043Et"), "F2" },
        { "rating that is a number", Row(rating: 25), "F2" },
        { "fraction", Row(index: 0.91), "E2" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Read_WhatCannotBeTakenAtItsWord_IsRefusedAtItsCell(string trouble, object?[] row, string cell)
    {
        var refusal = ReadTable.Refused(new RawWorkbook().Sheet("KQ", Header, row).Bytes(), "bang.xlsx");

        Assert.True(refusal.Problems.Any(problem => problem.Place?.Name == cell), $"{trouble}: {refusal.Message}");
    }

    public static TheoryData<string, object?[], string> NamedAndLeftOut => new()
    {
        { "struck run", Row(total: RawWorkbook.Runs((Struck, "9"), ("", "81,25"))), "Bỏ phần gạch ngang hoặc ẩn “9” ở trang tính “KQ”, ô C2." },
        { "struck run inside", Row(total: RawWorkbook.Runs(("", "8"), (Struck, "5"), ("", "1,25"))), "Bỏ phần gạch ngang hoặc ẩn “5” ở trang tính “KQ”, ô C2." },
        { "struck name", Row(name: RawWorkbook.Runs((Struck, "Sở Cũ "), ("", "Sở Nội vụ"))), "Bỏ phần gạch ngang hoặc ẩn “Sở Cũ ” ở trang tính “KQ”, ô B2." },
        { "struck cell", Row(scale: RawWorkbook.Styled(1, "98")), "Bỏ phần gạch ngang hoặc ẩn “98” ở trang tính “KQ”, ô D2." },
        { "format that shows nothing", Row(scale: RawWorkbook.Styled(4, "98")), "Bỏ phần gạch ngang hoặc ẩn “98” ở trang tính “KQ”, ô D2." },
        { "stars raised", Row(name: RawWorkbook.Runs(("", "Sở Nội vụ"), (Raised, "(1)"))), "Đọc trang tính “KQ”." },
        { "computed value", Row(total: RawWorkbook.Formula("60+21.25", "81.25")), "Lấy giá trị mà tệp đã lưu cho công thức ở 1 ô: C2." },
        { "text under no header", [.. Row(), null, "xem lại"], "Không dùng “xem lại” (trang tính “KQ”, ô H2): cột không có tiêu đề." },
    };

    [Theory, MemberData(nameof(NamedAndLeftOut))]
    public void Read_WhatIsNotUsed_IsNamed(string trouble, object?[] row, string remark)
    {
        var table = ReadTable.File(new RawWorkbook().Sheet("KQ", Header, row).Bytes(), "bang.xlsx");

        var unit = Assert.Single(table.Rows);
        Assert.Equal(("Sở Nội vụ", 81.25m), (unit.UnitName, unit.TotalScore));
        Assert.True(table.Remarks.Any(said => said.Text == remark), $"{trouble}: {string.Join('\n', table.Remarks)}");
    }

    [Fact]
    public void Read_HiddenRowsAndColumns_AreNamedAndNotUsed()
    {
        var table = ReadTable.File(new RawWorkbook().Sheet("KQ", "<cols><col min=\"4\" max=\"4\" width=\"9\" hidden=\"1\"/></cols>", "", Header, RawWorkbook.HiddenRow([.. Row(name: "Sở Nháp")]), Row()).Bytes(), "bang.xlsx");

        Assert.Equal(("Sở Nội vụ", (decimal?)null), (Assert.Single(table.Rows).UnitName, table.Rows[0].PrintedScale));
        Assert.Contains(table.Remarks, remark => remark.Text.StartsWith("Không dùng dòng ẩn, trang tính “KQ”, dòng 2: “1”, “Sở Nháp”", StringComparison.Ordinal));
        Assert.Contains(table.Remarks, remark => remark.Text.StartsWith("Không dùng cột ẩn, từ trang tính “KQ”, ô D1: “Thang điểm”, “100”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<cols><col min=\"5\" max=\"5\" width=\"0\" customWidth=\"1\"/></cols>")]
    [InlineData("<cols><col min=\"5\" max=\"9\" width=\"9\" hidden=\"true\"/></cols>")]
    public void Read_ColumnsHiddenInOtherWays_AreNotUsed(string columns) =>
        Assert.Null(Assert.Single(ReadTable.File(new RawWorkbook().Sheet("KQ", columns, "", Header, Row()).Bytes(), "bang.xlsx").Rows).PublishedIndex);

    [Theory]
    [InlineData("C2:C3", "C3")]
    [InlineData("E2:E3", "E3")]
    [InlineData("C2:D2", "C2")]
    [InlineData("D2:E2", "D2")]
    public void Read_CellsMergedOverFigures_AreRefused(string range, string cell)
    {
        var merged = $"<mergeCells count=\"1\"><mergeCell ref=\"{range}\"/></mergeCells>";

        var refusal = ReadTable.Refused(new RawWorkbook().Sheet("KQ", "", merged, Header, Row(), Row(order: 2, name: "Sở Tư pháp")).Bytes(), "bang.xlsx");

        Assert.Contains(refusal.Problems, problem => problem.Place!.Name == cell && problem.Message.Contains("gộp", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_RatingMergedOverUnits_IsOfEach()
    {
        var merged = "<mergeCells count=\"1\"><mergeCell ref=\"F2:F3\"/></mergeCells>";

        var table = ReadTable.File(new RawWorkbook().Sheet("KQ", "", merged, Header, Row(), [2, "Sở Tư pháp", 80, 100, 80]).Bytes(), "bang.xlsx");

        Assert.Equal(["Tốt", "Tốt"], table.Rows.Select(row => row.PublishedRating!));
    }

    [Fact]
    public void Read_SeveralSheetsOfResults_AreRefusedByName()
    {
        var file = new RawWorkbook().Sheet("Bìa", ["Kết quả"]).Sheet("Sở", Header, Row()).Sheet("Huyện", Header, Row(name: "Huyện Sìn Hồ")).Bytes();

        Assert.Contains("trang tính “Sở”; trang tính “Huyện”", ReadTable.Refused(file, "bang.xlsx").Message, StringComparison.Ordinal);
        Assert.Equal("Huyện Sìn Hồ", Assert.Single(Chosen(file, new TableChoice("huyện")).Rows).UnitName);
        Assert.Equal("Sở Nội vụ", Assert.Single(Chosen(file, new TableChoice("2")).Rows).UnitName);
        Assert.Equal("Huyện Sìn Hồ", Assert.Single(Chosen(file, new TableChoice(Group: "huyen")).Rows).UnitName);
        Assert.Contains("Tệp không có trang tính “Xã”", Assert.Throws<UnreadableTableException>(() => Chosen(file, new TableChoice("Xã"))).Message, StringComparison.Ordinal);
        Assert.Throws<UnreadableTableException>(() => Chosen(file, new TableChoice(Group: "xa")));
    }

    [Fact]
    public void Read_MacroWorkbook_IsReadAndSaysSo()
    {
        var table = ReadTable.File(new RawWorkbook().Sheet("KQ", Header, Row()).Part("xl/vbaProject.bin", "x").Bytes(), "bang.xlsm");

        Assert.Contains("Sổ tính có chứa macro; chỉ đọc dữ liệu trong ô, không chạy macro.", table.Remarks.Select(remark => remark.Text));
        Assert.Equal("Sở Nội vụ", Assert.Single(table.Rows).UnitName);
    }

    [Fact]
    public void Read_StrictOpenXml_IsReadWithAllItHides()
    {
        var table = ReadTable.File(new RawWorkbook().Strict().Sheet("KQ", Header, RawWorkbook.HiddenRow([.. Row(name: "Sở Nháp")]), Row(total: RawWorkbook.Runs((Struck, "9"), ("", "81,25")))).Bytes(), "bang.xlsx");

        Assert.Equal(("Sở Nội vụ", 81.25m), (Assert.Single(table.Rows).UnitName, table.Rows[0].TotalScore));
        Assert.Contains("Bỏ phần gạch ngang hoặc ẩn “9” ở trang tính “KQ”, ô C3.", table.Remarks.Select(remark => remark.Text));
    }

    private static PublishedTable Chosen(byte[] file, TableChoice choice) => PublishedTableReader.Read(SourceTableReader.Read(file, "bang.xlsx", choice), new ReadingOptions());

    private static object?[] Row(object? order = null, object? name = null, object? total = null, object? scale = null, object? index = null, object? rating = null) =>
        [order ?? 1, name ?? "Sở Nội vụ", total ?? 81.25, scale ?? 100, index ?? 81.25, rating ?? "Tốt"];
}
