using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Pages.Public;

/// <summary>What each kind of person does here, step by step.</summary>
public sealed class GuideModel : PageModel;
