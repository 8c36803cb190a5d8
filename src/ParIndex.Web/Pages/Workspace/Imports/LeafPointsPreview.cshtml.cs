using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Archives.LeafPoints;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>What follows from a kept workbook of points, and the decision: store as a closed round, or discard.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor))]
[CoordinatorPosts]
public sealed class LeafPointsPreviewModel(ParIndexDb db, ImportDraftStore drafts, LeafPointsDrafts points) : PageModel, IShownAgain
{
    /// <summary>The kept file.</summary>
    public ImportDraft Draft { get; private set; } = null!;

    /// <summary>The stamp of the preview that was shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Totals, scales and indices that follow; <c>null</c> when it no longer fits the register.</summary>
    public LeafPointsPreview? Preview { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();

    /// <summary>Stores the points as a closed round.</summary>
    public async Task<IActionResult> OnPostStoreAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Decided();
        }

        try
        {
            var round = await points.StoreAsync(Draft, Stamp, User.ToActor(), cancel);
            TempData["Done"] = $"Đã lưu điểm theo tiêu chí năm {round.Year}.";
            return Redirect("/lam-viec/nhap-so-lieu");
        }
        catch (UnreadableTableException)
        {
            throw new RefusedException("Danh mục đơn vị hoặc bộ tiêu chí đã thay đổi từ khi tệp được đưa lên; tệp không còn đọc được trọn vẹn.");
        }
    }

    /// <summary>Throws the workbook away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Decided();
        }

        await drafts.DiscardAsync(Draft, User.ToActor(), cancel);
        TempData["Done"] = $"Đã bỏ “{Draft.FileName}”; không có gì được lưu.";
        return Redirect("/lam-viec/nhap-so-lieu");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await drafts.FindAsync(id, ImportKind.LeafPoints, cancel);
        Draft = found!;
        return found is not null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        try
        {
            Preview = await points.PreviewAsync(Draft, cancel);
            Stamp = Preview.Stamp;
            ModelState.Remove(nameof(Stamp));
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
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
        ModelState.Clear();
        return null;
    }

    private RedirectResult Decided()
    {
        TempData["Done"] = "Tệp này đã được lưu hoặc bỏ đi trước đó.";
        return Redirect("/lam-viec/nhap-so-lieu");
    }
}
