using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Duties;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Scorecards;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>What is open under somebody's name inside the unit, and its handing over to a colleague in one act.</summary>
[Authorize(Roles = ScorecardAudience.OfUnit), DeskPage<HandoverDesk>(ScorecardAudience.Insiders)]
public sealed class OpenWorkModel(HandoverDesk desk, WorkHandover handover) : PageModel
{
    /// <summary>Whose work it is and who is at work.</summary>
    public HandoverDesk Desk => desk;

    /// <summary>Who takes it over.</summary>
    [BindProperty]
    public Guid? To { get; set; }

    /// <summary>What was shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Officers who can take it over.</summary>
    public IEnumerable<Application.Accounts.StaffAccount> Takers => desk.Colleagues.Where(person => person.Has(StaffRoles.UnitOfficer) && person.Id != desk.Work.Person.Id);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (To is not { } to)
        {
            return this.Wrong(nameof(To), "Chọn người nhận bàn giao.");
        }

        var person = desk.Work.Person;
        return await this.AnswerAsync(Url.To("/Workspace/OpenWork", new { account = person.Id }), async () =>
        {
            var handed = await handover.HandOverAsync(person.Id, to, Stamp ?? "", desk.Actor, cancel);
            return $"Đã bàn giao {handed.InWords} của {person.FullName} cho {desk.Colleagues.First(colleague => colleague.Id == to).FullName}.";
        });
    }
}
