using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Indices;

/// <summary>Enters a figure beside the index.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<IndexDesk>(StaffRoles.Coordinator)]
public sealed class CreateModel(NationalIndexRegister register, IndexDesk desk, IOptions<SiteOptions> site) : PageModel, IShownAgain
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public TypedIndex Input { get; set; } = new();

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    private string OwnProvince => site.Value.ProvinceName ?? "";

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = new() { Province = OwnProvince };
        return ShowAgainAsync(cancel);
    }

    /// <summary>Enters it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var read = this.Understand(Input, OwnProvince, await register.UnitCodesAsync(cancel));
        return await this.AnswerAsync(Url.To("/Workspace/Indices/Index"), async () =>
        {
            var (key, figures) = read!.Value;
            await register.AddAsync(new NationalIndex(key.Province, key.UnitCode, key.Name, key.Year, figures), desk.Actor, cancel);
            return $"Đã ghi {key.Name} năm {key.Year}.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Units = await register.UnitsAsync(cancel);
        return null;
    }
}
