using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Setup;

/// <summary>The three answers of a form: done, wrong (400), refused by the rules (409).</summary>
internal static class FormChecks
{
    /// <summary>Whether what was typed passes; what does not is told beside its field.</summary>
    public static bool Passes<T>(this PageModel page, T input, AbstractValidator<T> rules)
    {
        foreach (var error in rules.Validate(input).Errors)
        {
            page.ModelState.AddModelError($"Input.{error.PropertyName}", error.ErrorMessage);
        }

        return page.ModelState.IsValid;
    }

    /// <summary>The same page with what was typed and what is wrong.</summary>
    public static PageResult Wrong(this PageModel page, string? field = null, string? message = null) => Answer(page, StatusCodes.Status400BadRequest, field, message);

    /// <summary>The same page: the rules refuse.</summary>
    public static PageResult Refused(this PageModel page, string message) => Answer(page, StatusCodes.Status409Conflict, "", message);

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
