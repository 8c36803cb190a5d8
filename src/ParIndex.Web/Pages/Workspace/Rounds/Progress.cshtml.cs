using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Who is how far: each unit's step, what is done of it, its deadline; what is most urgent stands first, and units are chosen here for one act on many.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class ProgressModel(RoundBoards boards, RoundDesk desk) : PageModel
{
    /// <summary>The word of the address for every unit shown.</summary>
    internal const string AllShown = "tat-ca";

    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Which units are shown, in which order.</summary>
    public ProgressView View { get; private set; } = new();

    /// <summary>Whether every unit shown is chosen.</summary>
    public bool AreChosen { get; private set; }

    /// <summary>Every unit.</summary>
    public IReadOnlyList<ProgressLine> All { get; private set; } = [];

    /// <summary>The units shown.</summary>
    public IReadOnlyList<ProgressLine> Lines { get; private set; } = [];

    /// <summary>What this person can do to many units now.</summary>
    public IReadOnlyList<BoardAct> Acts => desk.Setup.Round.State == RoundState.Open ? [.. Enum.GetValues<BoardAct>().Where(act => BoardWork.MayEver(desk.Actor, act))] : [];

    /// <summary>The units shown under headings, when they stand by urgency.</summary>
    public IEnumerable<(string? Heading, IReadOnlyList<ProgressLine> Lines)> Parts => !string.IsNullOrEmpty(View.Sort)
        ? [(null, Lines)]
        : Lines.GroupBy(line => line.Folder.Card.State == ScorecardState.Agreed ? "Đã thống nhất" : line.IsLate ? "Trễ hạn" : desk.Setup.Round.State == RoundState.Open ? "Trong hạn" : "Chưa thống nhất").Select(part => ((string?)part.Key, (IReadOnlyList<ProgressLine>)[.. part]));

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(ProgressView view, [FromQuery(Name = "chon")] string? chosen, CancellationToken cancel)
    {
        (View, AreChosen) = (view, chosen == AllShown);
        All = await boards.ProgressAsync(desk.Setup, cancel);
        Lines = View.Of(All);
    }

    /// <summary>Whether somebody scores for the unit.</summary>
    public bool HasOfficer(ProgressLine line) => desk.Setup.Staff.Values.Any(account => account.IsActive && account.Has(StaffRoles.UnitOfficer) && account.UnitId == line.Folder.Unit.Unit.Id);
}
