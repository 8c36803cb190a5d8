using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases.Seals;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Releases;

/// <summary>
/// Computes the results digests of stored releases again and follows the chains of seals: what is stored stays what it was, and
/// where it did not, the release, the group and the row are named.
/// </summary>
public sealed class DigestVerification(ParIndexDb db, SealVerification seals, TimeProvider clock)
{
    private const int MostNamed = 100;

    /// <summary>The last check, or <c>null</c> before the first.</summary>
    public Task<DigestCheck?> LastAsync(CancellationToken cancel = default) => db.DigestChecks.AsNoTracking().FirstOrDefaultAsync(cancel);

    /// <summary>The name under which the daily check stands.</summary>
    public const string Job = "job";

    /// <summary>Checks every release and keeps what was found for the staff. The daily check tells the audit log of a difference once.</summary>
    /// <param name="by">Who asks: staff code, or <see cref="Job"/>.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DigestCheck> RunAsync(string by, CancellationToken cancel = default)
    {
        var heads = await HeadsAsync(cancel);
        var differences = new List<ReleaseDifference>();
        foreach (var (year, version) in heads)
        {
            differences.AddRange(await OfAsync(year, version, cancel));
        }

        var lines = differences.ConvertAll(difference => difference.ToString());
        lines.AddRange(await seals.DifferencesAsync(cancel));
        var kept = await db.DigestChecks.FirstOrDefaultAsync(cancel);
        var before = kept?.Differences ?? "";
        if (kept is null)
        {
            kept = new(clock.GetUtcNow().UtcDateTime, by, heads.Count, []);
            db.Add(kept);
        }

        kept.Take(clock.GetUtcNow().UtcDateTime, by, heads.Count, [.. lines.Take(MostNamed)]);
        if (by == Job && (kept.Differences == before || kept.Differences.Length == 0))
        {
            await db.SaveChangesAsync(cancel);
        }
        else
        {
            await db.SaveAsync(
                kept.Differences.Length == 0
                    ? new(by, "Kiểm tra mã kết quả:", $"{NumberWriter.VietnameseCount(heads.Count)} bản công bố khớp")
                    : new(by, "Mã kết quả không còn khớp:", $"{NumberWriter.VietnameseCount(lines.Count)} nội dung{ReleasesOf(differences)}"),
                cancel);
        }

        return kept;
    }

    /// <summary>The year and version of every release, oldest first.</summary>
    public async Task<IReadOnlyList<(int Year, int Version)>> HeadsAsync(CancellationToken cancel = default) =>
        [.. (await db.Releases.AsNoTracking().OrderBy(release => release.Year).ThenBy(release => release.VersionNumber).Select(release => new { release.Year, release.VersionNumber }).ToListAsync(cancel)).Select(head => (head.Year, head.VersionNumber))];

    /// <summary>What of one release is no longer what was published; nothing when all is. Stores nothing.</summary>
    public async Task<IReadOnlyList<ReleaseDifference>> OfAsync(int year, int version, CancellationToken cancel = default) =>
        await new PublicReleases(db).WholeAsync(year, version, cancel) is { } release ? [.. Of(release)] : [];

    /// <summary>What of a loaded release is no longer what was published.</summary>
    /// <param name="release">The release with every leaf.</param>
    public static IEnumerable<ReleaseDifference> Of(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (IsComplete(release) && ResultsDigest.Of(release) == release.ResultsDigest)
        {
            return [];
        }

        var named = release.Groups.SelectMany(group => Of(release, group)).ToList();
        if (release.Groups.Count != release.GroupCount)
        {
            named.Add(new(release.Year, release.VersionNumber, null, null, $"có {release.Groups.Count} khối, lúc công bố là {release.GroupCount}"));
        }

        return named.Count > 0 ? named : [new(release.Year, release.VersionNumber, null, null, "mã kết quả tính lại khác mã đã công bố")];
    }

    private static IEnumerable<ReleaseDifference> Of(Release release, ReleaseGroup group)
    {
        var rows = group.Results.Select(result => (result.UnitName, What: Of(group, result))).Where(row => row.What is not null).ToList();
        foreach (var (unit, what) in rows)
        {
            yield return new(release.Year, release.VersionNumber, group.Name, unit, what!);
        }

        if (!HasItsRows(group))
        {
            yield return new(release.Year, release.VersionNumber, group.Name, null, $"có {group.Results.Count} đơn vị, {group.References.Count} giá trị tham chiếu, {group.Criteria.Count} tiêu chí; lúc công bố là {group.ResultCount}, {group.ReferenceCount}, {group.CriterionCount}");
        }
        else if (rows.Count == 0 && group.Digest is { } digest && digest != ResultsDigest.OfGroup(release, group))
        {
            yield return new(release.Year, release.VersionNumber, group.Name, null, "quy tắc, tiêu chí hoặc giá trị tham chiếu khác với lúc công bố");
        }
    }

    private static string? Of(ReleaseGroup group, ReleaseResult result) =>
        result.Scores.Count != result.ScoreCount ? $"có điểm của {result.Scores.Count} tiêu chí, lúc công bố là {result.ScoreCount}"
            : result.Digest is { } digest ? (digest == ResultsDigest.OfRow(group, result) ? null : "số liệu khác với lúc công bố")
            : FollowsFromItself(group, result) ? null
            : "chỉ số không còn là tổng điểm chia thang điểm";

    /// <summary>Rows published before rows had digests: at least the index is what total and scale give.</summary>
    private static bool FollowsFromItself(ReleaseGroup group, ReleaseResult result) =>
        result is not { TotalScore: { } total, Scale: { } scale and > 0, Index: { } index } || index is 0 or 100
        || new ExactIndex(total, scale).Rounded(group.IndexDecimals) == index;

    private static bool HasItsRows(ReleaseGroup group) =>
        (group.Results.Count, group.References.Count, group.Criteria.Count) == (group.ResultCount, group.ReferenceCount, group.CriterionCount);

    private static bool IsComplete(Release release) =>
        release.Groups.Count == release.GroupCount && release.Groups.All(group => HasItsRows(group) && group.Results.All(result => result.Scores.Count == result.ScoreCount));

    private static string ReleasesOf(IEnumerable<ReleaseDifference> differences) =>
        string.Concat(differences.Select(difference => $"{difference.Year}/{difference.Version}").Distinct().Take(5).Select(release => ", " + release));
}
