using ParIndex.Domain.Staff;

namespace ParIndex.Application.Accounts;

/// <summary>Who is at work, as far as rules ask.</summary>
/// <param name="Id">The account.</param>
/// <param name="StaffCode">Its staff code, the actor in the audit log.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="UnitId">The unit the person works at, or <c>null</c>.</param>
public sealed record StaffActor(Guid Id, string StaffCode, StaffRoles Roles, Guid? UnitId)
{
    /// <summary>The person of an account as it is stored now; one that is switched off has no role.</summary>
    public static StaffActor Of(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(account.Id, account.StaffCode, account.IsActive ? account.Roles : StaffRoles.None, account.UnitId);
    }

    /// <summary>Whether the person has one of the roles.</summary>
    public bool Has(StaffRoles roles) => (Roles & roles) != StaffRoles.None;

    /// <summary>
    /// Whether the person may reset or hand over the account: an administrator any other, a coordinator those who
    /// score, head a unit and appraise, so that nobody gains a right by resetting a stronger account.
    /// </summary>
    public bool MayReset(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var isSimple = (account.Roles & ~(StaffRoles.UnitOfficer | StaffRoles.UnitHead | StaffRoles.Appraiser)) == StaffRoles.None;
        return account.Id != Id && account.IsActive && (Has(StaffRoles.Administrator) || (Has(StaffRoles.Coordinator) && isSimple));
    }
}
