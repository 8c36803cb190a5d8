using System.Text;
using System.Text.RegularExpressions;
using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

public class LaiChau2020ReadingTests
{
    private static readonly PublishedTable Table = ReadTable.Csv(LaiChau2020.Csv);

    [Fact]
    public void Read_GivesEveryUnitInPrintedOrder()
    {
        Assert.Equal(28, Table.Rows.Count);
        Assert.Equal([.. Enumerable.Range(1, 15), .. Enumerable.Range(1, 5), .. Enumerable.Range(1, 8)], Table.Rows.Select(row => row.Order));
    }

    [Fact]
    public void Read_TakesEveryFigureOfARow()
    {
        var row = Table.Rows[0];

        Assert.Equal(
            new PublishedRow(
                1, "Sở Nội vụ", "Sở, ban, ngành tỉnh", "Thang điểm 98", 62.30m, 23.37m, null, null, 85.67m, null, 98m, 87.42m, "Tốt", null,
                new PrintedDecimals(2, 2), new CellPlace(2, 4)),
            row);
    }

    [Fact]
    public void Read_HeadingThatLimitsTheScale_StatesNone()
    {
        var special = Table.Rows.Where(row => row.Heading == "Đơn vị đặc thù (dưới 98)").ToList();

        Assert.Equal(5, special.Count);
        Assert.All(special, row => Assert.Null(row.HeadingScale));
        Assert.Equal(15, Table.Rows.Count(row => row.HeadingScale == 98m));
    }

    [Fact]
    public void Read_DistrictsHaveNoHeading()
    {
        var districts = Table.Rows.Where(row => row.Group == "UBND huyện, thành phố").ToList();

        Assert.Equal(8, districts.Count);
        Assert.All(districts, row => Assert.True(row.Heading is null && row.HeadingScale is null));
        Assert.Equal("Trung bình", districts[^1].PublishedRating);
        Assert.Empty(Table.Means);
    }

    [Theory]
    [InlineData(";", ",")]
    [InlineData("\t", ",")]
    [InlineData("\t", ".")]
    [InlineData(";", ".")]
    public void Read_OtherDelimiterAndSeparator_IsTheSameTable(string delimiter, string separator)
    {
        var lines = LaiChau2020.Csv.Split('\n').Select(line => string.Join(delimiter, Cells(line).Select(cell => cell.Replace(".", separator, StringComparison.Ordinal))));

        var other = ReadTable.Csv(string.Join("\r\n", lines));

        Assert.Equal(Table.Rows, other.Rows);
    }

    [Fact]
    public void Read_OtherEncodings_AreTheSameTable()
    {
        Encoding[] encodings = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

        Assert.All(encodings, encoding =>
            Assert.Equal(Table.Rows, ReadTable.File([.. encoding.GetPreamble(), .. encoding.GetBytes(LaiChau2020.Csv)], "2020.txt").Rows));
    }

    [Fact]
    public void Read_DecomposedText_IsStoredComposed()
    {
        var decomposed = ReadTable.Csv(LaiChau2020.Csv.Normalize(NormalizationForm.FormD));

        Assert.Equal(Table.Rows, decomposed.Rows);
    }

    [Fact]
    public void Read_AnyColumnOrder_IsTheSameTable()
    {
        var lines = LaiChau2020.Csv.Split('\n').Select(line => string.Join(',', Cells(line).Reverse().Select(cell => $"\"{cell}\"")));

        var reversed = ReadTable.Csv(string.Join('\n', lines));

        Assert.Equal(Table.Rows.Select(row => row with { Place = new CellPlace(1, 1) }), reversed.Rows.Select(row => row with { Place = new CellPlace(1, 1) }));
    }

    private static IEnumerable<string> Cells(string line) =>
        Regex.Matches(line, "(?<=^|,)(\"(?<cell>[^\"]*)\"|(?<cell>[^,]*))", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["cell"].Value);
}
