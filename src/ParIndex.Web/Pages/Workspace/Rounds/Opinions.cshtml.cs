using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Council;
using ParIndex.Application.Releases;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The items on which opinions differ, both arguments side by side, with what is at stake: what the council sees.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class OpinionsModel(CouncilEffects effects, CouncilBoard board, RoundDesk desk) : PageModel
{
    /// <summary>The word of the address that puts first what would change a rating or a place.</summary>
    public const string ByEffectWord = "anh-huong";

    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>How the items are sorted, as the address has it.</summary>
    [FromQuery(Name = "sap-xep")]
    public string? Sort { get; set; }

    /// <summary>Whether by what they would change.</summary>
    public bool ByEffect => Sort == ByEffectWord;

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<WeighedOpinion> Items { get; private set; } = [];

    /// <summary>What the council was asked and decided.</summary>
    public CouncilView Council { get; private set; } = null!;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Items = await effects.OpinionsAsync(desk.Setup, desk.Actor, ByEffect, cancel);
        Council = await board.OfAsync(desk.Setup, desk.Actor, cancel);
    }
}
