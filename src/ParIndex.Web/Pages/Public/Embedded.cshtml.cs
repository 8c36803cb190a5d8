using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>A chart alone, for a frame on another site: the one public page that may be framed.</summary>
public sealed class EmbeddedModel(ChartSources sources, PublicTexts texts) : PageModel
{
    /// <summary>What the chart is of.</summary>
    public ChartSubject Of { get; private set; } = null!;

    /// <summary>Its kind.</summary>
    public ChartKind Kind { get; private set; } = null!;

    /// <summary>The chart.</summary>
    public IHtmlContent Chart { get; private set; } = null!;

    /// <summary>The page that holds its figures.</summary>
    public string FiguresAddress => Kind.Data(Of) is var (page, values) ? Url.To(page, values) : "";

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string kind, int year, string subject, CancellationToken cancel)
    {
        if (await sources.Releases.CurrentAsync(year, cancel) is not { } release || ChartSubject.Find(release, subject) is not { } of
            || ChartCatalogue.Find(kind, of.Unit is not null) is not { } found || await found.Draw(of, sources, texts, cancel) is not { } chart)
        {
            return NotFound();
        }

        (Of, Kind, Chart) = (of, found, chart);
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.FramedPolicy;
        Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Page();
    }
}
