using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ParIndex.Web.Setup;

/// <summary>
/// A form that names no handler goes to the page itself. Without an address of its own a browser sends it to where the
/// page was shown: after the answer to <c>?handler=Preview</c> every button of the page would preview again.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper : TagHelper
{
    private const string Handler = "handler";

    /// <summary>The page being shown.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        // The framework's own helper has run: what names a handler has its address by now, and the token is in.
        if (output.Attributes.ContainsName("action"))
        {
            return;
        }

        var request = ViewContext.HttpContext.Request;
        var kept = request.Query.Where(pair => !string.Equals(pair.Key, Handler, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        output.Attributes.SetAttribute("action", request.PathBase.Add(request.Path).ToUriComponent() + new QueryBuilder(kept));
    }
}
