using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;
using static ParIndex.Domain.Scorecards.ScorecardState;

namespace ParIndex.Application.Tests.Scorecards;

public sealed class SeenStagesTests
{
    /// <summary>What those of the unit see of the appraisal: first, second.</summary>
    private static readonly (ScorecardState State, bool First, bool Second)[] OfTheUnit =
        [(SelfScoring, false, false), (FirstAppraisal, false, false), (ScorecardState.Explanation, true, false), (SecondAppraisal, true, false), (Agreed, true, true)];

    private static readonly string[] OwnReaders = ["officer", "coordinator of the unit", "council of the unit"];

    private static readonly string[] OtherReaders = ["appraiser", "coordinator", "council", "auditor"];

    [Fact]
    public async Task AnAppraisal_IsSeenByTheUnitWhenItHasEnded_ByOthersAlways_AndByWhomItDoesNotConcernNever()
    {
        foreach (var (state, first, second) in OfTheUnit)
        {
            await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
            var world = await ScorecardWorld.CreateAsync(database);
            await world.BringAsync(state);
            var folder = await world.ReadAsync();
            foreach (var person in ScorecardWorld.Everybody)
            {
                var seen = SeenStages.Of(world[person], folder);
                var (isOwn, isOther) = (OwnReaders.Contains(person), OtherReaders.Contains(person));

                Assert.Equal((person, isOwn || isOther, (isOwn && first) || isOther, (isOwn && second) || isOther), (person, seen.Has(ScoreStage.SelfScore), seen.Has(ScoreStage.FirstAppraisal), seen.Has(ScoreStage.SecondAppraisal)));
                Assert.Equal(seen.Has(ScoreStage.FirstAppraisal), seen.HasQuestions);
            }
        }
    }

    [Fact]
    public async Task FiguresSoFar_HoldNothingOfALaterStage()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(SecondAppraisal);
        var before = (await world.ReadAsync()).Standing(ScoreStage.FirstAppraisal);
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.1", new() { Points = 1.25m }, "appraiser");

        var folder = await world.ReadAsync();

        Assert.Equal(before.TotalScore, folder.Standing(ScoreStage.FirstAppraisal).TotalScore);
        Assert.NotEqual(before.TotalScore, folder.Standing(ScoreStage.SecondAppraisal).TotalScore);
        Assert.Equal((10m, 1.25m), (folder.Card.Scores.PointsOf(world.Test.Leaf("1.1"), ScoreStage.FirstAppraisal), folder.Card.Scores.PointsOf(world.Test.Leaf("1.1"))));
    }
}
