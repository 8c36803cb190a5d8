using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>Requests for explanation with reasons, answered one by one, by the right people and in time.</summary>
public sealed class ExplanationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Question_IsAnsweredByTheUnit_AndOnlyThenTheStepEnds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await AskAsync(database, world, "appraiser", "1.1", "Vì sao đạt 100%?");
        await AskAsync(database, world, "appraiser", "1.1", "Vì sao đạt 100% khi còn 02 nhiệm vụ quá hạn?");
        await world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.EndExplanation, "officer"));
        Assert.Contains("01 yêu cầu chưa trả lời (1.1)", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.EndExplanation, "coordinator"));

        await AnswerAsync(database, world, "officer", "1.1", "Hai nhiệm vụ được gia hạn.", keeps: true);
        await world.MoveAsync(ScorecardAct.EndExplanation, "officer");

        var known = Assert.Single((await world.ReadAsync()).Explanations);
        Assert.Equal(("Vì sao đạt 100% khi còn 02 nhiệm vụ quá hạn?", "Hai nhiệm vụ được gia hạn.", true), (known.Reason, known.Answer, known.KeepsSelfScore));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deadline_BindsTheUnit_AndLetsTheCoordinatorGoOn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await AskAsync(database, world, "appraiser", "1.1", "Vì sao?");
        await world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser");
        world.Clock.Advance(TimeSpan.FromDays(17));

        await Assert.ThrowsAsync<RefusedException>(() => AnswerAsync(database, world, "officer", "1.1", "Muộn", keeps: true));
        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.EndExplanation, "officer"));
        await world.MoveAsync(ScorecardAct.EndExplanation, "coordinator", reason: "Đơn vị không giải trình trong hạn");

        Assert.Equal(ScorecardState.SecondAppraisal, (await world.ReadAsync()).Card.State);
    }

    /// <summary>What the unit was asked to explain says why, to the one who types as to the page: edits are read with the questions.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_BelowTheSelfScore_LacksNoReason_OnceTheUnitIsAsked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        Assert.True(await LacksAfterAsync("10"));

        await AskAsync(database, world, "appraiser", "1.1", "Vì sao đạt 100%?");

        Assert.False(await LacksAfterAsync("9"));

        async Task<bool> LacksAfterAsync(string points)
        {
            var cell = (await world.ReadAsync()).Card.Cell(ScoreStage.FirstAppraisal, world.Test.Leaf("1.1").Id)!;
            await using var db = database.NewContext();
            var edit = new CellEdit(Guid.NewGuid(), "1.1", ScoreStage.FirstAppraisal, cell.Version, new() { Points = points });
            var answer = (await new ScoreEntry(db, new ScorecardReader(db), world.Clock).SaveAsync(world["appraiser"], cell.ScorecardId, [edit]))!;
            Assert.Equal(CellResult.Saved, Assert.Single(answer.Outcomes).Result);
            return ScorecardDemands.LacksReason(answer.Folder.Card.Scores, answer.Explanations, world.Test.Leaf("1.1"), ScoreStage.FirstAppraisal);
        }
    }

    [Fact]
    public async Task Unasked_OnlyWhatWasAppraisedDifferently()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.WriteAsync(ScoreStage.FirstAppraisal, "1.2", new CellAnswer { Points = 18 }, "appraiser");
        await world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser");

        await Assert.ThrowsAsync<RefusedException>(() => AnswerAsync(database, world, "officer", "1.2", "Không có gì", keeps: true));
        await AnswerAsync(database, world, "officer", "1.1", "Có tài liệu bổ sung", keeps: true);

        Assert.Null(Assert.Single((await world.ReadAsync()).Explanations).RequestedBy);
    }

    [Theory]
    [InlineData("officer")]
    [InlineData("officer elsewhere")]
    [InlineData("appraiser without assignment")]
    [InlineData("appraiser of the unit")]
    [InlineData("coordinator")]
    [InlineData("coordinator of the unit")]
    [InlineData("council")]
    [InlineData("publisher")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    public async Task Asking_IsTheAssignedAppraisers(string person)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);

        await Assert.ThrowsAsync<RefusedException>(() => AskAsync(database, world, person, "1.1", "Vì sao?"));
    }

    [Fact]
    public async Task Answering_IsTheUnitsOfficers_AndNobodyElses()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);

        foreach (var person in ScorecardWorld.Everybody.Where(person => person != "officer"))
        {
            await Assert.ThrowsAsync<RefusedException>(() => AnswerAsync(database, world, person, "1.1", "Thay đơn vị", keeps: true));
        }

        Assert.Empty((await world.ReadAsync()).Explanations);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_OnOneLeaf_MeetAndTheSecondIsTold(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            try
            {
                await AskAsync(database, world, "appraiser", "1.1", $"Câu hỏi {number}", version: null, useVersion: true);
                return true;
            }
            catch (RefusedException)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, asked => asked);
        Assert.Single((await world.ReadAsync()).Explanations);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Question_RacingTheEndOfTheAppraisal_IsEitherAskedBeforeOrRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        var version = (await world.ReadAsync()).Card.Version;

        var asking = world.Test.Set.Leaves.Where(leaf => leaf.Code[0] != '8').Select(leaf => Task.Run(async () =>
        {
            try
            {
                await AskAsync(database, world, "appraiser", leaf.Code, "Vì sao?", version: null, useVersion: true, TimeProvider.System);
                return (leaf.Id, Asked: true);
            }
            catch (RefusedException)
            {
                return (leaf.Id, Asked: false);
            }
        })).ToList();
        var ending = Task.Run(async () =>
        {
            await using var db = database.NewContext();
            await new ScorecardWorkflow(db, new ScorecardReader(db), TimeProvider.System).MoveAsync(await world.IdAsync(world.Test.Justice), ScorecardAct.EndFirstAppraisal, version, reason: null, world["appraiser"]);
        });
        var outcomes = await Task.WhenAll(asking);
        await ending;

        var folder = await world.ReadAsync();
        var ended = folder.Card.Moves.Single(move => move.Act == ScorecardAct.EndFirstAppraisal).At;
        Assert.Equal(outcomes.Where(outcome => outcome.Asked).Select(outcome => outcome.Id).Order(), folder.Explanations.Select(known => known.CriterionId).Order());
        Assert.All(folder.Explanations, known => Assert.True(known.RequestedAt <= ended));
    }

    private static async Task AskAsync(TestDatabase database, ScorecardWorld world, string person, string code, string reason, Guid? version = null, bool useVersion = false, TimeProvider? clock = null)
    {
        var shown = await world.ReadAsync();
        var leaf = world.Test.Leaf(code);
        await using var db = database.NewContext();
        await new ExplanationExchange(db, new ScorecardReader(db), clock ?? world.Clock).AskAsync(shown.Card.Id, leaf.Id, useVersion ? version : shown.ExplanationOf(leaf)?.Version, reason, world[person]);
    }

    private static async Task AnswerAsync(TestDatabase database, ScorecardWorld world, string person, string code, string answer, bool keeps)
    {
        var shown = await world.ReadAsync();
        var leaf = world.Test.Leaf(code);
        await using var db = database.NewContext();
        await new ExplanationExchange(db, new ScorecardReader(db), world.Clock).AnswerAsync(shown.Card.Id, leaf.Id, shown.ExplanationOf(leaf)?.Version, answer, keeps, world[person]);
    }
}
