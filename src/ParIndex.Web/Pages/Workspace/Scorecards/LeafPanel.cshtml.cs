using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Evidence;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>
/// What stands beside the leaf that is being scored: how it is scored, last year, documents, explanation, history. Here
/// several files are brought at once, and last year's documents are pointed to again with one act.
/// </summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.UnitOfficer)]
[RequestSizeLimit(DocumentInput.MostRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = DocumentInput.MostRequestBytes)]
public sealed class LeafPanelModel(ScorecardDesk desk, LeafReader leaves, EvidenceAttachments documents, EvidenceUploads uploads) : PageModel, IShownAgain
{
    /// <summary>The header with which the script of the sheet asks for the fragment alone.</summary>
    public const string FragmentHeader = "X-Fragment";

    private const int MostFiles = 20;

    /// <summary>The scorecard, the leaf and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>The leaf with all that is asked about it.</summary>
    public LeafView View { get; private set; } = null!;

    /// <summary>Whether the script of the sheet asks, which shows it beside the leaf.</summary>
    public bool IsFragment => Request.Headers.ContainsKey(FragmentHeader);

    /// <summary>Files sent with the form.</summary>
    [BindProperty]
    public IList<IFormFile> Files { get; set; } = [];

    /// <summary>Files that came over in slices before.</summary>
    [BindProperty]
    public IList<Guid> Uploads { get; set; } = [];

    /// <summary>The declaration that none of them is a state secret.</summary>
    [BindProperty]
    public bool IsDeclared { get; set; }

    private string Here => Url.Leaf(desk.Folder, desk.Leaf, IsFragment ? "LeafPanel" : "Leaf");

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => View = await leaves.OfAsync(desk, [], cancel);

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        if (!await desk.LoadAsync(HttpContext))
        {
            return NotFound();
        }

        View = await leaves.OfAsync(desk, [], cancel);
        return null;
    }

    /// <summary>Brings files, each a document named after it. One that is not taken keeps none of the others back.</summary>
    public async Task<IActionResult> OnPostFilesAsync(CancellationToken cancel)
    {
        if (Files.Count + Uploads.Count is 0 or > MostFiles)
        {
            ModelState.AddModelError(nameof(Files), Files.Count + Uploads.Count == 0 ? "Chọn ít nhất một tệp." : $"Mỗi lần thêm tối đa {MostFiles} tệp.");
        }

        if (!IsDeclared)
        {
            ModelState.AddModelError(nameof(IsDeclared), "Xác nhận các tệp không thuộc danh mục bí mật nhà nước.");
        }

        var brought = ModelState.IsValid ? await BringAsync(cancel) : 0;
        TempData["Done"] = brought > 0 ? $"Đã thêm {NumberWriter.VietnameseCount(brought)} tài liệu." : null;
        return ModelState.IsValid ? LocalRedirect(Here) : await ShowAgainAsync(cancel) ?? this.Wrong();
    }

    /// <summary>Points again to the documents of the year before.</summary>
    public async Task<IActionResult> OnPostReuseAsync(CancellationToken cancel)
    {
        View = await leaves.OfAsync(desk, [], cancel);
        return await this.AnswerAsync(Here, async () =>
            $"Đã dẫn lại {NumberWriter.VietnameseCount(await documents.ReuseAsync(desk.Folder.Card.Id, desk.Leaf.Id, View.Earlier?.Documents ?? [], desk.Actor, cancel))} tài liệu của năm trước.");
    }

    private async Task<int> BringAsync(CancellationToken cancel)
    {
        var brought = 0;
        foreach (var id in Uploads)
        {
            brought += await TakenAsync((await uploads.FindAsync(id, desk.Actor, cancel))?.FileName ?? "", new DocumentFile(Content: null, "", id, IsDeclared), cancel);
        }

        foreach (var file in Files)
        {
            await using var content = file.OpenReadStream();
            brought += await TakenAsync(file.FileName, new DocumentFile(content, file.FileName, UploadId: null, IsDeclared), cancel);
        }

        return brought;
    }

    private async Task<int> TakenAsync(string name, DocumentFile file, CancellationToken cancel)
    {
        try
        {
            var title = Path.GetFileNameWithoutExtension(name).Replace('_', ' ').Trim();
            await documents.AttachAsync(desk.Folder.Card.Id, [desk.Leaf.Id], pages: null, new Citation(title.Length > 0 ? title : "Tài liệu kiểm chứng", null, null, null, IsShared: false), file, desk.Actor, cancel);
            return 1;
        }
        catch (FileRefusedException refusal)
        {
            ModelState.AddModelError(nameof(Files), name.Length > 0 ? $"{name}: {refusal.Message}" : refusal.Message);
            return 0;
        }
    }
}
