using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>A criteria set as a workbook that the import page reads back without a difference.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}"), DeskPage<CriteriaSetDesk>(StaffRoles.Coordinator)]
public sealed class DownloadModel(CriteriaSetDesk desk) : PageModel
{
    public FileContentResult OnGet() =>
        File(CriteriaWorkbook.Write(desk.Set), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", CriteriaColumns.TableOf(desk.Set).Name + ".xlsx");
}
