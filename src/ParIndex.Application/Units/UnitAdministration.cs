using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>Keeps the register of units: new units, new names, other spellings, last days.</summary>
public sealed class UnitAdministration(ParIndexDb db)
{
    /// <summary>Refused because somebody else saved between reading and writing.</summary>
    public const string Changed = "Đơn vị vừa được người khác thay đổi. Hãy xem lại hiện trạng dưới đây; nếu vẫn đúng, bấm ghi lần nữa.";

    /// <summary>The unit of a code to be changed, or <c>null</c>.</summary>
    public Task<Unit?> FindAsync(string code, CancellationToken cancel = default) => db.Units.FirstOrDefaultAsync(unit => unit.Code == code, cancel);

    /// <summary>The active accounts of the unit's officers, by name.</summary>
    public async Task<IReadOnlyList<StaffAccount>> OfficersAsync(Unit unit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var accounts = await db.StaffAccounts.AsNoTracking().Where(account => account.UnitId == unit.Id && account.IsActive).ToListAsync(cancel);
        return [.. accounts.Where(account => account.Has(StaffRoles.UnitOfficer)).OrderBy(account => account.FullName, StringComparer.Ordinal)];
    }

    /// <summary>Adds a unit.</summary>
    /// <exception cref="RefusedException">Another unit has its name at the same time. One of a name that only folds alike gets a code of its own.</exception>
    public async Task<Unit> AddAsync(string name, UnitKind kind, string? nameEn, DateOnly? validFrom, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var others = await db.Units.AsNoTracking().ToListAsync(cancel);
        var unit = new Unit(name, kind, nameEn, validFrom, others.Select(other => other.Code));
        RefuseSharedName(unit.CurrentName.Name, unit, validFrom, others);
        db.Add(unit);
        await SaveAsync(new(actor.StaffCode, "Thêm đơn vị", unit.Code), $"Mã “{unit.Code}” vừa được người khác tạo.", cancel);
        return unit;
    }

    /// <summary>Adds the units of a list, all of them or none.</summary>
    /// <exception cref="RefusedException">Another unit has one of the names at the same time.</exception>
    public async Task<IReadOnlyList<Unit>> AddAsync(IReadOnlyList<ListedUnit> listed, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(actor);
        var others = await db.Units.AsNoTracking().ToListAsync(cancel);
        var added = new List<Unit>();
        foreach (var one in listed)
        {
            var unit = new Unit(one.Name, one.Kind, one.NameEn, validFrom: null, others.Select(other => other.Code));
            RefuseSharedName(unit.CurrentName.Name, unit, from: null, others);
            others.Add(unit);
            added.Add(unit);
        }

        db.AddRange(added);
        await SaveAsync(new(actor.StaffCode, "Nhập danh mục đơn vị", $"{added.Count} đơn vị"), "Danh mục đơn vị vừa được người khác thay đổi; hãy gửi lại danh sách.", cancel);
        return added;
    }

    /// <summary>Gives the unit a new name from a day on; the unit stays the same.</summary>
    /// <param name="unit">The unit, from <see cref="FindAsync"/>.</param>
    /// <param name="version">The version the form showed.</param>
    /// <param name="name">The new official name in full.</param>
    /// <param name="nameEn">Its English name, or <c>null</c>.</param>
    /// <param name="from">First day of the new name.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="RefusedException">The day does not fit the names and days known, another unit has the name, or somebody changed the unit.</exception>
    public async Task RenameAsync(Unit unit, Guid version, string name, string? nameEn, DateOnly from, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (VietnameseText.Normalize(name) == unit.CurrentName.Name)
        {
            throw new RefusedException($"Đơn vị đang mang chính tên “{unit.CurrentName.Name}”.");
        }

        if (unit.ValidTo is { } last)
        {
            throw new RefusedException($"{unit.CurrentName.Name} đã kết thúc hoạt động ngày {DateWriter.Vietnamese(last)}, không đổi tên được nữa.");
        }

        if (from <= unit.ValidFrom)
        {
            throw new RefusedException($"{unit.CurrentName.Name} chưa có trước ngày {DateWriter.Vietnamese(unit.ValidFrom.Value)}.");
        }

        RefuseSharedName(name, unit, from, await db.Units.AsNoTracking().Where(other => other.Id != unit.Id).ToListAsync(cancel));
        unit.Rename(name, from, nameEn);
        await ChangeAsync(unit, version, actor, "Đổi tên", cancel);
    }

    /// <summary>Adds another spelling.</summary>
    /// <exception cref="RefusedException">The unit is called so already, another unit is, or somebody changed the unit.</exception>
    public async Task AddAliasAsync(Unit unit, Guid version, string alias, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.IsCalled(alias))
        {
            throw new RefusedException($"{unit.CurrentName.Name} đã được nhận ra theo cách viết “{VietnameseText.Normalize(alias)}”.");
        }

        RefuseSharedName(alias, unit, unit.ValidFrom, await db.Units.AsNoTracking().Where(other => other.Id != unit.Id).ToListAsync(cancel));
        unit.AddAlias(alias);
        await ChangeAsync(unit, version, actor, "Ghi cách viết khác của", cancel);
    }

    /// <summary>Ends the unit: its last day. Again, it corrects that day.</summary>
    /// <exception cref="RefusedException">The unit or its name began later, or somebody changed the unit.</exception>
    public async Task CloseAsync(Unit unit, Guid version, DateOnly lastDay, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        unit.Close(lastDay);
        await ChangeAsync(unit, version, actor, "Ghi ngày kết thúc của", cancel);
    }

    /// <summary>A name may serve two units only one after the other: a table could not tell them apart.</summary>
    private static void RefuseSharedName(string name, Unit unit, DateOnly? from, IReadOnlyList<Unit> others)
    {
        var holder = others.FirstOrDefault(other => other.IsCalled(name) && IsCalledAfter(other, name, from) && (unit.ValidTo is null || other.ValidFrom is null || other.ValidFrom <= unit.ValidTo));
        if (holder is not null)
        {
            throw new RefusedException($"“{VietnameseText.Normalize(name)}” đang là tên hoặc cách viết của {holder.CurrentName.Name} (mã {holder.Code}); hai đơn vị không được trùng tên cùng thời gian.");
        }
    }

    /// <summary>Whether the unit bears the name, or exists with it as an alias, on or after the day.</summary>
    private static bool IsCalledAfter(Unit unit, string name, DateOnly? day)
    {
        var lastDays = unit.Names.Where(held => UnitNaming.Match(name, [held.Name])).Select(held => held.ValidTo)
            .Concat(unit.Aliases.Where(alias => UnitNaming.Match(name, [alias.Text])).Select(_ => unit.ValidTo));
        return lastDays.Any(last => day is null || last is null || last >= day);
    }

    private async Task ChangeAsync(Unit unit, Guid version, StaffAccount actor, string verb, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        db.Entry(unit).Property(changed => changed.Version).OriginalValue = version;
        await SaveAsync(new(actor.StaffCode, verb, unit.Code), Changed, cancel);
    }

    private async Task SaveAsync(Act act, string conflict, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(act, cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            throw new RefusedException(conflict);
        }
    }
}
