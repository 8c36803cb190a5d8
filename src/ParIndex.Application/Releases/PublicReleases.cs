using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Releases;

/// <summary>A release without its rows, for lists and chains.</summary>
public sealed record ReleaseHead(int Year, int VersionNumber, ReleaseChange Change, bool IsArchive, string? DecisionNumber, DateOnly? DecisionDate, DateOnly? AnnouncedOn, DateTime PublishedAt, string ResultsDigest);

/// <summary>
/// Which release the public sees: the one predicate, in one place. The newest version of a year answers at the plain
/// address, and the newest year on the front page.
/// </summary>
public sealed class PublicReleases(ParIndexDb db)
{
    /// <summary>All versions, newest year and version first.</summary>
    public async Task<IReadOnlyList<ReleaseHead>> HeadsAsync(CancellationToken cancel = default) =>
        await db.Releases.AsNoTracking()
            .OrderByDescending(release => release.Year).ThenByDescending(release => release.VersionNumber)
            .Select(release => new ReleaseHead(release.Year, release.VersionNumber, release.Change, release.IsArchive, release.DecisionNumber, release.DecisionDate, release.AnnouncedOn, release.PublishedAt, release.ResultsDigest))
            .ToListAsync(cancel);

    /// <summary>The newest version of the newest year, or <c>null</c> while nothing is published.</summary>
    public async Task<Release?> NewestAsync(CancellationToken cancel = default) =>
        await LoadAsync(Rows().OrderByDescending(release => release.Year).ThenByDescending(release => release.VersionNumber), cancel);

    /// <summary>The newest version of a year, or <c>null</c>.</summary>
    public async Task<Release?> CurrentAsync(int year, CancellationToken cancel = default) =>
        await LoadAsync(Rows().Where(release => release.Year == year).OrderByDescending(release => release.VersionNumber), cancel);

    /// <summary>One version of a year, or <c>null</c>.</summary>
    public async Task<Release?> VersionAsync(int year, int version, CancellationToken cancel = default) =>
        await LoadAsync(Rows().Where(release => release.Year == year && release.VersionNumber == version), cancel);

    /// <summary>One version of a year, or the newest when none is named; <c>null</c> when there is none such.</summary>
    public Task<Release?> FindAsync(int year, int? version, CancellationToken cancel = default) =>
        version is { } number ? VersionAsync(year, number, cancel) : CurrentAsync(year, cancel);

    /// <summary>The newest versions of all years, oldest first.</summary>
    public async Task<IReadOnlyList<Release>> AllCurrentAsync(CancellationToken cancel = default)
    {
        var releases = await Rows().Where(release => !db.Releases.Any(other => other.Year == release.Year && other.VersionNumber > release.VersionNumber)).OrderBy(release => release.Year).ToListAsync(cancel);
        releases.ForEach(release => release.SortRows());
        return releases;
    }

    /// <summary>A unit's rows in the newest versions of all years, oldest first.</summary>
    public async Task<IReadOnlyList<UnitYear>> UnitYearsAsync(string unitCode, CancellationToken cancel = default) =>
        [.. (await AllCurrentAsync(cancel)).Select(release => UnitYear.Find(release, unitCode)).OfType<UnitYear>()];

    /// <summary>The published years that have the group, oldest first.</summary>
    public async Task<IReadOnlyList<int>> YearsOfAsync(string groupSlug, CancellationToken cancel = default) =>
        await db.Releases.Where(release => release.Groups.Any(group => group.Slug == groupSlug)).Select(release => release.Year).Distinct().OrderBy(year => year).ToListAsync(cancel);

    private IQueryable<Release> Rows() =>
        db.Releases.AsNoTracking()
            .Include(release => release.Groups).ThenInclude(group => group.Results)
            .Include(release => release.Groups).ThenInclude(group => group.References);

    private static async Task<Release?> LoadAsync(IQueryable<Release> query, CancellationToken cancel)
    {
        var release = await query.FirstOrDefaultAsync(cancel);
        if (release is not null)
        {
            release.SortRows();
        }

        return release;
    }
}
