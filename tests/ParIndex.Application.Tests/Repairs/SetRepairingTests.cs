using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Repairs;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Repairs;

/// <summary>A fault of an open round's criteria set: asked for by one, agreed to by another, with the effect in sight of both.</summary>
public sealed class SetRepairingTests
{
    private const string Reason = "In sai so với Quyết định 01/QĐ-UBND";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Maximum_IsRepairedWithTheAgreement_AndEverythingFollows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        var payload = await PayloadAsync(database, world, "2.2", max: 10);

        var effect = await EffectAsync(database, world, payload);
        // The self-score of 14,5 fits no longer; half of it, 7,25, does.
        var line = Assert.Single(effect.Lines, changed => changed.Unit == "Sở Tư pháp");
        Assert.Equal([(ScoreStage.SelfScore, 14.5m, true)], line.Answers.Select(answer => (answer.Stage, answer.Before.Points!.Value, answer.IsTakenBack)));
        Assert.Equal((100m, 95.5m, line.Before.Points), (line.Before.Scale!.Value, line.After.Scale!.Value, line.After.Points));
        Assert.Equal((1, 3, 3, null), (effect.TakenBack, effect.Lines.Count, effect.Units, effect.WhyNot));
        Assert.Empty((await SetAsync(database, world)).Repairs);

        await AskAsync(database, world, payload);
        Assert.Equal(14.5m, (await SetAsync(database, world)).Leaves.Single(leaf => leaf.Code == "2.2").MaxScore);
        await world.DecideAsync("council");

        var set = await SetAsync(database, world);
        Assert.Equal((10m, 95.5m), (set.Leaves.Single(leaf => leaf.Code == "2.2").MaxScore, set.MaxScore));
        Assert.Equal(["điểm tối đa 14,5 → 10", "điểm tối đa của 2: 30 → 25,5"], Assert.Single(set.Repairs).Changes);
        var folder = await world.ReadAsync();
        Assert.Null(folder.Card.Cell(ScoreStage.SelfScore, payload.NodeId)!.Points);
        Assert.Equal((7.25m, world["appraiser"].Id), (folder.Card.Cell(ScoreStage.FirstAppraisal, payload.NodeId)!.Points!.Value, folder.Card.Cell(ScoreStage.FirstAppraisal, payload.NodeId)!.ChangedBy!.Value));
        await using var db = database.NewContext();
        Assert.Single(await db.AuditEvents.Where(happened => happened.Actor == "HD01").ToListAsync());
        var told = await db.OutboxMessages.Where(message => message.By == "thong-bao/sua-bo-tieu-chi").ToListAsync();
        Assert.Equal(3, told.Count);
        Assert.All(told, message => Assert.Contains("điểm tối đa 14,5 → 10", message.Body, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rule_GivesThePointsOfTheFiguresAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database, (test, _) => test.Set.Change(test.Leaf("1.1"), test.Leaf("1.1").Content with { Rule = LeafRule.Parse("tỷ lệ") }));
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new() { Achieved = 30, Required = 60 }, "officer");
        var payload = await PayloadAsync(database, world, "1.1", rule: "tỷ lệ; chuẩn=80");

        var line = Assert.Single((await EffectAsync(database, world, payload)).Lines);
        Assert.Equal((10m, 12.5m, false), (line.Answers[0].Before.Points!.Value, line.Answers[0].After.Points!.Value, line.Answers[0].IsTakenBack));
        await AskAsync(database, world, payload);
        await world.DecideAsync("council");

