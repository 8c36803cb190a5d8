using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>Chooses a password with a one-time code, in one step: the code is used up when the password is set.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ActivateModel(StaffSignIn staff, KnownBrowser browser, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputForm Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new Rules()))
        {
            return this.Wrong();
        }

        try
        {
            if (await staff.ActivateAsync(Input.StaffCode!, Input.Code!, Input.Password!, site.Value.Province ?? "", browser.From(HttpContext), cancel) is not { } account)
            {
                return this.Wrong("Input.Code", "Mã cán bộ hoặc mã dùng một lần không đúng, đã dùng hoặc đã hết hạn 72 giờ. Đề nghị cán bộ điều phối cấp mã mới.");
            }

            browser.Remember(HttpContext, account);
        }
        catch (TooManyGuessesException refusal)
        {
            return this.Waits("Input.Code", refusal.Wait);
        }

        TempData["Done"] = "Đã đặt mật khẩu. Đăng nhập bằng mật khẩu vừa đặt.";
        return Redirect(Url.To("/Account/SignIn"));
    }

    /// <summary>What is typed.</summary>
    public sealed record InputForm
    {
        /// <summary>Staff code.</summary>
        public string? StaffCode { get; init; }

        /// <summary>One-time code.</summary>
        public string? Code { get; init; }

        /// <summary>New password.</summary>
        public string? Password { get; init; }

        /// <summary>The same again.</summary>
        public string? Again { get; init; }
    }

    private sealed class Rules : AbstractValidator<InputForm>
    {
        public Rules()
        {
            RuleFor(input => input.StaffCode).NotEmpty().MaximumLength(80).WithMessage("Nhập mã cán bộ.");
            RuleFor(input => input.Code).NotEmpty().MaximumLength(80).WithMessage("Nhập mã dùng một lần.");
            RuleFor(input => input.Password).NotEmpty().WithMessage("Nhập mật khẩu mới.");
            RuleFor(input => input.Again).Equal(input => input.Password).WithMessage("Hai lần nhập mật khẩu mới không giống nhau.");
        }
    }
}
