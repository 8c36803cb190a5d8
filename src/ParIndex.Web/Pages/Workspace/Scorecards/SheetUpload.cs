using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Reading;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Domain;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Imports;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What the two pages that take sheets back have in common: a file, its differences, a decision.</summary>
public sealed class SheetUpload(ScorecardDesk desk, ScorecardSheets sheets)
{
    /// <summary>The type of workbooks.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The field of a cell in conflict, before its key.</summary>
    public const string Choice = "o-";

    /// <summary>What is chosen to take the sheet's answer.</summary>
    public const string TakeFile = "tep";

    /// <summary>What is chosen to keep the stored one.</summary>
    public const string KeepStored = "he-thong";

    private SheetTarget _target = null!;
    private Guid? _applied;

    /// <summary>Where the sheet comes from.</summary>
    public SheetHead Head { get; private set; } = null!;

    /// <summary>The address of the page.</summary>
    public string Here { get; private set; } = "";

    /// <summary>Where the workbook is.</summary>
    public string Download { get; private set; } = "";

    /// <summary>The scorecard the workbook is of; <c>null</c> for a workbook of many.</summary>
    public string? Scorecard { get; private set; }

    /// <summary>The sheet that waits, or <c>null</c> while none was sent.</summary>
    public ImportDraft? Draft { get; private set; }

    /// <summary>Its differences; <c>null</c> when it fits no longer.</summary>
    public SheetComparison? Compared { get; private set; }

    /// <summary>What was chosen for cells in conflict.</summary>
    public IReadOnlyDictionary<Guid, bool> Chosen { get; private set; } = new Dictionary<Guid, bool>();

    /// <summary>Begins a request; false when the sheet is not there or not this person's.</summary>
    public async Task<bool> BeginAsync(SheetTarget target, string here, string download, string? scorecard, CancellationToken cancel)
    {
        (_target, Here, Download, Scorecard) = (target, here, download, scorecard);
        var head = await sheets.HeadAsync(desk.Actor, target, cancel);
        Head = head!;
        return head is not null;
    }

    /// <summary>Shows the page, with the differences of the sheet that waits.</summary>
    public async Task<IActionResult> ShowAsync(PageModel page, Guid? draftId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (draftId is { } id)
        {
            Draft = await sheets.FindAsync(desk.Actor, _target, id, cancel);
            if (Draft is null)
            {
                return page.NotFound();
            }

            await CompareAsync(page, cancel);
        }

        return page.Page();
    }

    /// <summary>Takes a file and shows its differences.</summary>
    public async Task<IActionResult> KeepAsync(PageModel page, IFormFile? file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (file is null || !UploadedFile.IsWithinSize(file))
        {
            return page.Wrong("File", file is null ? "Chọn phiếu .xlsx đã tải về và nhập." : UploadedFile.SizeRule);
        }

        try
        {
            var sent = await UploadedFile.ReadAsync(file, cancel);
            return await sheets.KeepAsync(desk.Actor, _target, sent.Name, sent.Content, cancel) is { } id ? page.LocalRedirect($"{Here}?tep={id}") : page.NotFound();
        }
        catch (UnreadableTableException refusal)
        {
            ImportWords.Sentences(refusal).ToList().ForEach(sentence => page.ModelState.AddModelError("File", sentence));
            return page.Wrong();
        }
    }

    /// <summary>Applies the sheet that waits.</summary>
    public async Task<IActionResult> ApplyAsync(PageModel page, Guid draftId, string? stamp, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        _applied = draftId;
        Chosen = (await page.Request.ReadFormAsync(cancel)).Where(field => field.Key.StartsWith(Choice, StringComparison.Ordinal) && Guid.TryParse(field.Key[Choice.Length..], out _) && field.Value.ToString() is TakeFile or KeepStored)
            .ToDictionary(field => Guid.Parse(field.Key[Choice.Length..]), field => field.Value == TakeFile);
        try
        {
            page.TempData["Done"] = await sheets.ApplyAsync(desk.Actor, _target, draftId, stamp ?? "", Chosen, cancel) is { } saved
                ? $"Đã nhận {NumberWriter.VietnameseCount(saved)} ô từ tệp." : "Tệp này đã được nhận hoặc bỏ đi trước đó.";
            return page.LocalRedirect(Here);
        }
        catch (UnreadableTableException)
        {
            throw new RefusedException("Phiếu không còn khớp với kỳ đánh giá nên chưa nhận gì.");
        }
    }

    /// <summary>Shows the differences as they are now when the sheet could not be applied.</summary>
    public async Task<IActionResult?> ShowAgainAsync(PageModel page, CancellationToken cancel) =>
        _applied is not null && await ShowAsync(page, _applied, cancel) is var shown and not PageResult ? shown : null;

    /// <summary>Throws the sheet that waits away.</summary>
    public async Task<IActionResult> DiscardAsync(PageModel page, Guid draftId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData["Done"] = await sheets.DiscardAsync(desk.Actor, _target, draftId, cancel) ? "Đã bỏ tệp; không có gì thay đổi." : "Tệp này đã được nhận hoặc bỏ đi trước đó.";
        return page.LocalRedirect(Here);
    }

    private async Task CompareAsync(PageModel page, CancellationToken cancel)
    {
        try
        {
            Compared = await sheets.CompareAsync(desk.Actor, _target, Draft!, cancel);
        }
        catch (UnreadableTableException refusal)
        {
            ImportWords.Sentences(refusal).ToList().ForEach(sentence => page.ModelState.AddModelError("", sentence));
        }
        catch (RefusedException refusal)
        {
            page.ModelState.AddModelError("", refusal.Message);
        }
    }
}
