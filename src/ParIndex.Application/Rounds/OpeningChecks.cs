using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Rounds;

/// <summary>Where a finding is put right.</summary>
public enum OpeningPlace
{
    /// <summary>The groups of the round.</summary>
    Groups,

    /// <summary>Criteria set, bands, rules of one group.</summary>
    GroupSettings,

    /// <summary>The units of one group.</summary>
    Units,

    /// <summary>What does not apply.</summary>
    Exemptions,

    /// <summary>Deadlines.</summary>
    Deadlines,

    /// <summary>Appraisers.</summary>
    Assignments,

    /// <summary>Accounts of staff.</summary>
    Accounts,

    /// <summary>The criteria set itself.</summary>
    CriteriaSets,

    /// <summary>Requests that wait for a second person.</summary>
    Requests,
}

/// <summary>Something the coordinator should know before opening.</summary>
/// <param name="Blocks">An error blocks the opening; a warning informs.</param>
/// <param name="Text">What it is, in Vietnamese.</param>
/// <param name="Place">Where it is put right.</param>
/// <param name="GroupSlug">The group concerned, or <c>null</c>.</param>
public sealed record OpeningFinding(bool Blocks, string Text, OpeningPlace Place, string? GroupSlug = null);

/// <summary>
/// What a round still lacks before it can open, and what a coordinator would object to: a pure function of the round, the
/// one before it and the hour.
/// </summary>
public static class OpeningChecks
{
    private const int MostNames = 5;

    /// <summary>The points of a whole set, where nothing else is decided.</summary>
    private const decimal UsualPoints = 100;

    /// <summary>All findings, errors first.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="before">The same authority's round before it, or <c>null</c>.</param>
    /// <param name="now">The instant of asking, UTC.</param>
    public static IReadOnlyList<OpeningFinding> Of(RoundSetup setup, RoundSetup? before, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(setup);
        List<OpeningFinding> findings = [];
        if (setup.Groups.Count == 0)
        {
            findings.Add(new(true, "Kỳ đánh giá chưa có khối đơn vị nào.", OpeningPlace.Groups));
        }

        foreach (var group in setup.Groups)
        {
            findings.AddRange(OfSettings(group));
            findings.AddRange(OfCriteria(group, before, before?.Group(group.UnitGroup.Slug)));
            findings.AddRange(OfUnits(setup, group));
            findings.AddRange(OfAppraisers(setup, group));
        }

        findings.AddRange(OfThoseLeftOut(setup, before));
        findings.AddRange(OfDeadlines(setup.Round, now));
        if (setup.Pending.Count > 0)
        {
            findings.Add(new(false, $"Còn {NumberWriter.VietnameseCount(setup.Pending.Count)} đề nghị cho đơn vị mình chờ người thứ hai đồng ý; sau khi mở kỳ, đề nghị về nội dung không áp dụng và về dấu của đơn vị không thực hiện được nữa.", OpeningPlace.Requests));
        }

        return [.. findings.OrderByDescending(finding => finding.Blocks)];
    }

    private static IEnumerable<OpeningFinding> OfSettings(GroupSetup group)
    {
        var (name, slug) = (group.UnitGroup.Name, group.UnitGroup.Slug);
        if (group.Set is not { } set)
        {
            yield return new(true, $"{name}: chưa chọn bộ tiêu chí.", OpeningPlace.GroupSettings, slug);
        }
        else if (set.Leaves.Count == 0)
        {
            yield return new(true, $"{name}: bộ tiêu chí “{set.Title}” chưa có tiêu chí nào.", OpeningPlace.CriteriaSets, slug);
        }
        else
        {
            foreach (var (node, sum) in set.SumMismatches())
            {
                yield return new(true, $"{name}: {node.Code} {node.Name} ghi {NumberWriter.VietnameseTrimmed(node.MaxScore)} điểm, nhưng các tiêu chí bên dưới cộng lại là {NumberWriter.VietnameseTrimmed(sum)} điểm.", OpeningPlace.CriteriaSets, slug);
            }

            if (set.IsSample)
            {
                yield return new(false, $"{name}: đang dùng bộ tiêu chí mẫu, không phải phụ lục của quyết định nào.", OpeningPlace.GroupSettings, slug);
            }
        }

        if (group.Group.Ratings is null)
        {
            yield return new(true, $"{name}: chưa có mức xếp loại.", OpeningPlace.GroupSettings, slug);
        }
    }

    /// <summary>What is unusual of a criteria set, by itself or beside the year before.</summary>
    private static IEnumerable<OpeningFinding> OfCriteria(GroupSetup group, RoundSetup? before, GroupSetup? earlier)
    {
        if (group.Set is not { Leaves.Count: > 0 } set)
        {
            yield break;
        }

        var (name, slug) = (group.UnitGroup.Name, group.UnitGroup.Slug);
        if (!set.IsSample && string.IsNullOrWhiteSpace(set.DecisionNumber))
        {
            yield return new(false, $"{name}: bộ tiêu chí “{set.Title}” chưa ghi số quyết định ban hành.", OpeningPlace.CriteriaSets, slug);
        }

        if (set.MaxScore != (earlier?.Set?.MaxScore ?? UsualPoints))
        {
            yield return new(false, $"{name}: bộ tiêu chí cộng lại được {NumberWriter.VietnameseTrimmed(set.MaxScore)} điểm, {(earlier?.Set is { } last ? $"năm {before!.Round.Year} là {NumberWriter.VietnameseTrimmed(last.MaxScore)} điểm" : $"thông thường là {NumberWriter.VietnameseTrimmed(UsualPoints)} điểm")}.", OpeningPlace.CriteriaSets, slug);
        }

        if (earlier?.Set?.Leaves.Count(leaf => leaf.Component == Component.Survey) is > 0 and var surveyed && set.Leaves.All(leaf => leaf.Component != Component.Survey))
        {
            yield return new(false, $"{name}: bộ tiêu chí không có tiêu chí điều tra xã hội học nào, năm {before!.Round.Year} có {NumberWriter.VietnameseCount(surveyed)}.", OpeningPlace.CriteriaSets, slug);
        }
    }

