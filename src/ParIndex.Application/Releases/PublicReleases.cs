using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Releases;

namespace ParIndex.Application.Releases;

/// <summary>A release without its rows, for lists and chains.</summary>
public sealed record ReleaseHead(int Year, int VersionNumber, ReleaseChange Change, bool IsArchive, string? DecisionNumber, DateOnly? DecisionDate, DateOnly? AnnouncedOn, DateTime PublishedAt, string ResultsDigest, string? ChangeReason = null);

/// <summary>A published year of a group.</summary>
/// <param name="Year">The year assessed.</param>
/// <param name="HasLeaves">Whether units are published down to each leaf.</param>
/// <param name="IsCompared">Whether some unit is compared with the year before; where none is, no line may be drawn from there.</param>
public sealed record GroupInYear(int Year, bool HasLeaves, bool IsCompared);

/// <summary>A group of a year's newest version, for lists of what there is.</summary>
public sealed record PublishedGroup(int Year, string Slug, string Name, string? NameEn, int Position);

/// <summary>
/// Which release the public sees: the one predicate, in one place. The newest version of a year answers at the plain
/// address, and the newest year on the front page. In a dry run the release to come stands above those stored.
/// Rows are read without their leaves, which only a scorecard shows and only a copy or a check needs.
/// </summary>
public sealed class PublicReleases(ParIndexDb db, DryRun? dryRun = null)
{
    private Release? ToCome => dryRun?.Release;

    /// <summary>All versions, newest year and version first.</summary>
    public async Task<IReadOnlyList<ReleaseHead>> HeadsAsync(CancellationToken cancel = default)
    {
        var heads = await db.Releases.AsNoTracking()
            .Select(release => new ReleaseHead(release.Year, release.VersionNumber, release.Change, release.IsArchive, release.DecisionNumber, release.DecisionDate, release.AnnouncedOn, release.PublishedAt, release.ResultsDigest, release.ChangeReason))
            .ToListAsync(cancel);
        if (ToCome is { } next)
        {
            heads.Add(new(next.Year, next.VersionNumber, next.Change, next.IsArchive, next.DecisionNumber, next.DecisionDate, next.AnnouncedOn, next.PublishedAt, next.ResultsDigest, next.ChangeReason));
        }

        return [.. heads.OrderByDescending(head => head.Year).ThenByDescending(head => head.VersionNumber)];
    }

    /// <summary>The newest version of the newest year, or <c>null</c> while nothing is published.</summary>
    public async Task<Release?> NewestAsync(CancellationToken cancel = default)
    {
        // A year of which everything was withdrawn has nothing for a front page.
        var toCome = ToCome?.Year;
        var stored = await LoadAsync(Rows().Where(release => release.Year != toCome && release.GroupCount > 0 && !db.Releases.Any(other => other.Year == release.Year && other.VersionNumber > release.VersionNumber)).OrderByDescending(release => release.Year), cancel);
        return ToCome is { GroupCount: > 0 } next && (stored is null || next.Year >= stored.Year) ? next : stored;
    }

    /// <summary>The newest version of a year, or <c>null</c>.</summary>
    public async Task<Release?> CurrentAsync(int year, CancellationToken cancel = default) =>
        ToCome is { } next && next.Year == year
            ? next
            : await LoadAsync(Rows().Where(release => release.Year == year).OrderByDescending(release => release.VersionNumber), cancel);

    /// <summary>One version of a year, or <c>null</c>.</summary>
    public async Task<Release?> VersionAsync(int year, int version, CancellationToken cancel = default) =>
        ToCome is { } next && next.Year == year && next.VersionNumber == version
            ? next
            : await LoadAsync(Rows().Where(release => release.Year == year && release.VersionNumber == version), cancel);

    /// <summary>All versions of a year, newest first.</summary>
    public async Task<IReadOnlyList<Release>> VersionsAsync(int year, CancellationToken cancel = default)
    {
        var releases = await Rows().Where(release => release.Year == year).ToListAsync(cancel);
        releases.ForEach(release => release.SortRows());
        return [.. releases.Concat(ToCome is { } next && next.Year == year ? [next] : []).OrderByDescending(release => release.VersionNumber)];
    }

