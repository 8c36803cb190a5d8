using Microsoft.Extensions.Options;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Security;

/// <summary>
/// Who coordinates, approves, publishes or administers proves a second factor before anything else; who audits
/// changes nothing, whatever a page may forget.
/// </summary>
internal sealed class SetUpFirst(RequestDelegate next, IOptions<DemoOptions> demo)
{
    /// <summary>The page where a second factor is set up.</summary>
    public const string Address = "/tai-khoan/xac-thuc-hai-buoc";

    private static readonly PathString Account = "/tai-khoan";

    private static readonly PathString[] Closed = ["/lam-viec", "/quan-tri"];

    public Task InvokeAsync(HttpContext context)
    {
        var isWork = Array.Exists(Closed, root => context.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
        if (context.User.Identity is not { IsAuthenticated: true } || !(isWork || context.Request.Path.StartsWithSegments(Account, StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        var actor = context.User.ToActor();
        if (isWork && actor.Has(RoleWords.WithSecondFactor) && !context.HasSecondFactor() && !demo.Value.IsDemo)
        {
            // It leads back; the workspace itself is where it leads anyway.
            var back = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) && back != Closed[0].Value ? $"{Address}?tro-lai={Uri.EscapeDataString(back)}" : Address);
            return Task.CompletedTask;
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return isWork && !reads && actor.Roles == StaffRoles.Auditor ? RefusedRequests.RefuseAsync(context) : next(context);
    }
}
