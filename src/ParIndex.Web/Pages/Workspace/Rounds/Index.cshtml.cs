using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Staff;
namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>All rounds.</summary>
[Authorize(Roles = RoundAudience.OfRounds), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class IndexModel(RoundReader rounds, RoundDesk desk) : PageModel
{
    /// <summary>Who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The rounds the person reads.</summary>
    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) =>
        Rounds = [.. (await rounds.AllAsync(cancel)).Where(line => RoundRights.MayRead(desk.Actor.Roles, line.Round))];
}
