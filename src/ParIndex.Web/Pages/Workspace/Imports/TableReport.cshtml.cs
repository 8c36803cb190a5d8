using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>
/// The reconciliation of a kept table, row by row, and what becomes of it: one person proposes to publish it as an
/// archive, another who reads the same report decides; or it is discarded.
/// </summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor) + "," + nameof(StaffRoles.CouncilMember) + "," + nameof(StaffRoles.Publisher))]
[CoordinatorPosts]
public sealed class TableReportModel(ParIndexDb db, ImportDraftStore drafts, TableDrafts tables, ArchiveProposals proposals, TwoPersonDecisions requests, CurrentStaff staff) : PageModel, IShownAgain
{
    private const int LongestReason = 1000;

    /// <summary>The kept file.</summary>
    public ImportDraft Draft { get; private set; } = null!;

    /// <summary>The table as understood and reconciled; <c>null</c> when it no longer fits the register.</summary>
    public ReconciledTable? Reconciled { get; private set; }

    /// <summary>Whether the person confirms rows that do not follow from their points.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>The stamp of the report that was shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Why it is to be published, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What publishing would do; <c>null</c> when it cannot be said.</summary>
    public ArchivePlan? Plan { get; private set; }

    /// <summary>Why it cannot be proposed, or <c>null</c>.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>The open proposal as this reader sees it, or <c>null</c>.</summary>
    public TwoPersonRow? Proposal { get; private set; }

    /// <summary>How many rows need a look before publishing.</summary>
    public int ToCheck => Reconciled?.Report.Count(Consistency.Inconsistent) ?? 0;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();

    /// <summary>Proposes to publish the table as an archive release.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Decided();
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > LongestReason)
        {
            await ShowAsync(cancel);
            return this.Wrong(nameof(Reason), $"Ghi lý do hoặc căn cứ, tối đa {LongestReason} ký tự.");
        }

        try
        {
            await proposals.ProposeAsync(Draft, (await tables.ReconcileAsync(Draft, cancel)).Report, Confirmed, Reason, (await staff.OfAsync(User, cancel))!, Stamp, cancel);
            TempData["Done"] = "Đã đề nghị công bố; bảng được công bố khi một người của đơn vị khác xem báo cáo này và đồng ý.";
            return Redirect(Url.To("/Workspace/Imports/TableReport", new { id }));
        }
        catch (UnreadableTableException)
        {
            throw new RefusedException("Danh mục đơn vị đã thay đổi từ khi tệp được đưa lên; tệp không còn đọc được trọn vẹn.");
        }
    }

    /// <summary>Throws the table away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Decided();
        }

        await drafts.DiscardAsync(Draft, User.ToActor(), cancel);
        TempData["Done"] = $"Đã bỏ “{Draft.FileName}”; không có gì được công bố.";
        return Redirect(Url.To("/Workspace/Imports/Index"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await drafts.FindAsync(id, ImportKind.PublishedTable, cancel);
        Draft = found!;
        return found is not null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        try
        {
            Reconciled = await tables.ReconcileAsync(Draft, cancel);
            (Plan, WhyNot) = await proposals.PlanAsync(Reconciled.Report, cancel);
            Stamp = Plan is { } plan ? TableDrafts.StampOf(Draft, Reconciled.Report, plan) : null;
            ModelState.Remove(nameof(Stamp));
            Proposal = await requests.FindAsync(User.ToActor(), Draft.Id, cancel);
        }
        catch (UnreadableTableException refusal)
        {
            ImportWords.Sentences(refusal).ToList().ForEach(sentence => ModelState.AddModelError("", sentence));
        }

        return Page();
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(Draft.Id, cancel))
        {
            return Decided();
        }

        await ShowAsync(cancel);
        return null;
    }

    private RedirectResult Decided()
    {
        TempData["Done"] = "Tệp này đã được công bố hoặc bỏ đi trước đó.";
        return Redirect(Url.To("/Workspace/Imports/Index"));
    }
}
