namespace ParIndex.Domain.Rounds;

/// <summary>
/// The moves of a round, as one table that pages and the server both ask. Beside them a cancelled round can be taken
/// back for a while, to the state it had (<see cref="Round.Restore"/>).
/// </summary>
public static class RoundRules
{
    /// <summary>So long a cancelled round can be taken back.</summary>
    public static readonly TimeSpan Restorable = TimeSpan.FromDays(7);

    /// <summary>Every move there is, in the order buttons show them.</summary>
    public static readonly IReadOnlyList<(RoundState From, RoundState To)> Moves =
    [
        (RoundState.Draft, RoundState.Open),
        (RoundState.Draft, RoundState.Cancelled),
        (RoundState.Open, RoundState.Closed),
        (RoundState.Open, RoundState.Cancelled),
        (RoundState.Closed, RoundState.Open),
        (RoundState.Closed, RoundState.Published),
    ];

    /// <summary>Whether the move is in the table.</summary>
    public static bool Allows(RoundState from, RoundState to) => Moves.Contains((from, to));

    /// <summary>Where a round in this state can go.</summary>
    public static IEnumerable<RoundState> From(RoundState state) => Moves.Where(move => move.From == state).Select(move => move.To);
}
