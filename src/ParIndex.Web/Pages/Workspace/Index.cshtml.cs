using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Staff;
using ParIndex.Web.Pages.Shared;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Where staff arrive: what waits for them, and what they may do here.</summary>
public sealed class IndexModel(ReminderSending reminders, DigestVerification checks) : PageModel
{
    private const StaffRoles CheckReaders = StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Publisher | StaffRoles.Administrator | StaffRoles.Auditor;

    /// <summary>The parts of the workspace the person has a role for.</summary>
    public IReadOnlyList<StaffSection> Sections => [.. StaffSection.For(User)];

    /// <summary>The newest messages to the person.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    /// <summary>The last check of the stored releases, for those who answer for them.</summary>
    public DigestCheck? Check { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Messages = await reminders.OfAsync(User.AccountId(), cancel);
        Check = User.ToActor().Has(CheckReaders) ? await checks.LastAsync(cancel) : null;
    }
}
