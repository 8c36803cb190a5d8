using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>A chart alone, for a frame on another site: the one public page that may be framed.</summary>
public sealed class EmbeddedModel(ChartSources sources, PublicTexts texts) : PageModel
{
    /// <summary>The release since which what it would be of is no more; <c>null</c> where there is a chart.</summary>
    public ReleaseHead? Withdrawn { get; private set; }

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
        if (await sources.Releases.CurrentAsync(year, cancel) is not { } release || ChartSubject.Find(release, subject) is not { } of)
        {
            return await WithdrawnAsync(year, subject, cancel);
        }

        if (ChartCatalogue.Find(kind, of.Unit is not null) is not { } found || await found.Draw(of, sources, texts, cancel) is not { } chart)
        {
            return NotFound();
        }

        (Of, Kind, Chart) = (of, found, chart);
        return Framed();
    }

    /// <summary>A frame on another site goes on being shown: it says that the figures were withdrawn, and where that is told.</summary>
    private async Task<IActionResult> WithdrawnAsync(int year, string subject, CancellationToken cancel)
    {
        Withdrawn = await sources.Releases.SubjectWithdrawnByAsync(year, subject, cancel);
        if (Withdrawn is null)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return Framed();
    }

    private PageResult Framed()
    {
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.FramedPolicy;
        Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Page();
    }
}
