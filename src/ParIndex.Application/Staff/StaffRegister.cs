using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Staff;

/// <summary>What is entered about a person.</summary>
/// <param name="StaffCode">Staff code, unique and permanent.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Post">Post, or <c>null</c>.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="UnitId">The unit, or <c>null</c>.</param>
/// <param name="Email">Where reminders go too, or <c>null</c>: then they are read on the start page alone.</param>
public sealed record StaffEntry(string StaffCode, string FullName, string? Post, StaffRoles Roles, Guid? UnitId, string? Email = null);

/// <summary>An account in a list.</summary>
/// <param name="Account">The account.</param>
/// <param name="Unit">Its unit's present name, or <c>null</c>.</param>
public sealed record StaffRow(StaffAccount Account, string? Unit);

/// <summary>A code to hand to a person, shown once.</summary>
/// <param name="StaffCode">Staff code.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Unit">The unit's name, or <c>null</c>.</param>
/// <param name="Code">The one-time code.</param>
/// <param name="ExpiresAt">Instant from which it is refused, UTC.</param>
public sealed record IssuedCode(string StaffCode, string FullName, string? Unit, string Code, DateTime ExpiresAt);

/// <summary>The accounts of staff. Every change is one save and one event; accounts are disabled, never deleted.</summary>
public sealed partial class StaffRegister(ParIndexDb db, TimeProvider clock)
{
    /// <summary>What a staff code may look like, for a refusal.</summary>
    public const string CodeForm = "Mã cán bộ gồm 2–40 chữ cái không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới.";

    /// <summary>The form codes are compared in.</summary>
    public static string NormalizeCode(string staffCode)
    {
        ArgumentNullException.ThrowIfNull(staffCode);
        return VietnameseText.Normalize(staffCode).ToUpperInvariant();
    }

    /// <summary>What an e-mail address may look like, for a refusal.</summary>
    public const string EmailForm = "Thư điện tử có dạng ten@co-quan.gov.vn, dài nhất 200 ký tự.";

    /// <summary>Whether a text can be an e-mail address: one address, and nothing around it.</summary>
    public static bool IsEmail(string email) => email is { Length: <= 200 } && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether a text can be a staff code.</summary>
    public static bool IsCode(string staffCode) => CodePattern().IsMatch(staffCode);

    /// <summary>Accounts whose code, name, post or unit hold all the words, active ones first, by name.</summary>
    public async Task<IReadOnlyList<StaffRow>> ListAsync(string? words, CancellationToken cancel = default)
    {
        var units = (await db.Units.AsNoTracking().ToListAsync(cancel)).ToDictionary(unit => unit.Id);
        var wanted = VietnameseText.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rows = (await db.StaffAccounts.AsNoTracking().ToListAsync(cancel))
            .Select(account => new StaffRow(account, account.UnitId is { } id ? units[id].CurrentName.Name : null))
            .Where(row => Array.TrueForAll(wanted, VietnameseText.Fold($"{row.Account.StaffCode} {row.Account.FullName} {row.Account.Post} {row.Unit}").Contains));
        return [.. rows.OrderByDescending(row => row.Account.IsActive).ThenBy(row => row.Account.FullName, UnitNames.Comparer).ThenBy(row => row.Account.StaffCode, StringComparer.Ordinal)];
    }