        Assert.Equal((12.5m, 30m), ((await world.ReadAsync()).Card.Cell(ScoreStage.SelfScore, payload.NodeId)!.Points!.Value, (await world.ReadAsync()).Card.Cell(ScoreStage.SelfScore, payload.NodeId)!.Achieved!.Value));
    }

    [Fact]
    public async Task AgreedPoints_ThatFitNoLonger_ArePlainlyRefused_AndNothingChanges()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Agreed);
        var payload = await PayloadAsync(database, world, "2.2", max: 5);

        Assert.Contains("Sở Tư pháp", (await EffectAsync(database, world, payload)).WhyNot, StringComparison.Ordinal);
        Assert.Contains("Mở khoá các phiếu này trước", await RefusedAsync(() => AskAsync(database, world, payload)), StringComparison.Ordinal);
        Assert.Equal(7.25m, (await world.ReadAsync()).Card.Cell(ScoreStage.FirstAppraisal, payload.NodeId)!.Points);
    }

    [Fact]
    public async Task Asking_Twice_WithoutTheRole_FromAStalePage_AndAfterPublication_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        var payload = await PayloadAsync(database, world, "2.2", max: 10);

        await RefusedAsync(() => AskAsync(database, world, payload, "council"));
        await RefusedAsync(() => AskAsync(database, world, payload with { SetVersion = Guid.NewGuid() }));
        await AskAsync(database, world, payload);
        Assert.Contains("đang chờ người thứ hai", await RefusedAsync(() => AskAsync(database, world, payload)), StringComparison.Ordinal);
        await using (var db = database.NewContext())
        {
            var round = await db.Rounds.AsTracking().SingleAsync();
            db.Entry(round).Property(known => known.State).CurrentValue = RoundState.Published;
            await db.SetUpAsync();
        }

        Assert.Contains("đính chính", await RefusedAsync(async () => await world.DecideAsync("council")), StringComparison.Ordinal);
        Assert.Empty((await SetAsync(database, world)).Repairs);
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("officer")]
    public async Task Agreement_OfWhoAsked_OrOfAnotherRole_IsNone(string person)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await AskAsync(database, world, await PayloadAsync(database, world, "2.2", max: 10));

        try
        {
            Assert.Null(await world.DecideAsync(person));
        }
        catch (RefusedException)
        {
            Assert.Equal("coordinator", person);
        }

        Assert.Empty((await SetAsync(database, world)).Repairs);
    }

    [Fact]
    public async Task Effect_ForPeopleOfAUnitBeingAppraised_TellsNothingOfItsFigures()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        var payload = await PayloadAsync(database, world, "2.2", max: 10);

        var line = Assert.Single((await EffectAsync(database, world, payload, "council of the unit")).Lines, changed => changed.Unit == "Sở Tư pháp");

        Assert.True(line.IsHidden);
        Assert.Empty(line.Answers);
        Assert.Null(line.Before.Points ?? line.After.Points);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Release_SaysWhatWasRepaired_InItsDigestToo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        var plain = (await test.ResultsAsync(database)).Release!;
        await using (var db = database.NewContext())
        {
            var set = await db.CriteriaSets.AsTracking().Include(known => known.Criteria).SingleAsync(known => known.Id == test.Set.Id);
            var leaf = set.Leaves.Single(known => known.Code == "1.1");
            set.Repair(leaf, new(leaf.Code, "Kế hoạch năm", leaf.MaxScore), Reason, new DateTime(2026, 11, 5, 2, 0, 0, DateTimeKind.Utc));
            await db.SetUpAsync();
        }

        var release = (await test.ResultsAsync(database)).Release!;

        Assert.Null(plain.Groups[0].SetRepairs);
        Assert.Equal("Ngày 5/11/2026, tiêu chí 1.1: tên tiêu chí “Kế hoạch” → “Kế hoạch năm”. Lý do: in sai so với Quyết định 01/QĐ-UBND.", release.Groups[0].SetRepairs);
        Assert.Contains(release.Groups[0].SetRepairs!, ResultsDigest.CanonicalText(release), StringComparison.Ordinal);
        Assert.Equal(release.Groups[0].SetRepairs, release.Groups[0].Copy().SetRepairs);
    }

    private static async Task<RepairPayload> PayloadAsync(TestDatabase database, ScorecardWorld world, string code, decimal? max = null, string? rule = null)
    {
        var set = await SetAsync(database, world);
        var leaf = set.Leaves.Single(known => known.Code == code);
        return RepairPayload.Of(set, leaf, new(leaf.Code, leaf.Name, max ?? leaf.MaxScore) { Rule = rule is null ? leaf.Rule : LeafRule.Parse(rule) });
    }

    private static async Task<CriteriaSet> SetAsync(TestDatabase database, ScorecardWorld world)
    {
        await using var db = database.NewContext();
        return await db.CriteriaSets.AsNoTracking().Include(set => set.Criteria).SingleAsync(set => set.Id == world.Test.Set.Id);
    }

    private static async Task<RepairEffect> EffectAsync(TestDatabase database, ScorecardWorld world, RepairPayload payload, string person = "coordinator")
    {
        await using var db = database.NewContext();
        return await new SetRepairing(db, world.Clock).EffectAsync(world.Test.Set.Id, payload, Reason, world[person]);
    }

    private static async Task AskAsync(TestDatabase database, ScorecardWorld world, RepairPayload payload, string person = "coordinator")
    {
        await using var db = database.NewContext();
        var set = await db.CriteriaSets.Include(known => known.Criteria).SingleAsync(known => known.Id == world.Test.Set.Id);
        await new SetRepairing(db, world.Clock).AskAsync(set, payload, Reason, world[person]);
    }

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Message;
}
