using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;

namespace ParIndex.Application.CriteriaSets;

/// <summary>
/// The criteria sets by year and group, and every change to them.
/// </summary>
public sealed class CriteriaSetRegister(ParIndexDb db)
{
    /// <summary>All sets with their criteria, newest year first.</summary>
    public async Task<IReadOnlyList<CriteriaSet>> AllAsync(CancellationToken cancel = default) =>
        await db.CriteriaSets.AsNoTracking().Include(set => set.Criteria).OrderByDescending(set => set.Year).ThenBy(set => set.GroupSlug).ToListAsync(cancel);

    /// <summary>All sets without their criteria, newest year first.</summary>
    public async Task<IReadOnlyList<CriteriaSet>> TitlesAsync(CancellationToken cancel = default) =>
        await db.CriteriaSets.AsNoTracking().OrderByDescending(set => set.Year).ThenBy(set => set.GroupSlug).ToListAsync(cancel);

    /// <summary>A set with its criteria, or <c>null</c>.</summary>
    public Task<CriteriaSet?> FindAsync(Guid id, CancellationToken cancel = default) =>
        db.CriteriaSets.Include(set => set.Criteria).SingleOrDefaultAsync(set => set.Id == id, cancel);

    /// <summary>The same group's set of the newest year before, or <c>null</c>.</summary>
    public Task<CriteriaSet?> BeforeAsync(CriteriaSet set, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        return db.CriteriaSets.Include(earlier => earlier.Criteria)
            .Where(earlier => earlier.GroupSlug == set.GroupSlug && earlier.Year < set.Year)
            .OrderByDescending(earlier => earlier.Year)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Stores a new set, whole or not at all.</summary>
    /// <exception cref="RefusedException">The year and group have one.</exception>
    public async Task AddAsync(CriteriaSet set, Act act, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (await db.CriteriaSets.AnyAsync(other => other.Year == set.Year && other.GroupSlug == set.GroupSlug, cancel))
        {
            throw new RefusedException(HasOne(set));
        }

        db.Add(set);
        try
        {
            await db.SaveAsync(act, cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            throw new RefusedException(HasOne(set));
        }
    }

    /// <summary>A copy for another year, in which every criterion continues its model unchanged.</summary>
    public static CriteriaSet CopyOf(CriteriaSet earlier, int year, string title)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var copy = new CriteriaSet(year, earlier.GroupSlug, title) { IsSample = earlier.IsSample };
        var copies = new Dictionary<Guid, Criterion>();
        foreach (var (node, _) in earlier.Tree())
        {
            var made = copy.Add(node.Content, node.ParentId is { } parent ? copies[parent] : null);
            copy.Continue(made, node, LineageChange.Same, comparable: true);
            copies.Add(node.Id, made);
        }

        return copy;
    }

    /// <summary>Changes a set as read by <see cref="FindAsync"/> and saves it.</summary>
    /// <param name="set">The set, tracked.</param>
    /// <param name="version">The version the form was made from.</param>
    /// <param name="act">Who does what.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RefusedException">The set is locked, the change is refused, or somebody was faster.</exception>
    public Task ChangeAsync(CriteriaSet set, Guid version, Act act, Action change, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(change);
        set.RequireUnlocked();
        change();
        return SaveAsync(set, version, act, cancel);
    }

    /// <summary>Moves a node with all below it under another.</summary>
    /// <param name="set">The set, tracked.</param>
    /// <param name="criterion">The node.</param>
    /// <param name="parentKey">Key of the node it shall stand under, as the form sent it; empty to make it a field.</param>
    /// <param name="version">The version the form was made from.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RefusedException">The set is locked, the node it shall stand under is gone or below it, or somebody was faster.</exception>
    public Task MoveUnderAsync(CriteriaSet set, Criterion criterion, string? parentKey, Guid version, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(actor);
        return ChangeAsync(set, version, new(actor.StaffCode, "Chuyển tiêu chí sang tiêu chí cấp trên khác"), () => set.MoveUnder(criterion, Parent()), cancel);

        Criterion? Parent() => string.IsNullOrEmpty(parentKey)
            ? null
            : set.Criteria.FirstOrDefault(node => node.Id.ToString() == parentKey) ?? throw new RefusedException("Tiêu chí cấp trên đã chọn không còn trong bộ tiêu chí; hãy chọn lại.");
    }

    /// <summary>Removes a node with all below it.</summary>
    /// <exception cref="RefusedException">Something already speaks of one of them, the set is locked, or somebody was faster.</exception>
    public async Task RemoveAsync(CriteriaSet set, Criterion criterion, Guid version, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(actor);
        var ids = set.Branch(criterion).Select(node => node.Id).ToList();
        var isNamed = await db.Set<Exemption>().AnyAsync(exemption => ids.Contains(exemption.CriterionId), cancel)
            || await db.AppraiserAssignments.AnyAsync(assignment => assignment.FieldId != null && ids.Contains(assignment.FieldId.Value), cancel);
        RefusedException.ThrowIf(isNamed ? $"“{criterion.Code}” đang có quyết định không áp dụng hoặc phân công thẩm định; hãy bỏ các mục đó trước." : null);
        await ChangeAsync(set, version, new(actor.StaffCode, "Bỏ tiêu chí"), () => set.Remove(criterion), cancel);
    }

    /// <summary>Deletes a set.</summary>
    /// <exception cref="RefusedException">A round uses it, or somebody was faster.</exception>
    public async Task DeleteAsync(CriteriaSet set, Guid version, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(actor);
        if (set.LockedAt is not null || await db.Set<RoundGroup>().AnyAsync(group => group.CriteriaSetId == set.Id, cancel))
        {
            throw new RefusedException("Bộ tiêu chí đang được dùng trong một kỳ đánh giá, không xoá được.");
        }

        db.Remove(set);
        await SaveAsync(set, version, new(actor.StaffCode, "Xoá bộ tiêu chí"), cancel);
    }

    /// <summary>Records which criterion of the earlier year each one continues, as a person decided.</summary>
    /// <param name="set">The later set, tracked.</param>
    /// <param name="decisions">By criterion: the earlier one or <c>null</c> for a new one, and whether points may be compared.</param>
    /// <param name="version">The version the form was made from.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RefusedException">The set is locked, an earlier criterion is continued twice, or somebody was faster.</exception>
    public Task DecideLineageAsync(CriteriaSet set, IReadOnlyDictionary<Criterion, (Criterion? Earlier, bool Comparable)> decisions, Guid version, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(actor);
        return ChangeAsync(set, version, new(actor.StaffCode, "Ghi nguồn gốc của tiêu chí"), Decide, cancel);

        void Decide()
        {
            if (decisions.Values.Select(decision => decision.Earlier).OfType<Criterion>().GroupBy(earlier => earlier).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                throw new RefusedException($"Tiêu chí “{twice.Key.Code}” năm trước được chọn cho {twice.Count()} tiêu chí; mỗi tiêu chí chỉ được kế thừa một lần.");
            }

            foreach (var (criterion, (earlier, comparable)) in decisions)
            {
                if (earlier is null)
                {
                    set.BeginAnew(criterion);
                }
                else
                {
                    set.Continue(criterion, earlier, LineageProposal.Change(earlier, criterion), comparable);
                }
            }
        }
    }

    private static string HasOne(CriteriaSet set) => $"Năm {set.Year} nhóm này đã có bộ tiêu chí. Hãy sửa bộ đó, hoặc xoá nó trước khi tạo bộ khác.";

    private async Task SaveAsync(CriteriaSet set, Guid version, Act act, CancellationToken cancel)
    {
        // Also where nothing is changed in the end: the form was made from a version, and says so.
        db.Entry(set).Property(one => one.Version).OriginalValue = version;
        try
        {
            await db.SaveAsync(act, cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException("Bộ tiêu chí vừa được người khác sửa. Số liệu hiện lưu được ghi bên cạnh; hãy kiểm tra rồi lưu lại.");
        }
    }
}
