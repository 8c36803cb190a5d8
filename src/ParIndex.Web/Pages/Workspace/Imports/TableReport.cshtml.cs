using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Imports.Reading;
using ParIndex.Application.Staff;
using ParIndex.Domain.Analysis;
using ParIndex.Web.Setup;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>The reconciliation of a kept table, row by row, and the decision: publish as an archive, or discard.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor))]
[CoordinatorPosts]
public sealed class TableReportModel(ParIndexDb db, ImportDrafts drafts, TableDrafts tables) : PageModel
{
    /// <summary>The kept file.</summary>
    public ImportDraft Draft { get; private set; } = null!;

    /// <summary>The table as understood and reconciled; <c>null</c> when it no longer fits the register.</summary>
    public ReconciledTable? Reconciled { get; private set; }

    /// <summary>Whether the person confirms rows that do not follow from their points.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>How many rows need a look before publishing.</summary>
    public int ToCheck => Reconciled?.Report.Count(Consistency.Inconsistent) ?? 0;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();

    /// <summary>Publishes the table as an archive release.</summary>
    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Decided();
        }

        db.Actor = User.Identity!.Name!;
        try
        {
            var outcome = await tables.PublishAsync(Draft, Confirmed, cancel);
            TempData["Done"] = outcome.IsNew
                ? $"Đã công bố năm {outcome.Release.Year}, lần {outcome.Release.VersionNumber}."
                : $"Số liệu này đã được công bố từ trước (năm {outcome.Release.Year}, lần {outcome.Release.VersionNumber}); không thay đổi gì.";
            return Redirect("/lam-viec/nhap-so-lieu");
        }
        catch (PublishRefusedException refusal)
        {
            return await RefuseAsync(id, refusal.Message, cancel);
        }
        catch (UnreadableTableException)
        {
            return await RefuseAsync(id, "Danh mục đơn vị đã thay đổi từ khi tệp được đưa lên; tệp không còn đọc được trọn vẹn.", cancel);
        }
    }

    /// <summary>Throws the table away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Decided();
        }

        db.Actor = User.Identity!.Name!;
        try
        {
            await drafts.DiscardAsync(Draft, cancel);
            TempData["Done"] = $"Đã bỏ “{Draft.FileName}”; không có gì được công bố.";
        }
        catch (DbUpdateConcurrencyException)
        {
            return Decided();
        }

        return Redirect("/lam-viec/nhap-so-lieu");
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
        }
        catch (UnreadableTableException refusal)
        {
            ImportWords.Sentences(refusal).ToList().ForEach(sentence => ModelState.AddModelError("", sentence));
        }

        return Page();
    }

    private async Task<IActionResult> RefuseAsync(Guid id, string reason, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancel))
        {
            return Decided();
        }

        await ShowAsync(cancel);
        return this.Refused(reason);
    }

    private RedirectResult Decided()
    {
        TempData["Done"] = "Tệp này đã được công bố hoặc bỏ đi trước đó.";
        return Redirect("/lam-viec/nhap-so-lieu");
    }
}
