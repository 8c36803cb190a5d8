using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards.Sheets;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>A scorecard as a workbook that its import page takes back without a difference.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(ScorecardAudience.WhoScored)]
public sealed class SheetFileModel(ScorecardDesk desk, ScorecardSheets sheets) : PageModel
{
    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await sheets.WriteAsync(desk.Actor, SheetTarget.Of(id), cancel) is { } file ? File(file.Content, SheetUpload.ContentType, file.Name) : NotFound();
}
