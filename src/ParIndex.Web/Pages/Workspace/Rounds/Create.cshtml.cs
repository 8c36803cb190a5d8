using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Begins a round: its year and who assesses.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class CreateModel(RoundDrafts drafts, RoundReader rounds, RoundDesk desk, IOptions<SiteOptions> site, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public CreateInput Input { get; set; } = new();

    /// <summary>Who can assess: the province, and districts in the years they existed.</summary>
    public IReadOnlyList<string> Authorities { get; private set; } = [];

    /// <summary>Whether the person may create.</summary>
    public bool MayCreate => desk.IsCoordinator;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        // Rounds are set up in November for the year that ends.
        Input.Year = NumberWriter.Data(DateWriter.VietnameseDay(clock.GetUtcNow().UtcDateTime).Year, 0);
        await LoadAsync(cancel);
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Passes(Input, new CreateValidator()))
        {
            return this.Wrong();
        }

        var (made, next) = (Guid.Empty, "Overview");
        return await this.AnswerAsync(() => Url.To("/Workspace/Rounds/" + next, new { id = made }), async () =>
        {
            var year = (int)CountText.Read(Input.Year).Value!.Value;
            var title = string.IsNullOrWhiteSpace(Input.Title) ? $"Kỳ đánh giá năm {year}" : Input.Title;
            made = await drafts.CreateAsync(year, Input.Authority!, site.Value.Province!, title, desk.Actor, cancel);
            if (await rounds.HasYearBeforeAsync(year, Input.Authority!, cancel))
            {
                next = "YearBefore";
                return $"Đã tạo “{title.Trim()}”. Tiếp theo: chép những gì như năm trước, hoặc tự thêm khối đơn vị.";
            }

            return $"Đã tạo “{title.Trim()}”. Tiếp theo: thêm khối đơn vị.";
        });
    }

    /// <summary>Districts of every year; the service says which of them assessed in the year typed.</summary>
    private async Task LoadAsync(CancellationToken cancel) => Authorities = await drafts.AuthoritiesAsync(RoundDrafts.LastDistrictYear, site.Value.Province!, cancel);
}

/// <summary>The form of <see cref="CreateModel"/>.</summary>
public sealed record CreateInput
{
    /// <summary>The year assessed, as typed.</summary>
    public string? Year { get; set; }

    /// <summary>Who assesses.</summary>
    public string? Authority { get; set; }

    /// <summary>Title; the year's own when empty.</summary>
    public string? Title { get; set; }
}

/// <summary>What the form accepts.</summary>
public sealed class CreateValidator : AbstractValidator<CreateInput>
{
    private const int LongestTitle = 200;

    public CreateValidator()
    {
        RuleFor(input => input.Year).Must(text => CountText.Read(text).Value is >= 2010 and <= 2100).WithMessage("Năm đánh giá là số có bốn chữ số, từ 2010 đến 2100, ví dụ 2026.");
        RuleFor(input => input.Authority).NotEmpty().WithMessage("Chọn cơ quan đánh giá.");
        RuleFor(input => input.Title).MaximumLength(LongestTitle).WithMessage($"Tên kỳ đánh giá dài tối đa {LongestTitle} ký tự.");
    }
}
