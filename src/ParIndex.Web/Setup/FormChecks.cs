using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Setup;

/// <summary>The three answers of a form: done, wrong (400), refused by the rules (409).</summary>
internal static class FormChecks
{
    /// <summary>Whether what was typed passes; what does not is told beside its field.</summary>
    public static bool Passes<T>(this PageModel page, T input, AbstractValidator<T> rules) => page.Accepts(rules.Validate(input));

    /// <summary>Takes what a validator of the page's <c>Input</c> found; says whether there was nothing.</summary>
    public static bool Accepts(this PageModel page, ValidationResult result)
    {
        foreach (var failure in result.Errors)
        {
            page.ModelState.AddModelError($"Input.{failure.PropertyName}", failure.ErrorMessage);
        }

        return page.ModelState.IsValid;
    }

    /// <summary>The same page with what was typed and what is wrong.</summary>
    public static PageResult Wrong(this PageModel page, string? field = null, string? message = null) => Answer(page, StatusCodes.Status400BadRequest, field, message);

    /// <summary>The same page: the rules refuse.</summary>
    public static PageResult Refused(this PageModel page, string message)
    {
        // The form is shown with the version that holds now, so that whoever has seen it may repeat the act.
        page.ModelState.Remove("Input.Version");
        return Answer(page, StatusCodes.Status409Conflict, "", message);
    }

    /// <summary>The same page: the rules refuse; and an event when it is for want of a right.</summary>
    public static async Task<PageResult> RefusedAsync(this PageModel page, StaffRefusedException refusal)
    {
        if (refusal.IsOfRights)
        {
            await Refusals.TellAsync(page.HttpContext, refusal.Message);
        }

        return page.Refused(refusal.Message);
    }

    /// <summary>What is wrong, with the field's id to jump to; an empty id when it concerns no one field.</summary>
    public static IEnumerable<(string FieldId, string Message)> Problems(ModelStateDictionary state) => state
        .Where(entry => entry.Value is { Errors.Count: > 0 })
        .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key.Replace('.', '_'), error.ErrorMessage)));

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
