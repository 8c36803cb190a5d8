using ParIndex.Application.Accounts;
namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>Where an account stands, in a few words.</summary>
public static class AccountStateWords
{
    /// <summary>“Đang hoạt động”, “Đã khoá”, or what it still waits for.</summary>
    public static string Of(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return !account.IsActive ? "Đã khoá"
            : account.MustChangePassword ? "Chờ đặt mật khẩu"
            : account is { NeedsSecondFactor: true, TwoFactorEnabled: false } ? "Chờ thiết lập xác thực hai bước"
            : "Đang hoạt động";
    }
}
