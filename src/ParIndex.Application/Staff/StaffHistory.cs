using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>
/// Accounts and all that happened to them: who is established, which accounts are one person, and who somebody was on a
/// day. Accounts without events are older than this record and count as established.
/// </summary>
public sealed class StaffHistory : StaffFaceLookup
{
    /// <summary>How long an account must have been left alone before its person can be a second one.</summary>
    public static readonly TimeSpan Establishing = TimeSpan.FromHours(72);

    /// <summary>How long a new or reset account of the council and publishers is pointed out.</summary>
    public static readonly TimeSpan Recently = TimeSpan.FromDays(7);

    private readonly Dictionary<Guid, Guid> _persons = [];
    private readonly ILookup<string, StaffAccount> _called;
    private readonly Lazy<ILookup<string, StaffAccount>> _names;

    /// <param name="accounts">Every account.</param>
    /// <param name="events">Everything that happened to them.</param>
    public StaffHistory(IEnumerable<StaffAccount> accounts, IEnumerable<StaffEvent> events)
        : base(accounts, events, asked: null)
    {
        _called = Known.Values.SelectMany(account => KeysOf(account).Select(key => (key, account))).ToLookup(pair => pair.key, pair => pair.account, StringComparer.Ordinal);
        _names = new(() => Known.Values.ToLookup(account => NameIdentity.Key(account.FullName), StringComparer.Ordinal));
        foreach (var same in _called)
        {
            var owner = same.First().Id;
            foreach (var account in same)
            {
                Join(account.Id, owner);
            }
        }

        foreach (var account in Known.Keys)
        {
            foreach (var predecessor in Events[account].Select(e => e.PredecessorId).OfType<Guid>())
            {
                Join(account, predecessor);
            }
        }
    }

    /// <summary>Every account.</summary>
    public IEnumerable<StaffAccount> Accounts => Known.Values;

    /// <summary>The account of a key.</summary>
    public StaffAccount this[Guid id] => Known[id];

    /// <summary>Whether the person of an account belongs to a unit, under this account or another.</summary>
    public bool IsOfUnit(Guid accountId, Guid unitId) => Accounts.Any(account => account.UnitId == unitId && AreOne(account.Id, accountId));

    /// <summary>Reads it.</summary>
    public static async Task<StaffHistory> ReadAsync(ParIndexDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new(await db.StaffAccounts.AsNoTracking().ToListAsync(cancel), await db.StaffEvents.AsNoTracking().ToListAsync(cancel));
    }

    /// <summary>
    /// What makes a person the same as another: e-mail address (in any case, without what stands after a plus), the
    /// letters and digits of the staff code, or the name within a unit.
    /// </summary>
    public static IEnumerable<string> KeysOf(StaffEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return KeysOf(entry.StaffCode, new(entry.FullName, entry.Post, entry.Email, entry.UnitId, entry.Roles));
    }

    /// <summary>The key of an e-mail address, or <c>null</c> without one.</summary>
    public static string? MailKey(string? email)
    {
        var parts = string.IsNullOrWhiteSpace(email) ? [] : email.Trim().Normalize().ToLowerInvariant().Split('@');
        return parts.Length == 2 ? $"@{parts[0].Split('+')[0]}@{parts[1]}" : null;
    }

    /// <summary>Whether two accounts are one person's: by what they are called now or were ever called, or handed over from one to the other.</summary>
    public bool AreOne(Guid one, Guid other) => PersonOf(one) == PersonOf(other);

    /// <summary>Every account of the person, with the one named.</summary>
    public IReadOnlySet<Guid> AccountsOf(Guid id) => Known.Keys.Where(other => AreOne(id, other)).Append(id).ToHashSet();

    /// <summary>The accounts whose person would be the one entered, now or ever called so.</summary>
    public IReadOnlyList<StaffAccount> Twins(StaffEntry entry, Guid? except = null) =>
        [.. KeysOf(entry).SelectMany(key => _called[key]).Where(account => account.Id != except).DistinctBy(account => account.Id).OrderBy(account => account.StaffCode, StringComparer.Ordinal)];

    /// <summary>Accounts of the same name in other units: perhaps one person, perhaps not.</summary>
    public IReadOnlyList<StaffAccount> Namesakes(string fullName, Guid? except = null) =>
        [.. _names.Value[NameIdentity.Key(fullName)].Where(account => account.Id != except).OrderBy(account => account.StaffCode, StringComparer.Ordinal)];

    /// <summary>
    /// When rights of an account or access to it were last changed by anybody but its owner; <c>null</c> when that was
    /// before this record, or only by the server's act that makes the first people.
    /// </summary>
    public DateTime? ChangedAt(Guid accountId)
    {
        var (last, isByServer) = ((DateTime?)null, false);
        foreach (var e in Events[accountId])
        {
            var givesCode = GivesCode(e.Kind);
            isByServer = givesCode ? e.Establishes : isByServer;
            var counts = e.Kind == StaffEventKind.Activated ? !isByServer : (givesCode || IsOfRights(e.Kind)) && !e.Establishes;
            last = counts ? e.At : last;
        }

        return last;
    }

