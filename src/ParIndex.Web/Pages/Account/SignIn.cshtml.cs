using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>Staff code and password. The answer to a wrong one never says which of them was wrong.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(StaffSignIn staff, SignInManager<StaffAccount> signIn, KnownBrowser browser, IOptions<IdentityServerOptions> server) : PageModel
{
    /// <summary>The one answer to an unknown code, a wrong password, a disabled account.</summary>
    public const string Refusal = "Mã cán bộ hoặc mật khẩu không đúng, hoặc tài khoản đã khoá. Sau nhiều lần sai, nơi nhập phải chờ trước khi thử lại.";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputForm Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(Name = "tro-lai", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <summary>Why a new sign-in is asked for, as <see cref="FreshSignIn"/> names it.</summary>
    [BindProperty(Name = FreshSignIn.Parameter, SupportsGet = true)]
    public string? Reason { get; set; }

    /// <summary>The province's server to sign in by, when there is one.</summary>
    public IdentityServerOptions Server => server.Value;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new Rules()))
        {
            return this.Wrong();
        }

        try
        {
            return await staff.CheckPasswordAsync(Input.StaffCode!, Input.Password!, browser.From(HttpContext), Server.PasswordsToo ? null : StaffRoles.Administrator, cancel) is { } account
                ? await EnterAsync(account)
                : this.Wrong("Input.StaffCode", Refusal);
        }
        catch (TooManyGuessesException refusal)
        {
            return this.Waits("Input.StaffCode", refusal.Wait);
        }
    }

    private async Task<IActionResult> EnterAsync(StaffAccount account)
    {
        if (account.TwoFactorEnabled)
        {
            await HalfWay.BeginAsync(HttpContext, account, server: null);
            return Redirect(Back(Url, Url.To("/Account/SecondStep"), ReturnTo, Reason));
        }

        await HttpContext.SignInAsync(signIn, account, withSecondFactor: false, proved: null);
        return Redirect(Safe(Url, ReturnTo));
    }

    /// <summary>The address when it is one of this site's, else the workspace. `LocalRedirect` would answer a hostile one with 500.</summary>
    internal static string Safe(IUrlHelper url, string? address) => url.IsLocalUrl(address) ? address : url.To("/Workspace/Index");

    /// <summary>A page of signing in that leads on to the same address of this site.</summary>
    internal static string Back(IUrlHelper url, string page, string? address, string? reason) => Back(page, url.IsLocalUrl(address) ? address : null, reason);

    /// <inheritdoc cref="Back(IUrlHelper, string, string?, string?)" />
    internal static string Back(string page, string? local, string? reason) =>
        local is null ? page : $"{page}?tro-lai={Uri.EscapeDataString(local)}{(FreshSignIn.Words(reason) is null ? "" : $"&{FreshSignIn.Parameter}={reason}")}";

    /// <summary>What is typed.</summary>
    public sealed record InputForm
    {
        /// <summary>Staff code.</summary>
        public string? StaffCode { get; init; }

        /// <summary>Password.</summary>
        public string? Password { get; init; }
    }

    private sealed class Rules : AbstractValidator<InputForm>
    {
        public Rules()
        {
            RuleFor(input => input.StaffCode).NotEmpty().WithMessage("Nhập mã cán bộ.").MaximumLength(80).WithMessage(Refusal);
            RuleFor(input => input.Password).NotEmpty().WithMessage("Nhập mật khẩu.").MaximumLength(PasswordRules.Most).WithMessage(Refusal);
        }
    }
}
