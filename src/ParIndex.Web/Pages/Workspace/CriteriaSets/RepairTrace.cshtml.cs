using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Repairs;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>What of a set was repaired after scoring had opened, and what is asked for, with what it would do now.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.CouncilMember)},{nameof(StaffRoles.Auditor)}"), DeskPage<CriteriaSetDesk>(StaffRoles.None)]
public sealed class RepairTraceModel(SetRepairing repairing, CriteriaSetDesk desk) : PageModel
{
    /// <summary>The set.</summary>
    public CriteriaSet Set => desk.Set;

    /// <summary>Why the set cannot be repaired now, or <c>null</c>.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>The request that waits for the second person, or <c>null</c>.</summary>
    public TwoPersonRequest? Asked { get; private set; }

    /// <summary>What it would do now; <c>null</c> where it would no longer hold.</summary>
    public RepairEffect? Effect { get; private set; }

    /// <summary>Why what is asked for would no longer hold, or <c>null</c>.</summary>
    public string? WhyNotAsked { get; private set; }

    /// <summary>Whether the person may ask for a repair.</summary>
    public bool MayAsk => desk.Actor.Has(StaffRoles.Coordinator) && WhyNot is null && Asked is null;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        WhyNot = await repairing.WhyNotAsync(Set, cancel);
        if (await repairing.PendingAsync(Set.Id, cancel) is not { } pending)
        {
            return;
        }

        Asked = pending.Request;
        try
        {
            Effect = await repairing.EffectAsync(Set.Id, pending.Payload, pending.Request.Reason, desk.Actor, cancel);
        }
        catch (RefusedException refused)
        {
            WhyNotAsked = refused.Message;
        }
    }
}
