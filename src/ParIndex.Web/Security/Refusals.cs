using ParIndex.Application.Staff;

namespace ParIndex.Web.Security;

/// <summary>A refusal of rights is an event in the audit log, whether the answer is 403, 404 or the rules' own words (409).</summary>
internal static class Refusals
{
    private const int LongestPath = 120;

    /// <summary>Answers 403.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return TellAsync(context);
    }

    /// <summary>Tells a refusal, and no more.</summary>
    /// <param name="context">The request.</param>
    /// <param name="why">In whose words it was refused, when the role alone does not say it.</param>
    public static async Task TellAsync(HttpContext context, string? why = null)
    {
        var path = context.Request.Path.ToUriComponent();
        var act = $"Bị từ chối quyền: {context.Request.Method} {(path.Length > LongestPath ? path[..LongestPath] + "…" : path)}{(why is null ? "" : ": " + why)}";
        // What the page may have changed and not saved is none of this event's business; nor does hanging up undo it.
        await using var scope = context.RequestServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(context.User.Identity?.Name ?? StaffSignIn.Nobody, act, CancellationToken.None);
    }
}
