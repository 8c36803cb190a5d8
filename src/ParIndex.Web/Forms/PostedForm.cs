using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ParIndex.Web.Forms;

/// <summary>
/// Every form that is posted carries the token that proves where it comes from. The framework leaves the token out of
/// forms with an address of their own, so that one forgotten attribute makes a button that no browser can press. A public form
/// that changes nothing says <c>asp-antiforgery="false"</c>: its page is one for all, and holds nobody's token.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostedForm(IHtmlGenerator generator) : TagHelper
{
    /// <summary>After the framework's own helper, which may have given the token; before the one that forgets that (-900).</summary>
    public override int Order => -950;

    /// <summary>The page or part that holds the form.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.AllAttributes.Any(attribute => attribute.Name == "action" || attribute.Name.StartsWith("asp-page", StringComparison.Ordinal)))
        {
            // The framework would send it to the whole present address: a link with `?handler=` in it would then
            // choose what the form does.
            var request = ViewContext.HttpContext.Request;
            output.Attributes.SetAttribute("action", request.PathBase.Add(request.Path).ToUriComponent());
        }

        await output.GetChildContentAsync();
        if (!context.AllAttributes.TryGetAttribute("asp-antiforgery", out var asked) || !string.Equals($"{asked.Value}", "false", StringComparison.OrdinalIgnoreCase))
        {
            // Nothing when the form has its token already.
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext) ?? HtmlString.Empty);
        }
    }
}
