using ParIndex.Application.Scorecards;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Web.Pages.Workspace.Scorecards;

namespace ParIndex.Web.Setup;

/// <summary>Scorecards: reading, filling in.</summary>
internal static class ScorecardServices
{
    public static void AddScorecards(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ScorecardReader>();
        builder.Services.AddScoped<ScorecardDesk>();
        builder.Services.AddScoped<ScorecardList>();
        builder.Services.AddScoped<ScoreCells>();
        builder.Services.AddScoped<EarlierScores>();
        builder.Services.AddScoped<ScorecardSheets>();
        builder.Services.AddScoped<SheetUpload>();
    }
}
