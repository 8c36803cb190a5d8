using ParIndex.Web.Charts;

namespace ParIndex.Web.Tests.Charts;

/// <summary>Above as many units as have dots each, how many lie in each step.</summary>
public sealed class HistogramTests
{
    private static readonly Zone[] Five = [new(0, "Yếu", "yeu"), new(60, "Trung bình", "trung-binh"), new(70, "Khá", "kha"), new(80, "Tốt", "tot"), new(90, "Xuất sắc", "xuat-sac")];

    [Fact]
    public void Draw_ManyUnits_CountsEachOnce_InBarsOfOneBand()
    {
        foreach (var drawing in Drawing.All(DotStrip.Draw(Of(150, Five), ChartPlace.Full)))
        {
            Assert.Empty(drawing.Dots);
            Assert.Equal(150, drawing.Bars.Sum(Units));
            Assert.DoesNotContain(drawing.Bars, bar => bar.Class == "dots");
            foreach (var bar in drawing.Bars)
            {
                var zone = drawing.Zones.Single(zone => "fill-" + zone.Key == bar.Class);
                Assert.True(bar.Left >= zone.Left && bar.Right <= zone.Right + 2, $"{drawing.CssClass}: {bar}");
            }
        }
    }

    [Fact]
    public void Draw_ABarTwiceAsFull_IsTwiceAsHigh()
    {
        var data = Of(0, Five) with { Dots = [.. Enumerable.Range(0, 66).Select(i => new Dot(i < 44 ? 72 : 85, $"Đơn vị {i}", null))] };

        var drawing = Drawing.All(DotStrip.Draw(data))[1];

        var bottom = drawing.Zones[0].Bottom;
        Assert.Equal(2, (bottom - drawing.Bars[0].Top) / (bottom - drawing.Bars[1].Top), 1);
        Assert.Equal([44, 22], drawing.Bars.Select(Units));
    }

    [Fact]
    public void Draw_LimitsOffTheRoundSteps_GivesBarsOfTwoBandsNoRatingColour()
    {
        Zone[] zones = [new(0, "Khá", "kha"), new(81.3m, "Tốt", "tot")];
        var data = Of(0, zones) with { Dots = [.. Enumerable.Range(0, 70).Select(i => new Dot(75 + (i * 0.2m), $"Đơn vị {i}", null))] };

        var drawing = Drawing.All(DotStrip.Draw(data))[1];

        Assert.Single(drawing.Bars, bar => bar.Class == "dots");
        Assert.Equal(70, drawing.Bars.Sum(Units));
    }

    [Fact]
    public void Draw_MarkedUnit_IsNamedBelow()
    {
        var data = Of(100, Five);

        foreach (var drawing in Drawing.All(DotStrip.Draw(data with { Dots = [.. data.Dots, new Dot(88.5m, "Xã Mẫu", "tot", Highlighted: true)] })))
        {
            Assert.Contains(drawing.Texts, text => text.Text == "Xã Mẫu 88,50");
            Assert.Contains("Đơn vị được đánh dấu: Xã Mẫu 88,50%.", drawing.Description, StringComparison.Ordinal);
        }
    }

    private static int Units((string Class, decimal Left, decimal Right, decimal Top, string Name) bar) =>
        int.Parse(bar.Name[(bar.Name.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static Distribution Of(int units, Zone[] zones) => new(
        "Phân bố Chỉ số CCHC", [.. Enumerable.Range(0, units).Select(i => 52 + (i * 37 % 150 * 0.3m)).Select(value => new Dot(value, $"Đơn vị {value}", zones.Last(zone => zone.From <= value).Key))], zones, Mean: 74);
}