    /// <summary>One version of a year, or the newest when none is named; <c>null</c> when there is none such.</summary>
    public Task<Release?> FindAsync(int year, int? version, CancellationToken cancel = default) =>
        version is { } number ? VersionAsync(year, number, cancel) : CurrentAsync(year, cancel);

    /// <summary>The number of the newest version that took a release's place; <c>null</c> where it is the newest itself.</summary>
    public async Task<int?> ReplacedByAsync(Release release, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        var newest = ToCome is { } next && next.Year == release.Year ? next.VersionNumber
            : await db.Releases.Where(other => other.Year == release.Year).MaxAsync(other => (int?)other.VersionNumber, cancel) ?? release.VersionNumber;
        return newest > release.VersionNumber ? newest : null;
    }

    /// <summary>The newest stored version of a year with every leaf, to be copied or checked; <c>null</c> when there is none.</summary>
    public Task<Release?> WholeAsync(int year, CancellationToken cancel = default) =>
        LoadAsync(WithLeaves().Where(release => release.Year == year).OrderByDescending(release => release.VersionNumber), cancel);

    /// <summary>One stored version with every leaf, to be checked; <c>null</c> when there is none.</summary>
    public Task<Release?> WholeAsync(int year, int version, CancellationToken cancel = default) =>
        LoadAsync(WithLeaves().Where(release => release.Year == year && release.VersionNumber == version), cancel);

    /// <summary>One version of a year with every leaf as the public sees it, to be given away whole; <c>null</c> when there is none.</summary>
    public async Task<Release?> WholeVersionAsync(int year, int version, CancellationToken cancel = default) =>
        ToCome is { } next && next.Year == year && next.VersionNumber == version ? next : await WholeAsync(year, version, cancel);

    /// <summary>
    /// The version since which figures of a year are no more that were published before: of one group, of one unit, or all there
    /// were. <c>null</c> where they stand, and where there never were any.
    /// </summary>
    /// <param name="year">The year assessed.</param>
    /// <param name="group">The group's slug, or <c>null</c>.</param>
    /// <param name="unit">The unit's code, or <c>null</c>.</param>
    /// <param name="version">As of this version; <c>null</c> for the newest.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<ReleaseHead?> WithdrawnByAsync(int year, string? group = null, string? unit = null, int? version = null, CancellationToken cancel = default)
    {
        var holding = await db.Releases.AsNoTracking()
            .Where(release => release.Year == year && release.Groups.Any(other => (group == null || other.Slug == group) && (unit == null || other.Results.Any(result => result.UnitCode == unit))))
            .Select(release => release.VersionNumber).ToListAsync(cancel);
        if (ToCome is { } next && next.Year == year && next.Groups.Any(other => (group is null || other.Slug == group) && (unit is null || other.Result(unit) is not null)))
        {
            holding.Add(next.VersionNumber);
        }

        var last = holding.Where(number => version is null || number <= version).DefaultIfEmpty(int.MaxValue).Max();
        return last == int.MaxValue || last == version
            ? null
            : (await HeadsAsync(cancel)).LastOrDefault(head => head.Year == year && head.VersionNumber > last && (version is null || head.VersionNumber <= version));
    }

    /// <summary>The same of what the address of a chart names: a group by its slug, or a unit by its code.</summary>
    public async Task<ReleaseHead?> SubjectWithdrawnByAsync(int year, string subject, CancellationToken cancel = default) =>
        await WithdrawnByAsync(year, subject, cancel: cancel) ?? await WithdrawnByAsync(year, unit: subject, cancel: cancel);

    /// <summary>What a version says otherwise than the one before it; <c>null</c> for the first of a year.</summary>
    public async Task<VersionDifference?> DifferenceAsync(Release release, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        return release.VersionNumber > 1
            && await WholeVersionAsync(release.Year, release.VersionNumber - 1, cancel) is { } before
            && await WholeVersionAsync(release.Year, release.VersionNumber, cancel) is { } after
            ? VersionDifference.Between(before, after)
            : null;
    }

