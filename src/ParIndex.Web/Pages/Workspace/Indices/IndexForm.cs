using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;

namespace ParIndex.Web.Pages.Workspace.Indices;

/// <summary>How the forms of a figure read what was typed.</summary>
internal static class IndexForm
{
    /// <summary>Understands it, or tells each problem beside its field.</summary>
    public static (IndexKey Key, IndexFigures Figures)? Understand(this PageModel page, TypedIndex input, string ownProvince, IReadOnlySet<string> units)
    {
        var read = input.Read(ownProvince, units, (field, problem) => page.ModelState.AddModelError($"Input.{field}", problem.Text));
        return page.ModelState.IsValid ? read : null;
    }
}
