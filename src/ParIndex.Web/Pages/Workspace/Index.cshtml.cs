using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Duties;
using ParIndex.Application.Releases;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Where staff arrive: what waits for them, by when, with the button that does it.</summary>
public sealed class IndexModel(DutyList duties, VisitReader changes, ReminderSending reminders, DigestVerification checks, CurrentStaff staff, TimeProvider clock) : PageModel
{
    /// <summary>Most scorecards or requests of one duty that are listed here.</summary>
    public const int MostParts = 12;

    /// <summary>Most changes that are listed before the rest is unfolded.</summary>
    public const int MostChanges = 8;

    private const StaffRoles CheckReaders = StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Publisher | StaffRoles.Administrator | StaffRoles.Auditor;

    private static readonly string[] Weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

    /// <summary>What waits for the person, most urgent first.</summary>
    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>When the person was last here before this session, UTC; <c>null</c> on the first visit.</summary>
    public DateTime? Since { get; private set; }

    /// <summary>What others did to the person's work since then, newest first.</summary>
    public IReadOnlyList<VisitChange> Changes { get; private set; } = [];

    /// <summary>The newest messages to the person.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    /// <summary>The last check of the stored releases, for those who answer for them.</summary>
    public DigestCheck? Check { get; private set; }

    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>The day in words: “Thứ Hai, ngày 12/1/2026”.</summary>
    public string Today => $"{Weekdays[(int)DateWriter.VietnameseDay(Now).DayOfWeek]}, ngày {DateWriter.Vietnamese(DateWriter.VietnameseDay(Now))}";

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await staff.OfAsync(User, cancel) is not { } person)
        {
            return Forbid();
        }

        Duties = await duties.OfAsync(person, cancel);
        Since = HttpContext.VisitedBefore()?.UtcDateTime;
        Changes = Since is { } since ? await changes.OfAsync(person, since, cancel) : [];
        Messages = await reminders.OfAsync(person.Id, cancel);
        Check = person.Has(CheckReaders) ? await checks.LastAsync(cancel) : null;
        return Page();
    }
}
