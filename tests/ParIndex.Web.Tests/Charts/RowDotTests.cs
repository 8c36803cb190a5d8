using System.Globalization;
using ParIndex.Web.Charts;

namespace ParIndex.Web.Tests.Charts;

public sealed class RowDotTests
{
    private static readonly ValueAxis Axis = ValueAxis.Covering([72.19m, 87.42m], [70, 80]);

    [Theory]
    [InlineData("60")]
    [InlineData("74.31")]
    [InlineData("90")]
    public void Draw_AnyValueOfTheAxis_StaysInTheDrawing(string value)
    {
        var index = decimal.Parse(value, CultureInfo.InvariantCulture);
        var drawing = Assert.Single(Drawing.All(new RowDot(Axis, [0, 70, 80]).Draw(index, "kha")));

        var dot = Assert.Single(drawing.Dots);
        Assert.InRange(dot.X, dot.Radius, drawing.Width - dot.Radius);
        Assert.Equal("dots fill-kha", dot.Class);
    }

    [Fact]
    public void Draw_ValueOnALimit_StandsOnItsTick()
    {
        var drawing = Drawing.All(new RowDot(Axis, [0, 70, 80]).Draw(80, "tot"))[0];

        Assert.Equal("M68.5 3V15M131.5 3V15", Assert.Single(drawing.Paths("tick")));
        Assert.Equal(131.5m, drawing.Dots[0].X);
    }

    [Fact]
    public void Draw_BesideItsFigure_IsHiddenFromScreenReaders() =>
        Assert.Contains("aria-hidden=\"true\"", Drawing.Markup(new RowDot(Axis, [70]).Draw(72, ratingKey: null)), StringComparison.Ordinal);

    [Fact]
    public void DrawAxis_NamesEndsAndLimitsWhereTheyStand()
    {
        var drawing = Drawing.All(new RowDot(Axis, [0, 80, 70]).DrawAxis())[0];

        Assert.Equal([("60", 0m), ("90", 200m), ("70", 68.5m), ("80", 131.5m)], drawing.Texts.Select(text => (text.Text, text.X)));
        Assert.All(drawing.Texts, text => Assert.True(text.Size >= 11));
    }

    [Fact]
    public void DrawAxis_LimitsTooCloseToName_LeavesNamesOut()
    {
        var axis = ValueAxis.Covering([0m, 100m], []);

        var drawing = Drawing.All(new RowDot(axis, [2, 50, 52, 99]).DrawAxis())[0];

        Assert.Equal(["0", "100", "50"], drawing.Texts.Select(text => text.Text));
    }
}
