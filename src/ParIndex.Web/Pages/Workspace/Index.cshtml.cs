using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Web.Pages.Shared;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Where staff arrive: what they may do here.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>The parts of the workspace the person has a role for.</summary>
    public IReadOnlyList<StaffSection> Sections => [.. StaffSection.For(User)];
}
