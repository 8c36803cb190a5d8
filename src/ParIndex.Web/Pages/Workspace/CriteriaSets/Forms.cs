using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The two ways a form is not accepted: it is wrong (400), or a rule refuses it (409).</summary>
internal static class Forms
{
    /// <summary>Puts what is wrong beside its fields; sets 400 when anything is.</summary>
    public static bool Check<T>(this PageModel page, IValidator<T> validator, T form, string prefix)
    {
        foreach (var failure in validator.Validate(form).Errors)
        {
            page.ModelState.AddModelError($"{prefix}.{failure.PropertyName}", failure.ErrorMessage);
        }

        page.Response.StatusCode = page.ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page.ModelState.IsValid;
    }

    /// <summary>The page again with the refusal on top.</summary>
    public static IActionResult Refuse(this PageModel page, string refusal)
    {
        page.ModelState.AddModelError("", refusal);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }
}
