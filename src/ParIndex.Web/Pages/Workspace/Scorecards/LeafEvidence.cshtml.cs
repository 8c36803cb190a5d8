using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Evidence;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The documents of one leaf: bring one, point to one of the library, take one away.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.UnitOfficer)]
[RequestSizeLimit(DocumentInput.MostRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = DocumentInput.MostRequestBytes)]
public sealed class LeafEvidenceModel(ScorecardDesk desk, EvidenceAttachments documents, EvidenceLibrary library) : PageModel
{
    private const int MostPages = 200;

    /// <summary>The scorecard, the leaf and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>What was typed of a new document.</summary>
    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    /// <summary>Where to look in the document.</summary>
    [BindProperty]
    public string? Pages { get; set; }

    /// <summary>Other leaves it proves too.</summary>
    [BindProperty]
    public IList<Guid> Others { get; set; } = [];

    /// <summary>A document of the library.</summary>
    [BindProperty]
    public Guid? DocumentId { get; set; }

    /// <summary>The documents the person may point to and this leaf does not yet.</summary>
    public IReadOnlyList<LibraryLine> Library { get; private set; } = [];

    /// <summary>Why nothing can be changed now; <c>null</c> when it can.</summary>
    public string? WhyNot => EvidenceRights.WhyNotAttach(desk.Actor, desk.Folder, desk.Now);

    /// <summary>The other leaves of the sheet that a document may prove.</summary>
    public IEnumerable<Criterion> OtherLeaves => desk.Folder.Applicable.Where(leaf => leaf.Component != Component.Survey && leaf.Id != desk.Leaf.Id);

    private string Here => Url.Leaf(desk.Folder, desk.Leaf, "LeafEvidence");

    private IReadOnlyCollection<Guid> Leaves => [desk.Leaf.Id, .. Others];

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>Brings a document.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        this.Passes(Input, new DocumentValidator());
        CheckPages();
        var file = Input.OpenFile();
        await using var content = file?.Content;
        try
        {
            return await this.AnswerAsync(Here, async () =>
            {
                await documents.AttachAsync(desk.Folder.Card.Id, Leaves, Pages, Input.Citation(), file, desk.Actor, cancel);
                return $"Đã thêm “{Input.Title}” cho {NumberWriter.VietnameseCount(Leaves.Count)} tiêu chí.{Input.Warning(desk.Folder.Round.Year)}";
            });
        }
        catch (FileRefusedException refusal)
        {
            return EvidenceAnswers.Refused(this, refusal);
        }
    }

    /// <summary>Points to a document of the library.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.Clear();
        CheckPages();
        if (DocumentId is null)
        {
            ModelState.AddModelError(nameof(DocumentId), "Chọn một tài liệu trong kho.");
        }

        return await this.AnswerAsync(Here, async () =>
            $"Đã dẫn tài liệu cho {NumberWriter.VietnameseCount(await documents.LinkAsync(desk.Folder.Card.Id, Leaves, DocumentId!.Value, Pages, desk.Actor, cancel))} tiêu chí.");
    }

    /// <summary>Takes a document away from the leaf.</summary>
    public async Task<IActionResult> OnPostUnlinkAsync(Guid link, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.Clear();
        return await this.AnswerAsync(Here, async () =>
        {
            await documents.UnlinkAsync(desk.Folder.Card.Id, link, desk.Actor, cancel);
            return "Đã bỏ tài liệu khỏi tiêu chí này; tài liệu vẫn còn trong kho.";
        });
    }

    private void CheckPages()
    {
        if (Pages?.Length > MostPages)
        {
            ModelState.AddModelError(nameof(Pages), $"Trang, mục dài tối đa {MostPages} ký tự.");
        }
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var linked = desk.Folder.EvidenceOf(desk.Leaf).Select(line => line.Document.Id).ToHashSet();
        Library = WhyNot is null ? [.. (await library.OfAsync(desk.Actor, search: null, cancel)).Where(line => !linked.Contains(line.Document.Id))] : [];
    }
}
