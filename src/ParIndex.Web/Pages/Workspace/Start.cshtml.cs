using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Duties;
using ParIndex.Domain.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>From an empty database to the first round: what is done, what is next, and whose it is.</summary>
[Authorize(Roles = nameof(StaffRoles.Administrator) + "," + nameof(StaffRoles.Coordinator))]
public sealed class StartModel(FirstDay steps) : PageModel
{
    /// <summary>Every step in order; empty when the first day is over.</summary>
    public IReadOnlyList<FirstStep> Steps { get; private set; } = [];

    /// <summary>The first step that is not done.</summary>
    public FirstStep? Next => Steps.FirstOrDefault(step => !step.IsDone);

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Steps = await steps.ReadAsync(cancel);

    /// <summary>Whether the step is one that this person does.</summary>
    public bool Mine(FirstStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return User.ToActor().Has(step.By);
    }
}
