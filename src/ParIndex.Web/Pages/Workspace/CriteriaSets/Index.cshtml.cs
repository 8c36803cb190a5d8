using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The criteria sets of all years and groups.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}")]
public sealed class IndexModel(CriteriaSetRegister register) : PageModel
{
    /// <summary>The sets, newest year first.</summary>
    public IReadOnlyList<CriteriaSet> Sets { get; private set; } = [];

    /// <summary>Whether the person may change them.</summary>
    public bool MayChange => User.IsInRole(nameof(StaffRoles.Coordinator));

    public async Task OnGetAsync(CancellationToken cancel) => Sets = await register.AllAsync(cancel);
}
