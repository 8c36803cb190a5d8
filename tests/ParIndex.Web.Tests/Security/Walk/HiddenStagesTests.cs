using System.Net;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;
using ParIndex.Testing;
using static ParIndex.Domain.Scorecards.ScoreStage;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>The whole walk through every state, and what a refused preview gives away.</summary>
public sealed class HiddenStagesTests : HiddenStagesWalk
{
    [Fact]
    public async Task NoAnswer_HoldsAHiddenCell()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await WalkAsync(database, everyState: true);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task RefusedPreview_IsTold_AndAnswersTheSameWhateverTheHiddenCellHolds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "10.0.0.1");
        var stages = await HiddenStages.MakeAsync(database);
        await stages.AppraiseAsync(app.Services);
        using var officer = await Visitor.ComeAsync(app, stages.World["officer"]);

        using var preview = await SendAsync(officer, stages, FirstAppraisal, "1.1", preview: true, accept: false);
        var right = await PostCellAsync(officer, stages, HiddenStages.FirstOf(FirstAppraisal));
        var wrong = await PostCellAsync(officer, stages, 3.21m);

        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("\"refused\"", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (right, wrong));
        // The preview is told like the two that were sent.
        Assert.Equal(3, (await Person.CountsAsync(database)).Where(told => told.Kind == CountedKind.RefusedRight && told.Actor == stages.World["officer"].StaffCode).Sum(told => told.Count));
    }
}
