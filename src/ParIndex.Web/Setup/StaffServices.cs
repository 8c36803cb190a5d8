using ParIndex.Application.Archives;
using ParIndex.Application.Duties;
using ParIndex.Application.Repairs;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Pages.Workspace;

namespace ParIndex.Web.Setup;

/// <summary>The people: their register and history, the audit log, and what none of them does alone.</summary>
internal static class StaffServices
{
    /// <summary>Every act that takes two people: who can be the second, how it is carried out, what the second is shown.</summary>
    private static IEnumerable<TwoPersonHandler> Handlers =>
    [
        new(TwoPersonAct.RecoverSecondFactor, StaffRoles.Coordinator | StaffRoles.Administrator, TwoPersonDecisions.RecoverAsync),
        .. StaffRequests.Acts.Select(act => new TwoPersonHandler(act, StaffRequests.SecondPersons, StaffRequests.CarryOutAsync) { Describe = StaffRequests.DescribeAsync }),
        new(TwoPersonAct.RepairSet, RoundRights.SecondPersons, SetRepairing.CarryOutAsync) { Describe = SetRepairing.DescribeAsync },
        new(TwoPersonAct.PublishArchive, ArchiveProposals.Deciders, ArchiveProposals.CarryOutAsync) { Describe = ArchiveProposals.DescribeAsync },
        .. new[] { TwoPersonAct.CancelRound, TwoPersonAct.RestoreRound }
            .Select(act => new TwoPersonHandler(act, RoundRights.SecondPersons, RoundCancellation.CarryOutAsync) { Describe = RoundCancellation.DescribeAsync }),
        new(TwoPersonAct.AmendRound, RoundRights.SecondPersons, RoundAmending.CarryOutAsync) { Describe = RoundCancellation.DescribeAsync },
        .. new[] { TwoPersonAct.ExemptOwnUnit, TwoPersonAct.ExtendOwnUnit, TwoPersonAct.MarkOwnUnit }
            .Select(act => new TwoPersonHandler(act, RoundRights.SecondPersons, OwnUnitRequests.CarryOutAsync) { Describe = OwnUnitRequests.DescribeAsync }),
        .. new[] { TwoPersonAct.UnlockOwnUnit, TwoPersonAct.ExemptAfterOpening }
            .Select(act => new TwoPersonHandler(act, RoundRights.SecondPersons, UnlockRequests.CarryOutAsync) { Describe = UnlockRequests.DescribeAsync }),
    ];

    public static void AddStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<StaffRegister>();
        builder.Services.AddScoped<StaffImport>();
        builder.Services.AddScoped<StaffRecord>();
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddScoped<TwoPersonDecisions>();
        builder.Services.AddScoped<DutyList>();
        builder.Services.AddScoped<VisitReader>();
        builder.Services.AddScoped<WorkHandover>();
        builder.Services.AddScoped<HandoverDesk>();
        builder.Services.AddScoped<FirstDay>();
        foreach (var handler in Handlers)
        {
            builder.Services.AddSingleton(handler);
        }
    }
}
