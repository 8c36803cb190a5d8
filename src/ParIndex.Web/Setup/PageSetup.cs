using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Setup;

/// <summary>Razor Pages: each declares its own address, in lower case.</summary>
internal static class PageSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Public pages are read, never posted to: a POST is told so (405) before it is asked for a form's token. A few say that
        // they take a form of anybody.
        builder.Services.AddRazorPages(pages =>
        {
            pages.Conventions.AllowAnonymousToFolder("/Public").AllowAnonymousToPage("/Error");
            pages.Conventions.AddFolderRouteModelConvention("/Public", page =>
            {
                foreach (var selector in page.Selectors)
                {
                    selector.EndpointMetadata.Add(new HttpMethodMetadata(PublicFormAttribute.IsOn(page.ViewEnginePath) ? [HttpMethods.Get, HttpMethods.Post] : [HttpMethods.Get]));
                }
            });
        }).AddTypedText();
        builder.Services.Configure<MvcOptions>(pages =>
        {
            pages.Filters.Add<RedirectTargets>();
            pages.Filters.Add<FormTokens>();
            pages.Filters.Add<ReadableForms>();
            pages.Filters.Add<RefusedForms>();
        });
        builder.Services.Configure<RouteOptions>(routes =>
        {
            routes.LowercaseUrls = true;
            routes.SetParameterPolicy<SlugConstraint>("slug");
            routes.SetParameterPolicy<CriterionCodeConstraint>("criterion");
        });
        // The default encoder writes ế as &#x1EBF;.
        builder.Services.Configure<WebEncoderOptions>(html => html.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // `__Host-` wants https, which a developer's loopback has not.
        var local = builder.Environment.IsDevelopment();
        builder.Services.Configure<CookieTempDataProviderOptions>(notes =>
        {
            notes.Cookie.Name = local ? "parindex-note" : "__Host-parindex-note";
            notes.Cookie.SecurePolicy = local ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            notes.Cookie.SameSite = SameSiteMode.Strict;
            notes.Cookie.Path = "/";
        });
        builder.Services.AddAntiforgery(forms =>
        {
            forms.Cookie = local ? new CookieBuilder { SecurePolicy = CookieSecurePolicy.SameAsRequest } : new SecureCookie();
            forms.Cookie.Name = local ? "parindex-form" : "__Host-parindex-form";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.IsEssential = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.Path = "/";
            // The content security policy says who may frame a page.
            forms.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>
    /// Signed in by default: a page that does not say it is public is closed. Staff pages are read and posted to. Any other method would run a page without its handler, on a model that nobody
    /// filled.
    /// </summary>
    public static void MapPages(this IEndpointRouteBuilder app) => app.MapRazorPages().Add(page =>
    {
        if (!page.Metadata.OfType<IAllowAnonymous>().Any())
        {
            page.Metadata.Add(new AuthorizeAttribute());
        }

        if (!page.Metadata.OfType<IHttpMethodMetadata>().Any())
        {
            page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Post]));
        }
    });

    /// <summary>
    /// Secure whatever the request is, as a policy of `Always` would have it; but with that policy the framework answers a form
    /// over plain http with 500, and a browser on the machine itself keeps such a cookie.
    /// </summary>
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var cookie = base.Build(context, expiresFrom);
            cookie.Secure = true;
            return cookie;
        }
    }
}
