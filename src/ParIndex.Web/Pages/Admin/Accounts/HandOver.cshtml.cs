using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>An officer changes: the old account is disabled and the new person's is made, in one save.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.Coordinator)}"), DeskPage<AccountDesk>(StaffRoles.Administrator | StaffRoles.Coordinator)]
public sealed class HandOverModel(StaffRegister register, AccountDesk desk) : PageModel
{
    /// <summary>The account handed over.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputForm Input { get; set; } = new();

    /// <summary>The account handed over, as it is stored.</summary>
    public StaffRow Old => desk.Row;

    /// <summary>The new person's code, after the hand-over or the request for it.</summary>
    public StaffOutcome? Outcome { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new Rules()))
        {
            return this.Wrong();
        }

        Outcome = await register.HandOverAsync(User.ToActor(), Id, Input.StaffCode!, Input.FullName!, Input.Post, cancel);
        return Page();
    }

    /// <summary>What is typed.</summary>
    public sealed record InputForm
    {
        /// <summary>Staff code of the new person.</summary>
        public string? StaffCode { get; init; }

        /// <summary>Full name of the new person.</summary>
        public string? FullName { get; init; }

        /// <summary>Post of the new person.</summary>
        public string? Post { get; init; }
    }

    private sealed class Rules : AbstractValidator<InputForm>
    {
        public Rules()
        {
            RuleFor(input => input.StaffCode).Must(code => StaffRegister.IsCode((code ?? "").Trim())).WithMessage(StaffRegister.CodeForm);
            RuleFor(input => input.FullName).NotEmpty().WithMessage("Nhập họ và tên.").MaximumLength(200).WithMessage("Họ và tên dài nhất 200 ký tự.");
            RuleFor(input => input.Post).MaximumLength(200).WithMessage("Chức vụ dài nhất 200 ký tự.");
        }
    }
}
