using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Remarks;

namespace ParIndex.Web.Pages.Public;

/// <summary>What has become of one remark, for who has its address. Nobody keeps a copy, and no search engine lists it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RemarkAnswerModel(RemarkRegister register) : PageModel
{
    /// <summary>The remark.</summary>
    public RemarkRow Row { get; private set; } = null!;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await register.FindAsync(code, cancel) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }
}
