using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Staff;
namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The items on which opinions differ, both arguments side by side: what the council sees.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class OpinionsModel(RoundBoards boards, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The items, by unit.</summary>
    public IReadOnlyList<DifferingOpinion> Items { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Items = await boards.OpinionsAsync(desk.Setup, desk.Actor, cancel);
}
