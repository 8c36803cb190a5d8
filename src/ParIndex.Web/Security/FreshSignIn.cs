using ParIndex.Application.Releases;

namespace ParIndex.Web.Security;

/// <summary>
/// Why an act asks for a new sign-in although the session still holds: words of the sign-in page, named in its address so
/// that they stay through a wrong password and the second step.
/// </summary>
internal static class FreshSignIn
{
    /// <summary>The part of the sign-in's address that names the reason.</summary>
    public const string Parameter = "ly-do";

    private const string TooOld = "qua-5-phut", WithoutApp = "khong-ma-ung-dung", SecondFactor = "thiet-lap-hai-buoc";

    private const string Back = "Đăng nhập xong sẽ trở lại đúng trang đang làm; nội dung đã nhập được giữ lại và chưa có gì được công bố.";

    /// <summary>The sign-in page that says why and leads back.</summary>
    /// <param name="refused">The session that was not fresh enough.</param>
    /// <param name="next">Where to come back to.</param>
    public static string AddressFor(PublisherSession refused, string next) =>
        $"{SignIn.AddressFor(next)}&{Parameter}={(refused.SignedInAt is null ? WithoutApp : TooOld)}";

    /// <summary>The sign-in page that says why the second factor is set up after a new sign-in only, and leads back.</summary>
    /// <param name="next">Where to come back to.</param>
    public static string AddressForSecondFactor(string next) => $"{SignIn.AddressFor(next)}&{Parameter}={SecondFactor}";

    /// <summary>The reason in Vietnamese sentences; <c>null</c> for a word that is none.</summary>
    public static string? Words(string? reason) => reason switch
    {
        TooOld => $"Công bố kết quả cần lần đăng nhập mới, trong vòng 5 phút; lần đăng nhập trước đã lâu hơn. {Back}",
        WithoutApp => $"Công bố kết quả cần đăng nhập bằng mật khẩu và mã của ứng dụng xác thực; lần đăng nhập trước không dùng mã của ứng dụng (mã dự phòng không dùng được cho việc này). {Back}",
        SecondFactor => "Thiết lập xác thực hai bước cần lần đăng nhập mới, trong vòng 5 phút. Đăng nhập xong sẽ trở lại trang thiết lập.",
        _ => null,
    };
}
