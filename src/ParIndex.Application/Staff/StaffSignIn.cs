using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Staff;

/// <summary>
/// Who may enter. Each call is one save and one event in the audit log; two guesses at once cannot both count as the
/// first, because the account's stamp lets one of them through.
/// </summary>
public sealed class StaffSignIn(ParIndexDb db, IPasswordHasher<StaffAccount> passwords, SecondFactors secondFactors, TimeProvider clock)
{
    /// <summary>Failures in a row that lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>The actor of an act before anybody is signed in.</summary>
    public const string Nobody = "chưa đăng nhập";

    /// <summary>A hash of nobody's password: an unknown code must cost as much time as a wrong password.</summary>
    private static readonly StaffAccount Dummy = new("-", "-", StaffRoles.None, unitId: null);

    private static string? dummyHash;

    /// <summary>Checks code and password. <c>null</c> for an unknown code, a wrong password, a locked or disabled account.</summary>
    public async Task<StaffAccount?> CheckPasswordAsync(string staffCode, string password, CancellationToken cancel = default)
    {
        if (await FindAsync(staffCode, cancel) is not { } account)
        {
            dummyHash ??= passwords.HashPassword(Dummy, Guid.NewGuid().ToString());
            passwords.VerifyHashedPassword(Dummy, dummyHash, password);
            await db.SaveActAsync(Nobody, "Đăng nhập không thành công: không có mã cán bộ đã nhập", cancel);
            return null;
        }

        var verified = passwords.VerifyHashedPassword(account, account.PasswordHash ?? (dummyHash ??= passwords.HashPassword(Dummy, Guid.NewGuid().ToString())), password);
        if (account.PasswordHash is null || verified == PasswordVerificationResult.Failed || !MayEnter(account))
        {
            return await RefuseAsync(account, "Đăng nhập không thành công", cancel);
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = passwords.HashPassword(account, password);
        }

        account.AccessFailedCount = account.TwoFactorEnabled ? account.AccessFailedCount : 0;
        return await TrySaveAsync(account, account.TwoFactorEnabled ? "Đúng mật khẩu, chờ xác thực bước hai" : "Đăng nhập", cancel);
    }

    /// <summary>Checks the second factor of a person who gave the right password: a code of the app or a recovery code, each once.</summary>
    /// <param name="accountId">The account the password was right for.</param>
    /// <param name="stamp">Its security stamp at that time: a lockout in between ends the attempt.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<StaffAccount?> CheckSecondFactorAsync(Guid accountId, string stamp, string typed, CancellationToken cancel = default)
    {
        var account = await db.StaffAccounts.FirstOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null || account.SecurityStamp != stamp || !MayEnter(account))
        {
            return null;
        }

        if (await secondFactors.AcceptAsync(account, typed, cancel) is not { } how)
        {
            return await RefuseAsync(account, "Xác thực bước hai không thành công", cancel);
        }

