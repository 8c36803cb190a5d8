using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>What is guessed at.</summary>
public enum GuessAt
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>A code of the app, or a recovery code.</summary>
    SecondFactor,

    /// <summary>A one-time code.</summary>
    OneTimeCode,
}

/// <summary>From where somebody signs in.</summary>
/// <param name="Client">The network address; of IPv6 its household.</param>
/// <param name="Browser">The browser, when somebody signed in with it before; or <c>null</c>.</param>
/// <param name="Known">The accounts that signed in with it.</param>
public sealed record GuessFrom(string Client, string? Browser, IReadOnlyCollection<Guid> Known)
{
    /// <summary>A browser nobody signed in with.</summary>
    public static GuessFrom Unknown(string client) => new(client, null, []);
}

/// <summary>There were too many guesses; the right answer would not be taken now either.</summary>
public sealed class TooManyGuessesException(TimeSpan wait) : Exception
{
    /// <summary>How long to wait, whole seconds from 1.</summary>
    public TimeSpan Wait { get; } = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
}

/// <summary>
/// Slows guessing and shuts nobody out. A guess is paid for before it is looked at and paid back when it was right, so that a
/// hundred at once count as a hundred. A browser that somebody signed in with before pays from a purse of its own for that
/// account: whoever guesses elsewhere, at the same address or from a thousand, cannot empty it. Every other pays from four:
/// that of address and account, that of the address, that of the account over all addresses, and that of the whole portal.
/// </summary>
public sealed class Guesses(ParIndexDb db, TimeProvider clock)
{
    private static readonly Purse Browser = new(10, TimeSpan.FromMinutes(2));

    private static readonly Purse Pair = new(5, TimeSpan.FromMinutes(3));

    private static readonly Purse Client = new(100, TimeSpan.FromSeconds(10));

    private static readonly Purse Account = new(50, TimeSpan.FromMinutes(2));

    /// <summary>Six digits are guessed sooner than a password.</summary>
    private static readonly Purse Factor = new(10, TimeSpan.FromMinutes(6));

    private static readonly Purse Portal = new(1000, TimeSpan.FromSeconds(2));

    /// <summary>Pays for one guess.</summary>
    /// <param name="at">What is guessed at.</param>
    /// <param name="staffCode">The code as typed, also when there is none: the answer must not say which codes exist.</param>
    /// <param name="accountId">Its account, or <c>null</c>.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was paid; hand it to <see cref="RightAsync"/> when the guess was right.</returns>
    /// <exception cref="TooManyGuessesException">A purse is empty; nothing is paid.</exception>
    public async Task<PaidGuess> PayAsync(GuessAt at, string staffCode, Guid? accountId, GuessFrom from, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        var paid = new List<(string Key, Purse Purse)>();
        foreach (var (name, purse) in PursesOf(at, StaffAccount.NormalizeCode(staffCode), accountId, from))
        {
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            if (await PayAsync(key, purse, cancel) is { } wait)
            {
                await PayBackAsync(paid, cancel);
                throw new TooManyGuessesException(wait);
            }

            paid.Add((key, purse));
        }

        return new(paid);
    }

    /// <summary>The guess was right: it is paid back, and what this person guessed wrong from here before is forgotten.</summary>
    public async Task RightAsync(PaidGuess guess, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(guess);
        var own = guess.Paid[0].Key;
        await db.GuessLimits.Where(limit => limit.Key == own).ExecuteDeleteAsync(cancel);
        await PayBackAsync(guess.Paid.Skip(1), cancel);
    }

    /// <summary>Removes what time has brought back whole.</summary>
    public Task SweepAsync(CancellationToken cancel = default)
    {
        var now = Now;
        return db.GuessLimits.Where(limit => limit.ForgottenAt <= now).ExecuteDeleteAsync(cancel);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static IEnumerable<(string Name, Purse Purse)> PursesOf(GuessAt at, string code, Guid? accountId, GuessFrom from) =>
        accountId is { } id && from.Browser is { } browser && from.Known.Contains(id)
            ? [($"{at}|browser|{code}|{browser}", Browser)]
            :
            [
                ($"{at}|pair|{code}|{from.Client}", Pair),
                ($"{at}|client|{from.Client}", Client),
                ($"{at}|account|{code}", at == GuessAt.SecondFactor ? Factor : Account),
                ($"{at}|portal", Portal),
            ];

    /// <summary>Takes one guess out of a purse in one statement, or says how long it stays empty.</summary>
    private async Task<TimeSpan?> PayAsync(string key, Purse purse, CancellationToken cancel)
    {
        while (true)
        {
            var (now, every) = (Now, (long)purse.Every.TotalMilliseconds);
            var (last, beyond) = (now + ((purse.Most - 1) * every), now + ((purse.Most + 1) * every));
            // Further ahead than a purse can be emptied lies only what a clock that was wrong has written.
            if (await db.GuessLimits.Where(limit => limit.Key == key && (limit.ForgottenAt <= last || limit.ForgottenAt > beyond))
                .ExecuteUpdateAsync(set => set.SetProperty(limit => limit.ForgottenAt, limit => (limit.ForgottenAt > now && limit.ForgottenAt <= last ? limit.ForgottenAt : now) + every), cancel) > 0)
            {
                return null;
            }

            if (await db.GuessLimits.AsNoTracking().Where(limit => limit.Key == key).Select(limit => (long?)limit.ForgottenAt).FirstOrDefaultAsync(cancel) is { } forgotten)
            {
                if (forgotten > last && forgotten <= beyond)
                {
                    return TimeSpan.FromMilliseconds(forgotten - last);
                }

                // It was made, or moved on, since the update looked.
                continue;
            }

            var first = db.Add(new GuessLimit(key, now + every));
            try
            {
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateException failure) when (SaveConflict.Is(failure))
            {
                // Somebody else's guess was the first.
            }
            finally
            {
                first.State = EntityState.Detached;
            }
        }
    }

    private async Task PayBackAsync(IEnumerable<(string Key, Purse Purse)> paid, CancellationToken cancel)
    {
        foreach (var (key, purse) in paid)
        {
            var (now, every) = (Now, (long)purse.Every.TotalMilliseconds);
            if (await db.GuessLimits.Where(limit => limit.Key == key && limit.ForgottenAt - every <= now).ExecuteDeleteAsync(cancel) == 0)
            {
                await db.GuessLimits.Where(limit => limit.Key == key).ExecuteUpdateAsync(set => set.SetProperty(limit => limit.ForgottenAt, limit => limit.ForgottenAt - every), cancel);
            }
        }
    }

    /// <summary>So many guesses at once, and one more each time so much time has passed.</summary>
    internal sealed record Purse(int Most, TimeSpan Every);
}

/// <summary>A guess that was paid for.</summary>
public sealed class PaidGuess
{
    internal PaidGuess(IReadOnlyList<(string Key, Guesses.Purse Purse)> paid) => Paid = paid;

    internal IReadOnlyList<(string Key, Guesses.Purse Purse)> Paid { get; }
}
