using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Account;

/// <summary>The second step of signing in, within five minutes of the first.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondStepModel(StaffSignIn staff, SignInManager<StaffAccount> signIn) : PageModel
{
    /// <summary>Its address.</summary>
    public const string Address = "/tai-khoan/buoc-hai";

    /// <summary>The claim of the half-way ticket that holds the account's stamp.</summary>
    internal const string Stamp = "stamp";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputForm Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(Name = "tro-lai", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync() => await HalfWayAsync() is null ? StartAgain() : Page();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await HalfWayAsync() is not { } person)
        {
            return StartAgain();
        }

        if (!this.Passes(Input, new Rules()))
        {
            return this.Wrong();
        }

        var id = Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);
        if (await staff.CheckSecondFactorAsync(id, person.FindFirstValue(Stamp)!, Input.Code!, cancel) is not { } account)
        {
            return this.Wrong("Input.Code", "Mã không đúng, đã dùng, hoặc phiên đăng nhập đã hết hạn. Chờ ứng dụng hiện mã mới rồi nhập lại; sau 5 lần sai, tài khoản tạm khoá 15 phút.");
        }

        await HttpContext.SignInAsync(signIn, account, withSecondFactor: true);
        return Redirect(SignInModel.Safe(Url, ReturnTo));
    }

    private RedirectResult StartAgain() => Redirect(Security.SignIn.AddressFor(Url.IsLocalUrl(ReturnTo) ? ReturnTo : null));

    private async Task<ClaimsPrincipal?> HalfWayAsync() => (await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;

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
