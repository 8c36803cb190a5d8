using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Council;
using ParIndex.Application.Data;
using ParIndex.Application.Documents;
using ParIndex.Application.Duties;
using ParIndex.Application.Outbox;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Tests.Duties;
using ParIndex.Domain;
using ParIndex.Domain.Council;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Council;

/// <summary>The council decides an item of Sở Tư pháp: its own score 18 of 1.2, appraised at 9.</summary>
public sealed class CouncilWorkTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Decision_BindsTheResults_UntilTheScorecardSaysSo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, meeting) = await MeetAsync(database);
        await ProposeAsync(database, world, meeting, "15");
        var item = await ItemAsync(database);
        await VoteAsync(database, world, item, CouncilVoice.Against, "council");
        await VoteAsync(database, world, item, CouncilVoice.For, "council");
        await VoteAsync(database, world, item, CouncilVoice.For, "chair");

        await using (var db = database.NewContext())
        {
            Assert.True(await Work(db, world).CloseAsync(world.Test.Round.Id, item, world.Test.Coordinator));
        }

        var before = await ResultsAsync(database, world);
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 15 }, "appraiser");
        var after = await ResultsAsync(database, world);
        await using var reading = database.NewContext();
        var view = await new CouncilBoard(reading).OfAsync((await new RoundReader(reading).FindAsync(world.Test.Round.Id))!, world["auditor"]);

        Assert.Contains(before.Findings, finding => finding.Blocks && finding.Text.Contains("Hội đồng thẩm định quyết định 15 điểm", StringComparison.Ordinal));
        Assert.DoesNotContain(after.Findings, finding => finding.Text.Contains("Hội đồng thẩm định quyết định", StringComparison.Ordinal));
        Assert.Equal((3, 2, 0), (view.Items[0].Outcome!.Members, view.Items[0].Outcome!.For, view.Items[0].Outcome!.Against));
        Assert.Equal(3, await reading.CouncilVotes.CountAsync());
        Assert.NotEmpty(DocxWriter.Write(MinutesPaper.Of(CouncilMinutes.Of(view, view.Meetings[0]), "UBND tỉnh", new(2026, 12, 4))));
        Assert.Contains(CouncilMinutes.Of(view, view.Meetings[0]).Parts.SelectMany(part => part.Paragraphs), line => line.Contains("02 tán thành, 00 không tán thành", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Item_WithoutQuorum_OrByItsProposer_OrClosedAlready_IsNotClosed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, meeting) = await MeetAsync(database);
        await ProposeAsync(database, world, meeting, "15");
        var item = await ItemAsync(database);
        await VoteAsync(database, world, item, CouncilVoice.For, "council");

        Assert.Contains("Chưa đủ", (await RefusedAsync(database, world, work => work.CloseAsync(world.Test.Round.Id, item, world.Test.Coordinator))).Message, StringComparison.Ordinal);
        await VoteAsync(database, world, item, CouncilVoice.For, "chair");
        Assert.Contains("đề xuất không tự chốt", (await RefusedAsync(database, world, work => work.CloseAsync(world.Test.Round.Id, item, world["chair"]))).Message, StringComparison.Ordinal);
        await using (var db = database.NewContext())
        {
            await Work(db, world).CloseAsync(world.Test.Round.Id, item, world.Test.Coordinator);
        }

        Assert.Contains("đã chốt", (await RefusedAsync(database, world, work => work.VoteAsync(world.Test.Round.Id, item, CouncilVoice.Against, world["council"]))).Message, StringComparison.Ordinal);
        Assert.Contains("đã chốt", (await RefusedAsync(database, world, work => work.CloseAsync(world.Test.Round.Id, item, world.Test.Coordinator))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task MembersOfTheUnit_NeitherProposeNorVote_AndSeeNothingHidden(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, meeting) = await MeetAsync(database);
        var own = await RefusedAsync(database, world, async work => await work.ProposeAsync(world.Test.Round.Id, meeting, await world.IdAsync(world.Test.Justice), world.Test.Leaf("1.2").Id, "15", "Lý do", world["council of the unit"]));
        await ProposeAsync(database, world, meeting, "15");
        var item = await ItemAsync(database);

        var vote = await RefusedAsync(database, world, work => work.VoteAsync(world.Test.Round.Id, item, CouncilVoice.For, world["council of the unit"]));
        await SetStateAsync(database, world, ScorecardState.SecondAppraisal);
        await using var db = database.NewContext();
        var setup = (await new RoundReader(db).FindAsync(world.Test.Round.Id))!;
        var hidden = await new CouncilBoard(db).OfAsync(setup, world["council of the unit"]);
        var seen = await new CouncilBoard(db).OfAsync(setup, world["council"]);

        Assert.True(own.Refusal.IsOfRights && vote.Refusal.IsOfRights);
        Assert.Empty(hidden.Items);
        Assert.Contains(meeting, hidden.Hidden);
        Assert.Single(seen.Items);
        Assert.Throws<ArgumentException>(() => CouncilMinutes.Of(hidden, hidden.Meetings[0]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Proposal_OfOneItem_IsOneAtATime_AndWhatTheLeafTakes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, meeting) = await MeetAsync(database);

        await Assert.ThrowsAsync<RefusedException>(() => ProposeAsync(database, world, meeting, "99"));
        await Assert.ThrowsAsync<RefusedException>(() => ProposeAsync(database, world, meeting, "1.234"));
        await ProposeAsync(database, world, meeting, "12,5");

        Assert.Contains("đang được biểu quyết", (await Assert.ThrowsAsync<RefusedException>(() => ProposeAsync(database, world, meeting, "13"))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Item_WaitsOnTheDesk_OfEachMemberWhoMayVote_UntilTheyDid(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, meeting) = await MeetAsync(database);
        Assert.Null(await VoteDutyAsync(database, world, "council"));
        await ProposeAsync(database, world, meeting, "15");
        var item = await ItemAsync(database);

        var duty = await VoteDutyAsync(database, world, "council");

        Assert.Equal((1, world.Test.Round.Id, "Sở Tư pháp (tiêu chí 1.2)"), (duty!.Left, duty.Subject, duty.Detail));
        Assert.NotNull(await VoteDutyAsync(database, world, "chair"));
        Assert.Null(await VoteDutyAsync(database, world, "council of the unit"));
        Assert.Null(await VoteDutyAsync(database, world, "coordinator"));
        await VoteAsync(database, world, item, CouncilVoice.Abstains, "council");
        Assert.Null(await VoteDutyAsync(database, world, "council"));
        Assert.NotNull(await VoteDutyAsync(database, world, "chair"));
        await VoteAsync(database, world, item, CouncilVoice.For, "chair");
        Assert.Null(await VoteDutyAsync(database, world, "chair"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ClosedItem_WaitsForNobody_AlsoWhoDidNotVote(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, meeting) = await MeetAsync(database);
        await ProposeAsync(database, world, meeting, "15");
        Assert.NotNull(await VoteDutyAsync(database, world, "council"));
        await using (var db = database.NewContext())
        {
            db.Add(new CouncilOutcome(await db.CouncilItems.SingleAsync(), new(3, 0, 2, 0, 0, CouncilRules.Default, HasOtherFor: false), world.Test.Coordinator.Id, world.Clock.GetUtcNow().UtcDateTime));
            await db.SetUpAsync();
        }

        Assert.Null(await VoteDutyAsync(database, world, "council"));
        Assert.Null(await VoteDutyAsync(database, world, "chair"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Proposal_IsToldToWhoMayVote_NotToTheUnitNorToWhoProposes_AndTwoAreOneMessage(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, meeting) = await MeetAsync(database);
        await ProposeAsync(database, world, meeting, "15");
        await AskAsync(database, world, "1.1");
        await ProposeAsync(database, world, meeting, world.Test.Leaf("1.1").MaxScore.ToString(System.Globalization.CultureInfo.InvariantCulture), "1.1");

        await using var db = database.NewContext();
        var told = Assert.Single(await db.OutboxMessages.Where(message => message.By == NoticeTable.Sender(NoticeKind.Vote)).ToListAsync());

        Assert.Equal(world["council"].Id, told.RecipientId);
        Assert.DoesNotContain("Sở Tư pháp", told.Subject, StringComparison.Ordinal);
        Assert.Contains("Sở Tư pháp, tiêu chí 1.2", told.Body, StringComparison.Ordinal);
        Assert.Contains("điểm đang tính 9, đề xuất 15.", told.Body, StringComparison.Ordinal);
        Assert.Contains("Sở Tư pháp, tiêu chí 1.1", told.Body, StringComparison.Ordinal);
        Assert.Contains($"[[Council:{world.Test.Round.Id:N}]]", told.Body, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LaterEdits_SayWhatTheyDo_ToIndexAndPlace(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, _) = await MeetAsync(database);
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 12.25m }, "appraiser");
        await using var db = database.NewContext();
        var setup = (await new RoundReader(db).FindAsync(world.Test.Round.Id))!;
        var effects = new CouncilEffects(db, new LaterEditReport(db), new RoundBoards(db, world.Clock));

        var (edits, sums) = await effects.LaterEditsAsync(setup, world["auditor"]);
        var opinions = await effects.OpinionsAsync(setup, world["auditor"], byEffect: true);

        var scale = setup.Participants.Single(unit => unit.Unit.Id == world.Test.Justice.Id).Scale!.Value;
        var effect = Assert.Single(edits).Effect!;
        Assert.Equal(Math.Round(325 / scale, 1), Math.Round(effect.After!.Index - effect.Before!.Index, 1));
        Assert.Equal((effect.Before, effect.After), (sums.Single().Effect!.Before, sums.Single().Effect!.After));
        // All three were equal: the one that rises leaves the others behind it.
        Assert.Equal((1, 1), (effect.Before.Rank, effect.After.Rank));
        Assert.Equal([(1, 2), (1, 2)], effect.Others.Select(other => (other.Before, other.After)).Select(pair => (pair.Before!.Value, pair.After!.Value)));
        Assert.Equal(18 - 12.25m, Assert.Single(opinions).AtStake);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Effects_AreNotForThose_WhoseUnitIsBeingAppraised(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, _) = await MeetAsync(database);
        await SetStateAsync(database, world, ScorecardState.SecondAppraisal);
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 12.25m }, "appraiser");
        await using var db = database.NewContext();
        var setup = (await new RoundReader(db).FindAsync(world.Test.Round.Id))!;
        var effects = new CouncilEffects(db, new LaterEditReport(db), new RoundBoards(db, world.Clock));

        Assert.Empty((await effects.LaterEditsAsync(setup, world["council of the unit"])).Edits);
        Assert.All(await effects.OpinionsAsync(setup, world["council of the unit"]), item => Assert.Null(item.Effect));
        Assert.NotNull((await effects.LaterEditsAsync(setup, world["council"])).Edits.Single().Effect);
    }

    /// <summary>All agreed, one item open between unit and appraisers; the council has three members, one of them of the unit.</summary>
    private static async Task<(World World, Guid Meeting)> MeetAsync(TestDatabase database)
    {
        StaffAccount? chair = null;
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            chair = new StaffAccount("HD09", "Bà Chủ tịch Hội đồng", StaffRoles.CouncilMember, round.HomeAffairs.Id);
            db.Add(chair);
        });
        foreach (var unit in new[] { world.Test.HomeAffairs, world.Test.Justice, world.Test.Office })
        {
            await world.BringAsync(ScorecardState.Agreed, unit);
        }

        var all = new World(world, chair!);
        await AskAsync(database, all, "1.2");
        await using var db = database.NewContext();
        var present = new[] { chair!.Id, world["council"].Id };
        return (all, await Work(db, all).MeetAsync(world.Test.Round.Id, new(MeetingForm.Session, new(2026, 1, 4), "Phòng họp", chair.Id, present), world.Test.Coordinator));
    }

    private static async Task AskAsync(TestDatabase database, World world, string code)
    {
        await using var db = database.NewContext();
        var card = await db.Scorecards.Include(known => known.Cells).SingleAsync(known => known.ParticipantId == world.Test.Of(world.Test.Justice).Id);
        var asked = Explanation.Ask(card, world.Test.Leaf(code), "Thiếu minh chứng", world["appraiser"].Id, world.Clock.GetUtcNow().UtcDateTime);
        asked.Reply("Đã gửi kèm", keepsSelfScore: true, world["officer"].Id, world.Clock.GetUtcNow().UtcDateTime);
        db.Add(asked);
        await db.SetUpAsync();
    }

    private static async Task<Duty?> VoteDutyAsync(TestDatabase database, World world, string person)
    {
        await using var db = database.NewContext();
        return (await DutyListTests.ListOf(db, world.Clock).OfAsync(world[person])).SingleOrDefault(duty => duty.Kind == DutyKind.Vote);
    }

    private static async Task ProposeAsync(TestDatabase database, World world, Guid meeting, string points, string code = "1.2")
    {
        await using var db = database.NewContext();
        await Work(db, world).ProposeAsync(world.Test.Round.Id, meeting, await world.IdAsync(world.Test.Justice), world.Test.Leaf(code).Id, points, "Đủ tài liệu", world["chair"]);
    }

    private static async Task VoteAsync(TestDatabase database, World world, Guid item, CouncilVoice voice, string person)
    {
        await using var db = database.NewContext();
        await Work(db, world).VoteAsync(world.Test.Round.Id, item, voice, world[person]);
    }

    private static async Task<RefusedException> RefusedAsync(TestDatabase database, World world, Func<CouncilWork, Task> act)
    {
        await using var db = database.NewContext();
        return await Assert.ThrowsAsync<RefusedException>(() => act(Work(db, world)));
    }

    private static async Task<Guid> ItemAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await db.CouncilItems.Select(item => item.Id).SingleAsync();
    }

    private static async Task SetStateAsync(TestDatabase database, World world, ScorecardState state)
    {
        var id = await world.IdAsync(world.Test.Justice);
        await using var db = database.NewContext();
        var card = await db.Scorecards.AsTracking().SingleAsync(card => card.Id == id);
        db.Entry(card).Property(known => known.State).CurrentValue = state;
        await db.SetUpAsync();
    }

    private static async Task<ResultsDraft> ResultsAsync(TestDatabase database, World world)
    {
        await using var db = database.NewContext();
        return await new RoundResults(db, world.Clock).OfAsync((await new RoundReader(db).FindAsync(world.Test.Round.Id))!);
    }

    private static CouncilWork Work(ParIndexDb db, World world) => new(db, new RoundReader(db), new RoundBoards(db, world.Clock), CouncilRules.Default, world.Clock);

    private sealed class World(ScorecardWorld world, StaffAccount chair)
    {
        public TestRound Test => world.Test;

        public TimeProvider Clock => world.Clock;

        public StaffAccount this[string person] => person == "chair" ? chair : world[person];

        public Task<Guid> IdAsync(Domain.Units.Unit unit) => world.IdAsync(unit);

        public Task WriteAsync(ScoreStage stage, string code, CellAnswer answer, string person) => world.WriteAsync(stage, code, answer, person);
    }
}
