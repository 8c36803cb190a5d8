using System.Text;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Tests.Support;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Tables;

public class CsvTableTests
{
    [Fact]
    public void Data_HasKeysDotsAndCommas()
    {
        Assert.Equal(
            """
            unit_code,unit_name,total_score,scale,fine,rank,tied,announced_on
            so-noi-vu,Sở Nội vụ,82.81,78.5,0.1235,1,true,2021-07-15

            """,
            CsvTable.Text(SampleRow.Table(SampleRow.Full), CsvDialect.Data));
    }

    [Fact]
    public void ExcelVietnam_HasWordsCommasAndSemicolons()
    {
        Assert.Equal(
            """
            Mã đơn vị;Tên đơn vị;Tổng điểm;Thang điểm;Chỉ số bốn số lẻ;Xếp hạng;Đồng hạng;Ngày công bố
            so-noi-vu;Sở Nội vụ;82,81;78,5;0,1235;1;Có;15/7/2021

            """,
            CsvTable.Text(SampleRow.Table(SampleRow.Full), CsvDialect.ExcelVietnam));
    }

    [Theory]
    [InlineData(CsvDialect.Data, ",,,,,,,")]
    [InlineData(CsvDialect.ExcelVietnam, ";;;;;;;")]
    public void AbsentValues_AreEmpty(CsvDialect dialect, string line)
    {
        Assert.Equal(line, LineOf(SampleRow.Table(new SampleRow()), dialect));
    }

    [Fact]
    public void Zero_KeepsItsPlaces_AndFalseIsNotAbsent()
    {
        var row = new SampleRow(Score: 0, Scale: 0, Fine: 0, Rank: 0, Tied: false);

        Assert.Equal(",,0.00,0,0.0000,0,false,", LineOf(SampleRow.Table(row), CsvDialect.Data));
        Assert.Equal(";;0,00;0;0,0000;0;Không;", LineOf(SampleRow.Table(row), CsvDialect.ExcelVietnam));
    }

    [Theory]
    [InlineData("62.3")]
    [InlineData("62.3000")]
    public void StoredTrailingZeros_ChangeNoByte(string stored)
    {
        var score = decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(",,62.30,62.3,62.3000,,,", LineOf(SampleRow.Table(new SampleRow(Score: score, Scale: score, Fine: score)), CsvDialect.Data));
    }

    [Theory]
    [InlineData(CsvDialect.Data)]
    [InlineData(CsvDialect.ExcelVietnam)]
    public void Write_IsUtf8WithOneByteOrderMark(CsvDialect dialect)
    {
        var table = SampleRow.Table(SampleRow.Full);

        var file = CsvTable.Write(table, dialect);

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal(CsvTable.Text(table, dialect), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file[3..]));
    }

    [Theory]
    [InlineData(CsvDialect.Data, "một, hai", "\"một, hai\"")]
    [InlineData(CsvDialect.Data, "một; hai", "một; hai")]
    [InlineData(CsvDialect.ExcelVietnam, "một; hai", "\"một; hai\"")]
    [InlineData(CsvDialect.ExcelVietnam, "một, hai", "một, hai")]
    [InlineData(CsvDialect.Data, "gọi là \"một cửa\"", "\"gọi là \"\"một cửa\"\"\"")]
    [InlineData(CsvDialect.Data, "hai\ndòng", "\"hai\ndòng\"")]
    [InlineData(CsvDialect.Data, "hai\rdòng", "\"hai\rdòng\"")]
    [InlineData(CsvDialect.ExcelVietnam, "gọi là \"một cửa\"", "\"gọi là \"\"một cửa\"\"\"")]
    [InlineData(CsvDialect.Data, "hai\r\ndòng", "\"hai\r\ndòng\"")]
    public void Text_IsQuotedWhereTheDialectNeedsIt(CsvDialect dialect, string text, string field)
    {
        Assert.Equal($"{(dialect == CsvDialect.Data ? "text" : "Nội dung")}\n{field}\n", CsvTable.Text(SampleRow.Texts(text), dialect));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84 912", "'+84 912")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("'=1", "'=1")]
    [InlineData("", "")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("1=1", "1=1")]
    public void TextThatWouldBeRun_IsNeutralised(string text, string field)
    {
        Assert.Equal($"text\n{field}\n", CsvTable.Text(SampleRow.Texts(text), CsvDialect.Data));
    }

    [Theory]
    [InlineData(CsvDialect.Data, "\"một, hai\",c\n")]
    [InlineData(CsvDialect.ExcelVietnam, "\"một; hai\";C\n")]
    public void Headings_AreQuotedLikeText(CsvDialect dialect, string line) => Assert.Equal(
        line, CsvTable.Text(new Table<int>("", "", [new("một, hai", "một; hai", row => Cell.Of(row)), new("c", "C", row => Cell.Of(row))], []), dialect));

    [Fact]
    public void NegativeNumber_StaysANumber()
    {
        Assert.Equal(",,-1.50,-1.5,-1.5000,,,", LineOf(SampleRow.Table(new SampleRow(Score: -1.5m, Scale: -1.5m, Fine: -1.5m)), CsvDialect.Data));
    }

    [Theory, MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Bytes_DoNotDependOnTheCulture(string culture)
    {
        var table = SampleRow.Table(SampleRow.Full);
        var (data, excel) = (CsvTable.Write(table, CsvDialect.Data), CsvTable.Write(table, CsvDialect.ExcelVietnam));

        using var _ = new InCulture(culture);

        Assert.Equal(data, CsvTable.Write(table, CsvDialect.Data));
        Assert.Equal(excel, CsvTable.Write(table, CsvDialect.ExcelVietnam));
    }

    private static string LineOf(Table<SampleRow> table, CsvDialect dialect) => CsvTable.Text(table, dialect).Split('\n')[1];
}
