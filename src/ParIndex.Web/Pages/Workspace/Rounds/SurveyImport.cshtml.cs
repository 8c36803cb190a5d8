using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Reading;
using ParIndex.Application.Rounds;
using ParIndex.Application.Surveys;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Imports;
using ParIndex.Web.Security;
using ParIndex.Domain;
using ParIndex.Web.Setup;
namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Survey points from a workbook: sent, shown row by row, taken whole or not at all.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(UploadedFile.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostRequestBytes)]
public sealed class SurveyImportModel(SurveyImport import, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Slug of the group, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "khoi")]
    public string? GroupSlug { get; set; }

    /// <summary>The workbook.</summary>
    [BindProperty]
    public IFormFile? Workbook { get; set; }

    /// <summary>The workbook between preview and acceptance, as its key.</summary>
    [BindProperty]
    public string? Parcel { get; set; }

    /// <summary>The stamp of the comparison that was shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>The group.</summary>
    public GroupSetup? Group => desk.Setup.Groups.FirstOrDefault(group => group.UnitGroup.Slug == GroupSlug);

    /// <summary>What was understood, once something was sent.</summary>
    public IReadOnlyList<SurveyRow> Rows { get; private set; } = [];

    /// <summary>What of the file was passed over or assumed.</summary>
    public IReadOnlyList<Finding> Remarks { get; private set; } = [];

    private ImportDraft? Draft { get; set; }

    /// <inheritdoc cref="PageModel" />
    public IActionResult OnGet() => Group is null ? NotFound() : Page();

    /// <summary>Reads the workbook and shows what it would change.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Group is null)
        {
            return NotFound();
        }

        await ReadAsync(cancel);
        return Page();
    }

    /// <summary>Takes what was shown.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        if (Group is null)
        {
            return NotFound();
        }

        var shown = Stamp;
        if (!await ReadAsync(cancel))
        {
            return Page();
        }

        return await this.AnswerAsync($"{RoundAddresses.Of(desk.Setup, "khao-sat")}?khoi={Group.UnitGroup.Slug}",
            async () => $"Đã nhận điểm điều tra: {await import.ApplyAsync(desk.Setup, Group, Draft!, shown ?? "", desk.Actor, cancel)} ô thay đổi.");
    }

    /// <summary>Compares what was sent, or what waits, with what stands.</summary>
    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        try
        {
            Draft = await DraftAsync(cancel);
            if (Draft is null)
            {
                return Wrong(Parcel is null ? "Chọn tệp XLSX." : "Nội dung xem trước đã quá hạn hoặc bị thay đổi; hãy gửi lại tệp.");
            }

            var compared = await import.CompareAsync(desk.Setup, Group!, Draft, desk.Actor, cancel);
            (Rows, Remarks, Stamp, Parcel) = (compared.Rows, compared.Remarks, compared.Stamp, Draft.Id.ToString());
            ModelState.Remove(nameof(Parcel));
            ModelState.Remove(nameof(Stamp));
            return true;
        }
        catch (UnreadableTableException refused)
        {
            ImportWords.Sentences(refused).ToList().ForEach(sentence => Wrong(sentence));
            return false;
        }
    }

    private async Task<ImportDraft?> DraftAsync(CancellationToken cancel)
    {
        if (Workbook is { Length: > 0 } file)
        {
            var sent = await UploadedFile.ReadAsync(file, cancel);
            return await import.KeepAsync(desk.Setup, Group!, sent.Name, sent.Content, desk.Actor, cancel);
        }

        return Guid.TryParse(Parcel, out var id) ? await import.FindAsync(desk.Setup, Group!, id, desk.Actor, cancel) : null;
    }

    private bool Wrong(string message)
    {
        ModelState.AddModelError(nameof(Workbook), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }
}
