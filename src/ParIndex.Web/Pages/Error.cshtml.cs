using System.Data.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using ParIndex.Application.Releases;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages;

/// <summary>What went wrong, in words, and what the reader can do next.</summary>
/// <param name="Title">The heading.</param>
/// <param name="What">What was wrong.</param>
/// <param name="Next">What can be done.</param>
public sealed record ErrorText(string Title, string What, string Next)
{
    /// <summary>Where the reader tries again, when that is not the address itself; or <c>null</c>.</summary>
    public string? Again { get; init; }

    /// <summary>Has this said of the request, in place of what its status says of any.</summary>
    public void Tell(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(ErrorText)] = this;
    }
}

/// <summary>
/// The plain page behind every status that has no page of its own. It is reached by running the request again, with
/// the request's own method, so it knows no handlers and no antiforgery token.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(PublicReleases releases, PublicTexts texts) : PageModel
{
    /// <summary>The status, 400…599; an address with another number is itself not found.</summary>
    public int Status { get; private set; }

    /// <summary>The words for <see cref="Status"/>.</summary>
    public ErrorText Words => HttpContext.Items[EachFieldOnce.Doubled] is string twice && Status == StatusCodes.Status400BadRequest
        ? new("Biểu mẫu không hợp lệ", $"Trường “{twice}” được gửi hai lần nên không rõ nội dung nào đúng; chưa lưu gì.", "Quay lại trang trước, kiểm tra rồi gửi lại; mỗi trường chỉ gửi một lần.")
        : HttpContext.Items[typeof(ErrorText)] as ErrorText
        ?? (texts.Failure.InsteadOf(Status) is var (title, what, next) ? new(title, what, next) : WordsFor(Status));

    /// <summary>The id under which the log holds the request; shown where an operator will ask for it.</summary>
    public string? RequestId => Status >= 500 ? HttpContext.TraceIdentifier : null;

    /// <summary>The years and groups there are, newest first, for who asked for a public page that is not there.</summary>
    public IReadOnlyList<PublishedGroup> Published { get; private set; } = [];

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        OnPageHandlerExecuting(context);
        if (Status == StatusCodes.Status404NotFound && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked && !OpenData.IsForStaff(asked.OriginalPath))
        {
            Published = await PublishedAsync();
        }

        await next();
    }

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = int.TryParse(RouteData.Values["code"] as string, out var code) ? code : StatusCodes.Status404NotFound;
        Status = asked is >= 400 and <= 599 && ReasonPhrases.GetReasonPhrase(asked).Length > 0 ? asked : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }

    /// <summary>What is not there is not there, whether or not a database answers.</summary>
    private async Task<IReadOnlyList<PublishedGroup>> PublishedAsync()
    {
        try
        {
            return await releases.GroupsAsync(HttpContext.RequestAborted);
        }
        catch (DbException)
        {
            return [];
        }
    }

    private static ErrorText WordsFor(int status) => status switch
    {
        400 => new("Yêu cầu không hợp lệ", "Máy chủ không hiểu được địa chỉ hoặc nội dung vừa gửi.", "Kiểm tra lại địa chỉ, hoặc quay lại trang trước và gửi lại."),
        401 => new("Cần đăng nhập", "Trang này chỉ dành cho người đã đăng nhập.", "Đăng nhập rồi mở lại địa chỉ này."),
        403 => new("Không có quyền truy cập", "Tài khoản đang dùng không được phép xem trang hoặc thực hiện việc này.", "Nếu việc này thuộc nhiệm vụ được giao, đề nghị cơ quan chủ trì kiểm tra quyền của tài khoản."),
        404 => new("Không tìm thấy trang", "Địa chỉ này không có trên cổng, hoặc số liệu của năm và nhóm đơn vị này chưa được công bố.", "Kiểm tra lại địa chỉ, hoặc tìm từ danh sách đơn vị và các bản công bố."),
        405 => new("Thao tác không được hỗ trợ", "Địa chỉ này không nhận kiểu yêu cầu vừa gửi.", "Quay lại trang trước và thực hiện bằng các nút trên trang."),
        409 => new("Nội dung đã thay đổi", "Có người khác vừa cập nhật nội dung này, nên thay đổi vừa gửi chưa được lưu.", "Mở lại trang để xem nội dung mới nhất rồi thực hiện lại."),
        410 => new("Tài liệu không còn nguyên vẹn", "Tệp trong kho không còn đúng mã kiểm tra SHA-256 lúc được nộp, nên không được cung cấp. Việc này đã được ghi vào nhật ký.", "Báo quản trị hệ thống khôi phục tệp từ bản sao lưu, hoặc đề nghị đơn vị đã nộp đưa lại tài liệu."),
        413 => new("Dữ liệu gửi lên quá lớn", "Tệp hoặc nội dung vừa gửi vượt dung lượng cho phép, nên chưa được lưu.", "Giảm dung lượng tệp hoặc chia thành nhiều tệp rồi gửi lại."),
        414 => new("Địa chỉ quá dài", "Địa chỉ vừa mở dài hơn mức máy chủ nhận.", "Rút ngắn nội dung tìm kiếm rồi thử lại."),
        415 => new("Định dạng không được hỗ trợ", "Máy chủ không nhận định dạng dữ liệu vừa gửi.", "Kiểm tra lại định dạng tệp rồi gửi lại."),
        421 => new("Phần làm việc chỉ mở qua https", "Trang này được mở qua http, nên trình duyệt không giữ phiên đăng nhập.", "Mở lại địa chỉ bắt đầu bằng https://. Người quản trị máy chủ: đặt một máy chủ trung gian có https phía trước và ghi địa chỉ của nó vào cài đặt Proxies để X-Forwarded-Proto được tin; trên chính máy chủ có thể mở http://localhost kèm cổng, không qua máy chủ trung gian; chạy thử trên máy cá nhân thì đặt ASPNETCORE_ENVIRONMENT=Development."),
        429 => new("Quá nhiều yêu cầu", "Máy chủ tạm ngừng nhận yêu cầu từ địa chỉ mạng này vì có quá nhiều yêu cầu trong thời gian ngắn.", "Chờ khoảng một phút rồi thử lại; riêng góp ý về số liệu, chờ một giờ."),
        503 => new("Cổng tạm thời chưa phục vụ được", "Hệ thống đang bảo trì, đang khởi động, hoặc cơ sở dữ liệu đang bị khóa, chưa trả lời.", "Thử lại sau ít phút. Nội dung vừa gửi có thể chưa được lưu: mở lại trang trước để kiểm tra rồi mới gửi lại."),
        >= 500 => new("Hệ thống gặp lỗi", "Yêu cầu chưa được xử lý do lỗi của hệ thống, không phải do người dùng. Lỗi đã được ghi lại.", "Thử lại sau ít phút. Nếu lỗi lặp lại, thông báo cho đầu mối liên hệ kèm mã yêu cầu dưới đây."),
        _ => new("Không thực hiện được yêu cầu", "Máy chủ không thực hiện được yêu cầu vừa gửi.", "Quay lại trang trước rồi thử lại."),
    };
}
