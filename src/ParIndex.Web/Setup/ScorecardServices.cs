using ParIndex.Application.Scorecards;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Application.Surveys;
using ParIndex.Web.Pages.Workspace.Scorecards;

namespace ParIndex.Web.Setup;

/// <summary>Scorecards: reading, filling in, their way from submission to agreement, surveys.</summary>
internal static class ScorecardServices
{
    public static void AddScorecards(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ScorecardReader>();
        builder.Services.AddScoped<ScorecardDesk>();
        builder.Services.AddScoped<ScorecardList>();
        builder.Services.AddScoped<InsideDesk>();
        builder.Services.AddScoped<UnitWork>();
        builder.Services.AddScoped<InnerTalk>();
        builder.Services.AddScoped<ScoreEntry>();
        builder.Services.AddScoped<EarlierScores>();
        builder.Services.AddScoped<LeafReader>();
        builder.Services.AddScoped<MatrixReader>();
        builder.Services.AddScoped<MatrixAcceptance>();
        builder.Services.AddScoped<MatrixDesk>();
        builder.Services.AddScoped<ScorecardSheets>();
        builder.Services.AddScoped<SheetUpload>();
        builder.Services.AddScoped<ScorecardWorkflow>();
        builder.Services.AddScoped<SubmissionRecords>();
        builder.Services.AddScoped<BoardWork>();
        builder.Services.AddScoped<UnlockRequests>();
        builder.Services.AddScoped<ExplanationExchange>();
        builder.Services.AddScoped<LaterEditReport>();
        builder.Services.AddScoped<SurveyPoints>();
        builder.Services.AddScoped<SurveyImport>();
    }
}
