using ParIndex.Web.Charts;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Tests.Charts;

public sealed class SlopeLineTests
{
    private static readonly SlopeMark[] Marks =
    [
        new("Sở Giáo dục và Đào tạo", 4, 4), new("Sở Xây dựng", 7, 5, IsCause: true), new("Sở Tài chính", 5, 6), new("Sở Công Thương", 6, 7), new("Văn phòng UBND tỉnh", 8, 8),
    ];

    [Fact]
    public void Draw_NamesEachUnitOnBothSides_AndSaysTheMoves()
    {
        foreach (var drawing in Drawing.All(Draw(Marks)))
        {
            Assert.Equal("Thứ hạng ở lần 1 và lần 2", drawing.Title);
            Assert.Equal("Sở Giáo dục và Đào tạo: giữ nguyên 4; Sở Xây dựng: 7 thành 5; Sở Tài chính: 5 thành 6; Sở Công Thương: 6 thành 7; Văn phòng UBND tỉnh: giữ nguyên 8.", drawing.Description);
            Assert.Equal("img", drawing.Role);
            Assert.Equal(2 + (2 * Marks.Length), drawing.Texts.Count);
        }

        var medium = Drawing.All(Draw(Marks))[1];
        Assert.Contains(medium.Texts, text => text is { Text: "Sở Xây dựng 7", Anchor: "end" });
        Assert.Contains(medium.Texts, text => text is { Text: "5 Sở Xây dựng", Anchor: "start" });
    }

    [Fact]
    public void Draw_LinesJoinTheRows_OfTheirPlaces()
    {
        var drawing = Drawing.All(Draw(Marks))[1];

        foreach (var mark in Marks)
        {
            var line = Assert.Single(drawing.Lines, line => Row(drawing, line.Y1, "end") == $"{mark.Name} {mark.Before}");
            Assert.Equal($"{mark.After} {mark.Name}", Row(drawing, line.Y2, "start"));
            Assert.Equal(mark.IsCause ? "line" : "tick", line.Class);
        }
    }

    [Fact]
    public void Draw_EqualPlaces_StandOnRowsOfTheirOwn()
    {
        var drawing = Drawing.All(Draw([new("Sở A", 2, 1), new("Sở B", 1, 2), new("Sở C", 1, 2)]))[0];

        Assert.Equal(3, drawing.Texts.Where(text => text.Anchor == "end").Skip(1).Select(text => text.Y).Distinct().Count());
        Assert.Equal(3, drawing.Texts.Where(text => text.Anchor == "start").Skip(1).Select(text => text.Y).Distinct().Count());
    }

    [Fact]
    public void Draw_LongNames_StayInTheDrawing_AndAreReadOutWhole()
    {
        const string name = "Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng";

        foreach (var drawing in Drawing.All(Draw([new(name, 12, 10), new("Sở A", 10, 12)])))
        {
            Assert.All(drawing.Texts, text => Assert.InRange(text.Anchor == "end" ? text.X - Width(text) : text.X + Width(text), 0, drawing.Width));
            Assert.All(drawing.Texts, text => Assert.InRange(text.Y, text.Size * 0.8m, drawing.Height));
            Assert.Contains(name + ": 12 thành 10", drawing.Description, StringComparison.Ordinal);
        }

        static decimal Width((string Text, decimal X, decimal Y, decimal Size, string Anchor) text) => text.Text.Length * text.Size * 0.6m;
    }

    [Fact]
    public void Draw_InEnglish_SpeaksEnglish()
    {
        var drawing = Drawing.All(SlopeLine.Draw("Places", "Version 1", "Version 2", Marks, PublicTexts.Of(Language.English)))[0];

        Assert.StartsWith("Sở Giáo dục và Đào tạo: 4, unchanged; Sở Xây dựng: 7 to 5;", drawing.Description, StringComparison.Ordinal);
    }

    private static Microsoft.AspNetCore.Html.IHtmlContent Draw(IReadOnlyList<SlopeMark> marks) => SlopeLine.Draw("Thứ hạng ở lần 1 và lần 2", "Lần 1", "Lần 2", marks, PublicTexts.Of(Language.Vietnamese));

    /// <summary>What is written beside the end of a line.</summary>
    private static string Row(Drawing drawing, decimal y, string anchor) => drawing.Texts.Where(text => text.Anchor == anchor).MinBy(text => Math.Abs(text.Y - y - 4.5m)).Text;
}
