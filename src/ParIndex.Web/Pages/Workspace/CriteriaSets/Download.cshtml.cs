using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Staff;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>A criteria set as a workbook that the import page reads back without a difference.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}")]
public sealed class DownloadModel(CriteriaSetRegister register) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await register.FindAsync(id, cancel) is not { } set)
        {
            return NotFound();
        }

        var name = CriteriaColumns.TableOf(set).Name;
        return File(CriteriaWorkbook.Write(set), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
    }
}
