using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Indices;

/// <summary>Corrects a figure beside the index, or takes it out; what it is of stays.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<IndexDesk>(StaffRoles.Coordinator)]
public sealed class EditModel(NationalIndexRegister register, IndexDesk desk, IOptions<SiteOptions> site) : PageModel, IShownAgain
{
    /// <summary>The figure as it stands.</summary>
    public NationalIndex Row => desk.Row;

    /// <summary>Name of the unit it is of, or <c>null</c> of a province.</summary>
    public string? UnitName { get; private set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public TypedIndex Input { get; set; } = new();

    /// <summary>The version the form shows.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel)
    {
        (Input, Version) = (TypedIndex.Of(Row), Row.Version);
        return LoadAsync(cancel);
    }

    /// <summary>Corrects it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var typed = Input with { Province = Row.Province, Unit = Row.UnitCode, Name = Row.Name, Year = TypedIndex.Of(Row).Year };
        var read = this.Understand(typed, Row.UnitCode.Length > 0 ? Row.Province : site.Value.ProvinceName ?? "", new HashSet<string> { Row.UnitCode });
        return this.AnswerAsync(Url.To("/Workspace/Indices/Index"), async () =>
        {
            await register.CorrectAsync(Row, Version, read!.Value.Figures, desk.Actor, cancel);
            return $"Đã sửa {Row.Name} năm {Row.Year}.";
        });
    }

    /// <summary>Takes it out.</summary>
    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel) => this.AnswerAsync(Url.To("/Workspace/Indices/Index"), async () =>
    {
        await register.RemoveAsync(Row, Version, desk.Actor, cancel);
        return $"Đã bỏ {Row.Name} năm {Row.Year}.";
    });

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Version = Row.Version;
        await LoadAsync(cancel);
        return null;
    }

    private async Task LoadAsync(CancellationToken cancel) => UnitName = Row.UnitCode.Length == 0 ? null : (await register.NamesAsync([Row.UnitCode], cancel)).GetValueOrDefault(Row.UnitCode, Row.UnitCode);
}
