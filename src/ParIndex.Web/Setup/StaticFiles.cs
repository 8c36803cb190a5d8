using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.StaticFiles;
using ParIndex.Web.Published;

namespace ParIndex.Web.Setup;

/// <summary>Styles, scripts, fonts and pictures of our own.</summary>
internal static class StaticFiles
{
    private const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>
    /// A file asked for by the hash of its bytes (`asp-append-version`) never changes; another is asked about each
    /// time. The hash is checked: while two versions run side by side, old bytes must not be kept for a year.
    /// </summary>
    public static void UseVersionedStaticFiles(this WebApplication app)
    {
        var versions = app.Services.GetRequiredService<IFileVersionProvider>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = answer => SetCaching(answer, versions) });
    }

    private static void SetCaching(StaticFileResponseContext answer, IFileVersionProvider versions)
    {
        var request = answer.Context.Request;
        var current = versions.AddFileVersionToPath(request.PathBase, request.Path);
        var isCurrent = request.Query.ContainsKey("v") && current == request.Path + request.QueryString;
        answer.Context.Response.Headers.CacheControl = isCurrent ? Immutable : EntityTags.Revalidate;
    }
}
