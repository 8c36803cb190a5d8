using ParIndex.Domain.Staff;

namespace ParIndex.Domain.Tests.Staff;

public sealed class TwoPersonRequestTests
{
    private static readonly DateTime Asked = new(2026, 1, 8, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Asker = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    [Fact]
    public void Request_Waits_UntilItIsDecided()
    {
        var subject = Guid.NewGuid();
        var request = new TwoPersonRequest(TwoPersonAct.CancelRound, subject, "{}", "Hủy kỳ đánh giá 2025", "Nhập nhầm", Asker, Asked);

        Assert.Equal((TwoPersonAct.CancelRound, subject, "{}", "Hủy kỳ đánh giá 2025", "Nhập nhầm"), (request.Act, request.SubjectId, request.Payload, request.Summary, request.Reason));
        Assert.Equal((Asker, Asked, TwoPersonState.Pending), (request.RequestedBy, request.RequestedAt, request.State));
        Assert.Null(request.DecidedBy);
        Assert.Null(request.DecidedAt);
        Assert.Null(request.Issued);
    }

    [Theory]
    [InlineData(true, TwoPersonState.Agreed)]
    [InlineData(false, TwoPersonState.Refused)]
    public void Decide_BySomebodyElse_IsKeptWithWhoAndWhen(bool agree, TwoPersonState state)
    {
        var request = Request();

        request.Decide(agree, Second, Asked.AddHours(1));

        Assert.Equal((state, Second, Asked.AddHours(1)), (request.State, request.DecidedBy, request.DecidedAt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decide_ByWhoAsks_IsRefused(bool agree)
    {
        var request = Request();

        Assert.Equal("A request is decided once, by somebody else.", Assert.Throws<InvalidOperationException>(() => request.Decide(agree, Asker, Asked)).Message);
        Assert.Equal((TwoPersonState.Pending, null, null), (request.State, request.DecidedBy, request.DecidedAt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decide_ASecondTime_IsRefused(bool first)
    {
        var request = Request();
        request.Decide(first, Second, Asked);

        Assert.Throws<InvalidOperationException>(() => request.Decide(!first, Guid.NewGuid(), Asked.AddDays(1)));

        Assert.Equal((Second, Asked), (request.DecidedBy, request.DecidedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Request_WithoutAReason_IsRefused(string reason) =>
        Assert.Throws<ArgumentException>(() => new TwoPersonRequest(TwoPersonAct.CancelRound, Guid.NewGuid(), "{}", "Hủy", reason, Asker, Asked));

    private static TwoPersonRequest Request() => new(TwoPersonAct.ExtendOwnUnit, Guid.NewGuid(), "{}", "Gia hạn", "Lũ lụt", Asker, Asked);
}
