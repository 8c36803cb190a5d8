using System.Text;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using ParIndex.Web.Security;

namespace ParIndex.Web.Forms;

/// <summary>
/// Nothing that was typed is lost. After a session that had ended, the page comes back filled in once its owner has signed
/// in; a page whose token holds no longer comes back filled in at once, with 400; and a page that refuses its form (400,
/// 409) shows every box as it was sent.
/// </summary>
internal sealed class FilledForms(RequestDelegate next, KeptFormStore kept)
{
    private const string SessionOver = "Phiên làm việc đã kết thúc trước khi gửi nên nội dung chưa được lưu. Những gì đã nhập được giữ lại trong biểu mẫu dưới đây; xem lại rồi gửi.";

    private const string PageTooOld = "Trang này đã cũ nên nội dung vừa gửi chưa được lưu. Những gì đã nhập được giữ lại trong biểu mẫu dưới đây; xem lại rồi gửi lần nữa.";

    public async Task InvokeAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method);
        if (isRead && kept.Find(context.Request.Query[KeptFormStore.Parameter], context.User) is { } form)
        {
            await ShowAsync(context, form.Sent, SessionOver, StatusCodes.Status200OK);
            return;
        }

        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || !OpenData.IsForStaff(context.Request))
        {
            await next(context);
            return;
        }

        var answer = await HoldAsync(context);
        if (context.Items.Remove(typeof(FilledForms)) && await SentForm.ReadAsync(context) is { } sent)
        {
            context.Request.Method = HttpMethods.Get;
            await ShowAsync(context, sent, PageTooOld, StatusCodes.Status400BadRequest);
            return;
        }

        // A page may forget a box of a form that it refuses.
        var isRefused = context.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict && IsPage(context.Response, answer);
        await SendAsync(context, isRefused && await SentForm.ReadAsync(context) is { } refused ? Filled(answer, html => FormFilling.Refill(html, context.Request.Path, refused)) : answer);
    }

    /// <summary>Shows the page of the address with the form filled in. An address that shows no page keeps its answer, or gets the status alone.</summary>
    private async Task ShowAsync(HttpContext context, SentForm form, string words, int status)
    {
        var (response, answer) = (context.Response, await HoldAsync(context));
        var isPage = IsPage(response, answer);
        if (status != StatusCodes.Status200OK)
        {
            response.StatusCode = status;
            response.Headers.Location = default;
        }

        await SendAsync(context, isPage ? Filled(answer, html => FormFilling.Fill(html, context.Request.Path, form, words)) : status == StatusCodes.Status200OK ? answer : default);
    }

    private async Task<ReadOnlyMemory<byte>> HoldAsync(HttpContext context)
    {
        var sent = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = sent;
        }

        return held.ToArray();
    }

    private static bool IsPage(HttpResponse response, ReadOnlyMemory<byte> answer) =>
        answer.Length > 0 && response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    private static ReadOnlyMemory<byte> Filled(ReadOnlyMemory<byte> page, Func<string, string> fill) => Encoding.UTF8.GetBytes(fill(Encoding.UTF8.GetString(page.Span)));

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (body.Length > 0)
        {
            context.Response.ContentLength = null;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}

/// <summary>Notes that a form was turned away for want of a token that holds.</summary>
internal sealed class FormTokens : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[typeof(FilledForms)] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
