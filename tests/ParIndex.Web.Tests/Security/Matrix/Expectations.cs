using ParIndex.Domain.Rounds;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>
/// What is expected of every form of the staff pages: one file an area. To add a form: make what it is about in a
/// method of <see cref="Scene"/>, and add one row here with a cell for each who is not simply forbidden. A row about a
/// round names all its states. A handler without a row fails, and so does a row whose form is on no page.
/// </summary>
internal static partial class Expectations
{
    /// <summary>The rows by the area they are of, each of which begins in a world of its own.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Row>> Areas { get; } = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal)
    {
        [nameof(Results)] = Results,
        [nameof(Scorecards)] = Scorecards,
        [nameof(Inside)] = Inside,
        [nameof(Surveys)] = Surveys,
        [nameof(Rounds)] = Rounds,
        [nameof(OwnUnits)] = OwnUnits,
        [nameof(CriteriaSets)] = CriteriaSets,
        [nameof(Units)] = Units,
        [nameof(Imports)] = Imports,
        [nameof(Administration)] = Administration,
        [nameof(Account)] = Account,
        [nameof(Publication)] = Publication,
    };

    /// <summary>Every row.</summary>
    public static IReadOnlyList<Row> All { get; } = [.. Areas.Values.SelectMany(rows => rows)];

    private static Cell Any(Who who, Outcome outcome) => new(State: null, who, outcome);

    private static Cell Draft(Who who, Outcome outcome) => new(RoundState.Draft, who, outcome);

    private static Cell Open(Who who, Outcome outcome) => new(RoundState.Open, who, outcome);

    private static Cell Closed(Who who, Outcome outcome) => new(RoundState.Closed, who, outcome);

    private static Cell Published(Who who, Outcome outcome) => new(RoundState.Published, who, outcome);

    private static Cell Cancelled(Who who, Outcome outcome) => new(RoundState.Cancelled, who, outcome);

    /// <summary>Only a draft allows it.</summary>
    private static Cell[] WhileDraft(Who who) => [Draft(who, Outcome.Done), Open(who, Outcome.Refused), Closed(who, Outcome.Refused), Published(who, Outcome.Refused), Cancelled(who, Outcome.Refused)];

    /// <summary>Until scoring ends.</summary>
    private static Cell[] UnderWay(Who who) => [Draft(who, Outcome.Done), Open(who, Outcome.Done), Closed(who, Outcome.Refused), Published(who, Outcome.Refused), Cancelled(who, Outcome.Refused)];
}
