using System.Text;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using ParIndex.Web.Security;

namespace ParIndex.Web.Setup;

/// <summary>
/// Nothing that was typed is lost for a reason that lies outside the form: after a session that had ended, the page comes
/// back filled in once its owner has signed in; a page whose token holds no longer comes back filled in at once, with 400.
/// </summary>
internal sealed class FilledForms(RequestDelegate next, KeptForms kept)
{
    private const string SessionOver = "Phiên làm việc đã kết thúc trước khi gửi nên nội dung chưa được lưu. Những gì đã nhập được giữ lại trong biểu mẫu dưới đây; xem lại rồi gửi.";

    private const string PageTooOld = "Trang này đã cũ nên nội dung vừa gửi chưa được lưu. Những gì đã nhập được giữ lại trong biểu mẫu dưới đây; xem lại rồi gửi lần nữa.";

    public async Task InvokeAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method);
        if (isRead && kept.Find(context.Request.Query[KeptForms.Parameter], context.User) is { } form)
        {
            await ShowAsync(context, form.Sent, SessionOver, StatusCodes.Status200OK);
            return;
        }

        await next(context);
        if (!isRead && context.Items.Remove(typeof(FilledForms)) && !context.Response.HasStarted && await SentForm.ReadAsync(context) is { } sent)
        {
            context.Request.Method = HttpMethods.Get;
            await ShowAsync(context, sent, PageTooOld, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Shows the page of the address with the form filled in. An address that shows no page keeps its answer, or gets the status alone.</summary>
    private async Task ShowAsync(HttpContext context, SentForm form, string words, int status)
    {
        var (response, sent) = (context.Response, context.Response.Body);
        using var held = new MemoryStream();
        response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = sent;
        }

        var isPage = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true && held.Length > 0;
        var body = held.GetBuffer().AsMemory(0, (int)held.Length);
        if (isPage)
        {
            response.ContentLength = null;
            body = Encoding.UTF8.GetBytes(FormFilling.Fill(Encoding.UTF8.GetString(body.Span), context.Request.Path, form, words));
        }

        if (status != StatusCodes.Status200OK)
        {
            response.StatusCode = status;
            response.Headers.Location = default;
        }

        if (body.Length > 0 && (isPage || status == StatusCodes.Status200OK))
        {
            await sent.WriteAsync(body, context.RequestAborted);
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
