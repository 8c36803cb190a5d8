using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Data;
using ParIndex.Application.Imports.Reading;
using ParIndex.Application.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The annex of a decision: sent or pasted, shown as understood, taken over whole or not at all.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestFormLimits(MultipartBodyLengthLimit = SourceTableReader.MostBytes + (2 * 1024 * 1024))]
public sealed class ImportModel(ParIndexDb db, CriteriaSetRegister register, UploadParcel parcels) : PageModel
{
    private const int MostPasted = 1_000_000;

    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    /// <summary>What was understood, once something was sent.</summary>
    public CriteriaDraft? Draft { get; private set; }

    [BindProperty]
    public SetName Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Annex { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>The table between preview and acceptance.</summary>
    [BindProperty]
    public string? Parcel { get; set; }

    /// <summary>What a person says the columns are, from the left; an empty one is left out.</summary>
    [BindProperty]
    public List<CriteriaMeaning?> Columns { get; set; } = [];

    private string Person => User.Identity?.Name ?? "";

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return await CheckAsync(cancel) ? Page() : this.Wrong();
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!await CheckAsync(cancel))
        {
            return this.Wrong();
        }

        if (!Draft!.CanBeAccepted)
        {
            return this.Refused("Còn nội dung phải sửa trước khi nhận bộ tiêu chí; chưa lưu gì.");
        }

        db.Actor = Person;
        var set = Draft.ToSet(Form.YearNumber, Form.Group!, $"Bộ tiêu chí năm {Form.YearNumber}, {Groups.Single(group => group.Slug == Form.Group).Name}");
        if (await register.AddAsync(set, "load a criteria set from an annex", cancel) is { } refusal)
        {
            return this.Refused(refusal);
        }

        TempData["Done"] = $"Đã nhận {set.Leaves.Count} tiêu chí được chấm. Hãy ghi số quyết định và đối chiếu với năm trước.";
        return Redirect($"/lam-viec/bo-tieu-chi/{set.Id}");
    }

    private async Task<bool> CheckAsync(CancellationToken cancel)
    {
        var named = this.Passes(Form, new SetNameValidator([.. Groups.Select(group => group.Slug)]), nameof(Form));
        try
        {
            if (await TableAsync(cancel) is not { } table)
            {
                return Fails("Annex", Parcel is null ? "Chọn tệp phụ lục hoặc dán bảng vào ô." : "Nội dung xem trước đã quá hạn hoặc bị thay đổi; hãy gửi lại tệp.");
            }

            var fresh = Columns.Count == 0;
            Draft = CriteriaTableReader.Read(table, fresh ? null : Columns);
            Columns = [.. Draft.Columns.Select(column => column.Meaning)];
            Parcel = parcels.Pack(table, Person);
            ModelState.Remove(nameof(Parcel));
            return Parcel is null ? Fails("Annex", "Bảng quá lớn để xem trước; hãy chỉ giữ lại bảng tiêu chí.") : named;
        }
        catch (UnreadableTableException refused)
        {
            return Fails("Annex", string.Join(' ', refused.Problems.Take(5).Select(problem => problem.ToString())));
        }
    }

    private async Task<SourceTable?> TableAsync(CancellationToken cancel)
    {
        if (Annex is { Length: > 0 } file)
        {
            Columns = [];
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancel);
            return CriteriaSourceReader.Read(content.ToArray(), file.FileName);
        }

        if (string.IsNullOrWhiteSpace(Pasted))
        {
            return parcels.Unpack(Parcel, Person);
        }

        return Pasted.Length <= MostPasted ? CriteriaSourceReader.ReadPasted(Pasted) : throw new UnreadableTableException([new("Nội dung dán quá dài; hãy gửi tệp.", Place: null)]);
    }

    private bool Fails(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return false;
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Groups = await db.UnitGroups.AsNoTracking().OrderBy(group => group.Position).ToListAsync(cancel);
}
