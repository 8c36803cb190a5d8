using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>Which changes of accounts two people make. Taking rights away and switching off one person may do alone.</summary>
public static class SensitiveActs
{
    /// <summary>The roles that two people give, and whose accounts two people reset.</summary>
    public const StaffRoles Roles = RoleWords.WithSecondFactor;

    private const string OfAccount = "tài khoản có vai trò do hai người cấp";

    /// <summary>Why resetting, handing over or switching on this account takes two people, or <c>null</c>.</summary>
    public static string? OfAccess(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Has(Roles) ? $"Là {OfAccount}: {RoleWords.Text(account.Roles & Roles)}." : null;
    }

    /// <summary>Why making this account takes two people, or <c>null</c>.</summary>
    /// <param name="entry">What is entered.</param>
    /// <param name="twins">Accounts that seem to be the same person's.</param>
    public static string? OfEntry(StaffEntry entry, IReadOnlyList<StaffAccount> twins)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(twins);
        return (entry.Roles & Roles) != StaffRoles.None ? $"Cấp vai trò do hai người cấp: {RoleWords.Text(entry.Roles & Roles)}." : OfTwins(twins);
    }

    /// <summary>
    /// Whether what two people give would come to an account whose password rests on a code that one person had whole:
    /// then a new code goes with it, of which each of the two hands over one half.
    /// </summary>
    /// <param name="account">As it is.</param>
    /// <param name="entry">As it is to be.</param>
    /// <param name="history">What happened to it.</param>
    /// <param name="now">Instant, UTC.</param>
    public static bool TakesNewCode(StaffAccount account, StaffEntry entry, StaffHistory history, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(history);
        return (entry.Roles & ~account.Roles & Roles) != StaffRoles.None && history.AloneWithCode(account.Id, now, now).Any();
    }

    /// <summary>Why this change of an account takes two people, or <c>null</c>.</summary>
    /// <param name="account">As it is.</param>
    /// <param name="entry">As it is to be.</param>
    /// <param name="twins">Accounts that would newly seem to be the same person's.</param>
    public static string? OfEdit(StaffAccount account, StaffEntry entry, IReadOnlyList<StaffAccount> twins)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(twins);
        var given = entry.Roles & ~account.Roles & Roles;
        return given != StaffRoles.None ? $"Cấp vai trò do hai người cấp: {RoleWords.Text(given)}."
            : entry.UnitId != account.UnitId ? "Chuyển người sang đơn vị khác do hai người thực hiện."
            : account.Has(Roles) && !NameIdentity.Same(account.FullName, entry.FullName) ? $"Đổi họ tên của {OfAccount}."
            : account.Has(Roles) && StaffHistory.MailKey(account.Email) != StaffHistory.MailKey(entry.Email) ? $"Đổi thư điện tử của {OfAccount}."
            : OfTwins(twins);
    }

    private static string? OfTwins(IReadOnlyList<StaffAccount> twins) =>
        twins.Count == 0 ? null : $"Có thể là người đã có tài khoản {string.Join(", ", twins.Select(twin => twin.StaffCode))}; người thứ hai xác nhận là người khác.";
}
