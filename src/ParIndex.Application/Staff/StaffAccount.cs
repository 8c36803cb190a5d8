using Microsoft.AspNetCore.Identity;

namespace ParIndex.Application.Staff;

/// <summary>What a person may do; several at once are possible, one account a person.</summary>
[Flags]
public enum StaffRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Scores the own unit.</summary>
    UnitOfficer = 1,

    /// <summary>Appraises what is assigned.</summary>
    Appraiser = 2,

    /// <summary>Sets up and follows rounds; Sở Nội vụ.</summary>
    Coordinator = 4,

    /// <summary>Sees differing opinions and approves.</summary>
    CouncilMember = 8,

    /// <summary>Publishes, as the second of two people.</summary>
    Publisher = 16,

    /// <summary>Accounts, settings, keys, backup, audit log; sees no draft score.</summary>
    Administrator = 32,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor = 64,
}

/// <summary>
/// The account of one person. The user name is the staff code, unique and permanent; people appear in public by body
/// and post, never by name.
/// </summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    /// <param name="staffCode">Staff code, unique.</param>
    /// <param name="fullName">Full name, for colleagues only.</param>
    /// <param name="roles">What the person may do.</param>
    /// <param name="unitId">The unit the person works at, or <c>null</c>.</param>
    public StaffAccount(string staffCode, string fullName, StaffRoles roles, Guid? unitId)
        : base(staffCode)
    {
        Id = Guid.CreateVersion7();
        NormalizedUserName = StaffRegister.NormalizeCode(staffCode);
        FullName = fullName;
        Roles = roles;
        UnitId = unitId;
        LockoutEnabled = true;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    private StaffAccount()
    {
    }

    /// <summary>Staff code, which is the user name.</summary>
    public string StaffCode => UserName!;

    /// <summary>Full name, for colleagues only.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Post, as it may appear in public beside the body: “Trưởng phòng Cải cách hành chính”.</summary>
    public string? Post { get; set; }

    /// <summary>What the person may do.</summary>
    public StaffRoles Roles { get; set; }

    /// <summary>The unit the person works at; nobody appraises it, nor exempts, extends or unlocks it alone.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Whether the account may sign in.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether the next sign-in must choose a new password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The last time step of a second factor that was accepted, so that none is accepted twice.</summary>
    public long? LastTotpStep { get; set; }

    /// <summary>Hash of the one-time code that starts an account or resets its password; <c>null</c> when none is out.</summary>
    public string? OneTimeCodeHash { get; set; }

    /// <summary>Instant from which the one-time code is refused, UTC.</summary>
    public DateTime? OneTimeCodeExpiresAt { get; set; }

    /// <summary>Whether the person has, or must set up, a second factor.</summary>
    public bool NeedsSecondFactor => TwoFactorEnabled || Has(RoleWords.WithSecondFactor);

    /// <summary>Ends every running session of the person.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    /// <summary>Gives the account a one-time code in place of its password, and ends its sessions.</summary>
    /// <param name="now">Instant, UTC.</param>
    /// <returns>The code, which is kept nowhere.</returns>
    public string IssueCode(DateTime now)
    {
        var code = OneTimeCode.New();
        TakeCode(OneTimeCode.Hash(code), now);
        return code;
    }

    /// <summary>Puts the one-time code of a hash in the place of the password, and ends the person's sessions.</summary>
    /// <param name="hash">Of a code, or of its two halves.</param>
    /// <param name="now">Instant, UTC.</param>
    internal void TakeCode(string hash, DateTime now)
    {
        (OneTimeCodeHash, OneTimeCodeExpiresAt) = (hash, now + OneTimeCode.Lifetime);
        (PasswordHash, MustChangePassword) = (null, true);
        (AccessFailedCount, LockoutEnd) = (0, null);
        EndSessions();
    }

    /// <summary>Whether the person has the role.</summary>
    public bool Has(StaffRoles role) => (Roles & role) != StaffRoles.None;
}
