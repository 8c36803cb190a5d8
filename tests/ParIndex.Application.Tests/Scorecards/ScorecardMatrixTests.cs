using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>
/// Every act in every state by every kind of person, against a table written out here and not derived from the code:
/// what is not in it must be refused and change nothing.
/// </summary>
public sealed class ScorecardMatrixTests
{
    /// <summary>Who makes a move, and who only asks for it.</summary>
    private static readonly (ScorecardState State, ScorecardAct Act, string Person, bool Waits)[] Allowed =
    [
        (ScorecardState.SelfScoring, ScorecardAct.Submit, "officer", false),
        (ScorecardState.FirstAppraisal, ScorecardAct.Withdraw, "officer", false),
        (ScorecardState.FirstAppraisal, ScorecardAct.Return, "appraiser", false),
        (ScorecardState.FirstAppraisal, ScorecardAct.Return, "coordinator", false),
        (ScorecardState.FirstAppraisal, ScorecardAct.Return, "coordinator of the unit", true),
        (ScorecardState.FirstAppraisal, ScorecardAct.EndFirstAppraisal, "appraiser", false),
        (ScorecardState.FirstAppraisal, ScorecardAct.EndFirstAppraisal, "coordinator", false),
        (ScorecardState.Explanation, ScorecardAct.EndExplanation, "officer", false),
        (ScorecardState.Explanation, ScorecardAct.EndExplanation, "coordinator", false),
        (ScorecardState.SecondAppraisal, ScorecardAct.Agree, "coordinator", false),
        (ScorecardState.SecondAppraisal, ScorecardAct.Agree, "council", false),
        (ScorecardState.Agreed, ScorecardAct.Reopen, "coordinator", true),
        (ScorecardState.Agreed, ScorecardAct.Reopen, "coordinator of the unit", true),
    ];

    public static TheoryData<DatabaseKind, ScorecardState> States
    {
        get
        {
            var all = new TheoryData<DatabaseKind, ScorecardState>();
            foreach (var kind in Enum.GetValues<DatabaseKind>())
            {
                foreach (var state in Enum.GetValues<ScorecardState>())
                {
                    all.Add(kind, state);
                }
            }

            return all;
        }
    }

    public static TheoryData<DatabaseKind, ScorecardAct, string> Successes
    {
        get
        {
            var all = new TheoryData<DatabaseKind, ScorecardAct, string>();
            foreach (var kind in Enum.GetValues<DatabaseKind>())
            {
                foreach (var (_, act, person, _) in Allowed)
                {
                    all.Add(kind, act, person);
                }
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(States))]
    public async Task Act_NotInTheTable_IsRefusedAndChangesNothing(DatabaseKind kind, ScorecardState state)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(state);
        var before = await TraceAsync(database, world);
        var unexpected = new List<string>();

        foreach (var (act, person) in from act in Enum.GetValues<ScorecardAct>() from person in ScorecardWorld.Everybody select (act, person))
        {
            if (Allowed.Any(allowed => (allowed.State, allowed.Act, allowed.Person) == (state, act, person)))
            {
                continue;
            }

            try
            {
                await world.MoveAsync(act, person);
                unexpected.Add($"{person} may {act} from {state}");
            }
            catch (RefusedException)
            {
                // As it should be.
            }
        }

        Assert.Empty(unexpected);
        Assert.Equal(before, await TraceAsync(database, world));
    }

    [Theory, MemberData(nameof(Successes))]
    public async Task Act_InTheTable_MovesOrAsks_WithOneEvent(DatabaseKind kind, ScorecardAct act, string person)
    {
        var (state, _, _, waits) = Allowed.Single(allowed => (allowed.Act, allowed.Person) == (act, person));
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(state, appraised: act != ScorecardAct.Withdraw);
        var version = (await world.ReadAsync()).Card.Version;
        var events = await EventsAsync(database, world[person]);

        Assert.Equal(waits, await world.MoveAsync(act, person));

        var card = (await world.ReadAsync()).Card;
        Assert.Equal(waits ? state : ScorecardRules.Target(state, act), card.State);
        Assert.Equal(events + 1, await EventsAsync(database, world[person]));
        if (!waits)
        {
            Assert.NotEqual(version, card.Version);
            Assert.Equal((act, world[person].Id), card.Moves.OrderBy(move => move.Sequence).Select(move => (move.Act, move.By)).Last());
        }
    }

