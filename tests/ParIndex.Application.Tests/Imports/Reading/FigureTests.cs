using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

public class FigureTests
{
    [Theory]
    [InlineData("62,30")]
    [InlineData("62.30")]
    [InlineData(" 62,30 ")]
    public void Read_CommaAndDot_AreTheSame(string text) =>
        Assert.Equal(62.30m, Assert.Single(ReadTable.Csv($"Đơn vị;Tổng điểm\nSở Y tế;{text}").Rows).TotalScore);

    [Fact]
    public void Read_CommaAndDotInOneTable_AreBothDecimal()
    {
        var row = Assert.Single(ReadTable.Csv("Đơn vị;Điểm thẩm định;Điểm điều tra;Chỉ số\nSở Y tế;51,57;21.25;74,31%").Rows);

        Assert.Equal((51.57m, 21.25m, 74.31m), (row.AppraisalScore, row.SurveyScore, row.PublishedIndex));
    }

    [Theory]
    [InlineData("6.230", "có quá 2 chữ số thập phân")]
    [InlineData("62,305", "có quá 2 chữ số thập phân")]
    [InlineData("1e2", "không phải là số hợp lệ")]
    [InlineData("-1", "không được có dấu âm")]
    [InlineData("NaN", "không phải là số hợp lệ")]
    [InlineData("６２.３０", "không phải là số hợp lệ")]
    [InlineData("62,30%", "không được có dấu %")]
    [InlineData("62,30*", "không phải là số hợp lệ")]
    [InlineData("1 234", "không phải là số hợp lệ")]
    public void Read_OtherSpelling_IsRefusedWithFieldAndPlace(string text, string reason)
    {
        var problem = ReadTable.OnlyProblem($"STT;Đơn vị;Tổng điểm\n1;Sở Y tế;{text}");

        Assert.StartsWith($"Tổng điểm: “{text}” {reason}", problem.Message, StringComparison.Ordinal);
        Assert.Equal(new CellPlace(2, 3), problem.Place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("—")]
    public void Read_Dash_IsAbsentAndNotZero(string text)
    {
        var row = Assert.Single(ReadTable.Csv($"Đơn vị;Điểm điều tra;Điểm cộng;Điểm trừ;Thang điểm;Chỉ số;Xếp loại;Xếp hạng\nSở Y tế;{text};{text};{text};{text};74,31;{text};{text}").Rows);

        Assert.Equal((null, null, null, null), (row.SurveyScore, row.Bonus, row.Penalty, row.PrintedScale));
        Assert.Equal((null, null), (row.PublishedRating, row.PublishedRank));
    }

    [Fact]
    public void Read_Penalty_IsAMagnitudeHoweverPrinted()
    {
        var table = ReadTable.Csv("Đơn vị;Điểm cộng;Điểm trừ;Tổng điểm\nSở Y tế;1,5;-0,5;70\nSở Nội vụ;0;0,5;80");

        Assert.Equal([0.5m, 0.5m], table.Rows.Select(row => row.Penalty));
        Assert.Equal([1.5m, 0m], table.Rows.Select(row => row.Bonus));
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("04", 4)]
    [InlineData("4=", 4)]
    public void Read_Rank(string text, int rank) =>
        Assert.Equal(rank, Assert.Single(ReadTable.Csv($"Đơn vị;Chỉ số;Hạng\nSở Y tế;74,31;{text}").Rows).PublishedRank);

    [Theory]
    [InlineData("Đơn vị;Chỉ số;Hạng\nSở Y tế;74,31;1,5", "Xếp hạng: “1,5” không phải là số nguyên hợp lệ")]
    [InlineData("Đơn vị;Chỉ số;Hạng\nSở Y tế;74,31;0", "Xếp hạng: “0” phải từ 1 trở lên")]
    [InlineData("Đơn vị;Chỉ số\nSở Y tế;999,01", "Chỉ số CCHC (%): “999,01” lớn hơn 999")]
    [InlineData("Đơn vị;Chỉ số;Thang điểm\nSở Y tế;74,31;0", "Thang điểm: “0” phải lớn hơn 0")]
    [InlineData("STT;Đơn vị;Chỉ số;Tổng\n1;Sở Y tế;-;", "“Sở Y tế” không có chỉ số, tổng điểm hay điểm thành phần nào")]
    public void Read_FigureOutOfItsRange_IsRefused(string csv, string start) =>
        Assert.StartsWith(start, ReadTable.OnlyProblem(csv).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_PrintedDecimals_AreTheMostOfTheTable()
    {
        var table = ReadTable.Csv("Đơn vị;Điểm đạt;Tổng;Chỉ số\nSở Y tế;51,5;72;74,31\nSở Nội vụ;62;85,6;87");

        Assert.All(table.Rows, row => Assert.Equal(new PrintedDecimals(Scores: 1, Index: 2), row.Decimals));
    }

    [Fact]
    public void Read_MoreDecimals_WhenTheOptionsAllow() =>
        Assert.Equal(62.3051m, Assert.Single(ReadTable.Csv("Đơn vị;Tổng\nSở Y tế;62,3051", decimals: 4).Rows).TotalScore);

    [Fact]
    public void Read_AThousandBadSpellings_AreAllRefused()
    {
        var bad = BadNumbers.Generate(seed: 2020).Distinct(StringComparer.Ordinal).Take(1_000).ToList();
        var rows = bad.Select((text, i) => $"{i + 1};Đơn vị số {i + 1};\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\";50,00");

        var refused = ReadTable.RefusedCsv("STT;Đơn vị;Tổng điểm;Chỉ số\n" + string.Join('\n', rows));

        Assert.Equal(1_000, refused.Problems.Count);
        Assert.Equal(Enumerable.Range(2, 1_000), refused.Problems.Select(problem => problem.Place!.Line));
        Assert.All(refused.Problems, problem => Assert.Equal(3, problem.Place!.Column));
        Assert.EndsWith("… và 950 lỗi khác", refused.Message, StringComparison.Ordinal);
        Assert.Equal(51, refused.Message.Split('\n').Length);
    }

    /// <summary>Spellings that are no number of two decimals, made from good ones.</summary>
    private static class BadNumbers
    {
        internal static IEnumerable<string> Generate(int seed)
        {
            var random = new Random(seed);
            while (true)
            {
                var (whole, part) = (random.Next(0, 100), random.Next(0, 100));
                yield return random.Next(16) switch
                {
                    0 => $"{whole}.{part:00}{random.Next(10)}",
                    1 => $"{whole},{part:00}{random.Next(10)}",
                    2 => $"{whole}e{random.Next(1, 9)}",
                    3 => $"-{whole}.{part:00}",
                    4 => $"+{whole},{part:00}",
                    5 => $"{whole}.{part:00}%",
                    6 => $"{random.Next(1, 9)}.{random.Next(100, 999)},{part:00}",
                    7 => $"{random.Next(1, 9)},{random.Next(100, 999)}.{part:00}",
                    8 => string.Concat($"{whole}.{part:00}".Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)),
                    9 => string.Concat($"{whole}.{part:00}".Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '٠') : c)),
                    10 => $"{whole}.",
                    11 => $",{part:00}",
                    12 => $"{whole} {part:00}",
                    13 => $"{random.Next(100_000, 999_999)}",
                    14 => $"{whole}..{part:00}",
                    _ => $"{whole}{"xodđ$€/:;\"'".AsSpan(random.Next(11), 1)}{part:00}",
                };
            }
        }
    }
}
