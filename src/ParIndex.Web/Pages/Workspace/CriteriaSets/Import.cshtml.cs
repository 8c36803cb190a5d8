using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Application.Units;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Imports;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The annex of a decision, sent or pasted: it is kept and shown as understood on a page of its own.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestFormLimits(MultipartBodyLengthLimit = SourceTableReader.MostBytes + (2 * 1024 * 1024))]
public sealed class ImportModel(UnitGroupAdministration groups, CriteriaImport import) : PageModel
{
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    [BindProperty]
    public SetName Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Annex { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>A file that was sent while the year or group was wrong, as its key: it need not be sent again.</summary>
    [BindProperty]
    public string? Parcel { get; set; }

    /// <summary>The file behind <see cref="Parcel"/>, once found.</summary>
    public ImportDraft? Kept { get; private set; }

    /// <summary>Annexes that were sent and wait for their sender.</summary>
    public IReadOnlyList<ImportDraftHead> Waiting { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var named = this.Passes(Form, new SetNameValidator([.. Groups.Select(group => group.Slug)]), nameof(Form));
        try
        {
            Kept = await KeptAsync(cancel);
        }
        catch (UnreadableTableException refused)
        {
            return this.Wrong("Annex", string.Join(' ', refused.Problems.Take(5).Select(problem => problem.ToString())));
        }

        if (Kept is null)
        {
            return this.Wrong("Annex", Parcel is null ? "Chọn tệp phụ lục hoặc dán bảng vào ô." : "Tệp gửi trước đã quá hạn; hãy gửi lại tệp.");
        }

        if (!named)
        {
            (Parcel, Pasted) = (Kept.Id.ToString(), null);
            ModelState.Remove(nameof(Parcel));
            return this.Wrong();
        }

        return Redirect(Url.To("/Workspace/CriteriaSets/AnnexPreview", new { id = Kept.Id }));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Groups = await groups.AllAsync(cancel);
        Waiting = await import.WaitingAsync(User.AccountId(), cancel);
    }

    private async Task<ImportDraft?> KeptAsync(CancellationToken cancel)
    {
        var request = new AnnexRequest(IsPasted: false) { Year = Form.Year, Group = Form.Group };
        if (Annex is { Length: > 0 } file)
        {
            var sent = await UploadedFile.ReadAsync(file, cancel);
            return await import.KeepAsync(sent.Name, sent.Content, request, User.AccountId(), cancel);
        }

        if (!string.IsNullOrWhiteSpace(Pasted))
        {
            return await import.KeepPastedAsync(Pasted, request, User.AccountId(), cancel);
        }

        if (!Guid.TryParse(Parcel, out var id) || await import.FindAsync(id, User.AccountId(), cancel) is not { } kept)
        {
            return null;
        }

        await import.NameAsync(kept, Form.Year, Form.Group, User.Identity!.Name!, cancel);
        return kept;
    }
}
