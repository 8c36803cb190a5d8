using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>The second step of signing in, within five minutes of the first.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondStepModel(StaffSignIn staff, SignInManager<StaffAccount> signIn, KnownBrowser browser) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputForm Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(Name = "tro-lai", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <summary>Why a new sign-in is asked for, as <see cref="FreshSignIn"/> names it.</summary>
    [BindProperty(Name = FreshSignIn.Parameter, SupportsGet = true)]
    public string? Reason { get; set; }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync() => await HalfWay.OfAsync(HttpContext) is null ? StartAgain() : Page();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await HalfWay.OfAsync(HttpContext) is not { } person)
        {
            return StartAgain();
        }

        if (!this.Passes(Input, new Rules()))
        {
            return this.Wrong();
        }

        try
        {
            if (await staff.CheckSecondFactorAsync(person.AccountId, person.Stamp, Input.Code!, browser.From(HttpContext), cancel) is not { } proved)
            {
                return this.Wrong("Input.Code", "Mã không đúng, đã dùng, hoặc phiên đăng nhập đã hết hạn. Chờ ứng dụng hiện mã mới rồi nhập lại.");
            }

            // The ticket could be shown again: what is fresh counts from the first step.
            await HttpContext.SignInAsync(signIn, proved.Account, withSecondFactor: true, proved.WithApp ? person.Proved : null, person.Server);
            return Redirect(SignInModel.Safe(Url, ReturnTo));
        }
        catch (TooManyGuessesException refusal)
        {
            return this.Waits("Input.Code", refusal.Wait);
        }
    }

    private RedirectResult StartAgain() => Redirect(SignInModel.Back(Url, Url.To("/Account/SignIn"), ReturnTo, Reason));

    /// <summary>What is typed.</summary>
    public sealed record InputForm
    {
        /// <summary>A code of the app, or a recovery code.</summary>
        public string? Code { get; init; }
    }

    private sealed class Rules : AbstractValidator<InputForm>
    {
        public Rules() =>
            RuleFor(input => input.Code).NotEmpty().MaximumLength(40).WithMessage("Nhập mã 6 chữ số của ứng dụng xác thực, hoặc một mã dự phòng.");
    }
}
