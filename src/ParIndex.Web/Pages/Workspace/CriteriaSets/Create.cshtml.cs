using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>A new set: empty, the sample, or a copy of an earlier one.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
public sealed class CreateModel(ParIndexDb db, CriteriaSetRegister register) : PageModel
{
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    public IReadOnlyList<CriteriaSet> Sets { get; private set; } = [];

    [BindProperty]
    public SetName Form { get; set; } = new();

    /// <summary><c>trong</c>, <c>mau</c>, or the key of the set to copy.</summary>
    [BindProperty]
    public string? From { get; set; } = "trong";

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Passes(Form, new SetNameValidator([.. Groups.Select(group => group.Slug)]), nameof(Form)))
        {
            return this.Wrong();
        }

        if (await MakeAsync(cancel) is not { } set)
        {
            return this.Wrong("From", "Chọn bộ trống, bộ mẫu hoặc một bộ của năm trước cùng nhóm.");
        }

        await register.AddAsync(set, new(User.ToActor().StaffCode, "Tạo bộ tiêu chí"), cancel);
        TempData["Done"] = $"Đã tạo “{set.Title}”.";
        return Redirect(Url.To("/Workspace/CriteriaSets/Set", new { id = set.Id }));
    }

    private async Task<CriteriaSet?> MakeAsync(CancellationToken cancel)
    {
        var (year, group) = (Form.YearNumber, Form.Group!);
        var title = $"Bộ tiêu chí năm {year}, {Groups.Single(one => one.Slug == group).Name}";
        return From switch
        {
            "trong" => new CriteriaSet(year, group, title),
            "mau" => SampleCriteria.For(year, group),
            _ => Sets.FirstOrDefault(set => set.Id.ToString() == From && set.GroupSlug == group && set.Year < year) is { } earlier ? CriteriaSetRegister.CopyOf((await register.FindAsync(earlier.Id, cancel))!, year, title) : null,
        };
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Groups = await db.UnitGroups.AsNoTracking().OrderBy(group => group.Position).ToListAsync(cancel);
        Sets = await register.TitlesAsync(cancel);
    }
}
