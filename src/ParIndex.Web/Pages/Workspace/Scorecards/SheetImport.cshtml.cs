using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Imports;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Takes the workbook of a scorecard back: its differences, then all of them or none.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(ScorecardAudience.WhoScored)]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(UploadedFile.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostRequestBytes)]
public sealed class SheetImportModel(ScorecardDesk desk, SheetUpload upload) : PageModel, IShownAgain
{
    /// <summary>The sheet that waits for its confirmation.</summary>
    [BindProperty(Name = "tep", SupportsGet = true)]
    public Guid? Draft { get; set; }

    /// <summary>The workbook that comes back.</summary>
    [BindProperty(Name = "File")]
    public IFormFile? Sent { get; set; }

    /// <summary>The comparison that was shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>The scorecard.</summary>
    public ScorecardFolder Folder => desk.Folder;

    /// <summary>The sheet and its differences.</summary>
    public SheetUpload Upload => upload;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await BeginAsync(id, cancel) ? await upload.ShowAsync(this, Draft, cancel) : NotFound();

    /// <summary>Takes a file.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) =>
        await BeginAsync(id, cancel) ? await upload.KeepAsync(this, Sent, cancel) : NotFound();

    /// <summary>Applies what was shown.</summary>
    public async Task<IActionResult> OnPostApplyAsync(Guid id, CancellationToken cancel) =>
        await BeginAsync(id, cancel) && Draft is { } draft ? await upload.ApplyAsync(this, draft, Stamp, cancel) : NotFound();

    /// <summary>Throws the file away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel) =>
        await BeginAsync(id, cancel) && Draft is { } draft ? await upload.DiscardAsync(this, draft, cancel) : NotFound();

    /// <inheritdoc />
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel) => upload.ShowAgainAsync(this, cancel);

    private Task<bool> BeginAsync(Guid id, CancellationToken cancel) =>
        upload.BeginAsync(SheetTarget.Of(id), Url.Scorecard(desk.Folder, "SheetImport"), Url.Scorecard(desk.Folder, "SheetFile"), Url.Scorecard(desk.Folder), cancel);
}
