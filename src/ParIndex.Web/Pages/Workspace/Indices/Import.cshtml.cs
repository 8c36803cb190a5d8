using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Reading;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Imports;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Indices;

/// <summary>Figures beside the index from a workbook: sent, shown row by row, taken whole or not at all.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<IndexDesk>(StaffRoles.Coordinator)]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(UploadedFile.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostRequestBytes)]
public sealed class ImportModel(IndexImport import, NationalIndexRegister register, IndexDesk desk, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>The workbook.</summary>
    [BindProperty]
    public IFormFile? Workbook { get; set; }

    /// <summary>The workbook between preview and acceptance, as its key.</summary>
    [BindProperty]
    public string? Parcel { get; set; }

    /// <summary>The stamp of the comparison that was shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>What was understood, once something was sent.</summary>
    public IndexComparison? Compared { get; private set; }

    /// <summary>Names of the units named, by code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    private string OwnProvince => site.Value.ProvinceName ?? "";

    private ImportDraft? Draft { get; set; }

    /// <summary>Reads the workbook and shows what it would change.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Page();
    }

    /// <summary>Takes what was shown.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        var shown = Stamp;
        return await ReadAsync(cancel)
            ? await this.AnswerAsync(Url.To("/Workspace/Indices/Index"), async () => $"Đã nhận {await import.ApplyAsync(OwnProvince, Draft!, shown ?? "", desk.Actor, cancel)} số liệu.")
            : Page();
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

            Compared = await import.CompareAsync(OwnProvince, Draft, cancel);
            Names = await register.NamesAsync([.. Compared.Rows.Select(row => row.Key.UnitCode).Distinct()], cancel);
            (Stamp, Parcel) = (Compared.Stamp, Draft.Id.ToString());
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
            return await import.KeepAsync(OwnProvince, sent.Name, sent.Content, desk.Actor, cancel);
        }

        return Guid.TryParse(Parcel, out var id) ? await import.FindAsync(id, desk.Actor, cancel) : null;
    }

    private bool Wrong(string message)
    {
        ModelState.AddModelError(nameof(Workbook), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }
}
