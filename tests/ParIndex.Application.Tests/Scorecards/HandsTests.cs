using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>Nobody agrees what they appraised, nor appraises what they scored, whatever roles, unit or account they have by then.</summary>
public sealed class HandsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraiser_MadeCouncilMemberOfAnotherUnit_DoesNotAgree_AndAnotherDoes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        var appraiser = await ChangeAsync(database, world["appraiser"], StaffRoles.CouncilMember, world.Test.Office.Id);

        await RefusedAsync(database, world, ScorecardAct.Agree, appraiser);
        await world.MoveAsync(ScorecardAct.Agree, "council");

        Assert.Equal(ScorecardState.Agreed, (await world.ReadAsync()).Card.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraiser_WhosePointsWereAllReplaced_IsRemembered(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        var id = await world.IdAsync(world.Test.Justice);
        await using (var db = database.NewContext())
        {
            var cell = await db.Set<ScoreCell>().FirstAsync(cell => cell.ScorecardId == id && cell.Stage == ScoreStage.FirstAppraisal);
            db.Add(new ScoreEdit(Guid.CreateVersion7(), cell, cell.Answer, world["council"].Id, world.Clock.GetUtcNow().UtcDateTime));
            await db.SetUpAsync();
        }

        await RefusedAsync(database, world, ScorecardAct.Agree, world["council"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondAccountOfAnAppraiser_AndTheOneHandedOver_DoNotAgree(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        var appraiser = world["appraiser"];
        var twin = new StaffAccount("HD.77", appraiser.FullName.ToUpperInvariant(), StaffRoles.CouncilMember, appraiser.UnitId);
        var successor = new StaffAccount("HD.78", "Người Kế Nhiệm", StaffRoles.CouncilMember, world.Test.Office.Id);
        await using (var db = database.NewContext())
        {
            db.AddRange(twin, successor, new StaffHand(world["administrator"], Second: null, world.Clock.GetUtcNow().UtcDateTime).Event(successor, StaffEventKind.Created, successor.Face, appraiser.Id));
            await db.SetUpAsync();
        }

        await RefusedAsync(database, world, ScorecardAct.Agree, twin);
        await RefusedAsync(database, world, ScorecardAct.Agree, successor);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoEndedTheAppraisalAsAnAppraiser_DoesNotAgree_AndACoordinatorDoes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        // Assigned, typed nothing and pressed the button; made coordinator since, which the history knows.
        var presser = world["appraiser without assignment"];
        await using (var db = database.NewContext())
        {
            db.Add(new AppraiserAssignment(world.Test.Group, presser.Id, field: null, participant: null));
            await db.SetUpAsync();
        }

        await world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser without assignment");
        await world.MoveAsync(ScorecardAct.EndExplanation, "officer");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = await ChangeAsync(database, presser, StaffRoles.Coordinator, presser.UnitId, world.Clock.GetUtcNow().UtcDateTime);

        await RefusedAsync(database, world, ScorecardAct.Agree, now);
        Assert.Null(ScorecardRights.WhyNotMove(world["coordinator"], await world.ReadAsync(), ScorecardAct.Agree, world.Clock.GetUtcNow().UtcDateTime));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Officer_WhoMovedOut_NeitherAppraisesNorAgreesWhatTheyScored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        await using (var db = database.NewContext())
        {
            db.Add(new AppraiserAssignment(world.Test.Group, world["officer"].Id, field: null, participant: null));
            await db.SetUpAsync();
        }

        var moved = await ChangeAsync(database, world["officer"], StaffRoles.Appraiser | StaffRoles.CouncilMember, world.Test.Office.Id);

        await RefusedAsync(database, world, ScorecardAct.Agree, moved);
        var folder = await world.ReadAsync();
        Assert.False(ScorecardRights.IsAssigned(moved, folder));
        Assert.Contains("tự chấm điểm phiếu này", ScorecardRights.WhyNotScore(moved, folder, folder.Applicable.First(), ScoreStage.SecondAppraisal, world.Clock.GetUtcNow().UtcDateTime)?.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraiser_WhoMovedIn_NeitherScoresNorExplainsForTheUnit(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);

        var moved = await ChangeAsync(database, world["appraiser"], StaffRoles.UnitOfficer | StaffRoles.CouncilMember, world.Test.Justice.Id);

        var (folder, now) = (await world.ReadAsync(), world.Clock.GetUtcNow().UtcDateTime);
        Assert.Contains("thẩm định phiếu này", ScorecardRights.WhyNotExplain(moved, folder, now), StringComparison.Ordinal);
        Assert.Contains("thẩm định phiếu này", ScorecardRights.WhyNotScore(moved, folder, folder.Applicable.First(), ScoreStage.SelfScore, now)?.Text, StringComparison.Ordinal);
        await RefusedAsync(database, world, ScorecardAct.EndExplanation, moved);
        await world.MoveAsync(ScorecardAct.EndExplanation, "coordinator");
        await RefusedAsync(database, world, ScorecardAct.Agree, moved);
    }

    private static async Task<StaffAccount> ChangeAsync(TestDatabase database, StaffAccount account, StaffRoles roles, Guid? unit, DateTime? at = null)
    {
        await using var db = database.NewContext();
        var known = await db.StaffAccounts.SingleAsync(one => one.Id == account.Id);
        var was = known.Face;
        (known.Roles, known.UnitId) = (roles, unit);
        if (at is { } instant)
        {
            db.Add(new StaffHand(By: null, Second: null, instant).Event(known, StaffEventKind.RolesChanged, was));
        }

        await db.SetUpAsync();
        return known;
    }

    private static async Task RefusedAsync(TestDatabase database, ScorecardWorld world, ScorecardAct act, StaffAccount person)
    {
        var card = (await world.ReadAsync()).Card;
        await using var db = database.NewContext();
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => new ScorecardWorkflow(db, new ScorecardReader(db), world.Clock).MoveAsync(card.Id, act, card.Version, "Lý do", person));
        Assert.True(refusal.Refusal.IsOfRights, refusal.Message);
    }
}
