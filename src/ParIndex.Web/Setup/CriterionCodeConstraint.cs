using ParIndex.Domain.Criteria;
using ParIndex.Web.Endpoints;

namespace ParIndex.Web.Setup;

/// <summary><c>{code:criterion}</c>: codes of criteria hold dots, <c>1.2.3</c>, but what ends like a data file is that file.</summary>
internal sealed class CriterionCodeConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string code && CriterionCode.Read(code) is not null
        && !DataFile.Formats.Any(format => code.EndsWith("." + format, StringComparison.OrdinalIgnoreCase));
}
