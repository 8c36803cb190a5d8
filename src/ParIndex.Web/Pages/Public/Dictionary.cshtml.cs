using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Pages.Public;

/// <summary>What each column of each table means, from the columns that write them.</summary>
public sealed class DictionaryModel : PageModel;
