using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Search;
using ParIndex.Domain;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Search;

namespace ParIndex.Application.Remarks;

/// <summary>The figure a remark is about.</summary>
/// <param name="Release">The version.</param>
/// <param name="Unit">The unit in it; <c>null</c> for the version as a whole.</param>
/// <param name="Leaves">The unit's leaves with their points; empty where only totals are published.</param>
public sealed record RemarkSubject(Release Release, UnitYear? Unit, IReadOnlyList<ScorecardLine> Leaves)
{
    /// <summary>Whether the remark can name this criterion; none at all can always be named.</summary>
    public bool Has(string? criterionCode) => string.IsNullOrEmpty(criterionCode) || Leaves.Any(line => line.Criterion.Code == criterionCode);
}

/// <summary>
/// Takes what the public says of published figures. Only of what is published: nobody learns here what is not. The same words
/// about the same figure are one remark, so that a form sent twice is answered with the code of the first.
/// </summary>
public sealed class RemarkIntake(ParIndexDb db, PublicReleases releases, SearchCatalogue catalogue, TimeProvider clock)
{
    /// <summary>How many remarks may wait for an answer; more are refused, so that a flood fills no disk.</summary>
    public const int MostWaiting = 2000;

    private const string Public = "công chúng";

    /// <summary>From where, as the audit log tells it: not from which address, or the remark would be somebody's after all.</summary>
    private const string Form = "biểu mẫu góp ý";

    /// <summary>The figure that a form is about.</summary>
    /// <param name="year">The year; the newest with results by default.</param>
    /// <param name="version">The version; the newest of the year by default.</param>
    /// <param name="unit">Code or name of a unit, as typed.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The version, and the unit where it is known there; <c>null</c> where there is no such version.</returns>
    public async Task<RemarkSubject?> SubjectAsync(int? year, int? version, string? unit, CancellationToken cancel = default)
    {
        var release = year is { } known ? await releases.FindAsync(known, version, cancel) : await releases.NewestAsync(cancel);
        if (release is null)
        {
            return null;
        }

        var found = string.IsNullOrWhiteSpace(unit) ? null : UnitYear.Find(release, unit.Trim()) ?? await NamedAsync(release, unit, cancel);
        var scorecard = found is null ? null : await releases.ScorecardAsync(found, cancel);
        return new(release, found, scorecard is null ? [] : [.. scorecard.Leaves]);
    }

    /// <summary>Keeps a remark.</summary>
    /// <param name="subject">The figure.</param>
    /// <param name="criterionCode">One of its criteria, or <c>null</c>.</param>
    /// <param name="text">What is said, tidied by <see cref="PublicRemark.Tidy"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The code by which its writer asks for the answer.</returns>
    /// <exception cref="RefusedException">Too many wait for an answer already.</exception>
    public async Task<string> ReceiveAsync(RemarkSubject subject, string? criterionCode, string text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var (releaseId, unit, criterion) = (subject.Release.Id, subject.Unit?.Result.UnitCode, string.IsNullOrEmpty(criterionCode) ? null : criterionCode);
        var same = await db.PublicRemarks.AsNoTracking()
            .Where(known => known.ReleaseId == releaseId && known.UnitCode == unit && known.CriterionCode == criterion && known.Text == text)
            .Select(known => known.Code).FirstOrDefaultAsync(cancel);
        if (same is not null)
        {
            return same;
        }

        var waiting = await db.PublicRemarks.CountAsync(known => known.State == RemarkState.Received, cancel);
        RefusedException.ThrowIf(waiting >= MostWaiting ? "Hiện có quá nhiều góp ý đang chờ trả lời nên chưa nhận thêm được. Vui lòng gửi theo thông tin liên hệ ở cuối trang." : null);
        var remark = new PublicRemark(subject.Release, unit, criterion, text, clock.GetUtcNow().UtcDateTime);
        db.Add(remark);
        db.Source = Form;
        await db.SaveAsync(new Act(Public, "Gửi góp ý về số liệu đã công bố", remark.Code), cancel);
        return remark.Code;
    }

    private async Task<UnitYear?> NamedAsync(Release release, string words, CancellationToken cancel) =>
        (await catalogue.ReadAsync(cancel)).Find(words, int.MaxValue).Hits.FirstOrDefault(hit => hit.Entry.Kind == SearchKind.Unit) is { } hit
            ? UnitYear.Find(release, hit.Entry.Key)
            : null;
}
