using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
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
    /// <summary>How long after the password it is taken.</summary>
    internal static readonly TimeSpan Time = TimeSpan.FromMinutes(5);

    /// <summary>The claim of the half-way ticket that holds the account's stamp.</summary>
    internal const string Stamp = "stamp";

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
    public async Task<IActionResult> OnGetAsync() => await HalfWayAsync() is null ? StartAgain() : Page();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await HalfWayAsync() is not { Principal: { } person, Properties: { } ticket })
        {
            return StartAgain();
        }

        if (!this.Passes(Input, new Rules()))
        {
            return this.Wrong();
        }

        var id = Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);
        try
        {
            if (await staff.CheckSecondFactorAsync(id, person.FindFirstValue(Stamp)!, Input.Code!, browser.From(HttpContext), cancel) is not { } proved)
            {
                return this.Wrong("Input.Code", "Mã không đúng, đã dùng, hoặc phiên đăng nhập đã hết hạn. Chờ ứng dụng hiện mã mới rồi nhập lại.");
            }

            // The ticket could be shown again: what is fresh counts from the password.
            await HttpContext.SignInAsync(signIn, proved.Account, withSecondFactor: true, proved.WithApp ? ticket.IssuedUtc : null);
            return Redirect(SignInModel.Safe(Url, ReturnTo));
        }
        catch (TooManyGuessesException refusal)
        {
            return this.Waits("Input.Code", refusal.Wait);
        }
    }

    private RedirectResult StartAgain() => Redirect(SignInModel.Back(Url, Url.To("/Account/SignIn"), ReturnTo, Reason));

    private async Task<AuthenticateResult?> HalfWayAsync() =>
        await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme) is { Succeeded: true } halfWay ? halfWay : null;

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
