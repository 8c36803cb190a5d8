using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Council;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The draft of the minutes of a meeting, to be printed and signed.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class MinutesModel(CouncilBoard board, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The meeting, as the address names it; without one the newest.</summary>
    [FromQuery(Name = "phien")]
    public Guid? Meeting { get; set; }

    /// <summary>The minutes; <c>null</c> where there is no such meeting, or not for this reader now.</summary>
    public CouncilMinutes? Minutes { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var view = await board.OfAsync(desk.Setup, desk.Actor, cancel);
        var meeting = !ModelState.IsValid ? null : Meeting is { } id ? view.Meeting(id) : view.Meetings.FirstOrDefault();
        Minutes = meeting is null || view.Hidden.Contains(meeting.Id) ? null : CouncilMinutes.Of(view, meeting);
    }
}
