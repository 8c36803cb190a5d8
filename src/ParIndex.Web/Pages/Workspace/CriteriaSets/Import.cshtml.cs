using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;
namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The annex of a decision: sent or pasted, shown as understood, taken over whole or not at all.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestFormLimits(MultipartBodyLengthLimit = SourceTableReader.MostBytes + (2 * 1024 * 1024))]
public sealed partial class ImportModel(ParIndexDb db, CriteriaImport import) : PageModel
{
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    /// <summary>What was understood, once something was sent.</summary>
    public CriteriaDraft? Draft { get; private set; }

    [BindProperty]
    public SetName Form { get; set; } = new();

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

        if (Draft is null || !isShown)
        {
            throw new RefusedException("Xem trước bảng đã chọn rồi mới nhận; chưa lưu gì.");
        }

        if (!Draft.CanBeAccepted)
        {
            throw new RefusedException("Còn nội dung phải sửa trước khi nhận bộ tiêu chí; chưa lưu gì.");
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

    private async Task LoadAsync(CancellationToken cancel) =>
        Groups = await db.UnitGroups.AsNoTracking().OrderBy(group => group.Position).ToListAsync(cancel);
}
