using ParIndex.Domain.Rounds;

namespace ParIndex.Domain.Tests.Rounds;

/// <summary>What follows from the moves of a round: until when it can be taken back, and whether its figures are those of a past year.</summary>
public sealed class RoundHistoryTests
{
    private static readonly Guid By = Guid.NewGuid();

    private static readonly DateTime Noon = new(2026, 12, 1, 5, 0, 0, DateTimeKind.Utc);

    private readonly Round _round = new(2026, "Tỉnh Lai Châu", "Kỳ đánh giá năm 2026");

    [Fact]
    public void Cancelled_CanBeTakenBackForSevenDays_ToTheStateItHad()
    {
        Move(RoundState.Open, Noon);
        Assert.Null(_round.RestorableUntil);
        Move(RoundState.Cancelled, Noon.AddDays(1));
        Assert.Equal(Noon.AddDays(8), _round.RestorableUntil);

        _round.Restore(By, Noon.AddDays(8), "Nhầm kỳ");

        Assert.Equal(RoundState.Open, _round.State);
        Assert.Null(_round.RestorableUntil);
        var last = _round.Moves[^1];
        Assert.Equal((RoundState.Cancelled, RoundState.Open, By, Noon.AddDays(8), "Nhầm kỳ"), (last.From, last.To, last.By, last.At, last.Note));
    }

    [Fact]
    public void Restore_AfterSevenDays_IsRefused()
    {
        Move(RoundState.Cancelled, Noon);

        var refusal = Assert.Throws<InvalidOperationException>(() => _round.Restore(By, Noon.AddDays(7).AddTicks(1), note: null));

        Assert.Contains(" Cancelled ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(RoundState.Cancelled, _round.State);
    }

    [Fact]
    public void Restore_OfARoundThatIsNotCancelled_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => _round.Restore(By, Noon, note: null));
        Move(RoundState.Cancelled, Noon);
        _round.Restore(By, Noon, note: null);

        Assert.Throws<InvalidOperationException>(() => _round.Restore(By, Noon, note: null));
    }

    [Fact]
    public void Cancelled_ASecondTime_IsCountedFromTheSecond()
    {
        Move(RoundState.Cancelled, Noon);
        _round.Restore(By, Noon.AddDays(1), note: null);
        Move(RoundState.Open, Noon.AddDays(2));
        Move(RoundState.Cancelled, Noon.AddDays(30));

        Assert.Equal(Noon.AddDays(37), _round.RestorableUntil);
        Assert.Equal(RoundState.Open, _round.Cancellation!.From);
    }

    [Fact]
    public void PastFigures_AreOfARoundThatOpenedAndEndedAtOneInstant()
    {
        Assert.False(_round.HoldsPastFigures);
        Move(RoundState.Cancelled, Noon);
        _round.Restore(By, Noon.AddDays(1), note: null);
        Move(RoundState.Open, Noon.AddDays(2));
        Assert.False(_round.HoldsPastFigures);

        Move(RoundState.Closed, Noon.AddDays(2));

        Assert.True(_round.HoldsPastFigures);
    }

    [Fact]
    public void PastFigures_AreNotOfARoundThatWasScored_HoweverQuicklyItWasOpenedAgainAndEnded()
    {
        Move(RoundState.Open, Noon);
        Move(RoundState.Closed, Noon.AddDays(30));
        Assert.False(_round.HoldsPastFigures);

        Move(RoundState.Open, Noon.AddDays(31));
        Move(RoundState.Closed, Noon.AddDays(31));

        Assert.False(_round.HoldsPastFigures);
    }

    private void Move(RoundState to, DateTime at) => _round.Move(to, By, at, note: null);
}
