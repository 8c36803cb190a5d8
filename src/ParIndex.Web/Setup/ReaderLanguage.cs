using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Setup;

/// <summary>
/// English pages are the Vietnamese ones under <c>/en</c>, which becomes their path base: what the router writes for them
/// stays in the language. What has one language, data and staff pages, is sent to its own address.
/// </summary>
internal static class ReaderLanguage
{
    public static void AddReaderLanguage(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Reader>();
        builder.Services.AddScoped(services => PublicTexts.Of(services.GetRequiredService<Reader>().Language));
    }

    /// <summary>Before routing: takes the language off the address. An error page is run again without it, and keeps it.</summary>
    public static void UseReaderLanguage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var reader = context.RequestServices.GetRequiredService<Reader>();
        var request = context.Request;
        var asked = (request.PathBase, request.Path);
        if (request.Path.StartsWithSegments(LanguageAddresses.EnglishBase, StringComparison.Ordinal, out var inside))
        {
            if (inside == "/" || OpenData.IsForStaff(inside))
            {
                SendTo(context, inside == "/" ? LanguageAddresses.EnglishBase : inside);
                return;
            }

            reader.ReadsEnglish();
            request.Path = inside.HasValue ? inside : new PathString("/");
        }

        if (reader.Language == Language.English)
        {
            request.PathBase = request.PathBase.Add(LanguageAddresses.EnglishBase);
        }

        try
        {
            await next(context);
        }
        finally
        {
            (request.PathBase, request.Path) = asked;
        }
    });

    /// <summary>After routing: sends what is not a public page to the address it has.</summary>
    public static void UsePlainAddressForData(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Reader>().Language == Language.English && context.GetEndpoint() is RouteEndpoint endpoint && !IsPublicPage(endpoint))
        {
            SendTo(context, context.Request.Path);
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsPublicPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath is { } page && (page == "/Error" || page.StartsWith("/Public/", StringComparison.Ordinal));

    private static void SendTo(HttpContext context, PathString path)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = path.ToUriComponent() + context.Request.QueryString;
    }
}
