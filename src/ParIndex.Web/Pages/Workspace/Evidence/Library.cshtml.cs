using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Accounts;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Evidence;

/// <summary>The documents of a unit, and where each is used.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.UnitOfficer)},{nameof(StaffRoles.Coordinator)}")]
[RequestSizeLimit(DocumentInput.MostRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = DocumentInput.MostRequestBytes)]
public sealed class LibraryModel(EvidenceLibrary library, EvidenceAttachments documents, StoredFileRegister files, EvidenceSettings settings, CurrentStaff staff, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    /// <summary>The words looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The documents found.</summary>
    public IReadOnlyList<LibraryLine> Lines { get; private set; } = [];

    /// <summary>The year whose quota new files count against.</summary>
    public int Year => DateWriter.VietnameseDay(clock.GetUtcNow().UtcDateTime).Year;

    /// <summary>How much of the year's quota is used.</summary>
    public string Used { get; private set; } = "";

    /// <summary>Who is at work.</summary>
    public StaffAccount Actor { get; private set; } = null!;

    /// <summary>Whether the person shares documents with every unit.</summary>
    public bool MayShare => EvidenceRights.MayShare(Actor);

    /// <summary>Whether the person has a library at all.</summary>
    public bool HasLibrary => EvidenceRights.HasLibrary(Actor);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : Forbid();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return Forbid();
        }

        if (!this.Passes(Input, new DocumentValidator()))
        {
            return this.Wrong();
        }

        var file = Input.OpenFile();
        await using var content = file?.Content;
        try
        {
            await documents.AddAsync(Input.Citation(), file, Year, Actor, cancel);
            TempData["Done"] = $"Đã thêm “{Input.Title}” vào kho tài liệu.";
            return LocalRedirect(Url.To("/Workspace/Evidence/Library"));
        }
        catch (FileRefusedException refusal)
        {
            return EvidenceAnswers.Refused(this, refusal);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await staff.OfAsync(User, cancel) is not { } actor)
        {
            return false;
        }

        Actor = actor;
        Lines = await library.OfAsync(actor, Search, cancel);
        Used = actor.UnitId is { } unit ? $"{FileWords.Size(await files.UsedAsync(unit, Year, cancel))} trong {FileWords.Size(settings.QuotaBytes)}" : "";
        return true;
    }
}
