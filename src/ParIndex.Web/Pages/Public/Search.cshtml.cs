using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Search;
using ParIndex.Domain.Search;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Public;

/// <summary>Units and decisions found by what people call them; straight to the page where only one can be meant.</summary>
[EnableRateLimiting(RateLimits.OpenData)]
public sealed class SearchModel(SearchCatalogue catalogue) : PageModel
{
    private const int OnPage = 50;

    /// <summary>What is searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>What was found.</summary>
    public SearchAnswer Answer { get; private set; } = SearchAnswer.Nothing;

    /// <summary>Whether something was searched for.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Words);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (IsSearch)
        {
            Answer = (await catalogue.ReadAsync(cancel)).Find(Words, OnPage);
        }

        return Answer.Only is { } only ? LocalRedirect(Url.Found(only)) : Page();
    }
}
