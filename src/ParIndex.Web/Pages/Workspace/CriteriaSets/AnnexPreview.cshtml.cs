using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Units;
using ParIndex.Domain;
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
    public Task<IActionResult> OnPostColumnsAsync(Guid id, CancellationToken cancel) => SayAsync(id, view =>
    {
        var named = view.Request with { Year = Form.Year, Group = Form.Group };
        return view.Table is { } table && IsOtherThanShown(view) ? named.With(named.Of(table) with { Columns = Columns }) : named;
    }, cancel);

    /// <summary>Takes a row's correction back.</summary>
    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel) =>
        SayAsync(id, view => view.Table is { } table ? view.Request.With(view.Request.Of(table).With(new RowCorrection(Input.Row))) : view.Request, cancel, Input.Row);

    /// <summary>Takes back everything that was remembered or said of the table.</summary>
    public Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel) => SayAsync(id, view => view.Table is { } table ? view.Request.With(new TableReading(table)) : view.Request, cancel);

    public async Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return Gone();
        }

        await import.CorrectAsync(Kept, Input.Correction, User.Identity!.Name!, cancel);
        return Back(Input.Row);
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

        if (View.Draft is not { } draft || View.Table != Table || IsOtherThanShown(View) || !draft.CanBeAccepted)
        {
            throw new RefusedException(View.Draft is null || View.Table != Table || IsOtherThanShown(View) ? "Xem lại theo bảng và các cột đã chọn rồi mới nhận; chưa lưu gì." : "Còn nội dung phải sửa trước khi nhận bộ tiêu chí; chưa lưu gì.");
        }

        var set = draft.ToSet(Form.YearNumber, Form.Group!, $"Bộ tiêu chí năm {Form.YearNumber}, {Groups.Single(group => group.Slug == Form.Group).Name}");
        await import.AddAsync(Kept, set, User.Identity!.Name!, cancel);
        var others = View.Tables.Count == 1 ? "" : $" Tệp còn {NumberWriter.VietnameseCount(View.Tables.Count - 1)} bảng khác: quay lại trang xem trước, chọn bảng đó để nhận thành bộ tiêu chí riêng.";
        TempData["Done"] = $"Đã nhận {set.Leaves.Count} tiêu chí được chấm. Hãy ghi số quyết định và đối chiếu với năm trước.{others}";
        return Redirect(Url.To("/Workspace/CriteriaSets/Set", new { id = set.Id }));
    }

    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel) => await LoadAsync(Kept.Id, cancel) ? null : Gone();

    /// <summary>Whether columns were chosen that the preview does not show yet.</summary>
    private bool IsOtherThanShown(AnnexView view) => Columns.Count > 0 && view.Draft is { } shown && !Columns.SequenceEqual(shown.Columns.Select(column => column.Meaning));

    private async Task<IActionResult> SayAsync(Guid id, Func<AnnexView, AnnexRequest> said, CancellationToken cancel, int? row = null)
    {
        if (!await LoadAsync(id, cancel))
        {
            return Gone();
        }

        await import.SayAsync(Kept, said(View), User.Identity!.Name!, cancel);
        return Back(row);
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

    private RedirectResult Back(int? row) => Redirect(Url.To("/Workspace/CriteriaSets/AnnexPreview", new { id = Kept.Id, loc = Filter }) + (row is { } at ? $"#dong-{at}" : ""));

    private RedirectResult Gone()
    {
        TempData["Done"] = "Nội dung xem trước đã quá hạn; hãy gửi lại tệp.";
        return Redirect(Url.To("/Workspace/CriteriaSets/Import"));
    }
}
