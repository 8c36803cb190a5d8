using ParIndex.Domain.Rounds;

namespace ParIndex.Domain.Tests.Rounds;

public sealed class RoundDecisionTests
{
    private static readonly DateTime At = new(2026, 4, 3, 2, 0, 0, DateTimeKind.Utc);

    private readonly Guid _by = Guid.NewGuid();

    private readonly Round _round = new(2025, "Tỉnh Mẫu", "Kỳ đánh giá 2025");

    [Fact]
    public void Announced_BeforeTheDecision_IsRefused()
    {
        Assert.Equal("Ngày công bố không được trước ngày quyết định.", Assert.Throws<RefusedException>(() => Decision("500/QĐ-UBND", announced: 2)).Message);
        Assert.Equal(new DateOnly(2026, 4, 3), Decision("500/QĐ-UBND", announced: 3).AnnouncedOn);
    }

    [Fact]
    public void NoDecision_IsRefused_InAClosedRoundToo()
    {
        _round.Move(RoundState.Open, _by, At, note: null);
        Close();

        Assert.Throws<ArgumentNullException>("decision", () => _round.Record(null!));
    }

    [Fact]
    public void Decision_WithoutNumber_IsRefused() => Assert.Throws<ArgumentException>(() => Decision(" "));

    [Fact]
    public void Record_BeforeTheEnd_OrAfterPublication_IsRefused()
    {
        Assert.Contains(" Draft.", Assert.Throws<InvalidOperationException>(() => _round.Record(Decision("500/QĐ-UBND"))).Message, StringComparison.Ordinal);
        _round.Move(RoundState.Open, _by, At, note: null);
        Assert.Throws<InvalidOperationException>(() => _round.Record(Decision("500/QĐ-UBND")));
        Close();
        _round.Move(RoundState.Published, _by, At, note: null);

        Assert.Throws<InvalidOperationException>(() => _round.Record(Decision("500/QĐ-UBND")));
        Assert.Null(_round.Decision);
    }

    [Fact]
    public void Record_Again_KeepsTheOneBefore_AndTheLastHolds()
    {
        _round.Move(RoundState.Open, _by, At, note: null);
        Close();

        // Also when the clock was set back meanwhile.
        _round.Record(Decision("500/QĐ-UBND", at: At.AddHours(1)));
        _round.Record(Decision("501/QĐ-UBND", at: At));

        Assert.Equal(2, _round.Decisions.Count);
        Assert.Equal("501/QĐ-UBND", _round.Decision!.Number);
    }

    [Fact]
    public void Decision_IsTheOneTheDatabaseTookInLast_AndOneNotSavedYetComesAfterAll()
    {
        _round.Move(RoundState.Open, _by, At, note: null);
        Close();
        _round.Record(TakenIn(7, Decision("501/QĐ-UBND")));
        _round.Record(TakenIn(6, Decision("500/QĐ-UBND")));
        Assert.Equal("501/QĐ-UBND", _round.Decision!.Number);

        _round.Record(Decision("502/QĐ-UBND"));
        _round.Record(TakenIn(8, Decision("499/QĐ-UBND")));

        Assert.Equal("502/QĐ-UBND", _round.Decision!.Number);
    }

    [Fact]
    public void Published_IsTheEnd()
    {
        _round.Move(RoundState.Open, _by, At, note: null);
        Close();
        _round.Move(RoundState.Published, _by, At, "Bản công bố lần 1");

        Assert.Empty(RoundRules.From(RoundState.Published));
        Assert.All(Enum.GetValues<RoundState>(), state => Assert.Contains($"from Published to {state}", Assert.Throws<InvalidOperationException>(() => _round.Move(state, _by, At, note: null)).Message, StringComparison.Ordinal));
        Assert.Equal("Bản công bố lần 1", _round.Moves[^1].Note);
    }

    [Fact]
    public void Approval_IsOfOneDigest()
    {
        var approval = new ResultsApproval(_round, new string('a', 64), _by, At, note: null, minutesFileId: null);

        Assert.Equal((_round.Id, new string('a', 64), _by, At), (approval.RoundId, approval.Digest, approval.By, approval.At));
        Assert.Throws<ArgumentException>(() => new ResultsApproval(_round, " ", _by, At, note: null, minutesFileId: null));
    }

    /// <summary>As it is once the database gave it its place.</summary>
    private static RoundDecision TakenIn(long sequence, RoundDecision decision)
    {
        typeof(RoundDecision).GetProperty(nameof(RoundDecision.Sequence))!.SetValue(decision, sequence);
        return decision;
    }

    private void Close() => _round.Move(RoundState.Closed, _by, At, note: null);

    private RoundDecision Decision(string number, int announced = 10, DateTime? at = null) =>
        new(number, new DateOnly(2026, 4, 3), new DateOnly(2026, 4, announced), fileId: null, _by, at ?? At);
}