    /// <summary>A unit's scorecard down to each leaf beside those of its group; <c>null</c> where only totals are known.</summary>
    public async Task<UnitScorecard?> ScorecardAsync(UnitYear year, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(year);
        return (await ScorecardsAsync([year], cancel))[0];
    }

    /// <summary>The scorecards of several units, each group read once; <c>null</c> in the place of one of which only totals are known.</summary>
    public async Task<IReadOnlyList<UnitScorecard?>> ScorecardsAsync(IReadOnlyList<UnitYear> years, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(years);
        var read = new Dictionary<Guid, (IReadOnlyList<ReleaseCriterion> Criteria, List<(string Unit, ReleaseScore Score)> Scores)>();
        foreach (var group in years.Select(year => year.Group).Where(group => group.HasLeaves).DistinctBy(group => group.Id))
        {
            read[group.Id] = (await CriteriaAsync(group, cancel), await ScoresAsync(group, cancel));
        }

        return [.. years.Select(year => read.TryGetValue(year.Group.Id, out var leaves) ? new UnitScorecard(year, leaves.Criteria, leaves.Scores) : null)];
    }

    /// <summary>The criteria tree of a published group in its order; empty where only totals are known.</summary>
    public async Task<IReadOnlyList<ReleaseCriterion>> CriteriaAsync(ReleaseGroup group, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.Criteria.Count == group.CriterionCount)
        {
            return group.Criteria;
        }

