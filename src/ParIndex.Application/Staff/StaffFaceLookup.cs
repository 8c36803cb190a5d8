using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>
/// Who people were on the days they acted, as far as it is recorded: those who were asked about. Which accounts are one
/// person, only the <see cref="StaffHistory"/> of all of them says.
/// </summary>
public class StaffFaceLookup
{
    private readonly IReadOnlySet<Guid>? _asked;

    /// <param name="accounts">The accounts.</param>
    /// <param name="events">Everything that happened to them.</param>
    /// <param name="asked">Keys of the accounts asked about, or <c>null</c> for all there are.</param>
    protected StaffFaceLookup(IEnumerable<StaffAccount> accounts, IEnumerable<StaffEvent> events, IReadOnlySet<Guid>? asked)
    {
        Known = accounts.ToDictionary(account => account.Id);
        Events = events.OrderBy(e => e.Sequence ?? long.MaxValue).ThenBy(e => e.At).ThenBy(e => e.Id).ToLookup(e => e.AccountId);
        _asked = asked;
    }

    /// <summary>The accounts by key.</summary>
    protected IReadOnlyDictionary<Guid, StaffAccount> Known { get; }

    /// <summary>What happened to each, in order.</summary>
    protected ILookup<Guid, StaffEvent> Events { get; }

    /// <summary>Reads some.</summary>
    public static async Task<StaffFaceLookup> OfAsync(ParIndexDb db, IEnumerable<Guid> accountIds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var asked = accountIds.ToHashSet();
        return asked.Count == 0
            ? new([], [], asked)
            : new(
                await db.StaffAccounts.AsNoTracking().Where(account => asked.Contains(account.Id)).ToListAsync(cancel),
                await db.StaffEvents.AsNoTracking().Where(e => asked.Contains(e.AccountId)).ToListAsync(cancel),
                asked);
    }

    /// <summary>Who the person of an account was at an instant, as far as it is recorded; <c>null</c> for an unknown account.</summary>
    /// <exception cref="InvalidOperationException">The account was not asked about.</exception>
    public StaffFace? AsOf(Guid accountId, DateTime at) =>
        _asked?.Contains(accountId) == false ? throw new InvalidOperationException($"Account {accountId} was not read.")
        : Events[accountId].FirstOrDefault(e => e.At > at)?.Was ?? (Known.TryGetValue(accountId, out var account) ? account.Face : null);

    /// <summary>By which name somebody acted at an instant.</summary>
    /// <inheritdoc cref="AsOf" path="/exception" />
    public string NameOn(Guid accountId, DateTime at) => AsOf(accountId, at)?.FullName ?? "người không rõ";

    /// <summary>In which post somebody acted at an instant, or <c>null</c>.</summary>
    /// <inheritdoc cref="AsOf" path="/exception" />
    public string? PostOn(Guid accountId, DateTime at) => AsOf(accountId, at)?.Post;
}
