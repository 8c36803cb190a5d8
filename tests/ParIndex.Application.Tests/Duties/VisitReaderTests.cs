using ParIndex.Application.Data;
using ParIndex.Application.Duties;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Duties;

/// <summary>What others did since somebody was last here; of the scorecard of Sở Tư pháp where nothing else is said.</summary>
public sealed class VisitReaderTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Officer_IsTold_WhatColleaguesScoredAndProved_AndNotTheOwnActs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new() { Points = 1 }, "administrator");
        var since = Pass(world);
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new() { Points = 2 }, "administrator");
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new() { Points = 2.5m }, "administrator");
        await world.WriteAsync(ScoreStage.SelfScore, "1.2", new() { Points = 3 }, "officer");
        var folder = await world.ReadAsync();
        await using (var db = database.NewContext())
        {
            var document = new EvidenceDocument(world.Test.Justice.Id, "Kế hoạch", world["administrator"].Id, Now(world));
            db.AddRange(document, new EvidenceLink(folder.Card, world.Test.Leaf("1.2"), document, pages: null, world["administrator"].Id, Now(world)));
            await db.SetUpAsync();
        }

        var changes = await OfAsync(database, world, "officer", since);

        Assert.Equal(["Thêm 01 tài liệu kiểm chứng, tiêu chí 1.2", "Tự chấm 1.1: 1,00 → 2,50"], changes.Select(change => change.Text).Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal((folder.Card.Id, "QT01 (Văn phòng UBND tỉnh)"), (change.Subject, change.Who)));
        Assert.Empty(await OfAsync(database, world, "officer elsewhere", since));
        Assert.Empty(await OfAsync(database, world, "appraiser", since));
        Assert.Empty(await OfAsync(database, world, "officer", Pass(world)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Moves_AreTold_ToTheUnit_ToItsAppraiser_AndToTheCoordinatorTogether(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        var since = Pass(world);
        await world.BringAsync(ScorecardState.FirstAppraisal, world.Test.Office, appraised: false);
        await world.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await world.MoveAsync(ScorecardAct.Return, "appraiser", reason: "Thiếu báo cáo quý IV");

        var returned = Assert.Single(await OfAsync(database, world, "officer", since));
        Assert.Equal(("Trả lại đơn vị: Sở Tư pháp. Lý do: Thiếu báo cáo quý IV", ChangePlace.Course), (returned.Text, returned.Place));
        Assert.Contains(await OfAsync(database, world, "appraiser", since), change => change.Text.StartsWith("Nộp phiếu chấm điểm", StringComparison.Ordinal));
        var submitted = Assert.Single(await OfAsync(database, world, "coordinator", since), change => change.Text.StartsWith("Nộp", StringComparison.Ordinal));
        Assert.Equal(("Nộp phiếu chấm điểm, 02 đơn vị: Sở Tư pháp, Văn phòng UBND tỉnh", ChangePlace.Scorecards, null), (submitted.Text, submitted.Place, submitted.Who));
        Assert.Empty(await OfAsync(database, world, "appraiser without assignment", since));
        Assert.Empty(await OfAsync(database, world, "council", since));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Answers_AreTold_ToWhoAppraises(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);
        var since = Pass(world);
        var folder = await world.ReadAsync();
        await using (var db = database.NewContext())
        {
            foreach (var code in new[] { "1.1", "1.2" })
            {
                var asked = Explanation.Ask(folder.Card, world.Test.Leaf(code), "Đề nghị gửi danh mục", world["appraiser"].Id, since);
                asked.Reply("Gửi kèm danh mục", keepsSelfScore: true, world["officer"].Id, Now(world));
                db.Add(asked);
            }

            await db.SetUpAsync();
        }

        var answered = Assert.Single(await OfAsync(database, world, "appraiser", since));
        Assert.Equal(("Trả lời giải trình, Sở Tư pháp, 02 tiêu chí: 1.1, 1.2", ChangePlace.Explanations, folder.Card.Id), (answered.Text, answered.Place, answered.Subject));
        Assert.Empty(await OfAsync(database, world, "officer", since));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deadlines_Extensions_Requests_AndResults_AreTold(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        var since = Pass(world);
        var setup = await world.Test.ReadAsync(database);
        var deadlines = setup.Round.Deadlines.ToDictionary(deadline => deadline.Step, deadline => deadline.Until.AddDays(2));
        await using (var db = database.NewContext(world.Clock))
        {
            await new RoundTimetable(db, new RoundReader(db), world.Clock).SetAsync(world.Test.Round.Id, setup.Round.Version, deadlines, world["coordinator"]);
        }

        await using (var db = database.NewContext())
        {
            var request = new TwoPersonRequest(TwoPersonAct.ExtendOwnUnit, world.Test.Justice.Id, "{}", "Gia hạn cho Sở Tư pháp", "Thiên tai", world["coordinator"].Id, since);
            request.Decide(agree: true, world["administrator"].Id, Now(world));
            db.Add(request);
            await db.SetUpAsync();
        }

        foreach (var person in new[] { "officer", "appraiser" })
        {
            var moved = await OfAsync(database, world, person, since);
            Assert.Equal(deadlines.Count, moved.Count);
            Assert.All(moved, change => Assert.Contains(": hạn bước ", change.Text, StringComparison.Ordinal));
        }

        Assert.Equal("Đã đồng ý đề nghị của anh/chị: Gia hạn cho Sở Tư pháp", Assert.Single(await OfAsync(database, world, "coordinator", since)).Text);
        Assert.Empty(await OfAsync(database, world, "auditor", since));
    }

    private static DateTime Now(ScorecardWorld world) => world.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Time goes by; what is done from now on is later than what is returned.</summary>
    private static DateTime Pass(ScorecardWorld world)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = Now(world);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return now;
    }

    private static async Task<IReadOnlyList<VisitChange>> OfAsync(TestDatabase database, ScorecardWorld world, string person, DateTime since)
    {
        await using var db = database.NewContext();
        return await new VisitReader(db, world.Clock).OfAsync(world[person], since);
    }
}
