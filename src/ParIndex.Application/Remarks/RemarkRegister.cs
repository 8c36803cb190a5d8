using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Remarks;

/// <summary>A remark with what it is about, in the words of the version it is about.</summary>
/// <param name="Remark">The remark.</param>
/// <param name="Release">The version.</param>
/// <param name="UnitName">The unit as named there; <c>null</c> for the version as a whole.</param>
/// <param name="CriterionName">The criterion as worded there, or <c>null</c>.</param>
/// <param name="Correction">The version that came of it, or <c>null</c> until there is one.</param>
public sealed record RemarkRow(PublicRemark Remark, ReleaseHead Release, string? UnitName, string? CriterionName, ReleaseHead? Correction);

/// <summary>Reads remarks: the answered ones for everybody, one for who has its code, all for staff.</summary>
public sealed class RemarkRegister(ParIndexDb db, PublicReleases releases)
{
    /// <summary>Most remarks on one page.</summary>
    public const int OnPage = 50;

    /// <summary>Answered remarks, the newest answer first.</summary>
    /// <param name="year">Of this year, or of any.</param>
    /// <param name="unitCode">About this unit, or about anything.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<RemarkRow>> AnsweredAsync(int? year, string? unitCode, CancellationToken cancel = default)
    {
        var answered = db.PublicRemarks.Where(remark => remark.State == RemarkState.FigureStands || remark.State == RemarkState.ToBeCorrected);
        answered = unitCode is null ? answered : answered.Where(remark => remark.UnitCode == unitCode);
        answered = year is null ? answered : answered.Where(remark => db.Releases.Any(release => release.Id == remark.ReleaseId && release.Year == year));
        return await RowsAsync(answered.OrderByDescending(remark => remark.AnsweredAt).ThenByDescending(remark => remark.Id).Take(OnPage), cancel);
    }

    /// <summary>Remarks that led to a version, oldest first.</summary>
    public async Task<IReadOnlyList<RemarkRow>> LedToAsync(Release release, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        var (year, version) = (release.Year, release.VersionNumber);
        var accepted = db.PublicRemarks.Where(remark => remark.State == RemarkState.ToBeCorrected && db.Releases.Any(about => about.Id == remark.ReleaseId && about.Year == year && about.VersionNumber < version));
        return [.. (await RowsAsync(accepted.OrderBy(remark => remark.Id), cancel)).Where(row => row.Correction?.VersionNumber == version)];
    }

    /// <summary>The remark of a code, or <c>null</c>.</summary>
    public async Task<RemarkRow?> FindAsync(string code, CancellationToken cancel = default) =>
        (await RowsAsync(db.PublicRemarks.Where(remark => remark.Code == code), cancel)).FirstOrDefault();

    /// <summary>The remark of a key, or <c>null</c>.</summary>
    public async Task<RemarkRow?> FindAsync(Guid id, CancellationToken cancel = default) =>
        (await RowsAsync(db.PublicRemarks.Where(remark => remark.Id == id), cancel)).FirstOrDefault();

    /// <summary>Remarks in a state, or all: those that wait longest first, then the newest.</summary>
    public Task<IReadOnlyList<RemarkRow>> ListAsync(RemarkState? state, CancellationToken cancel = default)
    {
        var asked = state is { } one ? db.PublicRemarks.Where(remark => remark.State == one) : db.PublicRemarks;
        var ordered = state == RemarkState.Received ? asked.OrderBy(remark => remark.Id) : asked.OrderByDescending(remark => remark.State == RemarkState.Received).ThenByDescending(remark => remark.Id);
        return RowsAsync(ordered.Take(OnPage), cancel);
    }

