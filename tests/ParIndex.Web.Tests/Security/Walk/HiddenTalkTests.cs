using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>What people of a unit say to one another leaves it in no answer.</summary>
public sealed class HiddenTalkTests : HiddenStagesWalk
{
    [Fact]
    public async Task NoAnswer_HoldsWhatAUnitSaysInside()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "10.0.0.1");
        var stages = await HiddenStages.MakeAsync(database);
        var routes = (await RoutingTable.OfAsync(app)).Where(route => route.IsOfStaff).ToList();
        var (found, seen) = (new List<string>(), new List<string>());

        // The walk finds what may be seen: else its marks would prove nothing.
        using (var officer = await Visitor.ComeAsync(app, stages.World["officer"]))
        {
            await VisitAsync(officer, "officer", stages, routes, HiddenStages.Inner, seen, onlyRead: true);
        }

        Assert.Contains(seen, line => line.Contains("ben-canh", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.Contains("trong-don-vi", StringComparison.Ordinal));
        await stages.AppraiseAsync(app.Services);
        foreach (var person in ScorecardWorld.Everybody.Except(["officer"]).Append("nobody"))
        {
            using var visitor = await Visitor.ComeAsync(app, person == "nobody" ? null : stages.World[person]);
            await VisitAsync(visitor, person, stages, routes, HiddenStages.Inner, found, onlyRead: person != "appraiser");
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
