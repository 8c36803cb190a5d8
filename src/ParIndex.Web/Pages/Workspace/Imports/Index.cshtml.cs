using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Imports;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>What can be taken in, and what waits for a decision.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor))]
public sealed class IndexModel(ImportDraftStore drafts) : PageModel
{
    /// <summary>Files read and not yet decided about.</summary>
    public IReadOnlyList<ImportDraftHead> Waiting { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Waiting = await drafts.WaitingAsync(cancel);
}