    /// <summary>How many there are in each state.</summary>
    public async Task<IReadOnlyDictionary<RemarkState, int>> CountsAsync(CancellationToken cancel = default) =>
        await db.PublicRemarks.GroupBy(remark => remark.State).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, cancel);

    /// <summary>How many wait for an answer that this person may give, and since when the oldest does, UTC.</summary>
    public async Task<(int Count, DateTime? Since)> WaitingForAsync(StaffAccount person, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        var own = await OwnUnitAsync(person, cancel);
        var waiting = await db.PublicRemarks.AsNoTracking().Where(remark => remark.State == RemarkState.Received && (own == null || remark.UnitCode != own)).Select(remark => remark.ReceivedAt).ToListAsync(cancel);
        return (waiting.Count, waiting.Count == 0 ? null : waiting.Min());
    }

    /// <summary>The unit whose figures the person's remarks would be about their own work; its code, or <c>null</c> without one.</summary>
    private async Task<string?> OwnUnitAsync(StaffAccount person, CancellationToken cancel) =>
        person.UnitId is { } unit ? await db.Units.Where(one => one.Id == unit).Select(one => one.Code).FirstOrDefaultAsync(cancel) : null;

    /// <summary>Where the request of two people for its correction stands; <c>null</c> where there is none.</summary>
    public async Task<TwoPersonState?> RequestOfAsync(RemarkRow row, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Remark.RequestId is { } id ? await db.TwoPersonRequests.Where(request => request.Id == id).Select(request => request.State).FirstAsync(cancel) : null;
    }

    /// <summary>The round in which a remark's figure came out, and whether it is taken up again just now; <c>null</c> where the figure came from a table.</summary>
    public async Task<(Guid Id, bool IsReopened)?> RoundOfAsync(RemarkRow row, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (releaseId, unit, year) = (row.Remark.ReleaseId, row.Remark.UnitCode, row.Release.Year);
        var groups = db.Set<ReleaseGroup>().Where(group => group.ReleaseId == releaseId && (unit == null || group.Results.Any(result => result.UnitCode == unit))).Select(group => group.Slug);
        var round = await db.Rounds.AsNoTracking()
            .Where(round => round.Year == year && (round.State == RoundState.Published || round.Amendments.Any()) && round.Groups.Any(group => db.UnitGroups.Any(known => known.Id == group.UnitGroupId && groups.Contains(known.Slug))))
            .OrderBy(round => round.Id).Select(round => new { round.Id, round.State }).FirstOrDefaultAsync(cancel);
        return round is null ? null : (round.Id, round.State != RoundState.Published);
    }

    private async Task<IReadOnlyList<RemarkRow>> RowsAsync(IQueryable<PublicRemark> remarks, CancellationToken cancel)
    {
        var rows = await remarks.AsNoTracking().Select(remark => new
        {
            Remark = remark,
            Release = db.Releases.Where(release => release.Id == remark.ReleaseId).Select(release => new { release.Year, release.VersionNumber }).First(),
            UnitName = db.Set<ReleaseGroup>().Where(group => group.ReleaseId == remark.ReleaseId).SelectMany(group => group.Results).Where(result => result.UnitCode == remark.UnitCode).Select(result => result.UnitName).FirstOrDefault(),
            CriterionName = db.Set<ReleaseGroup>().Where(group => group.ReleaseId == remark.ReleaseId && group.Results.Any(result => result.UnitCode == remark.UnitCode)).SelectMany(group => group.Criteria).Where(criterion => criterion.Code == remark.CriterionCode).Select(criterion => criterion.Name).FirstOrDefault(),
        }).ToListAsync(cancel);
        var heads = rows.Count == 0 ? [] : await releases.HeadsAsync(cancel);
        return [.. rows.Select(row => new RemarkRow(
            row.Remark,
            heads.First(head => head.Year == row.Release.Year && head.VersionNumber == row.Release.VersionNumber),
            row.UnitName,
            row.CriterionName,
            row.Remark.State == RemarkState.ToBeCorrected ? CorrectionOf(heads, row.Release.Year, row.Release.VersionNumber, row.Remark.AnsweredAt!.Value) : null))];
    }

    /// <summary>The first version since then that corrects, revises or withdraws what the remark is about.</summary>
    private static ReleaseHead? CorrectionOf(IEnumerable<ReleaseHead> heads, int year, int version, DateTime since) => heads
        .Where(head => head.Year == year && head.VersionNumber > version && head.PublishedAt >= since && head.Change is ReleaseChange.Correction or ReleaseChange.Revision or ReleaseChange.Withdrawal)
        .MinBy(head => head.VersionNumber);
}
