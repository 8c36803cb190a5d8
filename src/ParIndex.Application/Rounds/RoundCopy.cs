using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Rounds;

/// <summary>
/// “Như năm trước”: makes a draft as the same authority's round before it was, in one act. The preview is the copy itself,
/// not saved, so it says exactly what will come of it; asked again afterwards it says what is there and what could not be.
/// </summary>
public sealed class RoundCopy(ParIndexDb db, RoundReader rounds, RoundExemptions exemptions, RoundAssignments assignments, TimeProvider clock)
{
    /// <summary>What a copy of everything would bring.</summary>
    /// <returns><c>null</c> where the authority has no earlier round.</returns>
    /// <exception cref="RefusedException">The round is no draft.</exception>
    public async Task<YearCopy?> PreviewAsync(Guid roundId, StaffAccount actor, CancellationToken cancel = default) =>
        await rounds.FindAsync(roundId, cancel) is { } setup && await rounds.YearBeforeAsync(setup.Round, cancel) is { } before
            ? await MakeAsync(setup, before, Enum.GetValues<CopyPart>(), actor, [], cancel)
            : null;

    /// <summary>Brings the parts named; what is there stays as it is.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="version">The round's version as the preview showed it.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work; nothing is copied then.</param>
    /// <returns>What was brought, and what could not be.</returns>
    /// <exception cref="RefusedException">No draft, no earlier round, nothing to bring, or somebody was faster.</exception>
    public async Task<YearCopy> CopyAsync(Guid roundId, Guid version, IReadOnlyCollection<CopyPart> parts, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        var before = await rounds.YearBeforeAsync(setup.Round, cancel) ?? throw new RefusedException("Không có kỳ đánh giá trước của cơ quan này để chép.");
        var made = new List<object>();
        var copy = await MakeAsync(setup, before, parts, actor, made, cancel);
        RefusedException.ThrowIf(copy.Lines.Any(line => line.IsNew) ? null : "Không còn nội dung nào của các phần đã chọn để chép.");
        db.AddRange(made);
        db.Entry(setup.Round).Property(round => round.Version).OriginalValue = version;
        await db.SaveAsync(setup.Round, actor, "Chép từ kỳ đánh giá trước", $"từ năm {before.Round.Year}, {NumberWriter.VietnameseCount(copy.Lines.Count(line => line.IsNew))} nội dung", cancel);
        return copy;
    }

    /// <summary>Lets the units of an earlier round take part with the marks they had.</summary>
    /// <returns>Those that cannot: they are gone, or take part in another group.</returns>
    internal static IReadOnlyList<Unit> TakeUnits(Round round, RoundGroup added, IEnumerable<(Participant Before, Unit Unit)> earlier)
    {
        var taken = round.Groups.SelectMany(group => group.Participants).Select(participant => participant.UnitId).ToHashSet();
        var left = new List<Unit>();
        foreach (var (before, unit) in earlier)
        {
            if (unit.ExistedIn(round.Year) && taken.Add(unit.Id))
            {
                round.Admit(added, unit).Mark(before.IsSpecialCase, before.IsRanked, before.RankingList);
            }
            else
            {
                left.Add(unit);
            }
        }

        return left;
    }

    /// <summary>Changes the round in memory; entities that hang on nothing of it are put into <paramref name="made"/>.</summary>
    private async Task<YearCopy> MakeAsync(RoundSetup setup, RoundSetup before, IReadOnlyCollection<CopyPart> parts, StaffAccount actor, List<object> made, CancellationToken cancel)
    {
        var lines = new List<CopyLine>();
        foreach (var earlier in before.Groups)
        {
            if (await GroupAsync(setup, before, earlier, parts, made, lines, cancel) is not { } group)
            {
                continue;
            }

            if (parts.Contains(CopyPart.Exemptions))
            {
                lines.AddRange(await ExemptAsync(setup, earlier, group, actor, cancel));
            }

            if (parts.Contains(CopyPart.Assignments) && await AssignAsync(setup, group, made, cancel) is { } assigned)
            {
                lines.Add(assigned);
            }
        }

        if (parts.Contains(CopyPart.Deadlines) && before.Round.Deadlines.Count > 0)
        {
            lines.Add(Deadlines(setup.Round, before.Round));
        }

        return new(before.Round.Year, lines);
    }