        account.AccessFailedCount = 0;
        return await TrySaveAsync(account, $"Đăng nhập, bước hai bằng {how}", cancel);
    }

    /// <summary>Chooses a password with a one-time code, which is used up in the same save.</summary>
    /// <returns>Whether the code was right; a wrong one counts as a failed sign-in.</returns>
    /// <exception cref="StaffRefusedException">The code is right, the password is refused; the code stays good.</exception>
    public async Task<bool> ActivateAsync(string staffCode, string code, string password, string province, CancellationToken cancel = default)
    {
        if (await FindAsync(staffCode, cancel) is not { } account)
        {
            await db.SaveActAsync(Nobody, "Mã dùng một lần không được chấp nhận: không có mã cán bộ đã nhập", cancel);
            return false;
        }

        if (!MayEnter(account) || account.OneTimeCodeExpiresAt <= clock.GetUtcNow().UtcDateTime || !OneTimeCode.Matches(code, account.OneTimeCodeHash))
        {
            await RefuseAsync(account, "Mã dùng một lần không được chấp nhận", cancel);
            return false;
        }

        await SetPasswordAsync(account, password, province, cancel);
        db.Tell(account, StaffEventKind.Activated, StaffFace.Of(account), new(account, Second: null, clock.GetUtcNow().UtcDateTime));
        return await TrySaveAsync(account, "Đặt mật khẩu bằng mã dùng một lần", cancel) is not null;
    }

    /// <summary>Changes the person's own password and ends all sessions.</summary>
    /// <returns>The account with its new stamp, or <c>null</c> when the present password is wrong, which counts as a failure.</returns>
    /// <exception cref="StaffRefusedException">The new password is refused.</exception>
    public async Task<StaffAccount?> ChangePasswordAsync(Guid accountId, string present, string password, string province, CancellationToken cancel = default)
    {
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == accountId, cancel);
        if (!IsPassword(account, present))
        {
            return await RefuseAsync(account, "Đổi mật khẩu không thành công: sai mật khẩu hiện tại", cancel);
        }

        await SetPasswordAsync(account, password, province, cancel);
        return await TrySaveAsync(account, "Đổi mật khẩu", cancel);
    }

    /// <summary>Sets up the second factor of a person who gave the password again and a first code of the key.</summary>
    /// <returns>The account and its recovery codes, or <c>null</c> when password or code is wrong.</returns>
    public async Task<(StaffAccount Account, IReadOnlyList<string> RecoveryCodes)?> SetUpSecondFactorAsync(Guid accountId, string present, string key, string typed, CancellationToken cancel = default)
    {
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == accountId, cancel);
        if (!IsPassword(account, present) || Totp.Accept(key, typed, clock.GetUtcNow(), account.LastTotpStep) is not { } step)
        {
            await RefuseAsync(account, "Thiết lập xác thực hai bước không thành công", cancel);
            return null;
        }

        var codes = await secondFactors.EnableAsync(account, key, step, cancel);
        account.AccessFailedCount = 0;
        return await TrySaveAsync(account, "Thiết lập xác thực hai bước", cancel) is null ? null : (account, codes);
    }

    /// <summary>Ends all sessions of the person: a copied cookie is worth nothing afterwards.</summary>
    public async Task SignOutAsync(Guid accountId, CancellationToken cancel = default)
    {
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == accountId, cancel);
        account.EndSessions();
        await TrySaveAsync(account, "Đăng xuất", cancel);
    }

    private Task<StaffAccount?> FindAsync(string staffCode, CancellationToken cancel)
    {
        var normalized = StaffRegister.NormalizeCode(staffCode);
        return db.StaffAccounts.FirstOrDefaultAsync(account => account.NormalizedUserName == normalized, cancel);
    }

    private bool MayEnter(StaffAccount account) => account.IsActive && !(account.LockoutEnd > clock.GetUtcNow());

    private bool IsPassword(StaffAccount account, string password) =>
        account.PasswordHash is { } hash && MayEnter(account) && passwords.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    private async Task SetPasswordAsync(StaffAccount account, string password, string province, CancellationToken cancel)
    {
        var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == account.UnitId, cancel);
        string[] words = [province, .. unit?.Names.Select(name => name.Name) ?? []];
        if (PasswordRules.Refuse(password, account, words) is { } reason)
        {
            throw new StaffRefusedException(reason);
        }

        account.PasswordHash = passwords.HashPassword(account, password);
        (account.OneTimeCodeHash, account.OneTimeCodeExpiresAt, account.MustChangePassword) = (null, null, false);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        account.EndSessions();
    }

    /// <summary>Counts a failure; the fifth locks and ends running sessions. An account that is locked is not locked longer.</summary>
    private async Task<StaffAccount?> RefuseAsync(StaffAccount account, string act, CancellationToken cancel)
    {
        if (MayEnter(account) && ++account.AccessFailedCount >= MostFailures)
        {
            (account.AccessFailedCount, account.LockoutEnd) = (0, clock.GetUtcNow() + Lockout);
            account.EndSessions();
            act += "; khoá tài khoản 15 phút";
        }

        await TrySaveAsync(account, act, cancel);
        return null;
    }

    private async Task<StaffAccount?> TrySaveAsync(StaffAccount account, string act, CancellationToken cancel)
    {
        try
        {
            await db.SaveActAsync(account.StaffCode, act, cancel);
            return account;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }
}
