using Microsoft.AspNetCore.Identity;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Accounts;

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
        NormalizedUserName = NormalizeCode(staffCode);
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

    /// <summary>Code, name and post, folded; stored for searching in the database, and never read back.</summary>
    public string SearchText
    {
        get => VietnameseText.Fold(string.Join(' ', StaffCode, FullName, Post));
        private set { }
    }

    /// <summary>What the person may do.</summary>
    public StaffRoles Roles { get; set; }

    /// <summary>The unit the person works at; nobody appraises it, nor exempts, extends or unlocks it alone.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Who the person is now.</summary>
    public StaffFace Face => new(FullName, Post, Email, UnitId, Roles);

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

    /// <summary>The form in which staff codes are compared.</summary>
    public static string NormalizeCode(string staffCode)
    {
        ArgumentNullException.ThrowIfNull(staffCode);
        return VietnameseText.Normalize(staffCode).ToUpperInvariant();
    }

    /// <summary>Whether the person has the role.</summary>
    public bool Has(StaffRoles role) => (Roles & role) != StaffRoles.None;
}
