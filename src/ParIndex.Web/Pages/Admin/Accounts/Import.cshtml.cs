using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Reading;
using ParIndex.Application.Staff;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>Accounts from a list: what was understood first, then all of it or nothing; the answer shows every code, once.</summary>
[Authorize(Roles = nameof(StaffRoles.Administrator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(MostBytes)]
public sealed class ImportModel(StaffImport import) : PageModel
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
    public StaffList? Preview { get; private set; }

    /// <summary>The codes, after the accounts were made or asked for.</summary>
    public StaffOutcome? Outcome { get; private set; }

    /// <summary>Shows what was understood; no account is made.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => UnderstandAsync(async draft => Preview = await import.CompareAsync(draft, cancel), cancel);

    /// <summary>Makes the accounts of the list that was shown.</summary>
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => UnderstandAsync(async draft => Outcome = await import.ApplyAsync(draft, User.ToActor(), cancel), cancel);

    private async Task<IActionResult> UnderstandAsync(Func<ImportDraft, Task> then, CancellationToken cancel)
    {
        try
        {
            if (await KeptAsync(cancel) is not { } draft)
            {
                return this.Wrong("Upload", Parcel is null ? "Chọn một tệp hoặc dán danh sách." : "Nội dung xem trước đã quá hạn hoặc bị thay đổi; hãy gửi lại danh sách.");
            }

            Parcel = draft.Id.ToString();
            await then(draft);
            return Page();
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
