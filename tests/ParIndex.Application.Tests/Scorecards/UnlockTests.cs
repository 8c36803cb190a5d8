using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>Unlocking, and exempting after the opening, take two people of two units; and what was unlocked is told.</summary>
public sealed class UnlockTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reopen_TakesEffectWithTheAgreement_InOneEvent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Agreed);
        await world.MoveAsync(ScorecardAct.Reopen, "coordinator", reason: "Nhầm số liệu");
        Assert.Equal(ScorecardState.Agreed, (await world.ReadAsync()).Card.State);

        await world.DecideAsync("council");

        var card = (await world.ReadAsync()).Card;
        var move = card.Moves.Single(moved => moved.Act == ScorecardAct.Reopen);
        Assert.Equal((ScorecardState.SecondAppraisal, world["coordinator"].Id, "Nhầm số liệu"), (card.State, move.By, move.Note));
        await using var db = database.NewContext();
        Assert.Equal(TwoPersonState.Agreed, (await db.TwoPersonRequests.SingleAsync()).State);
        Assert.Single(await db.AuditEvents.Where(happened => happened.Actor == "HD01").ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reopen_RefusedByTheSecondPerson_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Agreed);
        await world.MoveAsync(ScorecardAct.Reopen, "coordinator");

        await world.DecideAsync("council", agree: false);

        Assert.Equal(ScorecardState.Agreed, (await world.ReadAsync()).Card.State);
        await world.MoveAsync(ScorecardAct.Reopen, "coordinator");
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("council of the unit")]
    [InlineData("coordinator of the unit")]
    [InlineData("auditor")]
    public async Task Reopen_AgreedByTheWrongPerson_IsRefused(string person)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await AskToReopenAsync(database);

        await Assert.ThrowsAsync<RefusedException>(() => world.DecideAsync(person));

        Assert.Equal(ScorecardState.Agreed, (await world.ReadAsync()).Card.State);
    }

    [Theory]
    [InlineData("appraiser")]
    [InlineData("officer")]
    [InlineData("publisher")]
    [InlineData("administrator")]
    public async Task Reopen_IsNotEvenSeen_ByWhoDecidesNothing(string person)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await AskToReopenAsync(database);

        Assert.Null(await world.DecideAsync(person));

        Assert.Equal(ScorecardState.Agreed, (await world.ReadAsync()).Card.State);
    }

    [Fact]
    public async Task Reopen_AskedTwice_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Agreed);
        await world.MoveAsync(ScorecardAct.Reopen, "coordinator");

        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Reopen, "coordinator of the unit"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Return_OfTheOwnUnit_WaitsForAnother(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.MoveAsync(ScorecardAct.Return, "coordinator of the unit");
        Assert.Equal(ScorecardState.FirstAppraisal, (await world.ReadAsync()).Card.State);

        await world.DecideAsync("coordinator");

        Assert.Equal(ScorecardState.SelfScoring, (await world.ReadAsync()).Card.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Agreement_AfterTheScorecardMovedOn_IsRefusedAndStaysOpen(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.MoveAsync(ScorecardAct.Return, "coordinator of the unit");
        await world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser");

        await Assert.ThrowsAsync<RefusedException>(() => world.DecideAsync("council"));

        Assert.Equal(ScorecardState.Explanation, (await world.ReadAsync()).Card.State);
        await using var db = database.NewContext();
        Assert.Equal(TwoPersonState.Pending, (await db.TwoPersonRequests.SingleAsync()).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Proposal_ChangesTheScaleOnlyOnceTwoPeopleRecordedIt_AndCellsStay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Change(round.Leaf("1.3"), round.Leaf("1.3").Content with { Rule = LeafRule.Parse("mức: Có=2; Không=0; Không áp dụng") }));
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.3", new CellAnswer { Level = 2, Note = "Không có đơn vị sự nghiệp" }, "officer");
        var before = await world.ReadAsync();
        Assert.Equal(100, before.Unit.Scale);
        Assert.Equal("1.3", Assert.Single(UnlockRequests.Proposals(world["coordinator"], before)).Code);

        await AskAsync(database, world, "coordinator", "1.3");
        Assert.Equal(100, (await world.ReadAsync()).Unit.Scale);
        await world.DecideAsync("council");

        var after = await world.ReadAsync();
        Assert.Equal((98m, 98m), (after.Unit.Scale, after.Standing(ScoreStage.SelfScore).Totals.Scale!.Value));
        Assert.Equal(5, after.Card.Cells.Count(cell => cell.Stage == ScoreStage.SelfScore));
        Assert.NotEqual(before.Card.Version, after.Card.Version);
        Assert.Equal("Quyết định số 1", Assert.Single(after.Unit.Participant.Exemptions).LegalBasis);
    }

    [Theory]
    [InlineData("officer", "1.3")]
    [InlineData("appraiser", "1.3")]
    [InlineData("council", "1.3")]
    [InlineData("coordinator", "1.1")]
    public async Task Exemption_AskedByTheWrongPerson_OrOfWhatNobodyProposed_IsRefused(string person, string code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Change(round.Leaf("1.3"), round.Leaf("1.3").Content with { Rule = LeafRule.Parse("mức: Có=2; Không=0; Không áp dụng") }));
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.3", new CellAnswer { Level = 2 }, "officer");

        await Assert.ThrowsAsync<RefusedException>(() => AskAsync(database, world, person, code));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LaterEdits_TellWhatMovedAfterALock_ByWhichBodyAndWhy(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new CellAnswer { Points = 19 }, "officer");
        await world.MoveAsync(ScorecardAct.Submit, "officer");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.MoveAsync(ScorecardAct.Return, "appraiser", reason: "Thiếu phụ lục");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new CellAnswer { Points = 18 }, "officer");
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new CellAnswer { Points = 18, Note = "Chỉ sửa ghi chú" }, "officer");

        await using var db = database.NewContext();
        var found = await new LaterEditReport(db).OfAsync(await world.Test.ReadAsync(database), world["auditor"]);

        var edit = Assert.Single(found);
        Assert.Equal(("Sở Tư pháp", "1.1", 19m, 18m, "Sở Tư pháp", "Thiếu phụ lục"), (edit.Unit.Name, edit.Leaf.Code, edit.Before, edit.After, edit.Body, edit.Unlock.Note));
    }

    [Fact]
    public async Task LaterEdits_OfTheSecondAppraisal_CompareWithTheFirst()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.1", new CellAnswer { Points = 10 }, "appraiser");
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 12.25m }, "appraiser");

        await using var db = database.NewContext();
        var edit = Assert.Single(await new LaterEditReport(db).OfAsync(await world.Test.ReadAsync(database), world["auditor"]));

        Assert.Equal(("1.2", 9m, 12.25m, ScorecardAct.EndExplanation), (edit.Leaf.Code, edit.Before, edit.After, edit.Unlock.Act));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Round_WithAScorecardNotAgreed_DoesNotClose_AndNamesIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Agreed, world.Test.HomeAffairs);
        await world.BringAsync(ScorecardState.Agreed, world.Test.Office);
        await world.BringAsync(ScorecardState.SecondAppraisal);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => CloseAsync(database, world));
        Assert.Contains("01 đơn vị chưa thống nhất kết quả (Sở Tư pháp)", refusal.Message, StringComparison.Ordinal);

        await world.MoveAsync(ScorecardAct.Agree, "council");
        await CloseAsync(database, world);
        Assert.Equal(RoundState.Closed, (await world.Test.ReadAsync(database)).Round.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Round_WithoutSurveyPoints_DoesNotClose(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        foreach (var unit in new[] { world.Test.HomeAffairs, world.Test.Office, world.Test.Justice })
        {
            await world.BringAsync(ScorecardState.Agreed, unit);
        }

        await world.WriteAsync(ScoreStage.Survey, "8.1", CellAnswer.Blank, "coordinator");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => CloseAsync(database, world));
        Assert.Contains("chưa có đủ điểm điều tra xã hội học (Sở Tư pháp)", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Closing_RacingAnUnlock_NeverLeavesAnOpenScorecardInAClosedRound(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        foreach (var unit in new[] { world.Test.HomeAffairs, world.Test.Office, world.Test.Justice })
        {
            await world.BringAsync(ScorecardState.Agreed, unit);
        }

        await world.MoveAsync(ScorecardAct.Reopen, "coordinator");

        var outcomes = await Task.WhenAll(Task.Run(() => TryAsync(() => CloseAsync(database, world))), Task.Run(() => TryAsync(() => world.DecideAsync("council"))));

        var (round, card) = ((await world.Test.ReadAsync(database)).Round.State, (await world.ReadAsync()).Card.State);
        Assert.Contains(true, outcomes);
        Assert.NotEqual((RoundState.Closed, ScorecardState.SecondAppraisal), (round, card));
    }

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception refusal) when (refusal is RefusedException or RefusedException or DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static async Task CloseAsync(TestDatabase database, ScorecardWorld world)
    {
        await using var db = database.NewContext();
        await new RoundWorkflow(db, new RoundReader(db), TimeProvider.System).MoveAsync(world.Test.Round.Id, RoundState.Closed, (await world.Test.ReadAsync(database)).Round.Version, "Đã thống nhất", world["coordinator"]);
    }

    private static async Task<ScorecardWorld> AskToReopenAsync(TestDatabase database)
    {
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Agreed);
        await world.MoveAsync(ScorecardAct.Reopen, "coordinator");
        return world;
    }

    private static async Task AskAsync(TestDatabase database, ScorecardWorld world, string person, string code)
    {
        var shown = await world.ReadAsync();
        await using var db = database.NewContext();
        await new UnlockRequests(db, new ScorecardReader(db), world.Clock).AskExemptionAsync(shown.Card.Id, shown.Card.Version, world.Test.Leaf(code).Id, "Không có đơn vị sự nghiệp", "Quyết định số 1", world[person]);
    }
}
