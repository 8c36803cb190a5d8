using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>What an account must be, whoever makes or changes it; each check throws <see cref="RefusedException"/>.</summary>
internal sealed class StaffChecks(ParIndexDb db)
{
    /// <summary>What is entered, as it is stored.</summary>
    public static StaffEntry Normalized(StaffEntry entry) => entry with
    {
        StaffCode = VietnameseText.Normalize(entry.StaffCode),
        FullName = VietnameseText.Normalize(entry.FullName),
        Post = string.IsNullOrWhiteSpace(entry.Post) ? null : VietnameseText.Normalize(entry.Post),
        Email = string.IsNullOrWhiteSpace(entry.Email) ? null : StaffRegister.IsEmail(entry.Email.Trim()) ? entry.Email.Trim() : throw new RefusedException(StaffRegister.EmailForm),
    };

    /// <summary>One address is one person's: where somebody has it already, another gets none.</summary>
    public static void RefuseMail(string? email, Func<string, string?> ownerOf)
    {
        if (StaffHistory.MailKey(email) is { } key && ownerOf(key) is { } owner)
        {
            throw new RefusedException($"Thư điện tử {email} là của tài khoản {owner}; mỗi người một tài khoản, một địa chỉ.");
        }
    }

    /// <summary>An account to be made: a code nobody has, roles that go together, an address of its own.</summary>
    public async Task<StaffEntry> NewAsync(StaffEntry entry, CancellationToken cancel)
    {
        RefuseRoles(entry.Roles, entry.UnitId);
        var person = Normalized(entry);
        if (!StaffRegister.IsCode(person.StaffCode))
        {
            throw new RefusedException(StaffRegister.CodeForm);
        }

        var normalized = StaffAccount.NormalizeCode(person.StaffCode);
        if (await db.StaffAccounts.AnyAsync(account => account.NormalizedUserName == normalized, cancel))
        {
            throw new RefusedException($"Mã cán bộ {person.StaffCode} đã có tài khoản; mỗi người một mã, không dùng lại.");
        }

        await RefuseMailAsync(person.Email, except: null, cancel);
        return person;
    }

    /// <summary>An account as it is to be.</summary>
    public async Task EditAsync(StaffAccount account, StaffEntry entry, CancellationToken cancel)
    {
        RefuseRoles(entry.Roles, entry.UnitId);
        if (StaffHistory.MailKey(entry.Email) != StaffHistory.MailKey(account.Email))
        {
            await RefuseMailAsync(entry.Email, account.Id, cancel);
        }

        if ((entry.Roles & StaffRoles.Administrator) == StaffRoles.None)
        {
            await KeepAnAdministratorAsync(account, cancel);
        }
    }

    /// <summary>One administrator is left, whatever happens to this account.</summary>
    public async Task KeepAnAdministratorAsync(StaffAccount account, CancellationToken cancel)
    {
        var others = await db.StaffAccounts.AsNoTracking().Where(other => other.Id != account.Id && other.IsActive).ToListAsync(cancel);
        if (account.Has(StaffRoles.Administrator) && !others.Exists(other => other.Has(StaffRoles.Administrator)))
        {
            throw new RefusedException("Đây là người quản trị cuối cùng còn hoạt động; hãy tạo người quản trị khác trước.");
        }
    }

    private static void RefuseRoles(StaffRoles roles, Guid? unitId)
    {
        if (RoleWords.Refuse(roles, unitId) is { } reason)
        {
            throw new RefusedException(reason);
        }
    }

    private async Task RefuseMailAsync(string? email, Guid? except, CancellationToken cancel)
    {
        if (email is not null)
        {
            var others = await db.StaffAccounts.AsNoTracking().Where(account => account.IsActive && account.Id != except && account.Email != null).ToListAsync(cancel);
            RefuseMail(email, key => others.Find(other => StaffHistory.MailKey(other.Email) == key)?.StaffCode);
        }
    }
}
