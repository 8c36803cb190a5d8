using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Security;

namespace ParIndex.Web.Forms;

/// <summary>The three answers of a form: done, wrong (400), refused by the rules (409).</summary>
internal static class FormChecks
{
    /// <summary>Whether what was typed passes; what does not is told beside its field.</summary>
    /// <param name="page">The page of the form.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="rules">What it must be.</param>
    /// <param name="name">What the page calls it, before the names of its fields.</param>
    public static bool Passes<T>(this PageModel page, T input, AbstractValidator<T> rules, string name = "Input")
    {
        foreach (var failure in rules.Validate(input).Errors)
        {
            page.ModelState.AddModelError($"{name}.{failure.PropertyName}", failure.ErrorMessage);
        }

        return page.ModelState.IsValid;
    }

    /// <summary>The same page with what was typed and what is wrong.</summary>
    public static PageResult Wrong(this PageModel page, string? field = null, string? message = null) => Answer(page, StatusCodes.Status400BadRequest, field, message);

    /// <summary>The same page: the rules refuse.</summary>
    public static PageResult Refused(this PageModel page, string message)
    {
        // The form is shown with the version that holds now, so that whoever has seen it may repeat the act.
        foreach (var shown in page.ModelState.Keys.Where(key => key == "Version" || key.EndsWith(".Version", StringComparison.Ordinal)).ToList())
        {
            page.ModelState.Remove(shown);
        }

        RefusedRequests.Explain(page.HttpContext, message);
        return Answer(page, StatusCodes.Status409Conflict, "", message);
    }

    /// <summary>The same page: too many guesses, and how long to wait (429).</summary>
    public static PageResult Waits(this PageModel page, string field, TimeSpan wait)
    {
        page.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return Answer(page, StatusCodes.Status429TooManyRequests, field, $"Đã nhập sai nhiều lần nên lần này chưa được xem xét. Thử lại sau {NumberWriter.VietnameseCount(minutes)} phút.");
    }

    /// <summary>
    /// The answer to a form: the same page when it is wrong (400), else on to <paramref name="to"/> with a word about what was
    /// done. What the rules refuse meanwhile is for <see cref="RefusedForms"/> to answer.
    /// </summary>
    /// <param name="page">The page of the form.</param>
    /// <param name="to">Where it goes on.</param>
    /// <param name="act">Does it and says what was done.</param>
    public static Task<IActionResult> AnswerAsync(this PageModel page, string to, Func<Task<string>> act) => page.AnswerAsync(() => to, act);

    /// <inheritdoc cref="AnswerAsync(PageModel, string, Func{Task{string}})" />
    public static async Task<IActionResult> AnswerAsync(this PageModel page, Func<string> to, Func<Task<string>> act)
    {
        if (!page.ModelState.IsValid)
        {
            return (page is IShownAgain shown ? await shown.ShowAgainAsync(page.HttpContext.RequestAborted) : null) ?? page.Wrong();
        }

        page.TempData["Done"] = await act();
        return page.LocalRedirect(to());
    }

    private static PageResult Answer(PageModel page, int status, string? field, string? message)
    {
        if (message is not null)
        {
            page.ModelState.AddModelError(field ?? "", message);
        }

        page.Response.StatusCode = status;
        return page.Page();
    }
}