    private async Task<GroupSetup?> GroupAsync(RoundSetup setup, RoundSetup before, GroupSetup earlier, IReadOnlyCollection<CopyPart> parts, List<object> made, List<CopyLine> lines, CancellationToken cancel)
    {
        var (known, name) = (setup.Group(earlier.UnitGroup.Slug), earlier.UnitGroup.Name);
        if (known is null && !parts.Contains(CopyPart.Groups))
        {
            return null;
        }

        var set = known?.Set ?? await SetAsync(setup.Round, earlier, parts, made, lines, cancel);
        var group = known?.Group ?? setup.Round.AddGroup(earlier.UnitGroup, set, earlier.Group.Rules);
        if (known is null)
        {
            TakeUnits(setup.Round, group, earlier.Participants.Select(unit => (unit.Participant, unit.Unit)));
        }
        else if (known.Set is null && set is not null)
        {
            setup.Round.SetUp(group, known.UnitGroup, set, group.Rules);
        }

        if (parts.Contains(CopyPart.Groups))
        {
            lines.Add(new(CopyPart.Groups, name, Said(group), known is null, await LeftAsync(setup.Round, before.Round.Year, earlier, group, cancel)));
        }

        var units = earlier.Participants.Select(unit => unit.Unit).Concat(known?.Participants.Select(unit => unit.Unit) ?? []).DistinctBy(unit => unit.Id).ToDictionary(unit => unit.Id);
        return new(group, earlier.UnitGroup, set, [.. group.Participants.Select(participant => Setup(participant, units[participant.UnitId])).OrderBy(unit => unit.Name, UnitNaming.Comparer)], known?.Assignments ?? []);

        ParticipantSetup Setup(Participant participant, Unit unit) => new(participant, unit, unit.NameIn(setup.Round.Year).Name, set is null ? null : participant.Sheet(set));
    }

    /// <summary>The year's own set of the group, or a copy of the earlier one; <c>null</c> where neither is to be.</summary>
    private async Task<CriteriaSet?> SetAsync(Round round, GroupSetup earlier, IReadOnlyCollection<CopyPart> parts, List<object> made, List<CopyLine> lines, CancellationToken cancel)
    {
        var own = await db.CriteriaSets.Include(set => set.Criteria).Where(set => set.Year == round.Year && set.GroupSlug == earlier.UnitGroup.Slug).OrderByDescending(set => set.Id).FirstOrDefaultAsync(cancel);
        if (own is not null || earlier.Set is null || !parts.Contains(CopyPart.CriteriaSets))
        {
            return own;
        }

        var copy = CriteriaSetRegister.CopyOf(earlier.Set, round.Year, $"Bộ tiêu chí năm {round.Year}, {earlier.UnitGroup.Name}");
        made.Add(copy);
        lines.Add(new(CopyPart.CriteriaSets, earlier.UnitGroup.Name, $"“{earlier.Set.Title}” thành “{copy.Title}”: {NumberWriter.VietnameseCount(copy.Leaves.Count)} tiêu chí được chấm, {NumberWriter.VietnameseTrimmed(copy.MaxScore)} điểm. Số quyết định của năm {round.Year} chưa có.", IsNew: true, []));
        return copy;
    }

    private static string Said(RoundGroup group)
    {
        var lists = group.Participants.Select(participant => participant.RankingList).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var (special, unranked) = (group.Participants.Count(participant => participant.IsSpecialCase), group.Participants.Count(participant => !participant.IsRanked));
        return string.Join("; ", new[]
        {
            group.Ratings is { } ratings ? $"xếp loại {string.Join(", ", ratings.Bands.Select(band => band.Label))}" : "chưa có mức xếp loại",
            group.RatingConditions.Count > 0 ? $"{NumberWriter.VietnameseCount(group.RatingConditions.Count)} điều kiện xếp loại" : null,
            $"{NumberWriter.VietnameseCount(group.Participants.Count)} đơn vị",
            special > 0 ? $"{NumberWriter.VietnameseCount(special)} đơn vị đặc thù" : null,
            unranked > 0 ? $"{NumberWriter.VietnameseCount(unranked)} đơn vị không xếp hạng" : null,
            lists > 0 ? $"{NumberWriter.VietnameseCount(lists)} danh sách xếp hạng" : null,
        }.OfType<string>());
    }

    /// <summary>Units that took part and do not now, with what became of them; and units that did not exist then.</summary>
    private async Task<IReadOnlyList<string>> LeftAsync(Round round, int year, GroupSetup earlier, RoundGroup group, CancellationToken cancel)
    {
        var taking = round.Groups.SelectMany(other => other.Participants).Select(participant => participant.UnitId).ToHashSet();
        var missing = earlier.Participants.Where(unit => group.Participants.All(participant => participant.UnitId != unit.Unit.Id)).ToList();
        var gone = missing.Select(unit => unit.Unit.Id).ToList();
        var links = await db.Successions.AsNoTracking().Where(link => gone.Contains(link.PredecessorId) && link.SuccessorId != null).ToListAsync(cancel);
        var kind = earlier.UnitGroup.Kind;
        var ofKind = await db.Units.AsNoTracking().Where(unit => unit.Kind == kind).ToListAsync(cancel);
        var fresh = ofKind.Where(unit => unit.ExistedIn(round.Year) && !unit.ExistedIn(year) && !taking.Contains(unit.Id)).Select(unit => unit.NameIn(round.Year).Name).Order(UnitNaming.Comparer).ToList();
        List<string> left = [.. missing.Select(unit => Why(unit))];
        if (fresh.Count > 0)
        {
            left.Add($"Đơn vị mới chưa tham gia, thêm ở trang đơn vị của khối: {string.Join("; ", fresh)}.");
        }

        return left;

        string Why(ParticipantSetup unit)
        {
            var successors = ofKind.Where(other => links.Exists(link => link.PredecessorId == unit.Unit.Id && link.SuccessorId == other.Id)).Select(other => other.CurrentName.Name).ToList();
            return taking.Contains(unit.Unit.Id) ? $"{unit.Name} tham gia ở khối khác."
                : unit.Unit.ExistedIn(round.Year) ? $"{unit.Name} không có trong danh sách năm nay."
                : $"{unit.Name} không tồn tại trong năm {round.Year}{(successors.Count > 0 ? $"; kế thừa: {string.Join(", ", successors)}" : "")}.";
        }
    }

