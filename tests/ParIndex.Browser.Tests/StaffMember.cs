using Microsoft.Playwright;
using ParIndex.Application.Staff;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>A person with the code that was handed over, later with a password and an authenticator app.</summary>
/// <param name="staffCode">Staff code.</param>
/// <param name="oneTimeCode">The code.</param>
/// <param name="needsSecondFactor">Whether the person's roles demand a second factor.</param>
internal sealed class StaffMember(string staffCode, string oneTimeCode, bool needsSecondFactor = true)
{
    private const string Password = "một câu dài chỉ mình tôi biết";

    private bool _isActive;
    private string _key = "";
    private long _lastStep;

    /// <summary>Signs in, the first time by the code that was handed over.</summary>
    public async Task EnterAsync(Visit visit)
    {
        if (_isActive)
        {
            await SignInAsync(visit);
            return;
        }

        await ActivateAsync(visit);
        if (needsSecondFactor)
        {
            await SetUpSecondFactorAsync(visit);
        }

        await visit.GoAsync("/lam-viec");
    }

    /// <summary>Sets the password by the one-time code and signs in.</summary>
    public async Task ActivateAsync(Visit visit)
    {
        await visit.GoAsync("/tai-khoan/kich-hoat");
        await visit.Page.GetByLabel("Mã cán bộ").FillAsync(staffCode);
        await visit.Page.GetByLabel("Mã dùng một lần").FillAsync(oneTimeCode);
        await visit.Page.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(Password);
        await visit.Page.GetByLabel("Nhập lại mật khẩu mới").FillAsync(Password);
        await visit.SendAsync("Đặt mật khẩu");
        await GiveAsync(visit);
        _isActive = true;
    }

    /// <summary>After the first sign-in every way leads to the second factor.</summary>
    public async Task SetUpSecondFactorAsync(Visit visit)
    {
        await visit.GoAsync("/lam-viec");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Xác thực hai bước");
        _key = (await visit.Page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visit.Page.GetByLabel("Mật khẩu hiện tại").FillAsync(Password);
        await visit.Page.GetByLabel("Mã 6 chữ số").FillAsync(NextCode());
        await visit.SendAsync("Thiết lập");
        await Expect(visit.Page.Locator(".codes li")).Not.ToHaveCountAsync(0);
    }

    /// <summary>Signs in with password and code.</summary>
    public async Task SignInAsync(Visit visit)
    {
        await visit.GoAsync("/tai-khoan/dang-nhap");
        await ProveAsync(visit);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
    }

    /// <summary>Gives password and code to the sign-in page that stands open.</summary>
    public async Task ProveAsync(Visit visit)
    {
        await GiveAsync(visit);
        if (needsSecondFactor)
        {
            await visit.Page.GetByLabel("Mã xác thực").FillAsync(NextCode());
            await visit.SendAsync("Xác nhận");
        }
    }

    private async Task GiveAsync(Visit visit)
    {
        await visit.Page.GetByLabel("Mã cán bộ").FillAsync(staffCode);
        await visit.Page.GetByLabel("Mật khẩu").FillAsync(Password);
        await visit.SendAsync("Đăng nhập");
    }

    /// <summary>A code is taken once; the next one is accepted half a minute early.</summary>
    private string NextCode()
    {
        _lastStep = Math.Max(Totp.StepAt(DateTimeOffset.UtcNow), _lastStep + 1);
        return Totp.Code(_key, _lastStep);
    }
}
