using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Pages.Shared;

/// <summary>How a page answers a form it cannot carry out: the same page, with what was typed.</summary>
internal static class FormPage
{
    /// <summary>Takes what a validator of the page's <c>Input</c> found; says whether there was nothing.</summary>
    public static bool Accepts(this PageModel page, ValidationResult result)
    {
        foreach (var failure in result.Errors)
        {
            page.ModelState.AddModelError("Input." + failure.PropertyName, failure.ErrorMessage);
        }

        return page.ModelState.IsValid;
    }

    /// <summary>The form is wrong: 400.</summary>
    public static PageResult Wrong(this PageModel page) => With(page, StatusCodes.Status400BadRequest);

    /// <summary>The rules refuse: 409, with the reason.</summary>
    public static PageResult Refused(this PageModel page, string reason)
    {
        page.ModelState.AddModelError("", reason);
        // The form is shown with the version that holds now, so that whoever has seen it may repeat the act.
        page.ModelState.Remove("Input.Version");
        return With(page, StatusCodes.Status409Conflict);
    }

    /// <summary>What is wrong, with the field's id to jump to; an empty id when it concerns no one field.</summary>
    public static IEnumerable<(string FieldId, string Message)> Problems(ModelStateDictionary state) => state
        .Where(entry => entry.Value is { Errors.Count: > 0 })
        .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key.Replace('.', '_'), error.ErrorMessage)));

    private static PageResult With(PageModel page, int status)
    {
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }
}
