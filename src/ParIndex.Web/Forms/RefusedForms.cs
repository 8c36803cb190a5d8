using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Web.Pages.Workspace;
using ParIndex.Web.Security;

namespace ParIndex.Web.Forms;

/// <summary>A page that has something to load when its form was wrong or refused, before it is shown again.</summary>
public interface IShownAgain
{
    /// <summary>Loads what is stored now, beside what was typed.</summary>
    /// <returns>The answer instead of the page, or <c>null</c> to show it.</returns>
    Task<IActionResult?> ShowAgainAsync(CancellationToken cancel);
}

/// <summary>
/// The one answer to what the rules refuse: the same page with what was typed, what is stored now and the reason (409),
/// or 404 when what it is about is gone meanwhile. An entry that only the rules can judge is told beside it, as whatever is
/// entered wrong (400). A save that met another is refused too; a refusal of rights is told to the audit log. Everything
/// else that is thrown is no refusal and passes.
/// </summary>
internal sealed class RefusedForms : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed is not { Exception: { } failure, ExceptionHandled: false, HandlerInstance: PageModel page } || RefusalOf(failure) is not { } refusal)
        {
            return;
        }

        executed.ExceptionHandled = true;
        // What was not saved is not what is stored now.
        page.HttpContext.RequestServices.GetRequiredService<ParIndexDb>().ChangeTracker.Clear();
        executed.Result = await AnswerAsync(page, refusal, [.. context.Filters.OfType<DeskPageAttribute>()]);
    }

    private static async Task<IActionResult> AnswerAsync(PageModel page, Refusal refusal, IReadOnlyList<DeskPageAttribute> desks)
    {
        if (refusal.IsOfRights)
        {
            await RefusedRequests.TellAsync(page.HttpContext, refusal.Reason);
        }

        foreach (var desk in desks)
        {
            if (!await desk.LoadAsync(page.HttpContext))
            {
                return page.NotFound();
            }
        }

        var instead = page is IShownAgain shown ? await shown.ShowAgainAsync(page.HttpContext.RequestAborted) : null;
        return instead ?? (refusal.Entry is { } entry ? page.Wrong($"Input.{entry}", refusal.Reason) : page.Refused(refusal.Reason));
    }

    private static Refusal? RefusalOf(Exception failure) => failure switch
    {
        RefusedException refused => refused.Refusal,
        _ => SaveConflict.Is(failure) ? new(SaveConflict.Reason) : null,
    };
}
