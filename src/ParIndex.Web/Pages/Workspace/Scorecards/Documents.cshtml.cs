using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The documents that prove a scorecard, criterion by criterion, and the criteria that lack theirs.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.None)]
public sealed class DocumentsModel(ScorecardDesk desk) : PageModel
{
    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>Criteria that lack their proof, for the unit while it scores itself.</summary>
    public IEnumerable<SubmissionFinding> Missing => desk.Folder.Card.State == ScorecardState.SelfScoring && !desk.Folder.HidesEvidence
        ? SubmissionChecks.Of(desk.Folder).Where(finding => finding.Kind == SubmissionFindingKind.ProofMissing) : [];
}
