using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The council's report of each score that moved after it had been locked, and of what it did to index, rating and place.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class LaterEditsModel(CouncilEffects effects, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The edits, newest first.</summary>
    public IReadOnlyList<LaterEditEffect> Rows { get; private set; } = [];

    /// <summary>What they come to, by unit.</summary>
    public IReadOnlyList<LaterEditSum> Sums { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => (Rows, Sums) = await effects.LaterEditsAsync(desk.Setup, desk.Actor, cancel);
}
