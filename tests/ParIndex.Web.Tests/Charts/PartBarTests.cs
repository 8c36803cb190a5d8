using System.Xml.Linq;
using ParIndex.Domain.Analysis;
using ParIndex.Web.Charts;

namespace ParIndex.Web.Tests.Charts;

public sealed class PartBarTests
{
    [Fact]
    public void Draw_AchievedOfMaximum_IsAsLongAsItsShareAndSaysSo()
    {
        var drawing = Drawing.All(PartBar.Draw("Thẩm định", 51.57m, 70, new Median(60.06m, 15)))[0];

        Assert.Equal("Thẩm định: 51,57 trên 70 điểm", drawing.Title);
        Assert.Equal("Trung vị của 15 đơn vị: 60,06 điểm.", drawing.Description);
        Assert.Equal("img", drawing.Role);
        Assert.Equal(["100%", "73.67%", "3"], drawing.Rectangles.Select(rect => Drawing.Attribute(rect, "width")));
        Assert.Equal("85.8%", Drawing.Attribute(Mark(drawing), "x"));
    }

    [Theory]
    [InlineData(0, "0%", "translate(0 0)")]
    [InlineData(70, "100%", "translate(-3 0)")]
    [InlineData(75, "100%", "translate(-3 0)")]
    public void Draw_MedianAtAnEnd_StaysInTheBar(decimal median, string x, string shift)
    {
        var mark = Mark(Drawing.All(PartBar.Draw("Thẩm định", 51.57m, 70, new Median(median, 3)))[0]);

        Assert.Equal((x, shift), (Drawing.Attribute(mark, "x"), Drawing.Attribute(mark, "transform")));
    }

    [Fact]
    public void Draw_BeyondTheMaximum_EndsAtIt()
    {
        var drawing = Drawing.All(PartBar.Draw("Điểm cộng", 3, 2))[0];

        Assert.Equal("100%", Drawing.Attribute(drawing.Rectangles[1], "width"));
        Assert.Equal(2, drawing.Rectangles.Count);
    }

    [Fact]
    public void Draw_WithoutAMaximum_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PartBar.Draw("Thẩm định", 1, 0));

    private static XElement Mark(Drawing drawing) => drawing.Rectangles.Single(rect => Drawing.Attribute(rect, "class") == "fill-ink");
}
