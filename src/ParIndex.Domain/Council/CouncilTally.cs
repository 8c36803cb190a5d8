namespace ParIndex.Domain.Council;

/// <summary>The votes on an item as they count: the newest of each person, over all members of the council.</summary>
/// <param name="Members">Members of the council, people.</param>
/// <param name="For">In favour.</param>
/// <param name="Against">Against.</param>
/// <param name="Abstained">Took part without a voice.</param>
/// <param name="Written">How many of all these voted in writing.</param>
/// <param name="Rules">Quorum and majority.</param>
/// <param name="HasOtherFor">Whether somebody in favour did not appraise the unit: what was appraised is not agreed by its appraisers alone.</param>
public sealed record CouncilTally(int Members, int For, int Against, int Abstained, int Written, CouncilRules Rules, bool HasOtherFor)
{
    /// <summary>How many took part.</summary>
    public int TookPart => For + Against + Abstained;

    /// <summary>How many must take part.</summary>
    public int Quorum => Rules.Quorum(Members);

    /// <summary>How many must be in favour.</summary>
    public int Majority => Rules.Majority(Members);

    /// <summary>Whether enough took part.</summary>
    public bool HasQuorum => TookPart >= Quorum;

    /// <summary>Whether the proposal carries as the votes are.</summary>
    public bool Carries => HasQuorum && For >= Majority && HasOtherFor;

    /// <summary>Counts the votes on an item. Two accounts of a person have one seat and one vote; who has no seat has none.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="votes">Every vote on the item.</param>
    /// <param name="areOne">Whether two accounts are one person's.</param>
    /// <param name="appraised">Whether the person of an account appraised the unit.</param>
    public static CouncilTally Of(CouncilMeeting meeting, IEnumerable<CouncilVote> votes, Func<Guid, Guid, bool> areOne, Func<Guid, bool> appraised)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(areOne);
        ArgumentNullException.ThrowIfNull(appraised);
        var people = People(meeting.Seats, areOne);
        var counting = CountingVotes(meeting, votes, areOne).Select(pair => pair.Vote).ToList();
        return new(
            people.Count,
            counting.Count(vote => vote.Voice == CouncilVoice.For),
            counting.Count(vote => vote.Voice == CouncilVoice.Against),
            counting.Count(vote => vote.Voice == CouncilVoice.Abstains),
            counting.Count(vote => vote.IsWritten),
            meeting.Rules,
            counting.Any(vote => vote.Voice == CouncilVoice.For && !appraised(vote.By)));
    }

    /// <summary>The vote that counts of each person who gave one, by the seat, in the order of the seats.</summary>
    public static IReadOnlyList<(CouncilSeat Seat, CouncilVote Vote)> CountingVotes(CouncilMeeting meeting, IEnumerable<CouncilVote> votes, Func<Guid, Guid, bool> areOne)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var all = votes.ToList();
        return
        [
            .. from seat in People(meeting.Seats, areOne)
               let vote = all.Where(vote => vote.By == seat.AccountId || areOne(vote.By, seat.AccountId)).MaxBy(vote => vote.Sequence ?? long.MaxValue)
               where vote is not null
               select (seat, vote),
        ];
    }

    /// <summary>One seat a person.</summary>
    private static List<CouncilSeat> People(IEnumerable<CouncilSeat> seats, Func<Guid, Guid, bool> areOne)
    {
        var people = new List<CouncilSeat>();
        foreach (var seat in seats.Where(seat => !people.Exists(known => known.AccountId == seat.AccountId || areOne(known.AccountId, seat.AccountId))))
        {
            people.Add(seat);
        }

        return people;
    }
}
