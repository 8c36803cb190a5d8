using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>Keeps the groups of units.</summary>
public sealed class UnitGroupAdministration(ParIndexDb db)
{
    /// <summary>All groups in their order.</summary>
    public async Task<IReadOnlyList<UnitGroup>> AllAsync(CancellationToken cancel = default) =>
        await db.UnitGroups.AsNoTracking().OrderBy(group => group.Position).ThenBy(group => group.Slug).ToListAsync(cancel);

    /// <summary>The group of a slug to be changed, or <c>null</c>.</summary>
    public Task<UnitGroup?> FindAsync(string slug, CancellationToken cancel = default) => db.UnitGroups.FirstOrDefaultAsync(group => group.Slug == slug, cancel);

    /// <summary>Adds a group.</summary>
    /// <exception cref="RefusedException">Its slug is taken.</exception>
    public async Task AddAsync(UnitGroup group, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.UnitGroups.AsNoTracking().FirstOrDefaultAsync(other => other.Slug == group.Slug, cancel) is { } holder)
        {
            throw new RefusedException($"Định danh “{group.Slug}” đã là của nhóm “{holder.Name}”.");
        }

        db.Add(group);
        await SaveAsync(new(actor.StaffCode, "Thêm nhóm đơn vị", group.Slug), $"Định danh “{group.Slug}” vừa được người khác tạo.", cancel);
    }

    /// <summary>Changes what headings show; slug and kind stay.</summary>
    /// <param name="group">The group, from <see cref="FindAsync"/>.</param>
    /// <param name="version">The version the form showed.</param>
    /// <param name="name">Name.</param>
    /// <param name="nameEn">English name, or <c>null</c>.</param>
    /// <param name="position">Order among the groups.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="RefusedException">Somebody changed the group meanwhile.</exception>
    public async Task DescribeAsync(UnitGroup group, Guid version, string name, string? nameEn, int position, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(actor);
        group.Describe(name, nameEn, position);
        db.Entry(group).Property(changed => changed.Version).OriginalValue = version;
        await SaveAsync(new(actor.StaffCode, "Sửa nhóm đơn vị", group.Slug), "Nhóm vừa được người khác thay đổi. Hãy xem lại hiện trạng; nếu vẫn đúng, bấm ghi lần nữa.", cancel);
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
