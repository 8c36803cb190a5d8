using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Rounds;

/// <summary>What a group took over from the year before.</summary>
/// <param name="Year">That year, or <c>null</c> when there was none.</param>
/// <param name="Units">How many units take part as they did then.</param>
/// <param name="Missing">Names of units that took part then and cannot now.</param>
public sealed record GroupOrigin(int? Year, int Units, IReadOnlyList<string> Missing);

/// <summary>Rounds and their groups while they are set up.</summary>
public sealed class RoundDrafts(ParIndexDb db, RoundReader rounds)
{
    /// <summary>The last year a district could assess its communes: districts ended on 1 July 2025.</summary>
    public const int LastDistrictYear = 2025;

    /// <summary>
    /// Who can assess in a year, as it calls itself: the province, and until <see cref="LastDistrictYear"/> each
    /// district for its communes.
    /// </summary>
    /// <param name="year">The year assessed.</param>
    /// <param name="province">The province's own name.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<string>> AuthoritiesAsync(int year, string province, CancellationToken cancel = default)
    {
        var districts = await db.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.District).ToListAsync(cancel);
        return
        [
            province,
            .. districts.Where(district => year <= LastDistrictYear && district.ExistedIn(year)).Select(district => DistrictAuthority(district.NameIn(year).Name)).Order(UnitNaming.Comparer),
        ];
    }

    /// <summary>Whether a round is a district's: it assesses communes only.</summary>
    public static bool IsDistrict(string authority) => authority.StartsWith("UBND ", StringComparison.Ordinal);

    /// <summary>Begins a round.</summary>
    /// <exception cref="RefusedException">The authority does not assess that year, or has a round of it already.</exception>
    public async Task<Guid> CreateAsync(int year, string authority, string province, string title, StaffAccount actor, CancellationToken cancel = default)
    {
        if (!(await AuthoritiesAsync(year, province, cancel)).Contains(authority))
        {
            throw new RefusedException($"“{authority}” không phải là cơ quan đánh giá trong năm {year}. UBND cấp huyện chỉ đánh giá cấp xã đến hết năm {LastDistrictYear}.");
        }

        if (await db.Rounds.AnyAsync(other => other.Year == year && other.Authority == authority && other.State != RoundState.Cancelled, cancel))
        {
            throw new RefusedException($"{authority} đã có kỳ đánh giá năm {year}; mỗi cơ quan có một kỳ trong một năm.");
        }

        var round = new Round(year, authority, VietnameseText.Normalize(title));
        db.Add(round);
        await db.SaveAsync(actor, "Tạo kỳ đánh giá", RoundSave.Named(round), cancel);
        return round.Id;
    }

    /// <summary>The groups that can be added: those registered and the usual ones, without those of the round; communes only for a district.</summary>
    public async Task<IReadOnlyList<UnitGroup>> AddableGroupsAsync(RoundSetup setup, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var registered = await db.UnitGroups.AsNoTracking().OrderBy(group => group.Position).ToListAsync(cancel);
        return [.. registered.Concat(UnitGroup.Usual().Where(usual => !registered.Exists(group => group.Slug == usual.Slug)))
            .Where(group => setup.Group(group.Slug) is null && (group.Kind == UnitKind.Commune || !IsDistrict(setup.Round.Authority)))];
    }

    /// <summary>
    /// Adds a group; its criteria set is chosen when exactly one of the year is there. Rules and units with their marks
    /// are those of the year before, to be changed where this year differs.
    /// </summary>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">A group that can be added, or the address of a new one.</param>
    /// <param name="newName">Name of the new group, or <c>null</c> for a known one.</param>
    /// <param name="kind">The sort of units in a new group.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">No draft, an unknown group, or a new one whose address is taken.</exception>
    public async Task<GroupOrigin> AddGroupAsync(Guid roundId, string slug, string? newName, UnitKind kind, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        var group = newName is null
            ? (await AddableGroupsAsync(setup, cancel)).FirstOrDefault(known => known.Slug == slug) ?? throw new RefusedException("Khối này không thêm được vào kỳ đánh giá: đã có trong kỳ, hoặc không thuộc thẩm quyền của cơ quan đánh giá.")
            : await NewGroupAsync(setup.Round, slug, newName, kind, cancel);
        if (!await db.UnitGroups.AnyAsync(known => known.Id == group.Id, cancel))
        {
            db.Add(group);
        }

        var sets = await db.CriteriaSets.Where(set => set.Year == setup.Round.Year && set.GroupSlug == group.Slug).ToListAsync(cancel);
        var before = await rounds.BeforeAsync(setup.Round, group.Id, cancel);
        var added = setup.Round.AddGroup(group, sets.Count == 1 ? sets[0] : null, before?.Group.Rules ?? new GroupRules());
        var origin = before is { } last ? await TakeUnitsAsync(setup, added, last.Year, last.Group, cancel) : new GroupOrigin(Year: null, 0, []);
        await db.SaveAsync(setup.Round, actor, "Thêm khối vào kỳ đánh giá", slug, cancel);
        return origin;
    }

    /// <summary>Takes a group out with its units and assignments.</summary>
    /// <exception cref="RefusedException">No draft.</exception>
    public async Task RemoveGroupAsync(Guid roundId, string slug, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        if (setup.Group(slug) is { } group)
        {
            db.RemoveRange(group.Assignments);
            setup.Round.Remove(group.Group);
            await db.SaveAsync(setup.Round, actor, "Bỏ khối khỏi kỳ đánh giá", slug, cancel);
        }
    }

    /// <summary>Chooses the criteria set and the rules of a group.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">The group.</param>
    /// <param name="version">The group's version as the form showed it.</param>
    /// <param name="criteriaSetId">A set of the year and group, or <c>null</c>.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">No draft, a set of another group, or somebody was faster.</exception>
    public async Task SetUpGroupAsync(Guid roundId, string slug, Guid version, Guid? criteriaSetId, GroupRules rules, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        var set = criteriaSetId is { } id ? await db.CriteriaSets.Include(s => s.Criteria).FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new RefusedException("Bộ tiêu chí đã chọn không còn tồn tại.") : null;
        if (set?.Id != group.Group.CriteriaSetId && group.Assignments.Any(assignment => assignment.FieldId is not null))
        {
            throw new RefusedException("Đã phân công thẩm định theo lĩnh vực của bộ tiêu chí đang chọn; bỏ các phân công đó trước khi đổi bộ tiêu chí.");
        }

        setup.Round.SetUp(group.Group, group.UnitGroup, set, rules);
        db.Entry(group.Group).Property(g => g.Version).OriginalValue = version;
        db.Entry(group.Group).Property(g => g.Version).IsModified = true;
        await db.SaveAsync(setup.Round, actor, "Thiết lập khối trong kỳ đánh giá", slug, cancel);
    }

    private async Task<GroupOrigin> TakeUnitsAsync(RoundSetup setup, RoundGroup added, int year, RoundGroup before, CancellationToken cancel)
    {
        var unitIds = before.Participants.Select(participant => participant.UnitId).ToList();
        var units = await db.Units.Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancel);
        var left = RoundCopy.TakeUnits(setup.Round, added, before.Participants.Select(participant => (participant, units[participant.UnitId])));
        return new(year, added.Participants.Count, [.. left.Select(unit => unit.NameIn(year).Name).Order(UnitNaming.Comparer)]);
    }

    private async Task<UnitGroup> NewGroupAsync(Round round, string slug, string name, UnitKind kind, CancellationToken cancel)
    {
        if (IsDistrict(round.Authority) && kind != UnitKind.Commune)
        {
            throw new RefusedException($"{round.Authority} chỉ đánh giá các xã, phường, thị trấn.");
        }

        return await db.UnitGroups.AnyAsync(known => known.Slug == slug, cancel)
            ? throw new RefusedException($"Địa chỉ “{slug}” đã là của một khối khác.")
            : new UnitGroup(slug, name, nameEn: null, kind, await db.UnitGroups.CountAsync(cancel) + UnitGroup.Usual().Count);
    }

    private static string DistrictAuthority(string name) => "UBND " + VietnameseText.InSentence(name);
}
