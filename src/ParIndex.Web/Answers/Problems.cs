using Microsoft.AspNetCore.Mvc;
using ParIndex.Domain;

namespace ParIndex.Web.Answers;

/// <summary>Failures as programs read them: `application/problem+json` (RFC 9457) with a Vietnamese title and the request's id.</summary>
internal static class Problems
{
    public static void AddProblems(this WebApplicationBuilder builder) =>
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = problem =>
            Describe(problem.ProblemDetails, problem.HttpContext));

    /// <summary>Writes the problem of the status that is set.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var problem = new ProblemDetails { Status = context.Response.StatusCode };
        Describe(problem, context);
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    /// <summary>What a program goes by, beside the sentence in <c>detail</c>: the code and its arguments.</summary>
    public static Dictionary<string, object?> Coded(Finding? why) => why is null ? [] : new() { ["code"] = why.Code, ["arguments"] = why.Arguments };

    /// <summary>What the status means, in a few words.</summary>
    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Yêu cầu không hợp lệ",
        StatusCodes.Status401Unauthorized => "Cần đăng nhập",
        StatusCodes.Status403Forbidden => "Không có quyền truy cập",
        StatusCodes.Status404NotFound => "Không tìm thấy dữ liệu",
        StatusCodes.Status405MethodNotAllowed => "Phương thức không được hỗ trợ",
        StatusCodes.Status406NotAcceptable => "Định dạng không được hỗ trợ",
        StatusCodes.Status409Conflict => "Không thực hiện được ở trạng thái hiện tại",
        StatusCodes.Status410Gone => "Tài liệu không còn nguyên vẹn",
        StatusCodes.Status413PayloadTooLarge => "Nội dung gửi lên quá lớn",
        StatusCodes.Status414UriTooLong => "Địa chỉ quá dài",
        StatusCodes.Status415UnsupportedMediaType => "Kiểu nội dung không được hỗ trợ",
        StatusCodes.Status421MisdirectedRequest => "Phần làm việc chỉ mở qua https",
        StatusCodes.Status429TooManyRequests => "Quá nhiều yêu cầu, vui lòng thử lại sau",
        StatusCodes.Status503ServiceUnavailable => "Tạm thời không phục vụ được",
        >= StatusCodes.Status500InternalServerError => "Lỗi của hệ thống",
        _ => "Không thực hiện được yêu cầu",
    };

    private static void Describe(ProblemDetails problem, HttpContext context)
    {
        problem.Title = TitleOf(problem.Status ?? context.Response.StatusCode);
        problem.Type = "about:blank";
        problem.Extensions["requestId"] = context.TraceIdentifier;
        problem.Extensions.Remove("traceId");
    }
}
