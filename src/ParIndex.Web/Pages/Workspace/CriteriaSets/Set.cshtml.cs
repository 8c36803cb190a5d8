using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>One criteria set: its tree with sums at every level and what is still wrong.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}"), DeskPage<CriteriaSetDesk>(StaffRoles.Coordinator)]
public sealed class SetModel(CriteriaSetDesk desk) : PageModel
{
    /// <summary>The set.</summary>
    public CriteriaSet Set => desk.Set;

    /// <summary>Whether the person may change it now.</summary>
    public bool MayChange => User.IsInRole(nameof(StaffRoles.Coordinator)) && Set.LockedAt is null;

    /// <summary>What is still wrong.</summary>
    public IReadOnlyList<CriteriaProblem> Problems => Set.Problems();
}
