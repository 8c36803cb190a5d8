using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;
using ParIndex.Web.Pages.Workspace.Scorecards;

namespace ParIndex.Web.Tests.Pages.Workspace.Scorecards;

public sealed class SheetStatusTests
{
    [Fact]
    public async Task Sums_LeaveBonusOutOfAFieldOfTheScale_AndTakePenaltiesOff_AsThePublicPageDoes()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) =>
        {
            round.Set.Add("2.3", "Sáng kiến", 2, Component.Bonus, round.Set.Criteria.Single(node => node.Code == "2"));
            var outside = round.Set.Add("9", "Ngoài thang điểm", 2, Component.Penalty);
            round.Set.Add("9.1", "Vi phạm kỷ luật hành chính", 2, Component.Penalty, outside);
        });
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "2.3", new CellAnswer { Points = 1.5m }, "officer");
        await world.WriteAsync(ScoreStage.SelfScore, "9.1", new CellAnswer { Points = 2 }, "officer");

        var status = SheetStatus.For(await world.ReadAsync(), world["officer"]);

        Assert.Equal(("40,00", "30,00", "−2,00"), (status.Sums["1"], status.Sums["2"], status.Sums["9"]));
        Assert.False(status.Sums.ContainsKey("8"));
    }
}