    /// <summary>The account, or <c>null</c>.</summary>
    public async Task<StaffRow?> FindAsync(Guid id, CancellationToken cancel = default) =>
        await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, cancel) is { } found
            ? new StaffRow(found, await UnitNameAsync(found.UnitId, cancel))
            : null;

    /// <summary>Makes accounts, all or none, each with a one-time code.</summary>
    /// <exception cref="StaffRefusedException">A code that exists, an e-mail address that is none, or roles that cannot be held together.</exception>
    public async Task<IReadOnlyList<IssuedCode>> AddAsync(string actor, IReadOnlyList<StaffEntry> people, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        var issued = new List<IssuedCode>();
        foreach (var person in people)
        {
            issued.Add(await PrepareAsync(person, cancel));
        }

        await db.SaveActAsync(actor, people.Count == 1 ? $"Tạo tài khoản {people[0].StaffCode}" : $"Tạo {people.Count} tài khoản từ danh sách", cancel);
        return issued;
    }

    /// <summary>Changes name, post, e-mail address, roles and unit. A change of roles or unit ends the person's sessions.</summary>
    /// <param name="actor">Who changes it; not the person.</param>
    /// <param name="id">The account.</param>
    /// <param name="entry">What is entered; the staff code never changes.</param>
    /// <param name="stamp">The concurrency stamp the form was shown with.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StaffRefusedException">One's own account, roles that cannot be held together, or the last administrator.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the account since.</exception>
    public async Task EditAsync(StaffActor actor, Guid id, StaffEntry entry, string? stamp, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(entry);
        var account = await ChangeableAsync(actor, id, cancel);
        db.Entry(account).Property(a => a.ConcurrencyStamp).OriginalValue = stamp;
        RefuseRoles(entry.Roles, entry.UnitId);
        var email = Email(entry.Email);
        if ((entry.Roles & StaffRoles.Administrator) == StaffRoles.None)
        {
            await KeepAnAdministratorAsync(account, cancel);
        }

        if (account.Roles != entry.Roles || account.UnitId != entry.UnitId)
        {
            account.EndSessions();
        }

        (account.FullName, account.Post, account.Email, account.Roles, account.UnitId) = (VietnameseText.Normalize(entry.FullName), Post(entry.Post), email, entry.Roles, entry.UnitId);
        await db.SaveActAsync(actor.StaffCode, $"Sửa tài khoản {account.StaffCode}", cancel);
    }

    /// <summary>Disables an account, whose sessions end, or enables it with a new one-time code.</summary>
    /// <returns>The new code when it was enabled.</returns>
    /// <exception cref="StaffRefusedException">One's own account, or the last administrator.</exception>
    public async Task<IssuedCode?> SetActiveAsync(StaffActor actor, Guid id, bool isActive, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = await ChangeableAsync(actor, id, cancel);
        if (account.IsActive == isActive)
        {
            throw new StaffRefusedException(isActive ? "Tài khoản đang hoạt động." : "Tài khoản đã khoá từ trước.");
        }

        if (!isActive)
        {
            await KeepAnAdministratorAsync(account, cancel);
            Disable(account);
            await db.SaveActAsync(actor.StaffCode, $"Khoá tài khoản {account.StaffCode}", cancel);
            return null;
        }

        account.IsActive = true;
        var issued = await IssueAsync(account, cancel);
        await db.SaveActAsync(actor.StaffCode, $"Mở lại tài khoản {account.StaffCode}", cancel);
        return issued;
    }

    /// <summary>A new one-time code in place of a forgotten password, without e-mail; ends the person's sessions.</summary>
    /// <exception cref="StaffRefusedException">An account the actor may not reset.</exception>
    public async Task<IssuedCode> ResetAsync(StaffActor actor, Guid id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == id, cancel);
        RefuseUnlessMayReset(actor, account);
        var issued = await IssueAsync(account, cancel);
        await db.SaveActAsync(actor.StaffCode, $"Cấp mã dùng một lần cho {account.StaffCode}", cancel);
        return issued;
    }

    /// <summary>
    /// When an officer changes: the old account is disabled and the new person gets one with the same unit, roles and
    /// assignments, in one save.
    /// </summary>
    /// <exception cref="StaffRefusedException">An account the actor may not hand over, or a code that exists.</exception>
    public async Task<IssuedCode> HandOverAsync(StaffActor actor, Guid id, string staffCode, string fullName, string? post, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var old = await db.StaffAccounts.FirstAsync(a => a.Id == id, cancel);
        RefuseUnlessMayReset(actor, old);
        var issued = await PrepareAsync(new(staffCode, fullName, post, old.Roles, old.UnitId), cancel);
        var successor = db.StaffAccounts.Local.Single(account => account.NormalizedUserName == NormalizeCode(staffCode));
        foreach (var assignment in await db.AppraiserAssignments.Where(assignment => assignment.AccountId == id).ToListAsync(cancel))
        {
            assignment.HandOverTo(successor.Id);
        }

        Disable(old);
        await db.SaveActAsync(actor.StaffCode, $"Bàn giao tài khoản {old.StaffCode} cho {successor.StaffCode}", cancel);
        return issued;
    }

    /// <summary>Which of the codes exist already, in the form they are compared in.</summary>
    public async Task<IReadOnlySet<string>> TakenAsync(IEnumerable<string> codes, CancellationToken cancel = default)
    {
        var wanted = codes.Select(NormalizeCode).ToList();
        return (await db.StaffAccounts.Where(account => wanted.Contains(account.NormalizedUserName!)).Select(account => account.NormalizedUserName!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }

    private static void Disable(StaffAccount account)
    {
        account.IsActive = false;
        (account.OneTimeCodeHash, account.OneTimeCodeExpiresAt) = (null, null);
        account.EndSessions();
    }

    private static void RefuseRoles(StaffRoles roles, Guid? unitId)
    {
        if (RoleWords.Refuse(roles, unitId) is { } reason)
        {
            throw new StaffRefusedException(reason);
        }
    }

    private static void RefuseUnlessMayReset(StaffActor actor, StaffAccount account)
    {
        if (!actor.MayReset(account))
        {
            throw new StaffRefusedException("Không cấp lại được tài khoản này: tài khoản đã khoá, là của chính bạn, hoặc có vai trò chỉ người quản trị được cấp lại.", isOfRights: account.IsActive);
        }
    }

    private static string? Post(string? post) => string.IsNullOrWhiteSpace(post) ? null : VietnameseText.Normalize(post);

    private static string? Email(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null
        : IsEmail(email.Trim()) ? email.Trim()
        : throw new StaffRefusedException(EmailForm);

    private async Task<StaffAccount> ChangeableAsync(StaffActor actor, Guid id, CancellationToken cancel) =>
        actor.Id != id
            ? await db.StaffAccounts.FirstAsync(account => account.Id == id, cancel)
            : throw new StaffRefusedException("Không ai tự sửa hoặc khoá tài khoản của chính mình; việc này cần một người quản trị khác.", isOfRights: true);

    private async Task KeepAnAdministratorAsync(StaffAccount account, CancellationToken cancel)
    {
        var others = await db.StaffAccounts.AsNoTracking().Where(other => other.Id != account.Id && other.IsActive).ToListAsync(cancel);
        if (account.Has(StaffRoles.Administrator) && !others.Exists(other => other.Has(StaffRoles.Administrator)))
        {
            throw new StaffRefusedException("Đây là người quản trị cuối cùng còn hoạt động; hãy tạo người quản trị khác trước.");
        }
    }

    private async Task<IssuedCode> PrepareAsync(StaffEntry entry, CancellationToken cancel)
    {
        RefuseRoles(entry.Roles, entry.UnitId);
        var code = VietnameseText.Normalize(entry.StaffCode);
        if (!IsCode(code))
        {
            throw new StaffRefusedException(CodeForm);
        }

        if ((await TakenAsync([code], cancel)).Count > 0)
        {
            throw new StaffRefusedException($"Mã cán bộ {code} đã có tài khoản; mỗi người một mã, không dùng lại.");
        }

        var account = new StaffAccount(code, VietnameseText.Normalize(entry.FullName), entry.Roles, entry.UnitId)
        {
            Post = Post(entry.Post),
            Email = Email(entry.Email),
        };
        db.Add(account);
        return await IssueAsync(account, cancel);
    }

    private async Task<IssuedCode> IssueAsync(StaffAccount account, CancellationToken cancel)
    {
        var code = account.IssueCode(clock.GetUtcNow().UtcDateTime);
        return new(account.StaffCode, account.FullName, await UnitNameAsync(account.UnitId, cancel), code, account.OneTimeCodeExpiresAt!.Value);
    }

    private async Task<string?> UnitNameAsync(Guid? id, CancellationToken cancel) =>
        id is null ? null : (await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == id, cancel))?.CurrentName.Name;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{1,39}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex CodePattern();
}
