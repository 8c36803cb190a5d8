using ParIndex.Application.Data;
using ParIndex.Application.Duties;
using ParIndex.Application.Outbox;
using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Application.Staff;
using ParIndex.Application.Tests.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Duties;

/// <summary>What is open under a name inside Sở Tư pháp, what of it waits on whose desk, and its handing over.</summary>
public sealed class WorkHandoverTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OpenWork_SaysFieldsAndWhatIsMissing_AndGoesToAColleagueInOneAct(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"), ("2", "second"));
        await using (var db = unit.Database.NewContext())
        {
            db.Add(new ImportDraft(ImportKind.UnitSheet, new("phieu.xlsx", [1]), "{}", unit["officer"].Id, unit.World.Clock.GetUtcNow().UtcDateTime, SheetTarget.Of(await unit.CardIdAsync()).Key));
            await db.SetUpAsync();
        }

        var open = await OfAsync(unit, "officer");
        Assert.Equal((1, 3, 1), (open.Fields, Assert.Single(open.Cards).Unscored, open.Drafts.Count));
        Assert.Equal("01 lĩnh vực đang phụ trách, 03 tiêu chí chưa tự chấm, 01 tệp nhập đang chờ", open.InWords);
        Assert.Contains(open.Duties, duty => duty.Kind == DutyKind.Score);

        await HandOverAsync(unit, "officer", "officer", "second");

        Assert.True((await OfAsync(unit, "officer")).IsEmpty);
        var taken = await OfAsync(unit, "second");
        Assert.Equal((2, 1), (taken.Fields, taken.Drafts.Count));
        Assert.Equal(2, (await unit.MessagesAsync()).Count(message => message.RecipientId == unit["second"].Id));
        Assert.Contains("Bàn giao phần việc của CB-so-tu-phap cho CB02: 01 lĩnh vực đang phụ trách, 03 tiêu chí chưa tự chấm, 01 tệp nhập đang chờ", await unit.ActsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task HandOver_IsForTheOwnerAndTheHead_AndToAnOfficerOfTheUnit(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"));

        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => HandOverAsync(unit, "second", "officer", "second"))).Refusal.IsOfRights);
        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => HandOverAsync(unit, "officer elsewhere", "officer", "officer elsewhere"))).Refusal.IsOfRights);
        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => HandOverAsync(unit, "coordinator", "officer", "second"))).Refusal.IsOfRights);
        foreach (var stranger in new[] { "officer elsewhere", "head", "officer" })
        {
            await Assert.ThrowsAsync<RefusedException>(() => HandOverAsync(unit, "head", "officer", stranger));
        }

        Assert.Equal(ScorecardWords.Conflict, (await Assert.ThrowsAsync<RefusedException>(() => HandOverAsync(unit, "head", "officer", "second", stamp: "cũ"))).Message);
        await HandOverAsync(unit, "head", "officer", "second");
        await Assert.ThrowsAsync<RefusedException>(() => HandOverAsync(unit, "head", "officer", "second"));
        Assert.Equal(unit["second"].Id, Assert.Single((await unit.World.ReadAsync()).Card.Shares).AccountId);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoIsSwitchedOff_LeavesFields_ThatWaitForTheHead(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"));
        await unit.ChangeAsync("officer", officer => officer.IsActive = false);

        var duty = Assert.Single(await DutiesAsync(unit, "head"));
        Assert.Equal((DutyKind.Reshare, 1), (duty.Kind, duty.Left));
        Assert.DoesNotContain(await DutiesAsync(unit, "second"), other => other.Kind == DutyKind.Reshare);
        await HandOverAsync(unit, "head", "officer", "second");

        Assert.DoesNotContain(await DutiesAsync(unit, "head"), other => other.Kind == DutyKind.Reshare);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Duties_OfWhoAnswersForFields_AreOfThese_AndOfWhatNobodyAnswersFor(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"));

        var duties = await DutiesAsync(unit, "officer");

        Assert.Equal([("tiêu chí trong phần của tôi chưa tự chấm điểm", 3, true), ("tiêu chí chưa giao cho ai còn phải hoàn thành", 2, false)], duties.Select(duty => (duty.What, duty.Left, duty.IsOfOwnPart)));
        Assert.Equal([("tiêu chí chưa tự chấm điểm", 5)], (await DutiesAsync(unit, "second")).Select(duty => (duty.What, duty.Left)));
        Assert.Empty(await DutiesAsync(unit, "head"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Duties_FollowTheSheetFromDoneToApproved(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"), ("2", "second"));
        await unit.World.BringAsync(ScorecardState.SelfScoring);
        Assert.Equal([DutyKind.Finish], (await DutiesAsync(unit, "officer")).Select(duty => duty.Kind));
        Assert.Equal([DutyKind.ApproveSheet], (await DutiesAsync(unit, "head")).Select(duty => duty.Kind));

        await unit.ReturnAsync("head", "1", "Bổ sung");
        Assert.Equal([DutyKind.Mend], (await DutiesAsync(unit, "officer")).Select(duty => duty.Kind));
        Assert.Empty(await DutiesAsync(unit, "head"));

        await unit.FinishAsync("officer", "1");
        await unit.ApproveAsync("head");
        Assert.Equal([DutyKind.Submit], (await DutiesAsync(unit, "officer")).Select(duty => duty.Kind));
        Assert.Empty(await DutiesAsync(unit, "head"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Questions_WaitForWhoAnswersForTheirField(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"), ("2", "second"));
        await unit.World.BringAsync(ScorecardState.FirstAppraisal);
        await using (var db = unit.Database.NewContext())
        {
            var (scorecards, appraiser) = (new ScorecardReader(db), unit["appraiser"]);
            await new ExplanationExchange(db, scorecards, unit.World.Clock).AskAsync(await unit.CardIdAsync(), unit.World.Test.Leaf("2.1").Id, version: null, "Vì sao?", appraiser);
        }

        await unit.World.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser");

        Assert.Equal([DutyKind.Explain], (await DutiesAsync(unit, "second")).Select(duty => duty.Kind));
        Assert.Empty(await DutiesAsync(unit, "officer"));
        Assert.Equal(1, Assert.Single((await OfAsync(unit, "second")).Cards).Asked);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NoticesInside_AreOnNobodysList(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"));
        await using var db = unit.Database.NewContext();

        Assert.DoesNotContain(await new NoticeList(db).ReadAsync(new(), NoticeList.OnPage), notice => notice.Kind == NoticeKind.FieldShared);
        Assert.Empty(await new NoticeList(db).ReadAsync(new(NoticeKind.FieldShared), NoticeList.OnPage));
        Assert.DoesNotContain(NoticeKind.FieldReturned, NoticeTable.Listed);
    }

    private static async Task<OpenWork> OfAsync(UnitWorld unit, string person)
    {
        await using var db = unit.Database.NewContext();
        return await Of(db, unit).OfAsync(unit[person], unit.World.Test.Justice.Id, withDuties: true);
    }

    private static async Task HandOverAsync(UnitWorld unit, string actor, string person, string to, string? stamp = null)
    {
        var shown = stamp ?? (await OfAsync(unit, person)).Stamp;
        await using var db = unit.Database.NewContext();
        await Of(db, unit).HandOverAsync(unit[person].Id, unit[to].Id, shown, unit[actor]);
    }

    private static async Task<IReadOnlyList<Duty>> DutiesAsync(UnitWorld unit, string person)
    {
        await using var db = unit.Database.NewContext();
        return await ListOf(db, unit.World.Clock).OfAsync(unit[person]);
    }

    private static WorkHandover Of(ParIndexDb db, UnitWorld unit) => new(db, new ScorecardReader(db), ListOf(db, unit.World.Clock), unit.World.Clock);

    private static DutyList ListOf(ParIndexDb db, TimeProvider clock)
    {
        var rounds = new RoundReader(db);
        return new(db, new ScorecardList(db, rounds), new ScorecardReader(db), rounds, new RoundResults(db, clock), new TwoPersonDecisions(db, [new(TwoPersonAct.RecoverSecondFactor, StaffRoles.Coordinator | StaffRoles.Administrator, TwoPersonDecisions.RecoverAsync)], clock), new RemarkRegister(db, new(db)), clock);
    }
}
