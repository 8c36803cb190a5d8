using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Endpoints;

namespace ParIndex.Web.Pages.Workspace.Evidence;

/// <summary>What is said of a document.</summary>
public static class EvidenceWords
{
    /// <summary>Number, date and issuer in one line, or an empty text.</summary>
    public static string Reference(EvidenceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return string.Join(", ", new[] { document.Number is { } number ? "số " + number : null, document.IssuedOn is { } day ? "ngày " + DateWriter.Vietnamese(day) : null, document.Issuer }.OfType<string>());
    }
}

/// <summary>The answer of a page to a file that is not taken.</summary>
internal static class EvidenceAnswers
{
    /// <summary>The page with everything typed, and why the file is not taken.</summary>
    public static PageResult Refused(PageModel page, FileRefusedException refusal)
    {
        page.ModelState.AddModelError("Input.File", refusal.Message);
        page.Response.StatusCode = UploadEndpoints.StatusOf(refusal.Reason);
        return page.Page();
    }
}
