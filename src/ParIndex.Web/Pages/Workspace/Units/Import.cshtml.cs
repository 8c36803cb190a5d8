using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Reading;
using ParIndex.Application.Units;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>Units from a list: what was understood first, then all of it or nothing.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<UnitDesk>(StaffRoles.Coordinator)]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(MostBytes)]
public sealed class ImportModel(UnitImport import, UnitDesk desk) : PageModel
{
    private const long MostBytes = SourceTableReader.MostBytes + 1024 * 1024;

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Cells pasted.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The list between preview and confirmation, as its key.</summary>
    [BindProperty]
    public string? Parcel { get; set; }

    /// <summary>The list as understood, to be confirmed.</summary>
    public UnitList? Preview { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public void OnGet()
    {
    }

    /// <summary>Shows what was understood; nothing is added.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => UnderstandAsync(
        async draft =>
        {
            Preview = await import.CompareAsync(draft, cancel);
            return Page();
        },
        cancel);

    /// <summary>Adds the units of the list that was shown.</summary>
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => UnderstandAsync(
        async draft =>
        {
            TempData["Done"] = $"Đã thêm {NumberWriter.VietnameseCount(await import.ApplyAsync(draft, desk.Actor, cancel))} đơn vị.";
            return Redirect(Url.To("/Workspace/Units/Index"));
        },
        cancel);

    private async Task<IActionResult> UnderstandAsync(Func<ImportDraft, Task<IActionResult>> then, CancellationToken cancel)
    {
        try
        {
            if (await KeptAsync(cancel) is not { } draft)
            {
                return this.Wrong("Upload", Parcel is null ? "Chọn một tệp hoặc dán danh sách." : "Nội dung xem trước đã quá hạn hoặc đã được lưu; hãy gửi lại danh sách.");
            }

            Parcel = draft.Id.ToString();
            return await then(draft);
        }
        catch (UnreadableTableException refusal)
        {
            foreach (var problem in refusal.Problems.Take(UnreadableTableException.MostListed))
            {
                ModelState.AddModelError("Upload", problem.ToString());
            }

            return this.Wrong();
        }
    }

    private async Task<ImportDraft?> KeptAsync(CancellationToken cancel)
    {
        if (Upload is not null)
        {
            using var content = new MemoryStream();
            await Upload.CopyToAsync(content, cancel);
            return await import.KeepAsync(Upload.FileName, content.ToArray(), User.AccountId(), cancel);
        }

        return !string.IsNullOrWhiteSpace(Text) ? await import.KeepAsync(fileName: null, Encoding.UTF8.GetBytes(Text), User.AccountId(), cancel)
            : Guid.TryParse(Parcel, out var id) ? await import.FindAsync(id, User.AccountId(), cancel)
            : null;
    }
}
