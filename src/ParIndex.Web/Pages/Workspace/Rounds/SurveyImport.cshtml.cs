using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Imports.Reading;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Application.Surveys;
using ParIndex.Domain;
using ParIndex.Web.Pages.Workspace.CriteriaSets;
using ParIndex.Web.Pages.Workspace.Imports;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Survey points from a workbook: sent, shown row by row, taken whole or not at all.</summary>
[Authorize(Roles = RoundReaders.OfCouncil), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(UploadedFile.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostRequestBytes)]
public sealed class SurveyImportModel(SurveyPoints points, UploadParcel parcels, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Slug of the group, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "khoi")]
    public string? GroupSlug { get; set; }

    /// <summary>The workbook.</summary>
    [BindProperty]
    public IFormFile? Workbook { get; set; }

    /// <summary>The table between preview and acceptance.</summary>
    [BindProperty]
    public string? Parcel { get; set; }

    /// <summary>The versions of the cells the preview showed, so that what changed since is told.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>The group.</summary>
    public GroupSetup? Group => desk.Setup.Groups.FirstOrDefault(group => group.UnitGroup.Slug == GroupSlug);

    /// <summary>What was understood, once something was sent.</summary>
    public IReadOnlyList<SurveyRow> Rows { get; private set; } = [];

    /// <summary>What of the file was passed over or assumed.</summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    private string Person => User.Identity?.Name ?? "";

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

        return await this.AnswerAsync($"{RoundAddresses.Of(desk.Setup, "khao-sat")}?khoi={Group.UnitGroup.Slug}", async () =>
        {
            if (shown != Stamp)
            {
                throw new RefusedException("Có người khác vừa thay đổi điểm điều tra; xem lại nội dung dưới đây rồi nhận.");
            }

            var changed = await points.SaveAsync(desk.Setup.Round.Id, [.. Rows.Select(row => row.Entry)], "Nhập điểm điều tra từ XLSX", desk.Actor, cancel);
            return $"Đã nhận điểm điều tra: {changed} ô thay đổi.";
        });
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        try
        {
            if (await TableAsync(cancel) is not { } table)
            {
                return Wrong(Parcel is null ? "Chọn tệp XLSX." : "Nội dung xem trước đã quá hạn hoặc bị thay đổi; hãy gửi lại tệp.");
            }

            Rows = SurveyWorkbook.Read(table, await points.LinesAsync(desk.Setup, Group!, desk.Actor, cancel));
            Remarks = SurveyWorkbook.Remarks(table);
            Stamp = SurveyStamp.Of(Rows);
            Parcel = parcels.Pack(table, Person);
            ModelState.Remove(nameof(Parcel));
            ModelState.Remove(nameof(Stamp));
            return Parcel is not null || Wrong("Bảng quá lớn để xem trước; hãy chỉ giữ lại bảng điểm điều tra.");
        }
        catch (UnreadableTableException refused)
        {
            ImportWords.Sentences(refused).ToList().ForEach(sentence => Wrong(sentence));
            return false;
        }
    }

    private async Task<SourceTable?> TableAsync(CancellationToken cancel) => Workbook is { Length: > 0 } file
        ? SurveyWorkbook.TableOf((await UploadedFile.ReadAsync(file, cancel)).Content, desk.Setup.Round.Year)
        : parcels.Unpack<SourceTable>(Parcel, Person);

    private bool Wrong(string message)
    {
        ModelState.AddModelError(nameof(Workbook), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }
}

/// <summary>What a preview showed, as a short mark: it differs as soon as one of its cells was changed.</summary>
public static class SurveyStamp
{
    /// <summary>The mark of rows.</summary>
    public static string Of(IEnumerable<SurveyRow> rows) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => $"{row.Line.Cell.Id} {row.Line.Cell.Version}")))));
}
