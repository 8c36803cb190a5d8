using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Forms;

/// <summary>
/// A public page that takes a form from anybody. It has no token, since public pages set no cookie and are the same bytes for
/// everybody; a form that another site's page sends in a reader's name is refused by what the browser says of where it comes
/// from. Its page stands at <c>Pages/Public</c> under the name of the model.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicFormAttribute : IgnoreAntiforgeryTokenAttribute, IAuthorizationFilter
{
    private static readonly string[] FromHere = ["same-origin", "none"];

    /// <summary>Whether the page at this place in <c>Pages</c> takes a form.</summary>
    internal static bool IsOn(string viewEnginePath) =>
        typeof(PublicFormAttribute).Assembly.GetType($"{nameof(ParIndex)}.{nameof(Web)}.Pages{viewEnginePath.Replace('/', '.')}Model")?.IsDefined(typeof(PublicFormAttribute), inherit: false) == true;

    /// <summary>Whether the page that is answering takes forms of everybody.</summary>
    internal static bool IsOn(FilterContext context) => context.ActionDescriptor is PageActionDescriptor page && IsOn(page.ViewEnginePath);

    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && !IsFromHere(request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>A browser says from where a form is sent; what is no browser has no reader to act for.</summary>
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? FromHere.Contains(site, StringComparer.OrdinalIgnoreCase)
            : request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
