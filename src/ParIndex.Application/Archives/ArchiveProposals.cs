using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Application.Releases;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Archives;

/// <summary>What <see cref="TwoPersonAct.PublishArchive"/> carries out.</summary>
/// <param name="Digest">The mark of exactly what was proposed.</param>
/// <param name="ConfirmsInconsistent">Whether rows that do not follow from their points were confirmed with the source.</param>
public sealed record ArchivePayload(string Digest, bool ConfirmsInconsistent);

/// <summary>
/// Publishing a table of a past year: one person proposes what the reconciliation shows, another publishes exactly that.
/// Never a year whose round is still under way, so that no table takes the place of an assessment.
/// </summary>
public sealed class ArchiveProposals(ParIndexDb db, TableImport import, TimeProvider clock)
{
    /// <summary>Who publishes what a coordinator proposed.</summary>
    public const StaffRoles Deciders = StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Publisher;

    private const int LongestSummary = 1000;

    /// <summary>What publishing a reconciled table would do, or why it cannot be proposed.</summary>
    public async Task<(ArchivePlan? Plan, string? WhyNot)> PlanAsync(ReconciliationReport report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            var plan = await import.PlanAsync(report, cancel);
            return (plan, await WhyNotYearAsync(db, report, clock.GetUtcNow().UtcDateTime, cancel) ?? (plan.Added.Count == 0 ? $"Số liệu này đã được công bố (năm {plan.Release.Year}, lần {plan.Current!.VersionNumber}); không có gì để công bố thêm." : null));
        }
        catch (RefusedException refusal)
        {
            return (null, refusal.Message);
        }
    }

    /// <summary>The open proposal about a draft, or <c>null</c>.</summary>
    public Task<TwoPersonRequest?> PendingAsync(Guid draftId, CancellationToken cancel = default) => Pending(draftId).AsNoTracking().FirstOrDefaultAsync(cancel);

    /// <summary>Proposes to publish a draft as it reconciles now, if that is what was shown.</summary>
    /// <param name="draft">The kept file.</param>
    /// <param name="report">Its reconciliation, as the person saw it.</param>
    /// <param name="confirmsInconsistent">Whether inconsistent rows were confirmed with the source.</param>
    /// <param name="reason">Why, or on what basis.</param>
    /// <param name="actor">Who proposes.</param>
    /// <param name="shown">The stamp of the report that was shown; <c>null</c> where it is the one given.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="RefusedException">It cannot be published, rows are not confirmed, or it is proposed already.</exception>
    public async Task ProposeAsync(ImportDraft draft, ReconciliationReport report, bool confirmsInconsistent, string reason, StaffAccount actor, string? shown = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(actor);
        var (plan, whyNot) = await PlanAsync(report, cancel);
        if (whyNot is not null)
        {
            throw new RefusedException(whyNot);
        }

        var stamp = TableDrafts.StampOf(draft, report, plan!);
        if (stamp != (shown ?? stamp))
        {
            throw new RefusedException("Nội dung trong hệ thống đã thay đổi từ lúc xem báo cáo nên chưa đề nghị gì. Xem lại báo cáo mới nhất dưới đây rồi đề nghị lại.");
        }

        if (report.Count(Consistency.Inconsistent) is > 0 and var open && !confirmsInconsistent)
        {
            throw new RefusedException($"Có {open} dòng cần đối chiếu. Xem báo cáo; nếu đã xác nhận với nguồn, {report.Request.Hints.Confirm}.");
        }

        if (await Pending(draft.Id).AnyAsync(cancel))
        {
            throw new RefusedException("Bảng này đã được đề nghị công bố và đang chờ người thứ hai.");
        }

        // What reconciling looked up, and units it would create, are not part of what is asked.
        db.ChangeTracker.Clear();
        var payload = new ArchivePayload(stamp, confirmsInconsistent);
        db.Add(new TwoPersonRequest(TwoPersonAct.PublishArchive, draft.Id, JsonSerializer.Serialize(payload), Summary(plan!, draft), VietnameseText.Normalize(reason), actor.Id, clock.GetUtcNow().UtcDateTime));
        // With the draft's version renewed: of two who propose at once one is told.
        db.Attach(draft).Property(kept => kept.Version).IsModified = true;
        try
        {
            await db.SaveAsync(new(actor.StaffCode, "Đề nghị công bố bảng kết quả", $"năm {report.Request.Year} vào kho lưu trữ"), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException("Bảng này vừa được người khác xử lý. Hãy mở lại trang để xem hiện trạng.");
        }
    }

    /// <summary>Publishes what was proposed, and ends the draft: in the save of the agreement.</summary>
    /// <exception cref="RefusedException">The draft is gone, the rules refuse, or what would be published is no longer what was proposed.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        var draft = await DraftAsync(db, request.SubjectId, cancel) ?? throw new RefusedException("Bảng này đã được công bố hoặc bỏ đi; đề nghị không còn hiệu lực.");
        var (drafts, import) = (new ImportDraftStore(db, clock), new TableImport(db, new PublicReleases(db), clock));
        var payload = JsonSerializer.Deserialize<ArchivePayload>(request.Payload)!;
        try
        {
            await new TableDrafts(drafts, import).Path.ApplyAsync(draft, payload.Digest, table => PublishAsync(db, import, draft, table.Report, payload, clock.GetUtcNow().UtcDateTime, cancel),
                table => new RefusedException(table.Refusal?.Message ?? "Nội dung sẽ công bố đã khác lúc được đề nghị (danh mục đơn vị hoặc bản công bố của năm đã thay đổi), nên đề nghị này hết hiệu lực. Từ chối đề nghị; người đề nghị xem lại báo cáo rồi đề nghị lại."), cancel);
        }
        catch (UnreadableTableException)
        {
            throw new RefusedException("Danh mục đơn vị đã thay đổi từ khi tệp được đưa lên; tệp không còn đọc được trọn vẹn.");
        }
    }

    private static async Task<PublishOutcome> PublishAsync(ParIndexDb db, TableImport import, ImportDraft draft, ReconciliationReport report, ArchivePayload payload, DateTime now, CancellationToken cancel)
    {
        if (await WhyNotYearAsync(db, report, now, cancel) is { } reason)
        {
            throw new RefusedException(reason);
        }

        db.Remove(draft);
        return await import.AddAsync(report, payload.ConfirmsInconsistent, cancel);
    }

    /// <summary>What the second person sees in short; the whole reconciliation stands on the draft's own page.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TwoPersonSubject>> DescribeAsync(ParIndexDb db, IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(requests);
        var subjects = new Dictionary<Guid, TwoPersonSubject>();
        foreach (var request in requests)
        {
            if (await db.ImportDrafts.AsNoTracking().Where(draft => draft.Id == request.SubjectId).Select(draft => new { draft.FileName, draft.Sha256 }).FirstOrDefaultAsync(cancel) is { } draft)
            {
                var payload = JsonSerializer.Deserialize<ArchivePayload>(request.Payload)!;
                subjects[request.Id] = new(RoundId: null, "", [new("Tệp", draft.FileName), new("SHA-256 của tệp", draft.Sha256[..16] + "…"), new("Mã của nội dung được đề nghị", payload.Digest[..16] + "…")]);
            }
        }

        return subjects;
    }

    private static Task<ImportDraft?> DraftAsync(ParIndexDb db, Guid id, CancellationToken cancel) => db.ImportDrafts.FirstOrDefaultAsync(draft => draft.Id == id && draft.Kind == ImportKind.PublishedTable, cancel);

    private IQueryable<TwoPersonRequest> Pending(Guid draftId) => db.TwoPersonRequests.Where(request => request.SubjectId == draftId && request.Act == TwoPersonAct.PublishArchive && request.State == TwoPersonState.Pending);

    /// <summary>
    /// Only years before the oldest round that is not published, of the same authority or of a group of the table. A
    /// round that can still be taken back counts; one that only holds past figures does not.
    /// </summary>
    private static async Task<string?> WhyNotYearAsync(ParIndexDb db, ReconciliationReport report, DateTime now, CancellationToken cancel)
    {
        var (year, today) = (report.Request.Year, DateWriter.VietnameseDay(now));
        if (year > today.Year)
        {
            return $"Năm {year} chưa tới; chỉ công bố bảng kết quả của năm đã qua.";
        }

        var groups = report.Groups.Select(group => group.Group.Id).ToHashSet();
        var rounds = await db.Rounds.AsNoTracking().Include(round => round.Moves).Include(round => round.Groups).Where(round => round.State != RoundState.Published && round.Year <= year).ToListAsync(cancel);
        return rounds.Where(IsUnderWay).MinBy(round => round.Year) is { } oldest
            ? $"{oldest.Authority} có kỳ đánh giá năm {oldest.Year} chưa công bố kết quả, nên chỉ công bố vào kho lưu trữ bảng của các năm trước năm {oldest.Year}. Kết quả của kỳ đang đánh giá được công bố từ chính kỳ đó."
            : null;

        bool IsUnderWay(Round round) =>
            (round.Authority == report.Request.Province || round.Groups.Any(group => groups.Contains(group.UnitGroupId)))
            && (round.State != RoundState.Cancelled || now <= round.RestorableUntil)
            && !(round.State == RoundState.Closed && round.HoldsPastFigures);
    }

    private static string Summary(ArchivePlan plan, ImportDraft draft)
    {
        var added = plan.Release.Groups.Where(group => plan.Added.Contains(group.Slug)).ToList();
        var text = $"Công bố vào kho lưu trữ bảng kết quả năm {plan.Release.Year}: {string.Join("; ", added.Select(group => $"{group.Name} ({NumberWriter.VietnameseCount(group.Results.Count)} đơn vị)"))}. {(plan.Current is { } current ? $"Bổ sung vào bản công bố lần {current.VersionNumber} thành lần {plan.Release.VersionNumber}" : "Bản công bố lần 1 của năm")}. Tệp {draft.FileName}";
        return VietnameseText.Clip(text, LongestSummary);
    }
}
