using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>What the cover of the decision says; also where a set that no round uses is deleted.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
public sealed class DetailsModel(ParIndexDb db, CriteriaSetRegister register) : PageModel
{
    public CriteriaSet Set { get; private set; } = null!;

    [BindProperty]
    public Input Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new() { Title = Set.Title, DecisionNumber = Set.DecisionNumber, DecisionDate = Set.DecisionDate is { } day ? DateWriter.Vietnamese(day) : null, Version = Set.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (!this.Passes(Form, new InputValidator(), nameof(Form)))
        {
            return this.Wrong();
        }

        var number = string.IsNullOrWhiteSpace(Form.DecisionNumber) ? null : VietnameseText.Normalize(Form.DecisionNumber);
        var refusal = await register.ChangeAsync(Set, Form.Version, "Ghi thông tin bộ tiêu chí", () => Set.Describe(VietnameseText.Normalize(Form.Title!), number, DateWriter.Read((Form.DecisionDate ?? "").Trim())), cancel);
        return await AnswerAsync(refusal, "Đã lưu thông tin bộ tiêu chí.", $"/lam-viec/bo-tieu-chi/{id}", id, cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel) =>
        !await LoadAsync(id, cancel)
            ? NotFound()
            : await AnswerAsync(await register.DeleteAsync(Set, Form.Version, cancel), $"Đã xoá “{Set.Title}”.", "/lam-viec/bo-tieu-chi", id, cancel);

    private async Task<IActionResult> AnswerAsync(string? refusal, string done, string target, Guid id, CancellationToken cancel)
    {
        if (refusal is null)
        {
            TempData["Done"] = done;
            return Redirect(target);
        }

        db.ChangeTracker.Clear();
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Form = Form with { Title = Form.Title ?? Set.Title, Version = Set.Version };
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        db.Actor = User.Identity?.Name ?? "";
        Set = (await register.FindAsync(id, cancel))!;
        return Set is not null;
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
