using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>Changes the person's own password; other sessions end.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(StaffSignIn staff, SignInManager<StaffAccount> signIn, KnownBrowser browser, IOptions<SiteOptions> site) : PageModel
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
            if (await staff.ChangePasswordAsync(User.ToActor().Id, Input.Present!, Input.Password!, site.Value.Province ?? "", browser.From(HttpContext), cancel) is not { } account)
            {
                return this.Wrong("Input.Present", "Mật khẩu hiện tại không đúng.");
            }

            await HttpContext.ContinueAsync(signIn, account, HttpContext.HasSecondFactor());
        }
        catch (TooManyGuessesException refusal)
        {
            return this.Waits("Input.Present", refusal.Wait);
        }

        TempData["Done"] = "Đã đổi mật khẩu. Các phiên đăng nhập khác của tài khoản đã kết thúc.";
        return Redirect(Url.To("/Account/Index"));
    }

    /// <summary>What is typed.</summary>
    public sealed record InputForm
    {
        /// <summary>Present password.</summary>
        public string? Present { get; init; }

        /// <summary>New password.</summary>
        public string? Password { get; init; }

        /// <summary>The same again.</summary>
        public string? Again { get; init; }
    }

    private sealed class Rules : AbstractValidator<InputForm>
    {
        public Rules()
        {
            RuleFor(input => input.Present).NotEmpty().WithMessage("Nhập mật khẩu hiện tại.");
            RuleFor(input => input.Password).NotEmpty().WithMessage("Nhập mật khẩu mới.");
            RuleFor(input => input.Again).Equal(input => input.Password).WithMessage("Hai lần nhập mật khẩu mới không giống nhau.");
        }
    }
}
