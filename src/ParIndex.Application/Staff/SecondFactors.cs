using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Staff;

/// <summary>The second factor of accounts: the key an app shares, and recovery codes. Changes wait for the caller's save.</summary>
public sealed class SecondFactors(ParIndexDb db, TimeProvider clock)
{
    private const string Provider = "ParIndex";

    private const string Key = "TotpKey";

    private const string RecoveryCodes = "RecoveryCodes";

    private const int RecoveryCodeCount = 10;

    /// <summary>Takes a code of the app or a recovery code, once.</summary>
    /// <returns>What it was, in words, or <c>null</c> when it is refused.</returns>
    public async Task<string?> AcceptAsync(StaffAccount account, string typed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var tokens = await TokensAsync(account.Id, cancel);
        var key = tokens.Find(token => token.Name == Key)?.Value;
        if (key is not null && Totp.Accept(key, typed, clock.GetUtcNow(), account.LastTotpStep) is { } step)
        {
            account.LastTotpStep = step;
            return "ứng dụng xác thực";
        }

        return tokens.Find(token => token.Name == RecoveryCodes) is { } kept && UseUp(kept, typed) ? "mã dự phòng" : null;
    }

    /// <summary>Sets the key and new recovery codes in place of any before.</summary>
    /// <returns>The recovery codes, which are kept only as hashes.</returns>
    internal async Task<IReadOnlyList<string>> EnableAsync(StaffAccount account, string key, long step, CancellationToken cancel)
    {
        var codes = Enumerable.Range(0, RecoveryCodeCount).Select(_ => OneTimeCode.New()).ToList();
        await ForgetAsync(account, cancel);
        Keep(account.Id, Key, key);
        Keep(account.Id, RecoveryCodes, string.Join(';', codes.Select(OneTimeCode.Hash)));
        (account.TwoFactorEnabled, account.LastTotpStep) = (true, step);
        account.EndSessions();
        return codes;
    }

    /// <summary>Takes the second factor away and ends all sessions; the next sign-in sets up a new one.</summary>
    internal async Task ForgetAsync(StaffAccount account, CancellationToken cancel)
    {
        foreach (var token in await TokensAsync(account.Id, cancel))
        {
            token.Value = "";
        }

        (account.TwoFactorEnabled, account.LastTotpStep) = (false, null);
        account.EndSessions();
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

    private Task<List<IdentityUserToken<Guid>>> TokensAsync(Guid accountId, CancellationToken cancel) =>
        db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == accountId && token.LoginProvider == Provider).ToListAsync(cancel);

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
