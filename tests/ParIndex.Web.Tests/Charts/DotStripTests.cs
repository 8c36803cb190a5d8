using System.Globalization;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Charts;

namespace ParIndex.Web.Tests.Charts;

public sealed class DotStripTests
{
    private static readonly Zone[] Three = [new(0, "Trung bình", "trung-binh"), new(70, "Khá", "kha"), new(80, "Tốt", "tot")];

    private static readonly Zone[] Six =
    [
        new(0, "Kém", "kem"), new(50, "Yếu", "yeu"), new(60, "Trung bình", "trung-binh"),
        new(70, "Khá", "kha"), new(80, "Tốt", "tot"), new(90, "Xuất sắc", "xuat-sac"),
    ];

    /// <summary>The departments of Lai Châu, 2020, as published; two pairs are equal.</summary>
    private static readonly decimal[] Departments =
    [
        87.42m, 86.52m, 86.06m, 85.66m, 85.66m, 84.98m, 84.71m, 84.07m, 82.23m, 81.95m,
        81.91m, 80.81m, 76.94m, 76.85m, 74.31m, 86.53m, 82.90m, 82.88m, 77.04m, 72.19m,
    ];

    public static TheoryData<string, decimal[]> Groups => new()
    {
        { "none", [] },
        { "one", [72.19m] },
        { "the twenty of 2020", Departments },
        { "one at 45", [.. Departments, 45m] },
        { "one above 100", [.. Departments, 103.5m] },
        { "the ends of the scale", [0m, 100m] },
        { "fifty equal", [.. Enumerable.Repeat(80m, 50)] },
        { "as many as have dots", [.. Enumerable.Range(0, DotStrip.MostDots).Select(i => 58 + (i * 37 % 60 * 0.6m))] },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Draw_AnyGroup_ShowsEveryDotInsideTheDrawingAndTheZonesHeight(string group, decimal[] values)
    {
        foreach (var drawing in Drawing.All(DotStrip.Draw(Of(values), ChartPlace.Full)))
        {
            Assert.True(values.Length == drawing.Dots.Count, $"{group}: {drawing.Dots.Count} dots");
            Assert.All(drawing.Dots, dot =>
            {
                Assert.InRange(dot.X, dot.Radius, drawing.Width - dot.Radius);
                Assert.InRange(dot.Y, drawing.Zones[0].Top + dot.Radius, drawing.Zones[0].Bottom - dot.Radius);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Draw_AnyGroup_LetsNoTwoDotsOverlap(string group, decimal[] values)
    {
        foreach (var drawing in Drawing.All(DotStrip.Draw(Of(values), ChartPlace.Full)))
        {
            var dots = drawing.Dots;
            for (var i = 0; i < dots.Count; i++)
            {
                for (var j = i + 1; j < dots.Count; j++)
                {
                    var (dx, dy, apart) = (dots[i].X - dots[j].X, dots[i].Y - dots[j].Y, dots[i].Radius + dots[j].Radius);
                    Assert.True((dx * dx) + (dy * dy) >= apart * apart, $"{group}, {drawing.CssClass}: dots {i} and {j}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Draw_AnyGroup_WritesTextOfElevenPixelsInsideTheDrawing(string group, decimal[] values)
    {
        foreach (var drawing in Drawing.All(DotStrip.Draw(Of(values), ChartPlace.Full)))
        {
            var scale = LeastPixels(drawing) / drawing.Width;
            Assert.All(drawing.Texts, text =>
            {
                Assert.True(text.Size * scale >= 11, $"{group}, {drawing.CssClass}: “{text.Text}” is {text.Size * scale} px");
                Assert.InRange(text.Y, text.Size * 0.8m, drawing.Height);
                var (left, right) = Ends(text.Text, text.X, text.Size, text.Anchor);
                Assert.True(left >= 0 && right <= drawing.Width, $"{group}, {drawing.CssClass}: “{text.Text}” leaves the drawing");
            });
        }
    }

    [Fact]
    public void Draw_SixBandsOnAPhone_KeepsTheirNamesApart()
    {
        var narrow = Drawing.All(DotStrip.Draw(Of(Departments, Six)))[0];

        var names = narrow.Texts.Where(text => Six.Any(zone => zone.Label == text.Text)).ToList();
        Assert.Equal(["Kém", "Yếu", "Trung bình", "Khá", "Tốt", "Xuất sắc"], names.Select(name => name.Text));
        for (var i = 1; i < names.Count; i++)
        {
            foreach (var before in names.Take(i).Where(name => name.Y == names[i].Y))
            {
                Assert.True(Ends(names[i].Text, names[i].X, names[i].Size, "start").Left > Ends(before.Text, before.X, before.Size, "start").Right);
            }
        }
    }

    [Fact]
    public void Draw_MeanAndMarkedUnitNearEachOther_WritesThemOnTwoLines()
    {
        var data = Of(Departments) with { Mean = 74m, Dots = Dots(Departments, Three, marked: 74.31m) };

        foreach (var drawing in Drawing.All(DotStrip.Draw(data)))
        {
            var mean = drawing.Texts.Single(text => text.Text == "Trung bình khối 74,00");
            var marked = drawing.Texts.Single(text => text.Text == "Đơn vị 74,31 74,31");
            Assert.True(marked.Y - mean.Y >= mean.Size);
        }
    }

    [Fact]
    public void Draw_MarkedUnitWithALongName_FallsBackToAShortOneOnAPhone()
    {
        var name = "Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng";
        var drawings = Drawing.All(DotStrip.Draw(Of([]) with { Dots = [new Dot(72.19m, name, "kha", Highlighted: true)] }));

        Assert.Contains(drawings[0].Texts, text => text.Text == "Đơn vị này 72,19");
        Assert.Contains(drawings[1].Texts, text => text.Text == name + " 72,19");
        Assert.All(drawings, drawing => Assert.Contains(name + " 72,19%", drawing.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_MarkedUnitAmongEqualOnes_StandsAtTheBottom()
    {
        var dots = Enumerable.Range(0, 9).Select(i => new Dot(75m, $"Đơn vị {i}", "kha", Highlighted: i == 4)).ToList();

        var drawing = Drawing.All(DotStrip.Draw(Of([]) with { Dots = dots }))[1];

        var marked = drawing.Dots.Single(dot => dot.Class == "marked");
        Assert.Equal("Đơn vị 4 75,00%", marked.Name);
        Assert.Equal(drawing.Dots.Max(dot => dot.Y), marked.Y);
    }

    [Fact]
    public void Draw_DotsOfABand_StandInItsZoneAndCarryItsColour()
    {
        foreach (var drawing in Drawing.All(DotStrip.Draw(Of(Departments))))
        {
            Assert.Equal(15, drawing.Dots.Count(dot => dot.Class == "fill-tot"));
            Assert.Equal(5, drawing.Dots.Count(dot => dot.Class == "fill-kha"));
            foreach (var zone in drawing.Zones)
            {
                Assert.All(drawing.Dots.Where(dot => dot.Class == "fill-" + zone.Key), dot => Assert.InRange(dot.X, zone.Left, zone.Right + 2));
            }
        }
    }

    [Fact]
    public void Draw_TwentyUnits_SaysInWordsWhatItShows()
    {
        var drawing = Drawing.All(DotStrip.Draw(Of(Departments)))[0];

        Assert.Equal("img", drawing.Role);
        Assert.Equal("Phân bố Chỉ số CCHC", drawing.Title);
        Assert.Equal(
            "20 đơn vị, từ Đơn vị 72,19 72,19% đến Đơn vị 87,42 87,42%. Trung bình khối 82,08%. Xếp loại: 15 Tốt, 05 Khá, 00 Trung bình.",
            drawing.Description);
    }

    [Fact]
    public void Draw_DotsThatLeadSomewhere_AreNamedLinks_AndTheNameStandsAboveAllDots()
    {
        var data = Of(Departments) with { Dots = [.. Dots(Departments, Three).Select(dot => dot with { Address = "/don-vi/" + dot.Label })] };

        foreach (var drawing in Drawing.All(DotStrip.Draw(data)))
        {
            Assert.Equal("group", drawing.Role);
            Assert.Equal(Departments.Length, drawing.Links.Count);
            Assert.Contains(("/don-vi/Đơn vị 72,19", "Đơn vị 72,19 72,19%"), drawing.Links);
            var names = drawing.Texts.Where(text => text.Text.EndsWith("72,19%", StringComparison.Ordinal)).ToList();
            Assert.True(Assert.Single(names).Y < drawing.Dots.Min(dot => dot.Y - dot.Radius));
        }
    }

    [Fact]
    public void Draw_NoUnits_SaysSo()
    {
        var drawing = Drawing.All(DotStrip.Draw(Of([]) with { Mean = null }))[0];

        Assert.Equal("Chưa có số liệu.", drawing.Description);
        Assert.Contains(drawing.Texts, text => text.Text == "Chưa có số liệu");
    }

    [Fact]
    public void Draw_UnitWithoutRating_TakesNoRatingColour()
    {
        var drawing = Drawing.All(DotStrip.Draw(Of([]) with { Dots = [new Dot(75, "Không xếp loại", RatingKey: null)] }))[0];

        Assert.Null(Assert.Single(drawing.Dots).Class);
    }

    [Fact]
    public void Draw_NamesWithSigns_AreEscaped()
    {
        var name = "<script>\"Lao động, TB&XH\"'\u0001\ud800";

        var markup = Drawing.Markup(DotStrip.Draw(Of([]) with { Title = name, Dots = [new Dot(75, name, "kha\" onload=\"x", Highlighted: true)] }));

        Assert.DoesNotContain("<script>", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onload=\"", markup, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;&quot;Lao động, TB&amp;XH&quot;&#39;\uFFFD\uFFFD", markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public void Draw_UnderAnyCulture_IsTheSame(string culture)
    {
        var invariant = In("", () => Drawing.Markup(DotStrip.Draw(Of(Departments))));

        Assert.Equal(invariant, In(culture, () => Drawing.Markup(DotStrip.Draw(Of(Departments)))));
    }

    private static Distribution Of(decimal[] values, Zone[]? zones = null) =>
        new("Phân bố Chỉ số CCHC", Dots(values, zones ?? Three), zones ?? Three, Mean: 82.08m);

    private static List<Dot> Dots(decimal[] values, Zone[] zones, decimal? marked = null) => values
        .Select(value => new Dot(value, "Đơn vị " + NumberWriter.Vietnamese(value), zones.Last(zone => zone.From <= value).Key, value == marked))
        .ToList();

    /// <summary>The narrowest container in which the style sheet shows a drawing.</summary>
    private static decimal LeastPixels(Drawing drawing) => drawing.CssClass switch
    {
        "draw-narrow" => 254,
        "draw-medium" => 444,
        _ => 792,
    };

    private static (decimal Left, decimal Right) Ends(string text, decimal x, decimal size, string anchor)
    {
        var width = text.Length * size * 0.6m;
        var left = anchor switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        return (left, left + width);
    }

    private static string In(string culture, Func<string> act)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
