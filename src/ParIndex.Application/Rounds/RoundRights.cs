using ParIndex.Application.Accounts;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Rounds;

/// <summary>Who may do what with a round: one table that buttons and services both ask.</summary>
public static class RoundRights
{
    /// <summary>Who reads how a round is set up.</summary>
    public const StaffRoles SetupReaders = StaffRoles.Coordinator | StaffRoles.Auditor;

    /// <summary>Who reads a round while it is a draft: the council agrees, as second persons, to what it will consist of.</summary>
    public const StaffRoles DraftReaders = SetupReaders | StaffRoles.CouncilMember;

    /// <summary>Who agrees to what a coordinator asks for the own unit.</summary>
    public const StaffRoles SecondPersons = StaffRoles.Coordinator | StaffRoles.CouncilMember;

    /// <summary>The roles that may make a move of <see cref="RoundRules"/>; none for what is no move.</summary>
    public static StaffRoles MoversOf(RoundState from, RoundState to) => (from, to) switch
    {
        (RoundState.Draft, RoundState.Open or RoundState.Cancelled) => StaffRoles.Coordinator,
        (RoundState.Open, RoundState.Closed or RoundState.Cancelled) => StaffRoles.Coordinator,
        // Scoring again after its end is the council's decision, not of those who set the round up.
        (RoundState.Closed, RoundState.Open) => StaffRoles.CouncilMember,
        (RoundState.Closed, RoundState.Published) => StaffRoles.Publisher,
        _ => StaffRoles.None,
    };

    /// <summary>Whether somebody with these roles may make the move.</summary>
    public static bool MayMove(StaffRoles roles, RoundState from, RoundState to) =>
        RoundRules.Allows(from, to) && (roles & MoversOf(from, to)) != StaffRoles.None;

    /// <summary>The moves somebody with these roles can make from a state.</summary>
    public static IEnumerable<RoundState> MovesOf(StaffRoles roles, RoundState from) => RoundRules.From(from).Where(to => MayMove(roles, from, to));

    /// <summary>Whether somebody with these roles reads the round: a draft is for those who set it up.</summary>
    public static bool MayRead(StaffRoles roles, Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return (roles & DraftReaders) != StaffRoles.None || (round.State != RoundState.Draft && round.Moves.Any(move => move.To == RoundState.Open));
    }

    /// <summary>Whether an act for this unit needs a second person: the account works there.</summary>
    public static bool IsOwnUnit(StaffAccount account, Guid unitId)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.UnitId == unitId;
    }
}
