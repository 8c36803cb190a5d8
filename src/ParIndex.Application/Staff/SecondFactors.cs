using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>
/// The second factor of accounts: the key an app shares, stored encrypted, and recovery codes, stored as hashes. Changes
/// wait for the caller's save.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="keys">Encrypts what is stored, so that the database alone opens nothing.</param>
/// <param name="clock">The clock.</param>
public sealed class SecondFactors(ParIndexDb db, IPersonalDataProtector keys, TimeProvider clock)
{
    /// <summary>How a code of the app is called.</summary>
    internal const string App = "ứng dụng xác thực";

    private const string Provider = "ParIndex";

    private const string Key = "TotpKey";

    private const string RecoveryCodes = "RecoveryCodes";

    private const int RecoveryCodeCount = 10;

    /// <summary>Takes a code of the app or a recovery code, once.</summary>
    /// <returns>What it was, in words, or <c>null</c> when it is refused.</returns>
    public async Task<string?> AcceptAsync(StaffAccount account, string typed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var tokens = await TokensOf(db, account.Id).ToListAsync(cancel);
        var kept = tokens.Find(token => token.Name == Key);
        if (kept is not null && Read(kept) is { } key && Totp.Accept(key, typed, clock.GetUtcNow(), account.LastTotpStep) is { } step)
        {
            account.LastTotpStep = step;
            return App;
        }

        if (tokens.Find(token => token.Name == RecoveryCodes) is not { } codes || !UseUp(codes, typed))
        {
            return null;
        }

        // The account's stamp lets one of two through who use one code at once.
        db.Entry(account).Property(a => a.LastTotpStep).IsModified = true;
        return "mã dự phòng";
    }

    /// <summary>Sets the key and new recovery codes in place of any before.</summary>
    /// <returns>The recovery codes, which are kept only as hashes.</returns>
    internal async Task<IReadOnlyList<string>> EnableAsync(StaffAccount account, string key, long step, CancellationToken cancel)
    {
        var codes = Enumerable.Range(0, RecoveryCodeCount).Select(_ => OneTimeCode.New()).ToList();
        await ForgetAsync(db, account, cancel);
        Keep(account.Id, Key, keys.Protect(key)!);
        Keep(account.Id, RecoveryCodes, string.Join(';', codes.Select(OneTimeCode.Hash)));
        (account.TwoFactorEnabled, account.LastTotpStep) = (true, step);
        account.EndSessions();
        db.Tell(account, StaffEventKind.FactorSet, account.Face, new(account, Second: null, clock.GetUtcNow().UtcDateTime));
        return codes;
    }

    /// <summary>Takes the second factor away and ends all sessions; the next sign-in sets up a new one.</summary>
    internal static async Task ForgetAsync(ParIndexDb db, StaffAccount account, CancellationToken cancel)
    {
        foreach (var token in await TokensOf(db, account.Id).ToListAsync(cancel))
        {
            token.Value = "";
        }

        (account.TwoFactorEnabled, account.LastTotpStep) = (false, null);
        account.EndSessions();
    }

    /// <summary>Encrypts the keys that an earlier version stored as they are, in one save.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EncryptPlainKeysAsync(CancellationToken cancel = default)
    {
        var plain = (await db.Set<IdentityUserToken<Guid>>().Where(token => token.LoginProvider == Provider && token.Name == Key).ToListAsync(cancel)).Where(token => Totp.IsKey(token.Value)).ToList();
        plain.ForEach(token => token.Value = keys.Protect(token.Value));
        if (plain.Count > 0)
        {
            await db.SaveAsync(new("system", "Mã hóa khóa xác thực hai bước đã lưu từ trước"), cancel);
        }

        return plain.Count;
    }

    private static bool UseUp(IdentityUserToken<Guid> kept, string typed)
    {
        var hashes = (kept.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        var used = hashes.Find(hash => OneTimeCode.Matches(typed, hash));
        if (used is null)
        {
            return false;
        }

        hashes.Remove(used);
        kept.Value = string.Join(';', hashes);
        return true;
    }

    private static IQueryable<IdentityUserToken<Guid>> TokensOf(ParIndexDb db, Guid accountId) =>
        db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == accountId && token.LoginProvider == Provider);

    /// <summary>The key, or <c>null</c> when there is none or this program's keys do not open it. A plain one is encrypted by the caller's save.</summary>
    private string? Read(IdentityUserToken<Guid> kept)
    {
        if (Totp.IsKey(kept.Value))
        {
            var plain = kept.Value;
            kept.Value = keys.Protect(plain);
            return plain;
        }

        return string.IsNullOrEmpty(kept.Value) ? null : keys.Unprotect(kept.Value);
    }

    private void Keep(Guid accountId, string name, string value)
    {
        var known = db.Set<IdentityUserToken<Guid>>().Local.FirstOrDefault(token => token.UserId == accountId && token.LoginProvider == Provider && token.Name == name);
        if (known is null)
        {
            db.Add(new IdentityUserToken<Guid> { UserId = accountId, LoginProvider = Provider, Name = name, Value = value });
        }
        else
        {
            known.Value = value;
        }
    }
}
