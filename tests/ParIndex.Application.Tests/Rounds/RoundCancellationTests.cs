using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Rounds;

/// <summary>An open round is given up, and taken back, by two people; nothing of it changes but its state.</summary>
public sealed class RoundCancellationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OpenRound_IsCancelledBySomebodyElse_AndComesBackExactlyAsItWas(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);
        var before = await PictureAsync(database, world);

        Assert.True(await CancelAsync(database, world, "coordinator"));
        Assert.Equal(RoundState.Open, (await world.Test.ReadAsync(database)).Round.State);
        await DecideAsync(database, world, "council");
        Assert.Equal(RoundState.Cancelled, (await world.Test.ReadAsync(database)).Round.State);
        // Nothing is scored while it is cancelled.
        Assert.NotNull(ScorecardRightsOf(world, await world.ReadAsync()));

        world.Clock.Advance(TimeSpan.FromDays(6));
        Assert.True(await RestoreAsync(database, world, "coordinator"));
        Assert.Equal(RoundState.Cancelled, (await world.Test.ReadAsync(database)).Round.State);
        await DecideAsync(database, world, "council");

        var setup = await world.Test.ReadAsync(database);
        Assert.Equal(RoundState.Open, setup.Round.State);
        Assert.Equal(before, await PictureAsync(database, world));
        Assert.Equal(["Draft→Open", "Open→Cancelled", "Cancelled→Open"], setup.Round.Moves.OrderBy(move => move.Sequence).Select(move => $"{move.From}→{move.To}"));
        Assert.Contains("HD01", setup.Round.Moves.MaxBy(move => move.Sequence)!.Note, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Cancelling_ByOnePersonAlone_ComesToNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);

        foreach (var person in ScorecardWorld.Everybody.Where(person => !world[person].Has(StaffRoles.Coordinator)))
        {
            Assert.True((await Assert.ThrowsAsync<RefusedException>(() => CancelAsync(database, world, person))).Refusal.IsOfRights);
        }

        await Assert.ThrowsAsync<RefusedException>(() => CancelAsync(database, world, "coordinator", year: "2025"));
        await Assert.ThrowsAsync<RefusedException>(() => CancelAsync(database, world, "coordinator", version: Guid.NewGuid()));
        await Assert.ThrowsAsync<RefusedException>(() => MoveAsync(database, world));
        await CancelAsync(database, world, "coordinator");
        await Assert.ThrowsAsync<RefusedException>(() => CancelAsync(database, world, "coordinator"));
        await Assert.ThrowsAsync<RefusedException>(() => DecideAsync(database, world, "coordinator"));

        Assert.Equal(RoundState.Open, (await world.Test.ReadAsync(database)).Round.State);
        await using var db = database.NewContext();
        Assert.Single(await db.TwoPersonRequests.ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restoring_AfterSevenDays_OrWhenAnotherRoundTookItsPlace_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await CancelAsync(database, world, "coordinator");
        await DecideAsync(database, world, "council");
        world.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await RestoreAsync(database, world, "coordinator");

        // Asked in time, decided too late.
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("07 ngày", (await Assert.ThrowsAsync<RefusedException>(() => DecideAsync(database, world, "council"))).Message, StringComparison.Ordinal);
        await DecideAsync(database, world, "council", agree: false);
        Assert.Contains("07 ngày", (await Assert.ThrowsAsync<RefusedException>(() => RestoreAsync(database, world, "coordinator"))).Message, StringComparison.Ordinal);
        Assert.Equal(RoundState.Cancelled, (await world.Test.ReadAsync(database)).Round.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restoring_WhenAnotherRoundTookItsPlace_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await CancelAsync(database, world, "coordinator");
        await DecideAsync(database, world, "council");
        await using (var db = database.NewContext())
        {
            db.Add(new Round(2026, "Tỉnh Lai Châu", "Kỳ khác"));
            await db.SetUpAsync();
        }

        Assert.Contains("kỳ đánh giá khác", (await Assert.ThrowsAsync<RefusedException>(() => RestoreAsync(database, world, "coordinator"))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Draft_IsItsCoordinatorsAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var clock = TestClock.Now();

        Assert.False(await CancelAsync(database, test, test.Coordinator, clock));
        Assert.Equal(RoundState.Cancelled, (await test.ReadAsync(database)).Round.State);
        Assert.False(await RestoreAsync(database, test, test.Coordinator, clock));

        Assert.Equal(RoundState.Draft, (await test.ReadAsync(database)).Round.State);
        await using var db = database.NewContext();
        Assert.Empty(await db.TwoPersonRequests.ToListAsync());
    }

    private static string? ScorecardRightsOf(ScorecardWorld world, Application.Scorecards.ScorecardFolder folder) =>
        Application.Scorecards.ScorecardRights.WhyNotMove(world["coordinator"], folder, ScorecardAct.EndExplanation, world.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Everything of the round but its moves and marks of change: deadlines, and every cell, move and extension of its scorecards.</summary>
    private static async Task<string> PictureAsync(TestDatabase database, ScorecardWorld world)
    {
        var setup = await world.Test.ReadAsync(database);
        await using var db = database.NewContext();
        var cards = await db.Scorecards.AsNoTracking().Include(card => card.Cells).Include(card => card.Moves).Include(card => card.Submissions).OrderBy(card => card.Id).ToListAsync();
        return string.Join('\n',
        [
            .. setup.Round.Deadlines.OrderBy(deadline => deadline.Step).Select(deadline => $"{deadline.Step} {deadline.Until:O}"),
            .. cards.Select(card => $"{card.Id} {card.Version} {card.State} {card.Moves.Count} {card.Submissions.Count}"),
            .. cards.SelectMany(card => card.Cells.OrderBy(cell => cell.Id)).Select(cell => $"{cell.Id} {cell.Version} {cell.Answer}"),
        ]);
    }

    private static Task<bool> CancelAsync(TestDatabase database, ScorecardWorld world, string person, string year = "2026", Guid? version = null) =>
        CancelAsync(database, world.Test, world[person], world.Clock, year, version);

    private static async Task<bool> CancelAsync(TestDatabase database, TestRound test, StaffAccount person, TimeProvider clock, string year = "2026", Guid? version = null)
    {
        var shown = version ?? (await test.ReadAsync(database)).Round.Version;
        await using var db = database.NewContext();
        return await new RoundCancellation(db, new RoundReader(db), clock).CancelAsync(test.Round.Id, shown, year, "Bão lũ.", person);
    }

    private static Task<bool> RestoreAsync(TestDatabase database, ScorecardWorld world, string person) => RestoreAsync(database, world.Test, world[person], world.Clock);

    private static async Task<bool> RestoreAsync(TestDatabase database, TestRound test, StaffAccount person, TimeProvider clock)
    {
        var shown = (await test.ReadAsync(database)).Round.Version;
        await using var db = database.NewContext();
        return await new RoundCancellation(db, new RoundReader(db), clock).RestoreAsync(test.Round.Id, shown, "Hủy nhầm.", person);
    }

    private static async Task MoveAsync(TestDatabase database, ScorecardWorld world)
    {
        var shown = (await world.Test.ReadAsync(database)).Round.Version;
        await using var db = database.NewContext();
        await new RoundWorkflow(db, new RoundReader(db), world.Clock).MoveAsync(world.Test.Round.Id, RoundState.Cancelled, shown, "Bão lũ", world["coordinator"]);
    }

    private static async Task DecideAsync(TestDatabase database, ScorecardWorld world, string person, bool agree = true)
    {
        await using var db = database.NewContext();
        var request = await db.TwoPersonRequests.AsNoTracking().SingleAsync(r => r.State == TwoPersonState.Pending);
        var handlers = new[] { TwoPersonAct.CancelRound, TwoPersonAct.RestoreRound }
            .Select(act => new TwoPersonHandler(act, RoundRights.SecondPersons, RoundCancellation.CarryOutAsync) { Describe = RoundCancellation.DescribeAsync });
        await new TwoPersonDecisions(db, handlers, world.Clock).DecideAsync(world[person].Id, request.Id, request.Version, agree);
    }
}
