using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>An address the program answers at.</summary>
/// <param name="Pattern">As it is declared, without constraints.</param>
/// <param name="IsPage">Whether it is a page for people.</param>
/// <param name="Handlers">Names of the handlers that take a form; empty for the unnamed one.</param>
internal sealed record Route(string Pattern, bool IsPage, IReadOnlyList<string> Handlers)
{
    /// <summary>Whether it is behind the sign-in page, or is that page.</summary>
    public bool IsOfStaff => Pattern.Split('/')[0] is "lam-viec" or "quan-tri" or "tai-khoan";
}

/// <summary>Everything the program answers at, read from the program itself.</summary>
internal static class RoutingTable
{
    public static async Task<IReadOnlyList<Route>> OfAsync(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var handlers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            handlers[Plain(page.AttributeRouteInfo!.Template!)] = [.. compiled.HandlerMethods.Where(handler => HttpMethods.IsPost(handler.HttpMethod)).Select(handler => handler.Name ?? "")];
        }

        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => PatternOf(endpoint.RoutePattern)).Distinct(StringComparer.Ordinal)
            .Select(pattern => new Route(pattern, handlers.ContainsKey(pattern), handlers.GetValueOrDefault(pattern, [])))];
    }

    private static string PatternOf(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));

    private static string Plain(string template) => PatternOf(RoutePatternFactory.Parse(template));
}
