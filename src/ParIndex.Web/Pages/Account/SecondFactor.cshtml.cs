using FluentValidation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Web.Charts;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>Sets up the second factor: key as text and picture, a first code, recovery codes shown once.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondFactorModel(StaffSignIn staff, SignInManager<StaffAccount> signIn, StaffRegister register, KnownBrowser browser, TimeProvider clock, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>What is typed; the key is the person's own and is kept nowhere until a code of it was typed.</summary>
    [BindProperty]
    public InputForm Input { get; set; } = new();

    /// <summary>The recovery codes, after it was set up.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The key as the app reads it.</summary>
    public IHtmlContent Picture => QrCode.Draw(Totp.Address(Input.Key!, User.Identity!.Name!, $"Chỉ số CCHC {site.Value.Province}".TrimEnd()));

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(Name = "tro-lai", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <summary>Whether there is a factor already, which is asked for before another takes its place.</summary>
    public bool Replaces { get; private set; }

    /// <summary>Whether the password is asked for again. Who came by the province's server may have none, and proves it there anew.</summary>
    public bool AsksPassword => HttpContext.ByServer() is null;

    private bool MustProveAgain => HttpContext.ByServer() is { } server && !server.IsFresh(clock.GetUtcNow());

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (MustProveAgain)
        {
            return ProveAgain();
        }

        await LookAsync(cancel);
        Input = new() { Key = Totp.NewKey() };
        return Page();
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (MustProveAgain)
        {
            return ProveAgain();
        }

        await LookAsync(cancel);
        if (!this.Passes(Input, new Rules(AsksPassword, Replaces)))
        {
            Input = Input with { Key = Totp.IsKey(Input.Key) ? Input.Key : Totp.NewKey() };
            return this.Wrong();
        }

        try
        {
            if (await staff.SetUpSecondFactorAsync(User.ToActor().Id, AsksPassword ? Input.Password! : null, Input.Present, Input.Key!, Input.Code!, browser.From(HttpContext), cancel) is not var (account, codes))
            {
                return this.Wrong("Input.Code", $"{(Replaces ? "Mật khẩu, mã đang dùng hoặc mã của khoá mới" : "Mật khẩu hoặc mã xác thực")} không đúng. Kiểm tra giờ của điện thoại, chờ ứng dụng hiện mã mới rồi nhập lại.");
            }

            await HttpContext.ContinueAsync(signIn, account, withSecondFactor: true);
            // Shown once, so it cannot wait for another request.
            RecoveryCodes = codes;
            return Page();
        }
        catch (TooManyGuessesException refusal)
        {
            return this.Waits("Input.Password", refusal.Wait);
        }
    }

    private RedirectResult ProveAgain() =>
        Redirect(FreshSignIn.AddressForSecondFactor(SignInModel.Back(Url, Url.To("/Account/SecondFactor"), ReturnTo, reason: null)));

    private async Task LookAsync(CancellationToken cancel) => Replaces = await register.FindAsync(User.ToActor().Id, cancel) is { Account.TwoFactorEnabled: true };

    /// <summary>What is typed.</summary>
    public sealed record InputForm
    {
        /// <summary>The key in Base32.</summary>
        public string? Key { get; init; }

        /// <summary>Present password.</summary>
        public string? Password { get; init; }

        /// <summary>A code of the factor that is replaced, or a recovery code.</summary>
        public string? Present { get; init; }

        /// <summary>A code of the new key.</summary>
        public string? Code { get; init; }
    }

    private sealed class Rules : AbstractValidator<InputForm>
    {
        public Rules(bool asksPassword, bool replaces)
        {
            RuleFor(input => input.Key).Must(Totp.IsKey).WithMessage("Khoá thiết lập không đúng dạng; đã tạo khoá mới, hãy thêm lại vào ứng dụng.");
            RuleFor(input => input.Password).NotEmpty().When(_ => asksPassword).WithMessage("Nhập mật khẩu hiện tại.");
            RuleFor(input => input.Present).NotEmpty().When(_ => replaces).WithMessage("Nhập mã của xác thực hai bước đang dùng, hoặc một mã dự phòng.");
            RuleFor(input => input.Code).NotEmpty().WithMessage("Nhập mã 6 chữ số đang hiện trong ứng dụng.");
        }
    }
}
