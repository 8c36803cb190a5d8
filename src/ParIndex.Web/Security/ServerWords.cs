using System.Globalization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ParIndex.Web.Pages;

namespace ParIndex.Web.Security;

/// <summary>What people read when signing in by the province's identity server came to nothing.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Note">What the audit log says of it.</param>
/// <param name="Text">The page.</param>
internal sealed record ServerWords(int Status, string Note, ErrorText Text)
{
    /// <summary>No account of that code, or one that is switched off: who reads it learns not which.</summary>
    public static readonly ServerWords NotKnown = new(
        StatusCodes.Status403Forbidden,
        "không được nhận",
        new(
            "Chưa vào được phần làm việc",
            "Máy chủ xác thực đã nhận ra anh/chị, nhưng cổng chưa có tài khoản đang hoạt động mang mã cán bộ đó.",
            "Đề nghị người quản trị của cổng kiểm tra mã cán bộ và tài khoản của anh/chị, rồi đăng nhập lại."));

    /// <summary>The server did not ask anew although it was told to.</summary>
    public static readonly ServerWords NotFresh = new(
        StatusCodes.Status403Forbidden,
        "lần đăng nhập cũ",
        new(
            "Cần đăng nhập lại tại máy chủ xác thực",
            "Việc đang làm cần lần đăng nhập mới, trong vòng 5 phút; máy chủ xác thực trả lời bằng lần đăng nhập đã lâu hơn hoặc không nêu thời điểm. Chưa có gì được thực hiện, nội dung đã nhập được giữ lại.",
            "Đăng xuất khỏi máy chủ xác thực rồi đăng nhập lại, hoặc đăng nhập bằng mật khẩu. Nếu lặp lại, đề nghị người quản trị máy chủ xác thực cho phép prompt=login và trả auth_time."));

    /// <summary>It does not answer, or what it says cannot be believed.</summary>
    public static readonly ServerWords Away = new(
        StatusCodes.Status502BadGateway,
        "máy chủ không trả lời được",
        new(
            "Máy chủ xác thực chưa trả lời được",
            "Cổng không liên lạc được với máy chủ xác thực của tỉnh, hoặc không tin được câu trả lời của máy chủ đó; cổng vẫn hoạt động bình thường.",
            "Thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu nếu tài khoản được phép. Người quản trị cổng: xem nhật ký theo mã yêu cầu dưới đây, kiểm tra các cài đặt SignIn:OpenIdConnect và đường mạng tới máy chủ xác thực."));

    private static readonly ServerWords Refused = new(
        StatusCodes.Status403Forbidden,
        "máy chủ từ chối hoặc người dùng huỷ",
        new(
            "Chưa đăng nhập",
            "Máy chủ xác thực báo lần đăng nhập bị huỷ hoặc không được phép.",
            "Đăng nhập lại. Nếu vẫn không được, đề nghị người quản trị máy chủ xác thực kiểm tra quyền dùng cổng của tài khoản."));

    private static readonly ServerWords NotOurs = new(
        StatusCodes.Status400BadRequest,
        "câu trả lời không khớp lần hỏi của trình duyệt",
        new(
            "Lần đăng nhập không còn hiệu lực",
            "Câu trả lời của máy chủ xác thực không thuộc lần đăng nhập đang làm trong trình duyệt này: đã quá 15 phút, đã dùng rồi, hoặc được mở từ nơi khác.",
            "Bắt đầu đăng nhập lại từ trang đăng nhập của cổng."));

    /// <summary>The words for a failure of the handler.</summary>
    public static ServerWords Of(Exception failure) => failure switch
    {
        { Data: var data } when data["error"] is string error => Said(error),
        OpenIdConnectProtocolInvalidNonceException or { InnerException: OpenIdConnectProtocolInvalidNonceException } => NotOurs,
        { Message: var message } when message.Contains("Correlation failed", StringComparison.Ordinal) || message.Contains("State", StringComparison.Ordinal) => NotOurs,
        _ => Away,
    };

    private static ServerWords Said(string error) => error is "access_denied" or "login_required" or "interaction_required" or "consent_required" ? Refused
        : Away with { Note = string.Create(CultureInfo.InvariantCulture, $"máy chủ báo lỗi {error}") };
}
