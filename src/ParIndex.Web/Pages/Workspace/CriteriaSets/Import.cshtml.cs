using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Reading;
using ParIndex.Application.Units;
using ParIndex.Domain;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Imports;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The annex of a decision: sent or pasted, shown as understood, taken over whole or not at all.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestFormLimits(MultipartBodyLengthLimit = SourceTableReader.MostBytes + (2 * 1024 * 1024))]
public sealed class ImportModel(UnitGroupAdministration groups, CriteriaImport import) : PageModel
{
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    /// <summary>What was understood, once something was sent.</summary>
    public CriteriaDraft? Draft { get; private set; }

    [BindProperty]
    public SetName Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Annex { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>The annex between preview and acceptance, as its key.</summary>
    [BindProperty]
    public string? Parcel { get; set; }

    /// <summary>Which table of the file is meant, from 0; a file with one leaves nothing to choose.</summary>
    [BindProperty]
    public int? Table { get; set; }

    /// <summary>The table the columns were shown of.</summary>
    [BindProperty]
    public int? ShownTable { get; set; }

    /// <summary>What a person says the columns are, from the left; an empty one is left out.</summary>
    [BindProperty]
    public List<CriteriaMeaning?> Columns { get; set; } = [];

    /// <summary>The criteria tables of the file.</summary>
    public IReadOnlyList<AnnexTable> Annexes { get; private set; } = [];

    private ImportDraft? Kept { get; set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return await CheckAsync(cancel) ? Page() : this.Wrong();
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        var isShown = ShownTable is null || Table is null || ShownTable == Table;
        await LoadAsync(cancel);
        if (!await CheckAsync(cancel))
        {
            return this.Wrong();
        }

        if (Draft is null || !isShown || !Draft.CanBeAccepted)
        {
            throw new RefusedException(Draft is null || !isShown ? "Xem trước bảng đã chọn rồi mới nhận; chưa lưu gì." : "Còn nội dung phải sửa trước khi nhận bộ tiêu chí; chưa lưu gì.");
        }

        var set = Draft.ToSet(Form.YearNumber, Form.Group!, $"Bộ tiêu chí năm {Form.YearNumber}, {Groups.Single(group => group.Slug == Form.Group).Name}");
        await import.AddAsync(Kept!, set, User.Identity!.Name!, cancel);
        TempData["Done"] = $"Đã nhận {set.Leaves.Count} tiêu chí được chấm. Hãy ghi số quyết định và đối chiếu với năm trước.{Others()}";
        return Redirect(Url.To("/Workspace/CriteriaSets/Set", new { id = set.Id }));
    }

    private bool Fails(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return false;
    }

    private async Task LoadAsync(CancellationToken cancel) => Groups = await groups.AllAsync(cancel);

    private async Task<bool> CheckAsync(CancellationToken cancel)
    {
        var named = this.Passes(Form, new SetNameValidator([.. Groups.Select(group => group.Slug)]), nameof(Form));
        try
        {
            Kept = await KeptAsync(cancel);
            if (Kept is null)
            {
                return Fails("Annex", Parcel is null ? "Chọn tệp phụ lục hoặc dán bảng vào ô." : "Nội dung xem trước đã quá hạn hoặc bị thay đổi; hãy gửi lại tệp.");
            }

            Annexes = await import.TablesAsync(Kept, cancel);
            Parcel = Kept.Id.ToString();
            ModelState.Remove(nameof(Parcel));
            Table = Annexes.Count == 1 ? 0 : Table >= 0 && Table < Annexes.Count ? Table : null;
            ModelState.Remove(nameof(ShownTable));
            if (Table is { } chosen)
            {
                var isFresh = Columns.Count == 0 || (ShownTable is { } shown && shown != chosen);
                Draft = CriteriaTableReader.Read(Annexes[chosen].Table, isFresh ? null : Columns);
                Columns = [.. Draft.Columns.Select(column => column.Meaning)];
            }

            ShownTable = Table;
            return named;
        }
        catch (UnreadableTableException refused)
        {
            return Fails("Annex", string.Join(' ', refused.Problems.Take(5).Select(problem => problem.ToString())));
        }
    }

    private async Task<ImportDraft?> KeptAsync(CancellationToken cancel)
    {
        if (Annex is { Length: > 0 } file)
        {
            (Columns, Table) = ([], null);
            var sent = await UploadedFile.ReadAsync(file, cancel);
            return await import.KeepAsync(sent.Name, sent.Content, User.AccountId(), cancel);
        }

        if (string.IsNullOrWhiteSpace(Pasted))
        {
            return Guid.TryParse(Parcel, out var id) ? await import.FindAsync(id, User.AccountId(), cancel) : null;
        }

        return await import.KeepPastedAsync(Pasted, User.AccountId(), cancel);
    }

    /// <summary>That the file has more tables, after one was taken over.</summary>
    private string Others() => Annexes.Count == 1 ? "" : $" Tệp còn {NumberWriter.VietnameseCount(Annexes.Count - 1)} bảng khác: gửi lại tệp và chọn bảng đó để nhận thành bộ tiêu chí riêng.";
}
