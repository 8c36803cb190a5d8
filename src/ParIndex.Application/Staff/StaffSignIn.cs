using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>Who proved a second factor, and with what.</summary>
/// <param name="Account">The account.</param>
/// <param name="WithApp">Whether the app made the code; a recovery code opens the door, and is no fresh proof for an act that asks for one.</param>
public sealed record ProvedFactor(StaffAccount Account, bool WithApp);

/// <summary>
/// Who may enter. Each call is one save and one event in the audit log; what is refused is counted there. Wrong answers slow
/// whoever gives them (<see cref="Guesses"/>), tell the owner, and end no session.
/// </summary>
public sealed class StaffSignIn(ParIndexDb db, IPasswordHasher<StaffAccount> passwords, SecondFactors secondFactors, Guesses guesses, AuditLog log, NoticeBoard notices, TimeProvider clock)
{
    /// <summary>The actor of an act before anybody is signed in.</summary>
    public const string Nobody = "chưa đăng nhập";

    private const string SigningIn = "Đăng nhập";

    private const string ByServer = "Đăng nhập qua máy chủ xác thực";

    private const string HalfWay = "chờ xác thực bước hai";

    private const string WrongPassword = "Có người nhập sai mật khẩu của tài khoản này. Nếu không phải anh/chị, hãy báo cơ quan điều phối.";

    private const string WrongFactor = "Có người nhập đúng mật khẩu nhưng sai mã xác thực bước hai của tài khoản này. Nếu không phải anh/chị, hãy đổi mật khẩu ngay.";

    private const string WrongCode = "Có người nhập sai mã dùng một lần của tài khoản này. Nếu không phải anh/chị, hãy báo cơ quan điều phối.";

    private const string NewPassword = "Mật khẩu của tài khoản này vừa được thay đổi. Nếu không phải anh/chị, hãy báo người quản trị ngay.";

    private const int MostRetries = 10;

    /// <summary>A hash of nobody's password: an unknown code must cost as much time as a wrong password.</summary>
    private static readonly StaffAccount Dummy = new("-", "-", StaffRoles.None, unitId: null);

    private static string? dummyHash;

    /// <summary>Checks code and password. <c>null</c> for an unknown code, a wrong password, a disabled account.</summary>
    /// <param name="staffCode">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="from">From where.</param>
    /// <param name="only">Who may enter by password at all; everybody when <c>null</c>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="TooManyGuessesException">The source, or all of them, guessed too often.</exception>
    public async Task<StaffAccount?> CheckPasswordAsync(string staffCode, string password, GuessFrom from, StaffRoles? only = null, CancellationToken cancel = default)
    {
        var account = await FindAsync(staffCode, cancel);
        var paid = await PayAsync(GuessAt.Password, staffCode, account, from, SigningIn, cancel);
        var verified = Verify(account ?? Dummy, account?.PasswordHash ?? (dummyHash ??= passwords.HashPassword(Dummy, Guid.NewGuid().ToString())), password);
        if (account?.PasswordHash is null || verified == PasswordVerificationResult.Failed || !account.IsActive)
        {
            await RefuseAsync(account, SigningIn, account is null ? "không có mã cán bộ đã nhập" : account.IsActive ? "sai mật khẩu" : "tài khoản đã khoá", WrongPassword, cancel);
            return null;
        }

        if (only is { } roles && !account.Has(roles))
        {
            db.ChangeTracker.Clear();
            await guesses.RightAsync(paid, cancel);
            await log.CountAsync(CountedKind.RefusedSignIn, account.StaffCode, SigningIn, "đúng mật khẩu, nhưng tài khoản chỉ đăng nhập qua máy chủ xác thực", cancel);
            return null;
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = Hash(account, password);
        }

        return await TrySaveAsync(account, account.TwoFactorEnabled ? $"Đúng mật khẩu, {HalfWay}" : SigningIn, paid, cancel);
    }

