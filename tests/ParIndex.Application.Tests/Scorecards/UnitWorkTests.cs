using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>Sở Tư pháp with a head and two officers: what each may do with the unit's own scorecard, and what is kept of it.</summary>
public sealed class UnitWorkTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Share_ByTheHead_IsKept_AndTellsTheOfficers(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);

        Assert.Equal(2, await unit.ShareAsync("head", ("1", "officer"), ("2", "second")));

        var card = (await unit.World.ReadAsync()).Card;
        Assert.Equal([unit["officer"].Id, unit["second"].Id], card.Shares.OrderBy(share => unit.Code(share.CriterionId), StringComparer.Ordinal).Select(share => share.AccountId));
        var told = await unit.MessagesAsync();
        Assert.Equal([unit["officer"].Id, unit["second"].Id], told.Select(message => message.RecipientId));
        Assert.Contains("Lĩnh vực 2 Cải cách thể chế.", told[1].Body, StringComparison.Ordinal);
        Assert.Single(await unit.ActsAsync(), act => act.StartsWith("Phân công lĩnh vực trong đơn vị", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Share_ByAnOfficer_IsRefused_WhereTheHeadHasAnAccount_AndAllowedWhereNot(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => unit.ShareAsync("officer", ("1", "officer")));
        Assert.True(refused.Refusal.IsOfRights);
        await unit.ChangeAsync("head", head => head.IsActive = false);

        Assert.Equal(1, await unit.ShareAsync("officer", ("1", "second")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Share_ToSomebodyElsewhere_ByAStranger_OrOnAStaleForm_IsRefused(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        var stale = UnitBoard.StampOf((await unit.World.ReadAsync()).Card);
        await unit.ShareAsync("head", ("1", "officer"));

        await Assert.ThrowsAsync<RefusedException>(() => unit.ShareAsync("head", ("2", "officer elsewhere")));
        await Assert.ThrowsAsync<RefusedException>(() => unit.ShareAsync("head", ("2", "head")));
        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => unit.ShareAsync("coordinator", ("2", "officer")))).Refusal.IsOfRights);
        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => unit.ShareAsync("officer elsewhere", ("2", "officer elsewhere")))).Refusal.IsOfRights);
        Assert.Equal(ScorecardWords.Conflict, (await Assert.ThrowsAsync<RefusedException>(() => unit.ShareAsync("head", stale, ("2", "second")))).Message);
        Assert.Single((await unit.World.ReadAsync()).Card.Shares);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WholeWay_ShareFinishReturnMendApproveSubmit(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.ShareAsync("head", ("1", "officer"), ("2", "second"));
        await unit.World.BringAsync(ScorecardState.SelfScoring);
        await unit.FinishAsync("officer", "1");
        await unit.FinishAsync("second", "2");
        Assert.Equal(unit["head"].Id, Assert.Single(await unit.MessagesAsync(NoticeKind.SheetReady)).RecipientId);

        await unit.ReturnAsync("head", "2", "Bổ sung số liệu quý IV");
        var returned = Assert.Single(await unit.MessagesAsync(NoticeKind.FieldReturned));
        Assert.Equal(unit["second"].Id, returned.RecipientId);
        // A mail box is not the unit: what the head says stays on the page.
        Assert.DoesNotContain("quý IV", returned.Subject + returned.Body, StringComparison.Ordinal);
        Assert.Contains("trả lại", (await Assert.ThrowsAsync<RefusedException>(() => unit.ApproveAsync("head"))).Message, StringComparison.Ordinal);
        await unit.World.WriteAsync(ScoreStage.SelfScore, "2.1", new() { Points = 15 }, "officer");
        await unit.FinishAsync("second", "2");
        await Assert.ThrowsAsync<RefusedException>(() => unit.World.MoveAsync(ScorecardAct.Submit, "officer"));

        await unit.ApproveAsync("head");
        await unit.World.MoveAsync(ScorecardAct.Submit, "officer");

        var folder = await unit.World.ReadAsync();
        Assert.Equal(ScorecardState.FirstAppraisal, folder.Card.State);
        Assert.Equal(unit["head"].Id, Assert.Single(folder.Card.Approvals).By);
        Assert.Contains(unit["head"].Id, folder.Hands.Scored);
        Assert.Contains(await unit.ActsAsync(), act => act.StartsWith("Thủ trưởng phê duyệt phiếu tự chấm điểm", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Approval_IsDroppedByALaterEdit_AndGivenOnlyForWhatWasShown(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.World.BringAsync(ScorecardState.SelfScoring);
        var shown = await unit.SealAsync();
        await unit.World.WriteAsync(ScoreStage.SelfScore, "2.1", new() { Points = 3 }, "officer");

        Assert.Contains("đã thay đổi", (await Assert.ThrowsAsync<RefusedException>(() => unit.ApproveAsync("head", shown))).Message, StringComparison.Ordinal);
        await unit.ApproveAsync("head");
        await unit.World.WriteAsync(ScoreStage.SelfScore, "2.1", new() { Points = 4 }, "officer");

        Assert.Contains("không còn hiệu lực", (await Assert.ThrowsAsync<RefusedException>(() => unit.World.MoveAsync(ScorecardAct.Submit, "officer"))).Message, StringComparison.Ordinal);
        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => unit.ApproveAsync("officer"))).Refusal.IsOfRights);
        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => unit.ApproveAsync("coordinator of the unit"))).Refusal.IsOfRights);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task UnitWithoutAHead_SubmitsAsBefore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);

        await world.MoveAsync(ScorecardAct.Submit, "officer");

        Assert.Equal(ScorecardState.FirstAppraisal, (await world.ReadAsync()).Card.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task HeadWhoApproved_IsOfThoseWhoScored_EvenAtAnotherUnit(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.World.BringAsync(ScorecardState.SelfScoring);
        await unit.ApproveAsync("head");
        await unit.World.MoveAsync(ScorecardAct.Submit, "officer");
        await unit.ChangeAsync("head", head => (head.UnitId, head.Roles) = (unit.World.Test.Office.Id, StaffRoles.Appraiser));
        await using var db = unit.Database.NewContext();
        db.Add(new Domain.Rounds.AppraiserAssignment(unit.World.Test.Group, unit["head"].Id, field: null, participant: null));
        await db.SetUpAsync();
        var person = await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.Id == unit["head"].Id);

        var answer = await new ScoreEntry(db, new ScorecardReader(db), unit.World.Clock).SaveAsync(person, await unit.CardIdAsync(), [new(Guid.NewGuid(), "1.1", ScoreStage.FirstAppraisal, Guid.Empty, new() { Points = "1" })]);

        // Not even theirs to read: whoever scored is assigned nothing of it.
        Assert.Null(answer);
        Assert.False(ScorecardRights.MayRead(person, await unit.World.ReadAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task InnerTalk_IsReadByTheUnitAlone(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.SayAsync("officer", "1.1", "Số liệu quý IV còn thiếu");
        var folder = await unit.World.ReadAsync();
        var leaf = unit.World.Test.Leaf("1.1");

        foreach (var person in new[] { "officer", "second", "head" })
        {
            Assert.Equal("Số liệu quý IV còn thiếu", Assert.Single(await unit.ReadTalkAsync(person, folder, leaf)).Text);
        }

        foreach (var person in ScorecardWorld.Everybody.Except(["officer"]))
        {
            Assert.Empty(await unit.ReadTalkAsync(person, folder, leaf));
            Assert.True((await Assert.ThrowsAsync<RefusedException>(() => unit.SayAsync(person, "1.1", "Tôi cũng nói"))).Refusal.IsOfRights);
        }

        await Assert.ThrowsAsync<RefusedException>(() => unit.SayAsync("officer", "1.1", " \n "));
        Assert.DoesNotContain(await unit.ChangesAsync(), value => value.Contains("quý IV", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task InnerTalk_IsHiddenFromWhoAppraisedTheSheet_AndCameToTheUnitLater(DatabaseKind kind)
    {
        await using var unit = await UnitWorld.CreateAsync(kind);
        await unit.SayAsync("officer", "1.1", "Chỉ trong đơn vị");
        await unit.World.BringAsync(ScorecardState.Explanation);
        await unit.ChangeAsync("appraiser", person => (person.UnitId, person.Roles) = (unit.World.Test.Justice.Id, StaffRoles.UnitOfficer));

        await using var db = unit.Database.NewContext();
        var person = await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.Id == unit.World["appraiser"].Id);
        Assert.Empty(await new InnerTalk(db, new ScorecardReader(db), unit.World.Clock).OfAsync(person, await unit.World.ReadAsync(), unit.World.Test.Leaf("1.1")));
    }
}