    /// <summary>
    /// Who alone handed over, whole, the one-time code by which an account was used between two instants: nobody else
    /// stands for its having been its owner. None when two people did, the server, or nobody within this record.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="from">Instant, UTC.</param>
    /// <param name="to">Instant, UTC, not before it.</param>
    public IEnumerable<Guid> AloneWithCode(Guid accountId, DateTime from, DateTime to)
    {
        var given = Events[accountId].Where(e => GivesCode(e.Kind) && e.At <= to).ToList();
        var first = given.FindLastIndex(e => e.At <= from);
        return given.Skip(Math.Max(first, 0)).Where(e => e.Second is null).Select(e => e.By).OfType<Guid>();
    }

    /// <summary>Whether the person has been active, with these rights and this access, for 72 hours.</summary>
    public bool IsEstablished(Guid accountId, DateTime now) => ChangedAt(accountId) is not { } last || now - last >= Establishing;

    /// <summary>How many people are established, active and hold a right that two people give.</summary>
    public int EstablishedPeople(DateTime now) =>
        Known.Values.Where(account => account.IsActive && account.Has(SensitiveActs.Roles) && IsEstablished(account.Id, now)).Select(account => PersonOf(account.Id)).Distinct().Count();

    /// <summary>Whether an account was switched off or on, reset, or its roles or unit changed after an instant.</summary>
    public bool ChangedAfter(Guid accountId, DateTime instant) =>
        Events[accountId].Any(e => e.At > instant && (IsOfRights(e.Kind) || e.Kind is StaffEventKind.Disabled or StaffEventKind.Enabled or StaffEventKind.CodeIssued));

    /// <summary>Whether one person created, reset or changed another, or agreed to it, within the last 72 hours.</summary>
    public bool Touched(Guid by, Guid accountId, DateTime now) => Events[accountId].Any(e =>
        now - e.At < Establishing && (IsOfRights(e.Kind) || e.Kind is StaffEventKind.Created or StaffEventKind.Enabled or StaffEventKind.CodeIssued)
        && ((e.By is { } asked && AreOne(asked, by)) || (e.Second is { } agreed && AreOne(agreed, by))));

    /// <summary>What happened to an account since an instant that made or gave access to it, newest first.</summary>
    public IEnumerable<StaffEvent> AccessSince(Guid accountId, DateTime instant) => Events[accountId].Reverse()
        .Where(e => e.At >= instant && (IsOfRights(e.Kind) || e.Kind is StaffEventKind.Created or StaffEventKind.Enabled or StaffEventKind.CodeIssued or StaffEventKind.FactorSet));

    /// <summary>Active accounts with one of the roles that were made, given access or changed since an instant, with what happened.</summary>
    public IEnumerable<(StaffAccount Account, IReadOnlyList<StaffEvent> Events)> Recent(StaffRoles roles, DateTime instant) => Known.Values
        .Where(account => account.IsActive && account.Has(roles)).OrderBy(account => account.StaffCode, StringComparer.Ordinal)
        .Select(account => (account, (IReadOnlyList<StaffEvent>)[.. AccessSince(account.Id, instant)])).Where(pair => pair.Item2.Count > 0);

    /// <summary>An event in one sentence: what, when, by whom.</summary>
    public string Words(StaffEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return StaffEventWords.Sentence(told, told.By is { } by ? Known.GetValueOrDefault(by) : null, told.Second is { } second ? Known.GetValueOrDefault(second) : null);
    }

    private static bool GivesCode(StaffEventKind kind) => kind is StaffEventKind.Created or StaffEventKind.Enabled or StaffEventKind.CodeIssued;

    private static bool IsOfRights(StaffEventKind kind) => kind is StaffEventKind.RolesChanged or StaffEventKind.UnitChanged or StaffEventKind.FactorTaken;

    private static IEnumerable<string> KeysOf(string staffCode, StaffFace face)
    {
        yield return "#" + string.Concat(staffCode.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        yield return $"{NameIdentity.Key(face.FullName)}|{face.UnitId}";
        if (MailKey(face.Email) is { } mail)
        {
            yield return mail;
        }
    }

    private IEnumerable<string> KeysOf(StaffAccount account) =>
        Events[account.Id].Select(e => e.Was).Append(account.Face).SelectMany(face => KeysOf(account.StaffCode, face));

    private Guid PersonOf(Guid id)
    {
        while (_persons.TryGetValue(id, out var other))
        {
            id = other;
        }

        return id;
    }

    private void Join(Guid one, Guid other)
    {
        var (first, second) = (PersonOf(one), PersonOf(other));
        if (first != second)
        {
            _persons[first] = second;
        }
    }
}
