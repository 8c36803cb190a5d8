using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Application.Releases;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Archives;

/// <summary>What publishing a table did.</summary>
/// <param name="Release">The newest version of the year.</param>
/// <param name="IsNew">False when the same figures were published already and nothing changed.</param>
public sealed record PublishOutcome(Release Release, bool IsNew);

/// <summary>What publishing a table would do.</summary>
/// <param name="Release">The version as it would be published.</param>
/// <param name="Current">The newest version of the year, which it would take the place of; <c>null</c> when it would be the first.</param>
/// <param name="Added">Slugs of the groups it adds; none when all of it is published already.</param>
public sealed record ArchivePlan(Release Release, Release? Current, IReadOnlyList<string> Added);

/// <summary>Takes a published table in: reconciles it with the register and, when asked, publishes it as an archive release.</summary>
public sealed class TableImport(ParIndexDb db, PublicReleases releases, TimeProvider clock)
{
    /// <summary>The columns a published table prints, and its scales.</summary>
    private static readonly string[] PrintedColumns =
        ["unit.code", "appraisalScore", "surveyScore", "bonus", "penalty", "totalScore", "scale", "scaleSource", "publishedIndex", "publishedRating", "publishedOrder", "rankingList"];

    /// <summary>Reconciles a file. Stores nothing.</summary>
    /// <exception cref="UnreadableTableException">The file cannot be read in full, or names what the register does not know.</exception>
    public async Task<ReconciliationReport> ReconcileAsync(PublishedTable table, ImportRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var units = await db.Units.ToListAsync(cancel);
        var groups = await db.UnitGroups.OrderBy(group => group.Position).ToListAsync(cancel);
        var before = await releases.CurrentAsync(request.Year - 1, cancel);
        return new TableReconciler(request, new UnitRegister(units, groups, request.Year, request.CreateUnits, request.Hints), before).Reconcile(table);
    }

    /// <summary>
    /// Publishes a reconciled table: the first version of its year, or a supplement when it adds a group. The same
    /// figures again change nothing. All or nothing.
    /// </summary>
    /// <param name="report">The reconciled table.</param>
    /// <param name="confirmInconsistent">Whether staff have seen and confirmed rows that do not follow from their points.</param>
    /// <param name="who">The command that publishes.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="RefusedException">Other figures of a group are published already, inconsistent rows are not confirmed, or a day has not come.</exception>
    public async Task<PublishOutcome> PublishAsync(ReconciliationReport report, bool confirmInconsistent, string who, CancellationToken cancel = default)
    {
        var outcome = await AddAsync(report, confirmInconsistent, cancel);
        if (outcome.IsNew)
        {
            await db.SaveAsync(new(who, "Công bố kết quả", $"năm {outcome.Release.Year}, lần {outcome.Release.VersionNumber}"), cancel);
        }

        return outcome;
    }

    /// <summary>What publishing would do, with the release as it would be. Stores nothing.</summary>
    /// <exception cref="RefusedException">Other figures of a group are published already, or a day has not come.</exception>
    public async Task<ArchivePlan> PlanAsync(ReconciliationReport report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateWriter.VietnameseDay(now);
        if ((DecisionDays.WhyNotDecided(report.Request.DecisionDate, today) ?? DecisionDays.WhyNotAnnounced(report.Request.AnnouncedOn, today)) is { } early)
        {
            throw new RefusedException(early);
        }

        var current = await releases.WholeAsync(report.Request.Year, cancel);
        var release = ArchiveRelease.Build(report, current, now);
        var added = current is null ? [.. release.Groups.Select(group => group.Slug)] : Additions(release, current, report.Request);
        if (added.Count == 0)
        {
            RefuseOtherDecision(report.Request, current!);
        }

        return new(release, current, added);
    }

    /// <summary>Adds what publishing makes to the context; the caller's own save keeps it.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param" />
    /// <inheritdoc cref="PublishAsync" path="/exception" />
    internal async Task<PublishOutcome> AddAsync(ReconciliationReport report, bool confirmInconsistent, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var inconsistent = report.Count(Domain.Analysis.Consistency.Inconsistent);
        if (inconsistent > 0 && !confirmInconsistent)
        {
            throw new RefusedException($"Có {inconsistent} dòng cần đối chiếu. Xem báo cáo; nếu đã xác nhận với nguồn, {report.Request.Hints.Confirm}.");
        }

        var plan = await PlanAsync(report, cancel);
        if (plan.Added.Count == 0)
        {
            return new(plan.Current!, IsNew: false);
        }

        db.AddRange(report.Groups.Where(group => group.IsNewGroup).Select(group => group.Group));
        db.AddRange(report.NewUnits);
        db.Add(plan.Release);
        return new(plan.Release, IsNew: true);
    }

    /// <summary>The same figures with another decision or day would be a change of the release, which is never made silently.</summary>
    private static void RefuseOtherDecision(ImportRequest request, Release current)
    {
        if ((request.DecisionNumber is { } number && number != current.DecisionNumber)
            || (request.DecisionDate is { } decided && decided != current.DecisionDate)
            || (request.AnnouncedOn is { } announced && announced != current.AnnouncedOn))
        {
            throw new RefusedException(
                $"Số liệu năm {current.Year} đã được công bố (lần {current.VersionNumber}) với quyết định hoặc ngày công bố khác. Thông tin đã công bố không bị ghi đè; muốn thay đổi phải lập bản điều chỉnh.");
        }
    }

    /// <summary>Groups the new version adds; one that is published already must have the same figures.</summary>
    private static List<string> Additions(Release release, Release current, ImportRequest request)
    {
        var additions = new List<string>();
        foreach (var group in release.Groups)
        {
            if (current.Group(group.Slug) is not { } published)
            {
                additions.Add(group.Slug);
            }
            else if (!SaysTheSame(release, group, current, published, request))
            {
                throw new RefusedException(
                    $"Nhóm “{group.Name}” năm {release.Year} đã được công bố (lần {published.SinceVersion}) với số liệu khác. Số liệu đã công bố không bị ghi đè; muốn thay đổi phải lập bản đính chính.");
            }
        }

        return additions;
    }

    /// <summary>
    /// Whether the printed figures are those published, and so are bands and quoted figures where staff gave any:
    /// what is not given this time takes nothing back.
    /// </summary>
    private static bool SaysTheSame(Release release, ReleaseGroup group, Release current, ReleaseGroup published, ImportRequest request) =>
        Printed(release, group) == Printed(current, published)
        && (request.Ratings is null || group.Ratings!.Equals(published.Ratings))
        && (request.QuotedFigures.Count == 0 || Text(ReferenceColumns.TableOf(release, group)) == Text(ReferenceColumns.TableOf(current, published)));

    private static string Printed(Release release, ReleaseGroup group)
    {
        var table = ResultColumns.TableOf(release, group);
        return Text(table with { Columns = [.. table.Columns.Where(column => PrintedColumns.Contains(column.Key))] });
    }

    private static string Text<T>(Table<T> table) => CsvTable.Text(table, CsvDialect.Data);
}
