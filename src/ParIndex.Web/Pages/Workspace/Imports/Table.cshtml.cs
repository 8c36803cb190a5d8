using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.Archives;
using ParIndex.Application.Reading;
using ParIndex.Application.Seeding;
using ParIndex.Application.Units;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>Takes a published table, uploaded or pasted, and what staff say beside it.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(UploadedFile.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostRequestBytes, ValueLengthLimit = UploadedFile.MostRequestBytes)]
public sealed class TableModel(TableDrafts drafts, UnitGroupAdministration groups, IOptions<SiteOptions> site, TimeProvider clock) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public TableInput Input { get; set; } = new();

    /// <summary>The groups to choose from.</summary>
    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ListGroupsAsync(cancel);
        Input = new() { Bands = "Tốt=80,Khá=70,Trung bình=0" };
    }

    /// <summary>Reads and reconciles; what can be read is kept for the decision.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListGroupsAsync(cancel);
        if (!this.Passes(Input, new TableInputValidator(DateWriter.VietnameseDay(clock.GetUtcNow().UtcDateTime))))
        {
            return this.Wrong();
        }

        var file = Input.File is { } upload ? await UploadedFile.ReadAsync(upload, cancel) : UploadedFile.Pasted(Input.Pasted!);
        try
        {
            var draft = await drafts.KeepAsync(file.Name, file.Content, Input.ToRequest(ProvinceOf(site.Value)), User.ToActor(), cancel);
            return Redirect(Url.Draft(draft.Kind, draft.Id));
        }
        catch (UnreadableTableException refusal)
        {
            var field = Input.File is null ? "Input.Pasted" : "Input.File";
            ImportWords.Sentences(refusal).ToList().ForEach(sentence => ModelState.AddModelError(field, sentence));
            return this.Wrong();
        }
    }

    /// <summary>The province as configured; a developer's portal without settings is Lai Châu's, as its seed is.</summary>
    internal static string ProvinceOf(SiteOptions site) => site.Province is { Length: > 0 } province ? province : LaiChauSeed.Province;

    private async Task ListGroupsAsync(CancellationToken cancel) =>
        Groups = [.. (await groups.AllAsync(cancel)).Select(group => new SelectListItem(group.Name, group.Slug))];
}