    /// <summary>Lets in whom the province's identity server names. <c>null</c> for an unknown code and for a disabled account.</summary>
    /// <param name="staffCode">The staff code as the server says it.</param>
    /// <param name="withSecondFactor">Whether the server's own second factor counts as ours.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<StaffAccount?> EnterByServerAsync(string staffCode, bool withSecondFactor, CancellationToken cancel = default)
    {
        var account = await FindAsync(staffCode, cancel);
        if (account is not { IsActive: true })
        {
            await RefuseServerAsync(account is null ? "không có mã cán bộ mà máy chủ nêu" : "tài khoản đã khoá", account?.StaffCode, cancel);
            return null;
        }

        return await TrySaveAsync(account, withSecondFactor ? $"{ByServer}, bước hai của máy chủ" : account.TwoFactorEnabled ? $"{ByServer}, {HalfWay}" : ByServer, paid: null, cancel);
    }

    /// <summary>
    /// When somebody who has just entered was last here before: the instant (UTC) of the last act of that visit, by the audit log;
    /// <c>null</c> for the first visit.
    /// </summary>
    /// <param name="account">Who has just entered.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DateTime?> BeforeAsync(StaffAccount account, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var code = account.StaffCode;
        var acts = db.AuditEvents.AsNoTracking().Where(act => act.Actor == code && !act.Act.EndsWith(HalfWay)).OrderByDescending(act => act.Sequence);
        return await acts.Where(act => act.Act.StartsWith(SigningIn)).Select(act => act.Sequence).FirstOrDefaultAsync(cancel) is { } entered
            ? await acts.Where(act => act.Sequence < entered).Select(act => (DateTime?)act.At).FirstOrDefaultAsync(cancel)
            : null;
    }

    /// <summary>Counts that somebody who came from the province's identity server was not let in.</summary>
    /// <param name="why">Why.</param>
    /// <param name="staffCode">Whose account it is, or <c>null</c> when nobody's.</param>
    /// <param name="cancel">Gives up.</param>
    public Task RefuseServerAsync(string why, string? staffCode = null, CancellationToken cancel = default) =>
        log.CountAsync(CountedKind.RefusedSignIn, staffCode ?? Nobody, ByServer, why, cancel);

    /// <summary>Checks the second factor of a person who gave the right password: a code of the app or a recovery code, each once.</summary>
    /// <param name="accountId">The account the password was right for.</param>
    /// <param name="stamp">Its security stamp at that time: whatever ends sessions in between ends the attempt.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="TooManyGuessesException">The source, or all of them, guessed too often.</exception>
    public async Task<ProvedFactor?> CheckSecondFactorAsync(Guid accountId, string stamp, string typed, GuessFrom from, CancellationToken cancel = default)
    {
        var account = await db.StaffAccounts.FirstOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null || account.SecurityStamp != stamp || !account.IsActive)
        {
            return null;
        }

        var paid = await PayAsync(GuessAt.SecondFactor, account.StaffCode, account, from, SigningIn, cancel);
        if (await secondFactors.AcceptAsync(account, typed, cancel) is not { } how)
        {
            await RefuseAsync(account, SigningIn, "sai mã xác thực bước hai", WrongFactor, cancel);
            return null;
        }

        return await TrySaveAsync(account, $"Đăng nhập, bước hai bằng {how}", paid, cancel) is null ? null : new(account, how == SecondFactors.App);
    }

    /// <summary>Chooses a password with a one-time code, which is used up in the same save.</summary>
    /// <returns>The account, or <c>null</c> when the code was wrong.</returns>
    /// <exception cref="RefusedException">The code is right, the password is refused; the code stays good.</exception>
    /// <exception cref="TooManyGuessesException">The source, or all of them, guessed too often.</exception>
    public async Task<StaffAccount?> ActivateAsync(string staffCode, string code, string password, string province, GuessFrom from, CancellationToken cancel = default)
    {
        const string what = "Đặt mật khẩu bằng mã dùng một lần";
        var account = await FindAsync(staffCode, cancel);
        var paid = await PayAsync(GuessAt.OneTimeCode, staffCode, account, from, what, cancel);
        if (account is null || !account.IsActive || account.OneTimeCodeExpiresAt <= clock.GetUtcNow().UtcDateTime || !OneTimeCode.Matches(code, account.OneTimeCodeHash))
        {
            await RefuseAsync(account, what, account is null ? "không có mã cán bộ đã nhập" : "mã không được chấp nhận", WrongCode, cancel);
            return null;
        }

        await guesses.RightAsync(paid, cancel);
        await SetPasswordAsync(account, password, province, cancel);
        db.Tell(account, StaffEventKind.Activated, account.Face, new(account, Second: null, clock.GetUtcNow().UtcDateTime));
        return await TrySaveAsync(account, what, paid: null, cancel);
    }

    /// <summary>Changes the person's own password and ends all sessions.</summary>
    /// <returns>The account with its new stamp, or <c>null</c> when the present password is wrong.</returns>
    /// <exception cref="RefusedException">The new password is refused.</exception>
    /// <exception cref="TooManyGuessesException">The source, or all of them, guessed too often.</exception>
    public async Task<StaffAccount?> ChangePasswordAsync(Guid accountId, string present, string password, string province, GuessFrom from, CancellationToken cancel = default)
    {
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == accountId, cancel);
        var paid = await PayAsync(GuessAt.Password, account.StaffCode, account, from, "Đổi mật khẩu", cancel);
        if (!IsPassword(account, present))
        {
            await RefuseAsync(account, "Đổi mật khẩu", "sai mật khẩu hiện tại", WrongPassword, cancel);
            return null;
        }

        await guesses.RightAsync(paid, cancel);
        await SetPasswordAsync(account, password, province, cancel);
        NoticeBoard.Add(db, account, NewPassword, clock.GetUtcNow().UtcDateTime);
        return await TrySaveAsync(account, "Đổi mật khẩu", paid: null, cancel);
    }

    /// <summary>
    /// Sets up the second factor of a person who gave the password again, or has just come from the province's server, the
    /// present factor if there is one, and a first code of the new key. Ends all sessions.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="present">Its password; <c>null</c> when the server proved the person a moment ago.</param>
    /// <param name="factor">A code of the present factor, or a recovery code; not looked at when there is none yet.</param>
    /// <param name="key">The new key.</param>
    /// <param name="typed">A code of the new key.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The account and its recovery codes, or <c>null</c> when password, present factor or code is wrong.</returns>
    /// <exception cref="TooManyGuessesException">The source, or all of them, guessed too often.</exception>
    public async Task<(StaffAccount Account, IReadOnlyList<string> RecoveryCodes)?> SetUpSecondFactorAsync(Guid accountId, string? present, string? factor, string key, string typed, GuessFrom from, CancellationToken cancel = default)
    {
        const string what = "Thiết lập xác thực hai bước";
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == accountId, cancel);
        var paid = await PayAsync(account.TwoFactorEnabled ? GuessAt.SecondFactor : GuessAt.Password, account.StaffCode, account, from, what, cancel);
        if (present is not null && !IsPassword(account, present))
        {
            await RefuseAsync(account, what, "sai mật khẩu hiện tại", WrongPassword, cancel);
            return null;
        }

        if (account.TwoFactorEnabled && await secondFactors.AcceptAsync(account, factor ?? "", cancel) is null)
        {
            await RefuseAsync(account, what, "sai mã của xác thực hai bước đang dùng", WrongFactor, cancel);
            return null;
        }

        // The steps of another key say nothing of this one.
        if (Totp.Accept(key, typed, clock.GetUtcNow(), lastStep: null) is not { } step)
        {
            db.ChangeTracker.Clear();
            await guesses.RightAsync(paid, cancel);
            await log.CountAsync(CountedKind.RefusedSignIn, account.StaffCode, what, "mã của khoá mới không đúng", cancel);
            return null;
        }

        var codes = await secondFactors.EnableAsync(account, key, step, cancel);
        return await TrySaveAsync(account, what, paid, cancel) is null ? null : (account, codes);
    }

    /// <summary>Ends all sessions of the person: a copied cookie is worth nothing afterwards.</summary>
    public async Task SignOutAsync(Guid accountId, CancellationToken cancel = default)
    {
        for (var i = 0; i < MostRetries; i++)
        {
            var account = await db.StaffAccounts.FirstAsync(a => a.Id == accountId, cancel);
            account.EndSessions();
            if (await TrySaveAsync(account, "Đăng xuất", paid: null, cancel) is not null)
            {
                return;
            }

            // Somebody else changed the account at this moment; that must not keep a session alive.
            db.ChangeTracker.Clear();
        }

        throw new DbUpdateConcurrencyException("The account changes all the time.");
    }

    private Task<StaffAccount?> FindAsync(string staffCode, CancellationToken cancel)
    {
        var normalized = StaffAccount.NormalizeCode(staffCode);
        return db.StaffAccounts.FirstOrDefaultAsync(account => account.NormalizedUserName == normalized, cancel);
    }

    private bool IsPassword(StaffAccount account, string password) =>
        account is { PasswordHash: { } hash, IsActive: true } && Verify(account, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>One keyboard sends ế as one sign, another as three: they are the same password.</summary>
    private string Hash(StaffAccount account, string password) => passwords.HashPassword(account, password.Normalize(NormalizationForm.FormC));

    private PasswordVerificationResult Verify(StaffAccount account, string hash, string password)
    {
        var composed = password.Normalize(NormalizationForm.FormC);
        var verified = passwords.VerifyHashedPassword(account, hash, composed);
        // Earlier versions kept it as it was typed.
        return verified == PasswordVerificationResult.Failed && composed != password && passwords.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed
            ? PasswordVerificationResult.SuccessRehashNeeded
            : verified;
    }

    private async Task SetPasswordAsync(StaffAccount account, string password, string province, CancellationToken cancel)
    {
        var units = await db.Units.AsNoTracking().Select(unit => unit.Names.Select(name => name.Name).ToList()).ToListAsync(cancel);
        if (PasswordRules.Refuse(password, account, province, units.SelectMany(names => names)) is { } reason)
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(new Refusal(reason) { Entry = "Password" });
        }

        account.PasswordHash = Hash(account, password);
        (account.OneTimeCodeHash, account.OneTimeCodeExpiresAt, account.MustChangePassword) = (null, null, false);
        account.EndSessions();
    }

    private async Task<PaidGuess> PayAsync(GuessAt at, string staffCode, StaffAccount? account, GuessFrom from, string what, CancellationToken cancel)
    {
        try
        {
            return await guesses.PayAsync(at, staffCode, account?.Id, from, cancel);
        }
        catch (TooManyGuessesException)
        {
            await log.CountAsync(CountedKind.RefusedSignIn, account?.StaffCode ?? Nobody, what, "sai quá nhiều lần, phải chờ", cancel);
            throw;
        }
    }

    /// <summary>Counts what was wrong and tells the owner; nothing of the account is saved.</summary>
    private async Task RefuseAsync(StaffAccount? account, string what, string why, string notice, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await log.CountAsync(CountedKind.RefusedSignIn, account?.StaffCode ?? Nobody, what, why, cancel);
        if (account is { IsActive: true })
        {
            await notices.TellAsync(account.Id, notice, cancel);
        }
    }

    private async Task<StaffAccount?> TrySaveAsync(StaffAccount account, string act, PaidGuess? paid, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(new(account.StaffCode, act), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        await (paid is null ? Task.CompletedTask : guesses.RightAsync(paid, cancel));
        return account;
    }
}
