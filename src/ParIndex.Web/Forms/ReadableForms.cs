using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Forms;

/// <summary>
/// A page takes forms. What is none (415), is too large (413) or breaks off (400) is refused before any page reads it:
/// after the page has said how much it takes, and before the form is asked for its token.
/// </summary>
internal sealed class ReadableForms : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Between the limits of forms (900) and their tokens (1000).</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || context.ActionDescriptor is not PageActionDescriptor)
        {
            return;
        }

        if (!request.HasFormContentType)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        try
        {
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException refused)
        {
            context.Result = new StatusCodeResult(refused.StatusCode);
        }
        catch (InvalidDataException refused)
        {
            context.Result = new StatusCodeResult(refused.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
        catch (IOException) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }
}