    /// <summary>Units that took part the year before, are there still and take part nowhere.</summary>
    private static IEnumerable<OpeningFinding> OfThoseLeftOut(RoundSetup setup, RoundSetup? before)
    {
        var taking = setup.Participants.Select(unit => unit.Unit.Id).ToHashSet();
        foreach (var earlier in before?.Groups ?? [])
        {
            var slug = earlier.UnitGroup.Slug;
            if (Named(earlier.Participants.Where(unit => unit.Unit.ExistedIn(setup.Round.Year) && !taking.Contains(unit.Unit.Id))) is { } left)
            {
                yield return new(false, $"{earlier.UnitGroup.Name}: năm {before!.Round.Year} có tham gia, kỳ này không có {left}.", setup.Group(slug) is null ? OpeningPlace.Groups : OpeningPlace.Units, slug);
            }
        }
    }

    private static IEnumerable<OpeningFinding> OfUnits(RoundSetup setup, GroupSetup group)
    {
        var (name, slug, year) = (group.UnitGroup.Name, group.UnitGroup.Slug, setup.Round.Year);
        if (group.Participants.Count == 0)
        {
            yield return new(true, $"{name}: chưa có đơn vị nào tham gia.", OpeningPlace.Units, slug);
        }

        var officers = setup.Staff.Values.Where(account => account.IsActive && account.Has(StaffRoles.UnitOfficer)).Select(account => account.UnitId).ToHashSet();
        if (Named(group.Participants.Where(unit => !officers.Contains(unit.Unit.Id))) is { } withoutOfficer)
        {
            yield return new(true, $"{name}: chưa có cán bộ đầu mối tự chấm điểm cho {withoutOfficer}.", OpeningPlace.Accounts, slug);
        }

        if (Named(group.Participants.Where(unit => !unit.Unit.ExistedIn(year))) is { } gone)
        {
            yield return new(true, $"{name}: không tồn tại trong năm {year} {gone}.", OpeningPlace.Units, slug);
        }

        if (Named(group.Participants.Where(unit => unit.Unit.ExistedIn(year) && unit.Unit.ValidTo?.Year == year)) is { } ended)
        {
            yield return new(false, $"{name}: kết thúc hoạt động trong năm {year} {ended}.", OpeningPlace.Units, slug);
        }

        if (Named(group.Participants.Where(unit => unit.Scale is 0)) is { } empty && group.Set?.Leaves.Count > 0)
        {
            yield return new(true, $"{name}: không có tiêu chí nào áp dụng cho {empty}.", OpeningPlace.Exemptions, slug);
        }

        if (Named(group.Participants.Where(unit => unit.Participant.IsSpecialCase && unit.Scale is { } scale && scale == group.Participants.Max(other => other.Scale))) is { } full)
        {
            yield return new(false, $"{name}: có dấu đơn vị đặc thù nhưng thang điểm bằng thang điểm cao nhất của khối {full}.", OpeningPlace.Exemptions, slug);
        }
    }

    private static IEnumerable<OpeningFinding> OfAppraisers(RoundSetup setup, GroupSetup group) =>
        group.Participants
            .Select(unit => (Unit: unit, Fields: RoundAssignments.Uncovered(setup, group, unit)))
            .Where(pair => pair.Fields.Count > 0)
            .GroupBy(pair => string.Join(", ", pair.Fields.Select(field => field.Code)), StringComparer.Ordinal)
            .Select(same => new OpeningFinding(true, $"{group.UnitGroup.Name}: chưa có người thẩm định lĩnh vực {same.Key} cho {Named(same.Select(pair => pair.Unit))}.", OpeningPlace.Assignments, group.UnitGroup.Slug));

    private static IEnumerable<OpeningFinding> OfDeadlines(Round round, DateTime now)
    {
        foreach (var step in Enum.GetValues<RoundStep>())
        {
            var deadline = round.Deadlines.FirstOrDefault(known => known.Step == step);
            if (deadline is null)
            {
                yield return new(true, $"Chưa có thời hạn bước {RoundWords.InSentence(step)}.", OpeningPlace.Deadlines);
            }
            else if (deadline.Until <= now)
            {
                yield return new(true, $"Thời hạn bước {RoundWords.InSentence(step)} đã qua.", OpeningPlace.Deadlines);
            }
        }
    }

    /// <summary>“03 đơn vị: Sở A, Sở B, Sở C”, or <c>null</c> for none.</summary>
    private static string? Named(IEnumerable<ParticipantSetup> units)
    {
        var names = units.Select(unit => unit.Name).ToList();
        return names.Count == 0
            ? null
            : $"{NumberWriter.VietnameseCount(names.Count)} đơn vị: {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" và {NumberWriter.VietnameseCount(names.Count - MostNames)} đơn vị khác" : "")}";
    }
}