    [Theory]
    [InlineData(ScorecardState.SelfScoring)]
    [InlineData(ScorecardState.FirstAppraisal)]
    [InlineData(ScorecardState.Explanation)]
    [InlineData(ScorecardState.SecondAppraisal)]
    [InlineData(ScorecardState.Agreed)]
    public async Task Buttons_SayWhatTheServiceDoes(ScorecardState state)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(state);
        var folder = await world.ReadAsync();

        Assert.All(from act in Enum.GetValues<ScorecardAct>() from person in ScorecardWorld.Everybody select (act, person), pair => Assert.Equal(
            (pair.act, pair.person, Allowed.Any(allowed => (allowed.State, allowed.Act, allowed.Person) == (state, pair.act, pair.person))),
            (pair.act, pair.person, ScorecardWorkflow.WhyNot(world[pair.person], folder, pair.act, world.Clock.GetUtcNow().UtcDateTime) is null)));
    }

    [Theory]
    [InlineData(ScorecardState.SelfScoring)]
    [InlineData(ScorecardState.FirstAppraisal)]
    [InlineData(ScorecardState.Explanation)]
    [InlineData(ScorecardState.SecondAppraisal)]
    [InlineData(ScorecardState.Agreed)]
    public async Task Cells_AreFilledByTheirOwnPeople_InTheirOwnState(ScorecardState state)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(state);
        var (folder, now) = (await world.ReadAsync(), world.Clock.GetUtcNow().UtcDateTime);

        foreach (var (stage, person) in from stage in Enum.GetValues<ScoreStage>() from person in ScorecardWorld.Everybody select (stage, person))
        {
            var expected = (stage, state) switch
            {
                (ScoreStage.SelfScore, ScorecardState.SelfScoring) => person == "officer",
                (ScoreStage.FirstAppraisal, ScorecardState.FirstAppraisal) or (ScoreStage.SecondAppraisal, ScorecardState.SecondAppraisal) => person == "appraiser",
                (ScoreStage.Survey, not ScorecardState.Agreed) => person == "coordinator",
                _ => false,
            };
            var leaf = folder.Leaf(world.Test.Leaf(stage == ScoreStage.Survey ? "8.1" : "1.1").Id)!;
            Assert.Equal((stage, person, expected), (stage, person, ScorecardRights.WhyNotScore(world[person], folder, leaf, stage, now) is null));
        }
    }

    public static TheoryData<string, bool> Readers => new()
    {
        { "officer", true }, { "officer elsewhere", false }, { "appraiser", true }, { "appraiser without assignment", false }, { "appraiser of the unit", false },
        { "coordinator", true }, { "coordinator of the unit", true }, { "council", true }, { "publisher", false }, { "administrator", false }, { "auditor", true },
    };

    [Theory, MemberData(nameof(Readers))]
    public async Task Scorecard_IsReadByItsOwnPeople(string person, bool reads)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);

        Assert.Equal(reads, ScorecardRights.MayRead(world[person], await world.ReadAsync()));
    }

    private static async Task<string> TraceAsync(TestDatabase database, ScorecardWorld world)
    {
        await using var db = database.NewContext();
        var card = (await world.ReadAsync()).Card;
        return $"{card.State} {card.Version} {card.Moves.Count} {card.Submissions.Count} {card.Cells.Count} {await db.TwoPersonRequests.CountAsync()}";
    }

    private static async Task<int> EventsAsync(TestDatabase database, StaffAccount actor)
    {
        await using var db = database.NewContext();
        return await db.AuditEvents.CountAsync(happened => happened.Actor == actor.StaffCode);
    }
}
