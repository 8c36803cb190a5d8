using ParIndex.Application.Staff;

namespace ParIndex.Web.Security;

/// <summary>A refusal of rights: status 403, and an event in the audit log.</summary>
internal static class Refusals
{
    private const int LongestPath = 200;

    public static async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        var path = context.Request.Path.ToUriComponent();
        var act = $"Bị từ chối quyền: {context.Request.Method} {(path.Length > LongestPath ? path[..LongestPath] + "…" : path)}";
        // What the page may have changed and not saved is none of this event's business.
        await using var scope = context.RequestServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(context.User.Identity?.Name ?? StaffSignIn.Nobody, act, context.RequestAborted);
    }
}
