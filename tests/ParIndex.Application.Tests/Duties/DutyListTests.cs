using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Duties;
using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Duties;

/// <summary>What waits for each person, and for nobody else; of the scorecard of Sở Tư pháp where nothing else is said.</summary>
public sealed class DutyListTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SelfScoring_WaitsForTheOfficer_UntilItsDeadline(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        var folder = await world.ReadAsync();

        var duty = Assert.Single(await OfAsync(database, world, "officer"));

        var all = folder.Card.Cells.Count(cell => cell.Stage == ScoreStage.SelfScore);
        Assert.Equal((DutyKind.Score, all, all, folder.Card.Id), (duty.Kind, duty.Left, duty.All, duty.Subject));
        Assert.Equal(folder.Deadline, duty.Until);
        Assert.Equal("Phiếu chấm điểm năm 2026 của Sở Tư pháp", duty.Where);
        Assert.Empty(await OfAsync(database, world, "appraiser"));
        Assert.Empty(await OfAsync(database, world, "council"));
        Assert.Empty(await OfAsync(database, world, "auditor"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CompleteScorecard_WaitsToBeSubmitted_AndAReturnedOneSaysWhy(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await world.MoveAsync(ScorecardAct.Return, "appraiser", reason: "Thiếu báo cáo quý IV");

        var duty = Assert.Single(await OfAsync(database, world, "officer"));

        Assert.Equal((DutyKind.Submit, 1), (duty.Kind, duty.Left));
        Assert.EndsWith("Thiếu báo cáo quý IV", duty.Detail, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SubmittedScorecard_WaitsForItsAppraiser_WithWhatIsLeft(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        var folder = await world.ReadAsync();

        var duty = Assert.Single(await OfAsync(database, world, "appraiser"), duty => duty.Kind == DutyKind.Appraise);

        var part = Assert.Single(duty.Parts);
        Assert.Equal(("Sở Tư pháp", folder.Card.Id, duty.Left, folder.Deadline), (part.Name, part.Subject, part.Left, part.Until));
        Assert.InRange(duty.Left, 1, duty.All!.Value);
        Assert.DoesNotContain(await OfAsync(database, world, "officer"), of => of.Subject == folder.Card.Id);
        Assert.Empty(await OfAsync(database, world, "appraiser of the unit"));
        Assert.Empty(await OfAsync(database, world, "appraiser without assignment"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AppraisedScorecard_WaitsToEndItsStep_NotForPeopleOfItsUnit(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        var id = await world.IdAsync(world.Test.Justice);

        Assert.Equal(id, Assert.Single(await OfAsync(database, world, "appraiser")).Subject);
        Assert.Contains(await OfAsync(database, world, "coordinator"), duty => duty.Kind == DutyKind.EndStep && duty.Subject == id);
        Assert.DoesNotContain(await OfAsync(database, world, "coordinator of the unit"), duty => duty.Kind is DutyKind.EndStep or DutyKind.Agree);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Explanation_GoesFromTheUnit_ToTheAppraiser_ToTheCouncil(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);
        await ChangeAsync(database, async db => db.Add(Explanation.Ask(await CardAsync(db, world), world.Test.Leaf("1.1"), "Đề nghị gửi danh mục", world["appraiser"].Id, DateTime.UtcNow)));

        var asked = Assert.Single(await OfAsync(database, world, "officer"));
        Assert.Equal((DutyKind.Explain, 1, 1), (asked.Kind, asked.Left, asked.All));
        Assert.DoesNotContain(await OfAsync(database, world, "appraiser"), duty => duty.Kind == DutyKind.AppraiseAgain);

        await ChangeAsync(database, async db => (await db.Explanations.AsTracking().SingleAsync()).Reply("Đã gửi đủ", keepsSelfScore: true, world["officer"].Id, DateTime.UtcNow));
        Assert.Equal(DutyKind.EndOwnExplanation, Assert.Single(await OfAsync(database, world, "officer")).Kind);
        Assert.Contains(await OfAsync(database, world, "coordinator"), duty => duty.Kind == DutyKind.EndStep);

        await world.MoveAsync(ScorecardAct.EndExplanation, "officer");
        Assert.Empty(await OfAsync(database, world, "officer"));
        Assert.Equal(1, Assert.Single(await OfAsync(database, world, "appraiser")).Left);
        Assert.Equal((DutyKind.Deliberate, 1), await OneAsync(database, world, "council"));
        // People of the unit do not learn of what is being thought over.
        Assert.DoesNotContain(await OfAsync(database, world, "coordinator"), duty => duty.Kind == DutyKind.Agree);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LateUnits_AreCounted_ForTheCoordinatorAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        var folder = await world.ReadAsync();
        world.Clock.SetUtcNow(new(folder.Deadline!.Value.AddDays(1), TimeSpan.Zero));

        var duties = await OfAsync(database, world, "coordinator");

        Assert.Equal((DutyKind.Remind, 3, world.Test.Round.Id), (duties[0].Kind, duties[0].Left, duties[0].Subject));
        Assert.DoesNotContain(await OfAsync(database, world, "appraiser"), duty => duty.Kind == DutyKind.Remind);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Request_WaitsForASecondPersonOfAnotherUnit_NotForWhoAsked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await ChangeAsync(database, db => Task.FromResult(db.Add(new TwoPersonRequest(TwoPersonAct.RecoverSecondFactor, world["officer"].Id, "{}", "Cấp lại xác thực hai bước", "Mất điện thoại", world["coordinator"].Id, DateTime.UtcNow))));

        var waiting = (await OfAsync(database, world, "coordinator of the unit")).Concat(await OfAsync(database, world, "administrator")).Where(duty => duty.Kind == DutyKind.Consent).ToList();

        Assert.NotEmpty(waiting);
        Assert.All(waiting, duty => Assert.Equal("Cấp lại xác thực hai bước", Assert.Single(duty.Parts).Name));
        Assert.DoesNotContain(await OfAsync(database, world, "coordinator"), duty => duty.Kind == DutyKind.Consent);
        Assert.DoesNotContain(await OfAsync(database, world, "officer"), duty => duty.Kind == DutyKind.Consent);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EndedRound_WaitsForTheCouncil_ThenForItsDecision(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        StaffAccount council = null!;
        var test = await TestResults.AddAsync(database, (round, changed) => changed.Add(council = new("HD01", "Hà Thị Đồng", StaffRoles.CouncilMember, round.Office.Id)));
        await using var db = database.NewContext();

        var duty = Assert.Single(await ListOf(db, TimeProvider.System).OfAsync(council));

        Assert.Equal((DutyKind.Approve, test.Round.Id), (duty.Kind, duty.Subject));
        Assert.Contains(await ListOf(db, TimeProvider.System).OfAsync(test.Coordinator), of => of.Kind == DutyKind.Decide && of.Subject == test.Round.Id);
    }

    private static async Task<(DutyKind Kind, int Left)> OneAsync(TestDatabase database, ScorecardWorld world, string person) =>
        Assert.Single(await OfAsync(database, world, person)) is var duty ? (duty.Kind, duty.Left) : default;

    private static async Task<IReadOnlyList<Duty>> OfAsync(TestDatabase database, ScorecardWorld world, string person)
    {
        await using var db = database.NewContext();
        return await ListOf(db, world.Clock).OfAsync(world[person]);
    }

    internal static DutyList ListOf(ParIndexDb db, TimeProvider clock)
    {
        var rounds = new RoundReader(db);
        return new(db, new ScorecardList(db, rounds), new ScorecardReader(db), rounds, new RoundResults(db, clock), new TwoPersonDecisions(db, [new(TwoPersonAct.RecoverSecondFactor, StaffRoles.Coordinator | StaffRoles.Administrator, TwoPersonDecisions.RecoverAsync)], clock), new RemarkRegister(db, new(db)), clock);
    }

    private static async Task<Scorecard> CardAsync(ParIndexDb db, ScorecardWorld world)
    {
        var id = await world.IdAsync(world.Test.Justice);
        return await db.Scorecards.SingleAsync(card => card.Id == id);
    }

    private static async Task ChangeAsync(TestDatabase database, Func<ParIndexDb, Task> change)
    {
        await using var db = database.NewContext();
        await change(db);
        await db.SetUpAsync();
    }
}