        var groupId = group.Id;
        return await db.Set<ReleaseCriterion>().AsNoTracking().Where(criterion => criterion.ReleaseGroupId == groupId).OrderBy(criterion => criterion.Position).ToListAsync(cancel);
    }

    /// <summary>
    /// The criteria set of a published group with how its units did, beside the set of the nearest earlier year that has one;
    /// <c>null</c> where only totals are known.
    /// </summary>
    public async Task<CriteriaReport?> CriteriaReportAsync(Release release, ReleaseGroup group, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        if (!group.HasLeaves)
        {
            return null;
        }

        var earlier = (await YearsOfAsync(group.Slug, cancel)).FirstOrDefault(year => year.Year < release.Year && year.HasLeaves)?.Year;
        var before = earlier is null ? [] : await db.Releases.AsNoTracking()
            .Where(other => other.Year == earlier && !db.Releases.Any(later => later.Year == other.Year && later.VersionNumber > other.VersionNumber))
            .SelectMany(other => other.Groups.Where(old => old.Slug == group.Slug)).SelectMany(old => old.Criteria).OrderBy(criterion => criterion.Position).ToListAsync(cancel);
        return new(release, group, await CriteriaAsync(group, cancel), await ScoresAsync(group, cancel), before.Count == 0 ? null : (earlier!.Value, before));
    }

    /// <summary>The newest versions of all years, oldest first.</summary>
    public async Task<IReadOnlyList<Release>> AllCurrentAsync(CancellationToken cancel = default)
    {
        var releases = await Rows().Where(release => !db.Releases.Any(other => other.Year == release.Year && other.VersionNumber > release.VersionNumber)).ToListAsync(cancel);
        releases.ForEach(release => release.SortRows());
        if (ToCome is { } next)
        {
            releases.RemoveAll(release => release.Year == next.Year);
            releases.Add(next);
        }

        return [.. releases.OrderBy(release => release.Year)];
    }

    /// <summary>
    /// Earlier years as they stood when a version was published, newest first: what was published later, be it a correction or
    /// an archive, is not among them. Which came first, the chain of seals says; the clock only where a link is still to come.
    /// What is not stored yet stands after all that is.
    /// </summary>
    public async Task<IReadOnlyList<Release>> StandingBeforeAsync(Release release, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        var stored = await db.Releases.AsNoTracking().Where(other => other.Year <= release.Year)
            .Select(other => new { other.Id, other.Year, other.VersionNumber, other.PublishedAt, Link = db.ReleaseSeals.Where(seal => seal.ReleaseId == other.Id).Select(seal => (int?)seal.Number).FirstOrDefault() })
            .ToListAsync(cancel);
        var own = stored.Find(other => other.Year == release.Year && other.VersionNumber == release.VersionNumber);
        var standing = stored.Where(other => other.Year < release.Year)
            .Where(other => own is null || (own.Link is { } link ? other.Link < link : other.Link is not null || other.PublishedAt <= own.PublishedAt))
            .GroupBy(other => other.Year).Select(year => year.MaxBy(other => other.VersionNumber)!.Id).ToList();
        var releases = standing.Count == 0 ? [] : await Rows().Where(other => standing.Contains(other.Id)).ToListAsync(cancel);
        releases.ForEach(other => other.SortRows());
        return [.. releases.OrderByDescending(other => other.Year)];
    }

    /// <summary>A unit's rows in the newest versions of all years, oldest first.</summary>
    public async Task<IReadOnlyList<UnitYear>> UnitYearsAsync(string unitCode, CancellationToken cancel = default) =>
        [.. (await AllCurrentAsync(cancel)).Select(release => UnitYear.Find(release, unitCode)).OfType<UnitYear>()];

    /// <summary>The published years that have the group, newest first.</summary>
    public async Task<IReadOnlyList<GroupInYear>> YearsOfAsync(string groupSlug, CancellationToken cancel = default)
    {
        var years = await db.Releases.AsNoTracking()
            .Where(release => !db.Releases.Any(other => other.Year == release.Year && other.VersionNumber > release.VersionNumber))
            .SelectMany(release => release.Groups.Where(group => group.Slug == groupSlug), (release, group) => new GroupInYear(
                release.Year,
                group.CriterionCount > 0,
                group.Results.Any(result => result.Change != null && (result.IsComparable == true || (result.IsComparable == null && result.NameAsPrinted != null)))))
            .ToListAsync(cancel);
        if (ToCome is { } next)
        {
            years.RemoveAll(year => year.Year == next.Year);
            years.AddRange(next.Groups.Where(group => group.Slug == groupSlug).Select(group => new GroupInYear(next.Year, group.HasLeaves, group.Results.Any(result => result.WhyNoChange is null))));
        }

        return [.. years.OrderByDescending(year => year.Year)];
    }

    /// <summary>The groups of every year's newest version, newest year first.</summary>
    public async Task<IReadOnlyList<PublishedGroup>> GroupsAsync(CancellationToken cancel = default)
    {
        var groups = await db.Releases.AsNoTracking()
            .Where(release => !db.Releases.Any(other => other.Year == release.Year && other.VersionNumber > release.VersionNumber))
            .SelectMany(release => release.Groups, (release, group) => new PublishedGroup(release.Year, group.Slug, group.Name, group.NameEn, group.Position))
            .ToListAsync(cancel);
        return [.. groups.OrderByDescending(group => group.Year).ThenBy(group => group.Position)];
    }

    /// <summary>The points of all units of a group.</summary>
    private async Task<List<(string Unit, ReleaseScore Score)>> ScoresAsync(ReleaseGroup group, CancellationToken cancel)
    {
        if (group.Criteria.Count > 0)
        {
            return [.. group.Results.SelectMany(result => result.Scores.Select(score => (result.UnitCode, score)))];
        }

        var groupId = group.Id;
        var scores = await (from score in db.Set<ReleaseScore>().AsNoTracking()
                            join result in db.Set<ReleaseResult>() on score.ReleaseResultId equals result.Id
                            where result.ReleaseGroupId == groupId
                            select new { result.UnitCode, score }).ToListAsync(cancel);
        return [.. scores.Select(row => (row.UnitCode, row.score))];
    }

    private IQueryable<Release> Rows() =>
        db.Releases.AsNoTracking()
            .Include(release => release.Groups).ThenInclude(group => group.Results)
            .Include(release => release.Groups).ThenInclude(group => group.References);

    private IQueryable<Release> WithLeaves() =>
        db.Releases.AsNoTracking().AsSplitQuery()
            .Include(release => release.Groups).ThenInclude(group => group.Results).ThenInclude(result => result.Scores)
            .Include(release => release.Groups).ThenInclude(group => group.References)
            .Include(release => release.Groups).ThenInclude(group => group.Criteria);

    private static async Task<Release?> LoadAsync(IQueryable<Release> query, CancellationToken cancel)
    {
        var release = await query.FirstOrDefaultAsync(cancel);
        release?.SortRows();
        return release;
    }
}
