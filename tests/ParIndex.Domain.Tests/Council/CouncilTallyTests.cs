using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;

namespace ParIndex.Domain.Tests.Council;

public sealed class CouncilTallyTests
{
    private static readonly DateTime At = new(2026, 12, 4, 2, 0, 0, DateTimeKind.Utc);

    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí");
    private readonly Criterion _leaf;

    public CouncilTallyTests() => _leaf = _set.Add("1", "Kế hoạch", 10);

    [Theory]
    [InlineData(9, 6, 5)]
    [InlineData(10, 7, 6)]
    [InlineData(3, 2, 2)]
    [InlineData(2, 2, 2)]
    [InlineData(1, 1, 1)]
    public void Default_AsksForTwoThirds_AndMoreThanHalf(int members, int quorum, int majority) =>
        Assert.Equal((quorum, majority), (CouncilRules.Default.Quorum(members), CouncilRules.Default.Majority(members)));

    [Theory]
    [InlineData(2, 3, 1, 2, true)]
    [InlineData(1, 1, 2, 3, true)]
    [InlineData(0, 3, 1, 2, false)]
    [InlineData(4, 3, 1, 2, false)]
    [InlineData(2, 3, 1, 3, false)]
    [InlineData(2, 3, 1, 1, false)]
    public void Shares_AreAboveNothing_AndAtMostTheWhole(int quorumOf, int quorumIn, int majorityOf, int majorityIn, bool are) =>
        Assert.Equal(are, new CouncilRules(quorumOf, quorumIn, majorityOf, majorityIn).AreShares);

    [Fact]
    public void Majority_OfThoseWhoTookPart_IsNotOneOfAllMembers()
    {
        var meeting = Meeting(9);
        var item = Item(meeting);

        var tally = Count(meeting, item, (0, CouncilVoice.For), (1, CouncilVoice.For), (2, CouncilVoice.For), (3, CouncilVoice.For), (4, CouncilVoice.Against), (5, CouncilVoice.Abstains));

        Assert.Equal((6, 4, true, false), (tally.TookPart, tally.For, tally.HasQuorum, tally.Carries));
        Assert.False(new CouncilOutcome(item, tally, Guid.CreateVersion7(), At).Carried);
    }

    [Fact]
    public void Outcome_WithoutQuorum_IsRefused()
    {
        var meeting = Meeting(9);
        var item = Item(meeting);

        var tally = Count(meeting, item, [.. Enumerable.Range(0, 5).Select(i => (i, CouncilVoice.For))]);

        Assert.False(tally.Carries);
        Assert.Throws<RefusedException>(() => new CouncilOutcome(item, tally, Guid.CreateVersion7(), At));
    }

    [Fact]
    public void TwoAccountsOfAPerson_HaveOneSeat_AndOneVote()
    {
        var meeting = Meeting(3);
        var item = Item(meeting);
        var (first, second, other) = (meeting.Seats[0].AccountId, meeting.Seats[1].AccountId, meeting.Seats[2].AccountId);
        bool AreOne(Guid one, Guid two) => one == two || (one != other && two != other);
        var votes = new[] { Vote(item, first, CouncilVoice.For), Vote(item, second, CouncilVoice.For) };

        var tally = CouncilTally.Of(meeting, votes, AreOne, _ => false);

        Assert.Equal((2, 1), (tally.Members, tally.For));
        Assert.False(tally.HasQuorum);
    }

    [Fact]
    public void Vote_OfSomebodyWithoutASeat_CountsForNothing()
    {
        var meeting = Meeting(1);
        var item = Item(meeting);

        var tally = CouncilTally.Of(meeting, [Vote(item, Guid.CreateVersion7(), CouncilVoice.For)], (one, other) => one == other, _ => false);

        Assert.Equal(0, tally.TookPart);
    }

    [Fact]
    public void ThoseWhoAppraised_DoNotCarryAlone()
    {
        var meeting = Meeting(2);
        var item = Item(meeting);
        var votes = meeting.Seats.Select(seat => Vote(item, seat.AccountId, CouncilVoice.For)).ToList();
        var other = meeting.Seats[1].AccountId;

        var alone = CouncilTally.Of(meeting, votes, (one, two) => one == two, _ => true);
        var together = CouncilTally.Of(meeting, votes, (one, two) => one == two, account => account != other);

        Assert.False(alone.Carries);
        Assert.True(together.Carries);
    }

    [Fact]
    public void Meeting_IsPresidedByAMember_WhoIsPresent()
    {
        var round = new Round(2026, "Tỉnh Mẫu", "Kỳ đánh giá");
        var seat = new CouncilSeat(Guid.CreateVersion7(), "Bà A", null, IsPresent: false);

        Assert.Throws<RefusedException>(() => New(MeetingForm.Session, "Phòng họp", seat.AccountId, seat));
        Assert.Throws<RefusedException>(() => New(MeetingForm.Session, "Phòng họp", Guid.CreateVersion7(), seat with { IsPresent = true }));
        Assert.Throws<RefusedException>(() => New(MeetingForm.Session, " ", seat.AccountId, seat with { IsPresent = true }));
        Assert.Throws<RefusedException>(() => New(MeetingForm.Written, null, seat.AccountId, seat with { IsPresent = true }));
        Assert.Throws<RefusedException>(() => New(MeetingForm.Written, null, seat.AccountId));
        Assert.Null(New(MeetingForm.Written, "Phòng họp", seat.AccountId, seat).Place);

        CouncilMeeting New(MeetingForm form, string? place, Guid presider, params CouncilSeat[] seats) =>
            new(round, form, new(2026, 12, 4), place, presider, Guid.CreateVersion7(), "Ông B", seats, CouncilRules.Default, Guid.CreateVersion7(), At);
    }

    [Theory]
    [InlineData(-1, "Lý do")]
    [InlineData(10.25, "Lý do")]
    [InlineData(5, " ")]
    public void Proposal_OutsideTheLeaf_OrWithoutAReason_IsRefused(double points, string reason) =>
        Assert.Throws<RefusedException>(() => new CouncilItem(Meeting(1), Guid.CreateVersion7(), _leaf, 10, 5, (decimal)points, reason, Guid.CreateVersion7(), At));

    private static CouncilMeeting Meeting(int members)
    {
        var seats = Enumerable.Range(0, members).Select(i => new CouncilSeat(Guid.CreateVersion7(), $"Thành viên {i}", null, IsPresent: true)).ToList();
        return new(new Round(2026, "Tỉnh Mẫu", "Kỳ đánh giá"), MeetingForm.Session, new(2026, 12, 4), "Phòng họp", seats[0].AccountId, Guid.CreateVersion7(), "Ông B", seats, CouncilRules.Default, Guid.CreateVersion7(), At);
    }

    private CouncilItem Item(CouncilMeeting meeting) => new(meeting, Guid.CreateVersion7(), _leaf, 10, 5, 8, "Đủ tài liệu", Guid.CreateVersion7(), At);

    private static CouncilVote Vote(CouncilItem item, Guid by, CouncilVoice voice) => new(item, voice, isWritten: false, by, At);

    private static CouncilTally Count(CouncilMeeting meeting, CouncilItem item, params (int Member, CouncilVoice Voice)[] votes) =>
        CouncilTally.Of(meeting, votes.Select(vote => Vote(item, meeting.Seats[vote.Member].AccountId, vote.Voice)), (one, other) => one == other, _ => false);
}
