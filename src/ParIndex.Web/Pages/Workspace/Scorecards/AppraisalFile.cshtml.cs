using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The work of an appraiser in a group as a workbook that its import page takes back without a difference.</summary>
[Authorize(Roles = nameof(StaffRoles.Appraiser)), DeskPage<ScorecardDesk>(StaffRoles.Appraiser)]
public sealed class AppraisalFileModel(ScorecardDesk desk, ScorecardSheets sheets) : PageModel
{
    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(Guid round, string group, CancellationToken cancel) =>
        await sheets.WriteAsync(desk.Actor, SheetTarget.Of(round, group), cancel) is { } file ? File(file.Content, SheetUpload.ContentType, file.Name) : NotFound();
}
