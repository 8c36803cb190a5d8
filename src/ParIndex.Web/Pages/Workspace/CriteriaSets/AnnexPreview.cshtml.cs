using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Units;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>A kept annex as understood, row by row, to be corrected in place and taken over whole or not at all.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
public sealed class AnnexPreviewModel(UnitGroupAdministration groups, CriteriaImport import) : PageModel, IShownAgain
{
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    /// <summary>The kept file.</summary>
    public ImportDraft Kept { get; private set; } = null!;

    /// <summary>What was understood of it.</summary>
    public AnnexView View { get; private set; } = null!;

    /// <summary>Which rows are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "loc")]
    public string? Filter { get; set; }

    /// <summary>The row that is being corrected, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "sua")]
    public int? Editing { get; set; }

    /// <summary>A row whose range is not folded, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "mo")]
    public int? Open { get; set; }

    /// <summary>What came of figures that were tried; <c>null</c> where none were.</summary>
    public string? Tried { get; private set; }

    [BindProperty]
    public SetName Form { get; set; } = new();

    /// <summary>The table that is meant, from 0.</summary>
    [BindProperty]
    public int? Table { get; set; }

    /// <summary>What a person says the columns are, from the left; an empty one is left out.</summary>
    [BindProperty]
    public List<CriteriaMeaning?> Columns { get; set; } = [];

    /// <summary>What is corrected at a row.</summary>
    [BindProperty]
    public RowInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new() { Year = View.Request.Year, Group = View.Request.Group };
        return Page();
    }

    /// <summary>Chooses the table of a file with several.</summary>
    public Task<IActionResult> OnPostTableAsync(Guid id, CancellationToken cancel) => SayAsync(id, view => view.Request with { Table = Table >= 0 && Table < view.Tables.Count ? Table : null }, cancel);

    /// <summary>Says what the columns are, and what the set is for.</summary>
    public Task<IActionResult> OnPostColumnsAsync(Guid id, CancellationToken cancel) => SayAsync(id, view => view.Said(Form.Year, Form.Group, Columns), cancel);

    /// <summary>Takes a row's correction back.</summary>
    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel) =>
        SayAsync(id, view => view.Table is { } table ? view.Request.With(view.Request.Of(table).With(new RowCorrection(Input.Row))) : view.Request, cancel, Input.Row);

    /// <summary>Takes back everything that was remembered or said of the table.</summary>
    public Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel) => SayAsync(id, view => view.Table is { } table ? view.Request.With(new TableReading(table)) : view.Request, cancel);

    public Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, () => import.CorrectAsync(Kept, Input.Correction, User.Identity!.Name!, cancel), cancel, Input.Row);

    /// <summary>Tries figures with what is typed at a row; nothing is kept.</summary>
    public async Task<IActionResult> OnPostTryAsync(Guid id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult)
        {
            return Gone();
        }

        Tried = TrialWords.Said(CriteriaImport.Try(View, Input.Correction) is { IsLeaf: true } node ? node.Content : null, Input.Figures);
        Editing = Input.Row;
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return Gone();
        }

        if (!this.Passes(Form, new SetNameValidator([.. Groups.Select(group => group.Slug)]), nameof(Form)))
        {
            return this.Wrong();
        }

        var set = View.ForAcceptance(Table, Columns).ToSet(Form.YearNumber, Form.Group!, $"Bộ tiêu chí năm {Form.YearNumber}, {Groups.Single(group => group.Slug == Form.Group).Name}");
        await import.AddAsync(Kept, set, User.Identity!.Name!, cancel);
        var others = View.Tables.Count == 1 ? "" : $" Tệp còn {NumberWriter.VietnameseCount(View.Tables.Count - 1)} bảng khác: quay lại trang xem trước, chọn bảng đó để nhận thành bộ tiêu chí riêng.";
        TempData["Done"] = $"Đã nhận {set.Leaves.Count} tiêu chí được chấm. Hãy ghi số quyết định và đối chiếu với năm trước.{others}";
        return Redirect(Url.To("/Workspace/CriteriaSets/Set", new { id = set.Id }));
    }

    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel) => await LoadAsync(Kept.Id, cancel) ? null : Gone();

    private Task<IActionResult> SayAsync(Guid id, Func<AnnexView, AnnexRequest> said, CancellationToken cancel, int? row = null) =>
        ActAsync(id, () => import.SayAsync(Kept, said(View), User.Identity!.Name!, cancel), cancel, row);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> act, CancellationToken cancel, int? row)
    {
        if (!await LoadAsync(id, cancel))
        {
            return Gone();
        }

        await act();
        return Redirect(Url.To("/Workspace/CriteriaSets/AnnexPreview", new { id, loc = Filter, mo = row }) + (row is { } at ? $"#dong-{at}" : ""));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Groups = await groups.AllAsync(cancel);
        if (await import.FindAsync(id, User.AccountId(), cancel) is not { } kept)
        {
            return false;
        }

        (Kept, View) = (kept, await import.ViewAsync(kept, cancel));
        return true;
    }

    private RedirectResult Gone()
    {
        TempData["Done"] = "Nội dung xem trước đã quá hạn; hãy gửi lại tệp.";
        return Redirect(Url.To("/Workspace/CriteriaSets/Import"));
    }
}
