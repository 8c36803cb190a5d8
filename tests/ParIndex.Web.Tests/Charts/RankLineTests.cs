using ParIndex.Web.Charts;

namespace ParIndex.Web.Tests.Charts;

public sealed class RankLineTests
{
    private static readonly RankPoint[] LaiChau =
        [new(2018, 58, 63, "72,23"), new(2016, 53, 63, "67/97,5"), new(2017, 57, 63, "71,94")];

    [Fact]
    public void Draw_ThreeYears_JoinsThemInOrderAndNamesEach()
    {
        foreach (var drawing in Drawing.All(RankLine.Draw("PAR INDEX", LaiChau)))
        {
            Assert.Equal(1, Assert.Single(drawing.Paths("line")).Count(c => c == 'M'));
            Assert.Equal("năm 2016 xếp thứ 53/63; năm 2017 xếp thứ 57/63; năm 2018 xếp thứ 58/63.", drawing.Description);
            foreach (var text in (string[])["53/63", "57/63", "58/63", "2016", "2017", "2018", "67/97,5", "71,94", "72,23"])
            {
                Assert.Contains(drawing.Texts, written => written.Text == text);
            }
        }
    }

    [Fact]
    public void Draw_BetterRank_StandsHigher()
    {
        var dots = Drawing.All(RankLine.Draw("PAR INDEX", LaiChau))[0].Dots;

        Assert.True(dots[0].Y < dots[1].Y && dots[1].Y < dots[2].Y);
    }

    [Fact]
    public void Draw_MissingYear_BreaksTheLine()
    {
        var drawing = Drawing.All(RankLine.Draw("PAPI", [new(2015, 10, 63), new(2016, 11, 63), new(2018, 12, 63), new(2019, 13, 63)]))[0];

        Assert.Equal("MLML", string.Concat(drawing.Paths("line")[0].Where(char.IsLetter)));
    }

    [Fact]
    public void Draw_YearWithoutRank_BreaksTheLineAndDrawsNoDot()
    {
        var drawing = Drawing.All(RankLine.Draw("PAPI", [new(2016, 10, 63), new(2017, Rank: null, 63), new(2018, 12, 63)]))[0];

        Assert.Equal(2, drawing.Dots.Count);
        Assert.Equal("MM", string.Concat(drawing.Paths("line")[0].Where(char.IsLetter)));
        Assert.Contains("năm 2017 không có thứ hạng", drawing.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    public void Draw_AnyNumberOfYears_KeepsDotsAndLabelsInsideAndApart(int years)
    {
        var points = Enumerable.Range(0, years).Select(i => new RankPoint(2006 + i, 1 + (i * 31 % 63), 63, "87,42")).ToList();

        foreach (var drawing in Drawing.All(RankLine.Draw("PAR INDEX", points)))
        {
            Assert.Equal(years, drawing.Dots.Count);
            Assert.All(drawing.Dots, dot =>
            {
                Assert.InRange(dot.X, dot.Radius, drawing.Width - dot.Radius);
                Assert.InRange(dot.Y, dot.Radius, drawing.Height - dot.Radius);
            });
            Assert.All(drawing.Texts, text => Assert.InRange(text.Y, text.Size * 0.8m, drawing.Height));
            Assert.All(drawing.Texts, text => Assert.True(text.Size * (drawing.CssClass == "draw-narrow" ? 254m : 444m) / drawing.Width >= 11));
            var labels = drawing.Texts.Where(text => text.Text.Length == 4 && text.Text.StartsWith("20", StringComparison.Ordinal)).OrderBy(text => text.X).ToList();
            Assert.Equal(years > 0, labels.Count > 0);
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X >= 5 * pair.First.Size * 0.6m));
        }
    }

    [Fact]
    public void Draw_ManyYears_AlwaysNamesTheNewest()
    {
        var points = Enumerable.Range(2006, 20).Select(year => new RankPoint(year, 30, 63, "87,42"));

        Assert.All(Drawing.All(RankLine.Draw("PAR INDEX", points)), drawing => Assert.Contains(drawing.Texts, text => text.Text == "2025"));
    }

    [Fact]
    public void Draw_FewerProvincesAfterMergers_DrawsTheLastPlaceOfEachYear()
    {
        var drawing = Drawing.All(RankLine.Draw("PAR INDEX", [new(2024, 22, 63), new(2025, 34, 34)]))[0];

        Assert.Contains("năm 2025 xếp thứ 34/34", drawing.Description, StringComparison.Ordinal);
        Assert.Contains(drawing.Texts, text => text.Text == "34/34");
    }

    [Fact]
    public void Draw_TwoPointsOfOneYear_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RankLine.Draw("PAR INDEX", [new(2020, 1, 63), new(2020, 2, 63)]));
}
