using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Remarks;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Remarks;

/// <summary>What the public says of published figures: what waits first.</summary>
[Authorize(Roles = Readers)]
public sealed class IndexModel(RemarkRegister remarks) : PageModel
{
    /// <summary>Who reads remarks.</summary>
    internal const string Readers = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.CouncilMember)},{nameof(StaffRoles.Auditor)}";

    /// <summary>The state, by its name; all by default.</summary>
    [BindProperty(SupportsGet = true, Name = "tinh-trang")]
    public string? StateName { get; set; }

    /// <summary>The same; <c>null</c> for all and for a word that is none.</summary>
    public RemarkState? State => Enum.TryParse<RemarkState>(StateName, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>How many there are in each state.</summary>
    public IReadOnlyDictionary<RemarkState, int> Counts { get; private set; } = new Dictionary<RemarkState, int>();

    /// <summary>The remarks.</summary>
    public IReadOnlyList<RemarkRow> Rows { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = await remarks.CountsAsync(cancel);
        Rows = await remarks.ListAsync(State, cancel);
    }
}
