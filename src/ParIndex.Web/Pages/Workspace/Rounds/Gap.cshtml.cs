using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>How far self-scores and appraisal lie apart, by unit and by criterion.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class GapModel(RoundBoards boards, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>By unit, the widest gap first.</summary>
    public IReadOnlyList<UnitGap> Units { get; private set; } = [];

    /// <summary>By leaf, in the order of the set.</summary>
    public IReadOnlyList<LeafGap> Leaves { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (units, leaves) = await boards.GapAsync(desk.Setup, desk.Actor, cancel);
        (Units, Leaves) = ([.. units.OrderByDescending(unit => Math.Abs(unit.Gap))], leaves);
    }

    /// <summary>A difference with its sign: “+1,50”.</summary>
    public static string Signed(decimal gap) => (gap > 0 ? "+" : "") + NumberWriter.VietnameseSigned(gap);
}
