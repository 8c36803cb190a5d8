using Microsoft.Extensions.Options;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Pages;
namespace ParIndex.Web.Security;

/// <summary>
/// Who coordinates, approves, publishes or administers proves a second factor before anything else; who audits
/// changes nothing, whatever a page may forget.
/// </summary>
internal sealed class SetUpFirst(RequestDelegate next, IOptions<DemoOptions> demo, LinkGenerator links)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isWork = StaffRoots.IsWork(context.Request.Path);
        if (context.User.Identity is not { IsAuthenticated: true } || !(isWork || StaffRoots.IsAccount(context.Request.Path)))
        {
            return next(context);
        }

        var actor = context.User.ToActor();
        if (isWork && actor.Has(RoleWords.WithSecondFactor) && !context.HasSecondFactor() && !demo.Value.IsDemo)
        {
            // It leads back; the workspace itself is where it leads anyway.
            var address = links.To("/Account/SecondFactor");
            var back = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) && back != links.To("/Workspace/Index") ? $"{address}?tro-lai={Uri.EscapeDataString(back)}" : address);
            return Task.CompletedTask;
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return isWork && !reads && actor.Roles == StaffRoles.Auditor ? RefusedRequests.RefuseAsync(context) : next(context);
    }
}
