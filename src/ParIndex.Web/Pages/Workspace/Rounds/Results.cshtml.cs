using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The results of a round before they are published: the tables with their digest, the checks, who approved, what comes next.</summary>
[Authorize(Roles = RoundAudience.OfResults), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class ResultsModel(RoundResults results, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The results as they stand.</summary>
    public ResultsDraft Draft { get; private set; } = null!;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Draft = (await results.ShownAsync(desk.Setup, cancel)).SeenBy(desk.Actor);
}
