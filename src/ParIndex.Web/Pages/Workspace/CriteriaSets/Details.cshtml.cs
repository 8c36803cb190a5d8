using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>What the cover of the decision says; also where a set that no round uses is deleted.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<CriteriaSetDesk>(StaffRoles.Coordinator)]
public sealed class DetailsModel(CriteriaSetRegister register, CriteriaSetDesk desk) : PageModel, IShownAgain
{
    public CriteriaSet Set => desk.Set;

    [BindProperty]
    public Input Form { get; set; } = new();

    public void OnGet() =>
        Form = new() { Title = Set.Title, DecisionNumber = Set.DecisionNumber, DecisionDate = Set.DecisionDate is { } day ? DateWriter.Vietnamese(day) : null, Version = Set.Version };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Form, new InputValidator(), nameof(Form)))
        {
            return this.Wrong();
        }

        var number = string.IsNullOrWhiteSpace(Form.DecisionNumber) ? null : VietnameseText.Normalize(Form.DecisionNumber);
        await register.ChangeAsync(Set, Form.Version, new(desk.Actor.StaffCode, "Ghi thông tin bộ tiêu chí"), () => Set.Describe(VietnameseText.Normalize(Form.Title!), number, DateWriter.Read((Form.DecisionDate ?? "").Trim())), cancel);
        TempData["Done"] = "Đã lưu thông tin bộ tiêu chí.";
        return Redirect(Url.To("/Workspace/CriteriaSets/Set", new { id = Set.Id }));
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        await register.DeleteAsync(Set, Form.Version, desk.Actor, cancel);
        TempData["Done"] = $"Đã xoá “{Set.Title}”.";
        return Redirect(Url.To("/Workspace/CriteriaSets/Index"));
    }

    /// <inheritdoc />
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Form = Form with { Title = Form.Title ?? Set.Title, Version = Set.Version };
        return Task.FromResult<IActionResult?>(null);
    }

    public sealed record Input
    {
        public string? Title { get; init; }

        public string? DecisionNumber { get; init; }

        public string? DecisionDate { get; init; }

        public Guid Version { get; init; }
    }

    public sealed class InputValidator : AbstractValidator<Input>
    {
        public InputValidator()
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage("Nhập tên bộ tiêu chí.").MaximumLength(400).WithMessage("Tên bộ tiêu chí tối đa 400 ký tự.");
            RuleFor(form => form.DecisionNumber).MaximumLength(80).WithMessage("Số quyết định tối đa 80 ký tự.");
            RuleFor(form => form.DecisionDate).Must(text => string.IsNullOrWhiteSpace(text) || DateWriter.Read(text.Trim()) is not null).WithMessage("Ngày quyết định viết là ngày/tháng/năm, ví dụ 15/11/2026.");
        }
    }
}
