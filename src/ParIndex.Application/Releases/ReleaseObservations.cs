using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Application.Releases;

/// <summary>Finds what is worth knowing of published groups, in their leaves and in the years before.</summary>
public sealed class ReleaseObservations(ParIndexDb db, PublicReleases releases)
{
    /// <summary>Everything found of the groups; <see cref="Observation.Choose"/> says what is shown of it.</summary>
    /// <param name="release">A release.</param>
    /// <param name="groups">Groups of it.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<Observation>> FindAsync(Release release, IReadOnlyCollection<ReleaseGroup> groups, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(groups);
        var earlier = (await releases.AllCurrentAsync(cancel)).Where(other => other.Year < release.Year).OrderByDescending(other => other.Year).ToList();
        return await FindAsync(release, groups, earlier, cancel);
    }

    /// <summary>
    /// What was worth knowing of a release when it was published, as its announcement says it: nothing that is published later
    /// changes it.
    /// </summary>
    /// <param name="release">A release.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<Observation>> WhenPublishedAsync(Release release, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        return await FindAsync(release, release.Groups, await releases.StandingBeforeAsync(release, cancel), cancel);
    }

    /// <summary>The same where the releases of earlier years are read already.</summary>
    /// <param name="release">A release.</param>
    /// <param name="groups">Groups of it.</param>
    /// <param name="earlier">Earlier releases, newest first.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<Observation>> FindAsync(Release release, IReadOnlyCollection<ReleaseGroup> groups, IReadOnlyList<Release> earlier, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(earlier);
        var before = earlier.FirstOrDefault(other => other.Year == release.Year - 1);
        var pairs = groups.Select(group => (Now: group, Before: before?.Group(group.Slug))).ToList();
        var leaves = await LeavesAsync([.. pairs.SelectMany(pair => new[] { pair.Now, pair.Before }).OfType<ReleaseGroup>().Where(group => group.HasLeaves)], cancel);
        return [.. pairs.SelectMany(pair => new ObservedGroup(release, pair.Now, Of(pair.Now), Of(pair.Before), earlier).Find())];

        LeafTable Of(ReleaseGroup? group) => group is null ? LeafTable.None : leaves.GetValueOrDefault(group.Id, LeafTable.None);
    }

    /// <summary>The leaves of groups in two queries, however many units there are: codes, wordings and points, and nothing else of them.</summary>
    private async Task<Dictionary<Guid, LeafTable>> LeavesAsync(IReadOnlyCollection<ReleaseGroup> groups, CancellationToken cancel)
    {
        var tables = groups.Where(group => group.Criteria.Count > 0).ToDictionary(
            group => group.Id,
            group => new LeafTable(group.Criteria, [.. group.Results.SelectMany(row => row.Scores.Where(score => score.Points is not null).Select(score => new LeafPoint(row.UnitCode, score.Position, score.Points!.Value)))]));
        var ids = groups.Select(group => group.Id).Where(id => !tables.ContainsKey(id)).ToList();
        if (ids.Count == 0)
        {
            return tables;
        }

        var criteria = (await db.Set<ReleaseCriterion>().AsNoTracking().Where(criterion => ids.Contains(criterion.ReleaseGroupId)).ToListAsync(cancel)).ToLookup(criterion => criterion.ReleaseGroupId);
        var points = (await (from score in db.Set<ReleaseScore>().AsNoTracking()
                             join result in db.Set<ReleaseResult>() on score.ReleaseResultId equals result.Id
                             where ids.Contains(result.ReleaseGroupId) && score.Points != null
                             select new { result.ReleaseGroupId, result.UnitCode, score.Position, score.Points }).ToListAsync(cancel))
            .ToLookup(row => row.ReleaseGroupId, row => new LeafPoint(row.UnitCode, row.Position, row.Points!.Value));
        ids.ForEach(id => tables.Add(id, new([.. criteria[id].OrderBy(criterion => criterion.Position)], [.. points[id]])));
        return tables;
    }
}
