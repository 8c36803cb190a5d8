using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Staff;

/// <summary>
/// The accounts of staff. Every change is one save and one event; accounts are disabled, never deleted. What
/// <see cref="SensitiveActs"/> names becomes a request, carried out when a second person agrees.
/// </summary>
public sealed partial class StaffRegister(ParIndexDb db, TimeProvider clock)
{
    private readonly StaffChecks _checks = new(db);

    /// <summary>How many people the server makes who can be each other's second person at once.</summary>
    public const int FirstPeople = 3;

    /// <summary>What a staff code may look like, for a refusal.</summary>
    public const string CodeForm = "Mã cán bộ gồm 2–40 chữ cái không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới.";

    /// <summary>What an e-mail address may look like, for a refusal.</summary>
    public const string EmailForm = "Thư điện tử có dạng ten@co-quan.gov.vn, dài nhất 200 ký tự.";

    /// <summary>Whether a text can be an e-mail address: one address, and nothing around it.</summary>
    public static bool IsEmail(string email) => email is { Length: <= 200 } && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether a text can be a staff code.</summary>
    public static bool IsCode(string staffCode) => CodePattern().IsMatch(staffCode);

    /// <summary>
    /// Accounts whose code, name, post or unit, by any of its names, hold all the words, active ones first, by name. Any part
    /// of a word is enough: “01” finds “CB01”.
    /// </summary>
    public async Task<IReadOnlyList<StaffRow>> ListAsync(string? words, CancellationToken cancel = default)
    {
        var found = await VietnameseText.FoldedWords(words).Aggregate(db.StaffAccounts.AsNoTracking(), (accounts, word) =>
            accounts.Where(account => account.SearchText.Contains(word) || db.Units.Any(unit => unit.Id == account.UnitId && unit.SearchText.Contains(word)))).ToListAsync(cancel);
        var ids = found.Select(account => account.UnitId).ToHashSet();
        var units = await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.CurrentName.Name, cancel);
        var rows = found.Select(account => new StaffRow(account, account.UnitId is { } id ? units[id] : null));
        return [.. rows.OrderByDescending(row => row.Account.IsActive).ThenBy(row => row.Account.FullName, UnitNaming.Comparer).ThenBy(row => row.Account.StaffCode, StringComparer.Ordinal)];
    }

    /// <summary>The account, or <c>null</c>.</summary>
    public async Task<StaffRow?> FindAsync(Guid id, CancellationToken cancel = default) =>
        await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, cancel) is { } found
            ? new StaffRow(found, await UnitNameAsync(found.UnitId, cancel))
            : null;

    /// <summary>
    /// Makes accounts by the server's own act, all or none, each with a one-time code. The first people of an
    /// installation, and those after everybody established is gone, count as established at once.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="people">Who they are for.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RefusedException">A code that exists, an e-mail address that is none or is somebody's, or roles that cannot be held together.</exception>
    public async Task<IReadOnlyList<IssuedCode>> AddAsync(string command, IReadOnlyList<StaffEntry> people, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        var issued = new List<IssuedCode>();
        var established = (await StaffHistory.ReadAsync(db, cancel)).EstablishedPeople(Now);
        foreach (var person in people)
        {
            issued.Add(await MakeAsync(person, new(By: null, Second: null, Now, Establishes: established++ < FirstPeople), cancel));
        }

        await db.SaveAsync(new(command, WordsOfAdding(people.Count, 0, people[0].StaffCode)), cancel);
        return issued;
    }

    /// <summary>Makes accounts, or asks to, all or none.</summary>
    /// <inheritdoc cref="AddAsync(string, IReadOnlyList{StaffEntry}, CancellationToken)" path="/exception" />
    /// <param name="actor">The administrator.</param>
    /// <param name="people">Who they are for.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<StaffOutcome> AddAsync(StaffActor actor, IReadOnlyList<StaffEntry> people, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        var asker = await AskerAsync(actor, StaffRoles.Administrator, cancel);
        var history = await StaffHistory.ReadAsync(db, cancel);
        var listed = new Dictionary<string, StaffAccount>(StringComparer.Ordinal);
        var (issued, asked) = (new List<IssuedCode>(), new List<string>());
        foreach (var person in people)
        {
            var entry = await _checks.NewAsync(person, cancel);
            var keys = StaffHistory.KeysOf(entry).ToList();
            StaffChecks.RefuseMail(entry.Email, key => listed.GetValueOrDefault(key)?.StaffCode);
            var twins = history.Twins(entry).Concat(keys.Where(listed.ContainsKey).Select(key => listed[key])).DistinctBy(twin => twin.Id).ToList();
            if (SensitiveActs.OfEntry(entry, twins) is { } reason)
            {
                var slip = await FirstHalfAsync(entry.StaffCode, entry.FullName, entry.UnitId, cancel);
                var request = await StaffRequests.AskAsync(db, TwoPersonAct.CreateAccount, account: null, new(entry, Was: null, OneTimeCode.Hash(slip.Code)), $"Tạo tài khoản {entry.StaffCode} cho {entry.FullName}: {RoleWords.Text(entry.Roles)}", reason, asker, Now, cancel);
                issued.Add(slip);
                asked.Add(request.Summary);
            }
            else
            {
                issued.Add(await MakeAsync(entry, new(asker, Second: null, Now), cancel));
            }

            keys.ForEach(key => listed.TryAdd(key, new(entry.StaffCode, entry.FullName, entry.Roles, entry.UnitId)));
        }

        await db.SaveAsync(new(asker.StaffCode, WordsOfAdding(people.Count - asked.Count, asked.Count, people[0].StaffCode)), cancel);
        return new(issued, asked);
    }

    /// <summary>Changes name, post, e-mail address, roles and unit, or asks to. A change of roles or unit ends the person's sessions.</summary>
    /// <param name="actor">Who changes it; not the person.</param>
    /// <param name="id">The account.</param>
    /// <param name="entry">What is entered; the staff code never changes.</param>
    /// <param name="stamp">The concurrency stamp the form was shown with.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RefusedException">One's own account, roles that cannot be held together, somebody's e-mail address, or the last administrator.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the account since.</exception>
    public async Task<StaffOutcome> EditAsync(StaffActor actor, Guid id, StaffEntry entry, string? stamp, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var asker = await AskerAsync(actor, StaffRoles.Administrator, cancel);
        var account = await ChangeableAsync(asker, id, cancel);
        if (account.ConcurrencyStamp != stamp)
        {
            throw new DbUpdateConcurrencyException();
        }

        var entered = StaffChecks.Normalized(entry) with { StaffCode = account.StaffCode };
        await _checks.EditAsync(account, entered, cancel);
        var history = await StaffHistory.ReadAsync(db, cancel);
        var twins = history.Twins(entered, id).Where(twin => !history.AreOne(twin.Id, id)).ToList();
        if (SensitiveActs.OfEdit(account, entered, twins) is { } reason)
        {
            var half = SensitiveActs.TakesNewCode(account, entered, history, Now) ? await FirstHalfAsync(account.StaffCode, entered.FullName, entered.UnitId, cancel) : null;
            var request = await StaffRequests.AskAsync(db, TwoPersonAct.EditAccount, account, new(entered, account.Face, half is null ? null : OneTimeCode.Hash(half.Code)), $"Sửa tài khoản {account.StaffCode} của {account.FullName}", reason, asker, Now, cancel);
            await db.SaveAsync(new(asker.StaffCode, "Đề nghị sửa tài khoản", account.StaffCode), cancel);
            return new(half is null ? [] : [half], [request.Summary]);
        }

        await ApplyAsync(account, entered, new(asker, Second: null, Now), cancel);
        await db.SaveAsync(new(asker.StaffCode, "Sửa tài khoản", account.StaffCode), cancel);
        return new([], []);
    }

    /// <summary>Disables an account, whose sessions end, or enables it with a new one-time code, or asks to.</summary>
    /// <returns>The new code when it was enabled.</returns>
    /// <exception cref="RefusedException">One's own account, or the last administrator.</exception>
    public async Task<StaffOutcome> SetActiveAsync(StaffActor actor, Guid id, bool isActive, CancellationToken cancel = default)
    {
        var asker = await AskerAsync(actor, StaffRoles.Administrator, cancel);
        var account = await ChangeableAsync(asker, id, cancel);
        if (account.IsActive == isActive)
        {
            throw new RefusedException(isActive ? "Tài khoản đang hoạt động." : "Tài khoản đã khoá từ trước.");
        }

        if (isActive)
        {
            return await GiveCodeAsync(account, TwoPersonAct.EnableAccount, StaffEventKind.Enabled, $"Mở lại tài khoản {account.StaffCode}", asker, cancel);
        }

        await _checks.KeepAnAdministratorAsync(account, cancel);
        Disable(account, new(asker, Second: null, Now));
        await db.SaveAsync(new(asker.StaffCode, "Khoá tài khoản", account.StaffCode), cancel);
        return new([], []);
    }

    /// <summary>A new one-time code in place of a forgotten password, without e-mail, or a request for it; ends the person's sessions.</summary>
    /// <exception cref="RefusedException">An account the actor may not reset.</exception>
    public async Task<StaffOutcome> ResetAsync(StaffActor actor, Guid id, CancellationToken cancel = default)
    {
        var asker = await AskerAsync(actor, StaffRoles.Administrator | StaffRoles.Coordinator, cancel);
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == id, cancel);
        RefuseUnlessMayReset(StaffActor.Of(asker), account);
        return await GiveCodeAsync(account, TwoPersonAct.ResetAccount, StaffEventKind.CodeIssued, $"Cấp mã dùng một lần cho {account.StaffCode}", asker, cancel);
    }

    /// <summary>
    /// When an officer changes: the old account is disabled and the new person gets one with the same unit, roles and
    /// assignments, in one save; or a request for it.
    /// </summary>
    /// <exception cref="RefusedException">An account the actor may not hand over, or a code that exists.</exception>
    public async Task<StaffOutcome> HandOverAsync(StaffActor actor, Guid id, string staffCode, string fullName, string? post, CancellationToken cancel = default)
    {
        var asker = await AskerAsync(actor, StaffRoles.Administrator | StaffRoles.Coordinator, cancel);
        var old = await db.StaffAccounts.FirstAsync(a => a.Id == id, cancel);
        RefuseUnlessMayReset(StaffActor.Of(asker), old);
        var entry = await _checks.NewAsync(new(staffCode, fullName, post, old.Roles, old.UnitId), cancel);
        var twins = (await StaffHistory.ReadAsync(db, cancel)).Twins(entry, except: id);
        var act = $"Bàn giao tài khoản {old.StaffCode} cho {entry.StaffCode}";
        if (SensitiveActs.OfEntry(entry, twins) is { } reason)
        {
            var slip = await FirstHalfAsync(entry.StaffCode, entry.FullName, entry.UnitId, cancel);
            var request = await StaffRequests.AskAsync(db, TwoPersonAct.HandOverAccount, old, new(entry, old.Face, OneTimeCode.Hash(slip.Code)), $"{act} ({entry.FullName})", reason, asker, Now, cancel);
            await db.SaveAsync(new(asker.StaffCode, "Đề nghị:", act), cancel);
            return new([slip], [request.Summary]);
        }

        var (hand, code) = (new StaffHand(asker, Second: null, Now), OneTimeCode.New());
        var successor = await TakeOverAsync(old, entry, hand, OneTimeCode.Hash(code), cancel);
        await db.SaveAsync(new(asker.StaffCode, act), cancel);
        return new([await SlipAsync(successor, code, CodePart.Whole, cancel)], []);
    }

    /// <summary>Which of the codes exist already, in the form they are compared in.</summary>
    public async Task<IReadOnlySet<string>> TakenAsync(IEnumerable<string> codes, CancellationToken cancel = default)
    {
        var wanted = codes.Select(StaffAccount.NormalizeCode).ToList();
        return (await db.StaffAccounts.Where(account => wanted.Contains(account.NormalizedUserName!)).Select(account => account.NormalizedUserName!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Makes an account that waits to be saved.</summary>
    internal async Task<StaffAccount> PrepareAsync(StaffEntry entry, StaffHand hand, string codeHash, StaffOrigin origin, CancellationToken cancel)
    {
        var person = await _checks.NewAsync(entry, cancel);
        var account = new StaffAccount(person.StaffCode, person.FullName, person.Roles, person.UnitId) { Id = origin.Id, Post = person.Post, Email = person.Email };
        account.TakeCode(codeHash, hand.At);
        db.Add(account);
        db.Tell(account, StaffEventKind.Created, account.Face, hand, origin.Predecessor);
        return account;
    }

    /// <summary>Changes an account, which waits to be saved.</summary>
    internal async Task ApplyAsync(StaffAccount account, StaffEntry entry, StaffHand hand, CancellationToken cancel)
    {
        await _checks.EditAsync(account, entry, cancel);
        var was = account.Face;
        (account.FullName, account.Post, account.Email, account.Roles, account.UnitId) = (entry.FullName, entry.Post, entry.Email, entry.Roles, entry.UnitId);
        if (was.Roles != entry.Roles)
        {
            account.EndSessions();
            db.Tell(account, StaffEventKind.RolesChanged, was, hand);
        }

        if (was.UnitId != entry.UnitId)
        {
            account.EndSessions();
            db.Tell(account, StaffEventKind.UnitChanged, was, hand);
        }

        if ((was.FullName, was.Post, was.Email) != (entry.FullName, entry.Post, entry.Email))
        {
            db.Tell(account, StaffEventKind.DetailsChanged, was, hand);
        }
    }

    /// <summary>Disables an account and makes its successor's, with its assignments; both wait to be saved.</summary>
    internal async Task<StaffAccount> TakeOverAsync(StaffAccount old, StaffEntry entry, StaffHand hand, string codeHash, CancellationToken cancel)
    {
        var successor = await PrepareAsync(entry, hand, codeHash, new(Guid.CreateVersion7(), old.Id), cancel);
        foreach (var assignment in await db.AppraiserAssignments.Where(assignment => assignment.AccountId == old.Id).ToListAsync(cancel))
        {
            assignment.HandOverTo(successor.Id);
        }

        foreach (var share in await db.Set<FieldShare>().Where(share => share.AccountId == old.Id).ToListAsync(cancel))
        {
            share.HandOverTo(successor.Id);
        }

        Disable(old, hand);
        return successor;
    }

    /// <summary>What is handed to a person.</summary>
    internal async Task<IssuedCode> SlipAsync(StaffAccount account, string code, CodePart part, CancellationToken cancel) =>
        new(account.StaffCode, account.FullName, await UnitNameAsync(account.UnitId, cancel), code, account.OneTimeCodeExpiresAt, part);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string WordsOfAdding(int made, int asked, string first) => (made, asked) switch
    {
        (1, 0) => $"Tạo tài khoản {first}",
        (0, 1) => $"Đề nghị tạo tài khoản {first}",
        (_, 0) => $"Tạo {made} tài khoản từ danh sách",
        (0, _) => $"Đề nghị tạo {asked} tài khoản từ danh sách",
        _ => $"Tạo {made} tài khoản, đề nghị tạo {asked} tài khoản từ danh sách",
    };

    private static void RefuseUnlessMayReset(StaffActor actor, StaffAccount account)
    {
        if (!actor.MayReset(account))
        {
            throw new RefusedException("Không cấp lại được tài khoản này: tài khoản đã khoá, là của chính bạn, hoặc có vai trò chỉ người quản trị được cấp lại.", isOfRights: account.IsActive);
        }
    }

    private void Disable(StaffAccount account, StaffHand hand)
    {
        account.IsActive = false;
        (account.OneTimeCodeHash, account.OneTimeCodeExpiresAt) = (null, null);
        account.EndSessions();
        db.Tell(account, StaffEventKind.Disabled, account.Face, hand);
    }

    private async Task<StaffOutcome> GiveCodeAsync(StaffAccount account, TwoPersonAct act, StaffEventKind kind, string words, StaffAccount asker, CancellationToken cancel)
    {
        if (SensitiveActs.OfAccess(account) is { } reason)
        {
            var half = await FirstHalfAsync(account.StaffCode, account.FullName, account.UnitId, cancel);
            var request = await StaffRequests.AskAsync(db, act, account, new(Entry: null, account.Face, OneTimeCode.Hash(half.Code)), $"{words} ({account.FullName})", reason, asker, Now, cancel);
            await db.SaveAsync(new(asker.StaffCode, "Đề nghị:", words), cancel);
            return new([half], [request.Summary]);
        }

        account.IsActive = true;
        var code = account.IssueCode(Now);
        db.Tell(account, kind, account.Face, new(asker, Second: null, Now));
        await db.SaveAsync(new(asker.StaffCode, words), cancel);
        return new([await SlipAsync(account, code, CodePart.Whole, cancel)], []);
    }

    private async Task<IssuedCode> FirstHalfAsync(string staffCode, string fullName, Guid? unitId, CancellationToken cancel) =>
        new(staffCode, fullName, await UnitNameAsync(unitId, cancel), OneTimeCode.NewHalf(), ExpiresAt: null, CodePart.First);

    /// <summary>Who acts, with the rights stored now and not those of a session.</summary>
    private async Task<StaffAccount> AskerAsync(StaffActor actor, StaffRoles roles, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == actor.Id && account.IsActive, cancel) is { } asker && asker.Has(roles)
            ? asker
            : throw new RefusedException("Tài khoản này không còn vai trò để thực hiện việc này.", isOfRights: true);
    }

    private async Task<StaffAccount> ChangeableAsync(StaffAccount asker, Guid id, CancellationToken cancel) =>
        asker.Id != id
            ? await db.StaffAccounts.FirstAsync(account => account.Id == id, cancel)
            : throw new RefusedException("Không ai tự sửa hoặc khoá tài khoản của chính mình; việc này cần một người quản trị khác.", isOfRights: true);

    private async Task<IssuedCode> MakeAsync(StaffEntry entry, StaffHand hand, CancellationToken cancel)
    {
        var code = OneTimeCode.New();
        return await SlipAsync(await PrepareAsync(entry, hand, OneTimeCode.Hash(code), new(Guid.CreateVersion7(), Predecessor: null), cancel), code, CodePart.Whole, cancel);
    }

    private async Task<string?> UnitNameAsync(Guid? id, CancellationToken cancel) =>
        id is null ? null : (await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == id, cancel))?.CurrentName.Name;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{1,39}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex CodePattern();
}
