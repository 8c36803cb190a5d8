namespace ParIndex.Domain.Council;

/// <summary>
/// How many members of the council must take part in a vote, and how many must be in favour: two shares of all members, each a
/// fraction, so that “two thirds of 9” is exactly 6.
/// </summary>
/// <param name="QuorumOf">Numerator of the share that must take part, at least.</param>
/// <param name="QuorumIn">Its denominator.</param>
/// <param name="MajorityOf">Numerator of the share that those in favour must exceed.</param>
/// <param name="MajorityIn">Its denominator.</param>
public sealed record CouncilRules(int QuorumOf, int QuorumIn, int MajorityOf, int MajorityIn)
{
    /// <summary>At least two thirds take part, more than half of all members are in favour.</summary>
    public static readonly CouncilRules Default = new(2, 3, 1, 2);

    /// <summary>Whether both are shares: above 0 and at most the whole; a majority below the whole and never below half.</summary>
    public bool AreShares => QuorumOf > 0 && QuorumOf <= QuorumIn && MajorityOf > 0 && MajorityOf < MajorityIn && 2L * MajorityOf >= MajorityIn;

    /// <summary>The fewest members that are a quorum.</summary>
    public int Quorum(int members) => (int)((((long)members * QuorumOf) + QuorumIn - 1) / QuorumIn);

    /// <summary>The fewest votes in favour by which a proposal carries.</summary>
    public int Majority(int members) => (int)((long)members * MajorityOf / MajorityIn) + 1;
}
