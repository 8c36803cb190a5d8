using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.NationalIndices;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Indices;

/// <summary>The figures beside the index as a workbook that the import page reads back without a difference.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}")]
public sealed class DownloadModel(NationalIndexRegister register) : PageModel
{
    /// <inheritdoc cref="PageModel" />
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancel) =>
        File(IndexWorkbook.Write(await register.WholeAsync(cancel)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "chi-so-ben-canh.xlsx");
}
