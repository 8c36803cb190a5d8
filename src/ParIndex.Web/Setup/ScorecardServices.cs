using Microsoft.Extensions.Options;
using ParIndex.Application.Evidence;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Application.Surveys;
using ParIndex.Web.Pages.Workspace.Scorecards;
using ParIndex.Web.Security;

namespace ParIndex.Web.Setup;

/// <summary>The use cases of scorecards from submission to agreement, and of surveys.</summary>
internal static class ScorecardServices
{
    public static void AddScorecardMoves(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ScorecardReader>();
        builder.Services.AddScoped<ScorecardDesk>();
        builder.Services.AddScoped<ScorecardMoves>();
        builder.Services.AddScoped<UnlockRequests>();
        builder.Services.AddScoped<Explanations>();
        builder.Services.AddScoped<LaterEdits>();
        builder.Services.AddScoped<SurveyPoints>();
        builder.Services.AddScoped<StoredFiles>();
        builder.Services.AddSingleton(services => new FileFolder(PrivateFolder.Open(Path.Combine(services.GetRequiredService<IOptions<ServerOptions>>().Value.DataPath(builder.Environment), "files")).FullName));
        foreach (var act in new[] { TwoPersonAct.UnlockOwnUnit, TwoPersonAct.ExemptAfterOpening })
        {
            builder.Services.AddSingleton(services => new TwoPersonHandler(act, RoundRights.SecondPersons, (db, request, cancel) => UnlockRequests.CarryOutAsync(db, services.GetRequiredService<TimeProvider>(), request, cancel)));
        }
    }
}
