using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Surveys;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The survey points of a group as a workbook to fill in, which the import page reads back without a difference.</summary>
[Authorize(Roles = SurveyModel.SurveyReaders), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class SurveyTemplateModel(SurveyPoints points, RoundDesk desk) : PageModel
{
    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var lines = await points.LinesAsync(desk.Setup, desk.Group, desk.Actor, cancel);
        return File(SurveyWorkbook.Write(desk.Setup, desk.Group, lines), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"diem-dieu-tra-{desk.Setup.Round.Year}-{desk.Group.UnitGroup.Slug}.xlsx");
    }
}
