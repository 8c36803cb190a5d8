using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Constraints;

namespace ParIndex.Web.Setup;

/// <summary>
/// <c>{unit:slug}</c>: codes and slugs in addresses. Without dots, so that a page's address never swallows that of
/// its data file.
/// </summary>
internal sealed partial class SlugConstraint() : RegexRouteConstraint(Slug())
{
    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slug();
}
