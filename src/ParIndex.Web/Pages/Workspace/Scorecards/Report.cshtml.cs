using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The report on the unit's own scores in the form it is printed, signed and sent.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.None)]
public sealed class ReportModel(ScorecardDesk desk) : PageModel
{
    /// <summary>The scorecard.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>Totals, scale and index of the unit's own scores.</summary>
    public IndexResult Standing => desk.Folder.Standing(ScoreStage.SelfScore);

    /// <summary>What the unit reports.</summary>
    public SelfReport Report => new(desk.Folder);
}