    private async Task<IEnumerable<CopyLine>> ExemptAsync(RoundSetup setup, GroupSetup earlier, GroupSetup group, StaffAccount actor, CancellationToken cancel)
    {
        var (now, name, lines) = (clock.GetUtcNow().UtcDateTime, group.UnitGroup.Name, new List<CopyLine>());
        foreach (var proposal in await exemptions.ProposalsAsync(setup, group, cancel))
        {
            var units = proposal.Units.Where(unit => !RoundRights.IsOwnUnit(actor, unit.Unit.Id)).ToList();
            foreach (var unit in units)
            {
                unit.Participant.Exempt(proposal.Leaf, proposal.Reason, proposal.LegalBasis, actor.Id, now);
            }

            lines.Add(new(
                CopyPart.Exemptions, name, $"{proposal.Leaf.Code} {proposal.Leaf.Name} – {(units.Count > 0 ? string.Join(", ", units.Select(unit => unit.Name)) : "chưa ghi cho đơn vị nào")}. {proposal.Reason}. Căn cứ: {proposal.LegalBasis}.", units.Count > 0,
                [.. proposal.Units.Except(units).Select(unit => $"{unit.Name} là đơn vị mình: ghi ở trang “Không áp dụng”, có người thứ hai đồng ý.")]));
        }

        if (lines.Count == 0 && group.Participants.Sum(unit => unit.Participant.Exemptions.Count) is > 0 and var there)
        {
            lines.Add(new(CopyPart.Exemptions, name, $"{NumberWriter.VietnameseCount(there)} nội dung không áp dụng.", IsNew: false, []));
        }

        return GoneOf(earlier, group) is { Count: > 0 } gone ? [.. lines, new(CopyPart.Exemptions, name, "Nội dung của tiêu chí không còn trong bộ tiêu chí năm nay", IsNew: false, gone)] : lines;
    }

    private static List<string> GoneOf(GroupSetup earlier, GroupSetup group) => earlier.Set is null || group.Set is null ? [] : [..
        from leaf in earlier.Set.Leaves
        where @group.Set.Leaves.All(now => now.Lineage != leaf.Lineage)
        from unit in earlier.Participants
        where unit.Participant.Exemptions.Any(exemption => exemption.CriterionId == leaf.Id) && @group.Participants.Any(now => now.Unit.Id == unit.Unit.Id)
        group unit.Name by leaf into same
        select $"{same.Key.Code} {same.Key.Name}: {string.Join(", ", same)}."];

    private async Task<CopyLine?> AssignAsync(RoundSetup setup, GroupSetup group, List<object> made, CancellationToken cancel)
    {
        if (group.Set is null || await assignments.LastYearAsync(setup, group, cancel) is not { } last || last.Parts.Count + last.Left.Count == 0)
        {
            return null;
        }

        var isNew = group.Assignments.Count == 0 && last.Parts.Count > 0;
        if (isNew)
        {
            var (fields, units) = (group.Fields.ToDictionary(field => field.Id), group.Participants.ToDictionary(unit => unit.Participant.Id));
            made.AddRange(last.Parts.Select(part => new AppraiserAssignment(group.Group, part.AccountId, fields[part.FieldId], part.ParticipantId is { } unit ? units[unit].Participant : null)));
        }

        var people = isNew ? last.Parts.Select(part => part.AccountId) : group.Assignments.Select(assignment => assignment.AccountId);
        return new(CopyPart.Assignments, group.UnitGroup.Name, $"{NumberWriter.VietnameseCount(isNew ? last.Parts.Count : group.Assignments.Count)} phần việc thẩm định của {NumberWriter.VietnameseCount(people.Distinct().Count())} người.", isNew, last.Left);
    }

    private static CopyLine Deadlines(Round round, Round before)
    {
        var isNew = round.Deadlines.Count == 0;
        if (isNew)
        {
            round.SetDeadlines(before.Deadlines.ToDictionary(deadline => deadline.Step, deadline => deadline.Until.AddYears(round.Year - before.Year)));
        }

        var inOrder = round.Deadlines.OrderBy(deadline => deadline.Step).ToList();
        return new(
            CopyPart.Deadlines, Group: null, string.Join("; ", inOrder.Select(deadline => $"{RoundWords.InSentence(deadline.Step)}: {DateWriter.VietnameseHour(deadline.Until)}")) + ".", isNew,
            [.. inOrder.Where(deadline => DateWriter.VietnameseDay(deadline.Until).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).Select(deadline => $"Hạn bước {RoundWords.InSentence(deadline.Step)} rơi vào ngày nghỉ cuối tuần: {DateWriter.Vietnamese(DateWriter.VietnameseDay(deadline.Until))}.")]);
    }
}
