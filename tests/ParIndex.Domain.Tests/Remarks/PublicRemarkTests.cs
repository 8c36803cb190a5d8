using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;

namespace ParIndex.Domain.Tests.Remarks;

/// <summary>What can become of a remark, and what cannot be taken back.</summary>
public sealed class PublicRemarkTests
{
    private static readonly DateTime At = new(2026, 5, 4, 2, 0, 0, DateTimeKind.Utc);

    private static readonly Guid Somebody = Guid.CreateVersion7();

    [Theory]
    [InlineData("  Tổng   điểm\r\n\r\n  in là 86. \n", "Tổng điểm\nin là 86.")]
    [InlineData("\u200B\u0007 a", "a")]
    [InlineData(null, "")]
    public void Tidy_KeepsLines_AndNothingNobodySees(string? typed, string kept) => Assert.Equal(kept, PublicRemark.Tidy(typed));

    [Fact]
    public void Code_IsAnotherEachTime_OfSignsThatAreNotMistaken()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => New().Code).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(500, codes.Count);
        Assert.All(codes, code => Assert.Matches("^[2-9a-hjkmnp-z]{12}$", code));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(2001)]
    public void Text_OfNoUse_IsNoRemark(int length) => Assert.Throws<ArgumentException>(() => New(new string('x', length)));

    [Theory]
    [InlineData(RemarkState.FigureStands, true)]
    [InlineData(RemarkState.ToBeCorrected, true)]
    [InlineData(RemarkState.SetAside, false)]
    public void Reply_IsForEverybody_UnlessItIsSetAside(RemarkState outcome, bool isPublic)
    {
        var remark = New();

        remark.Reply(outcome, "Đã đối chiếu.", showsText: true, Somebody, At);

        Assert.Equal((outcome, isPublic, isPublic), (remark.State, remark.IsPublic, remark.IsTextShown));
        Assert.Equal((Somebody, At), (remark.AnsweredBy, remark.AnsweredAt));
    }

    [Fact]
    public void Reply_WordedAnew_KeepsItsDay_AndIsNotTakenBack()
    {
        var remark = New();
        remark.Reply(RemarkState.FigureStands, "Đã đối chiếu.", showsText: true, Somebody, At);

        remark.Reply(RemarkState.ToBeCorrected, "Đúng như góp ý.", showsText: false, Somebody, At.AddDays(1));

        Assert.Equal((At, "Đúng như góp ý.", false), (remark.AnsweredAt, remark.Answer, remark.IsTextShown));
        Assert.Contains("không rút lại được", Assert.Throws<RefusedException>(() => remark.Reply(RemarkState.SetAside, "Thôi.", showsText: false, Somebody, At)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => remark.Reply(RemarkState.Received, "Thôi.", showsText: false, Somebody, At));
        Assert.Throws<ArgumentException>(() => remark.Reply(RemarkState.FigureStands, " ", showsText: false, Somebody, At));
        Assert.Throws<ArgumentException>(() => remark.Reply(RemarkState.FigureStands, new string('x', 4001), showsText: false, Somebody, At));
    }

    [Fact]
    public void Pursue_IsForAFigureFoundWrong_WhichThenStaysWrong()
    {
        var (remark, request) = (New(), Guid.CreateVersion7());
        Assert.Throws<RefusedException>(() => remark.Pursue(request));
        remark.Reply(RemarkState.ToBeCorrected, "Đúng như góp ý.", showsText: true, Somebody, At);

        remark.Pursue(request);

        Assert.Equal(request, remark.RequestId);
        Assert.Contains("không đổi lại kết luận", Assert.Throws<RefusedException>(() => remark.Reply(RemarkState.FigureStands, "Thôi.", showsText: true, Somebody, At)).Message, StringComparison.Ordinal);
    }

    private static PublicRemark New(string text = "Tổng điểm in là 86.") =>
        new(new Release("Tỉnh Mẫu", 2025, 1, ReleaseChange.Initial, isArchive: false, At, []), "so-noi-vu", criterionCode: null, text, At);
}
