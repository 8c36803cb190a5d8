using ParIndex.Application.Staff;
using ParIndex.Domain.Audit;

namespace ParIndex.Web.Security;

/// <summary>A refusal of rights is told in the audit log, whether the answer is 403, 404 or the rules' own words (409).</summary>
internal static class RefusedRequests
{
    private const string Told = "refusal-told";

    private const string Why = "refusal-why";

    private const int LongestHandler = 40;

    /// <summary>Answers 403.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return TellAsync(context);
    }

    /// <summary>Tells a refusal, and no more.</summary>
    /// <param name="context">The request.</param>
    /// <param name="why">In whose words it was refused, when the role alone does not say it.</param>
    public static Task TellAsync(HttpContext context, string? why = null) => CountAsync(context, CountedKind.RefusedRight, AddressOf(context.Request), why ?? "");

    /// <summary>Notes why the form at hand is refused, for the event that its answer becomes.</summary>
    public static void Explain(HttpContext context, string why) => context.Items[Why] = why;

    /// <summary>Why the form at hand is refused, or nothing.</summary>
    public static string WhyOf(HttpContext context) => context.Items[Why] as string ?? "";

    /// <summary>Whether the request was told of already.</summary>
    public static bool IsTold(HttpContext context) => context.Items.ContainsKey(Told) || context.RequestServices.GetRequiredService<AuditLog>().HasCounted;

    /// <summary>Counts what came of the request.</summary>
    public static async Task CountAsync(HttpContext context, CountedKind kind, string address, string note)
    {
        context.Items[Told] = true;
        // What the page may have changed and not saved is none of this event's business; nor does hanging up undo it.
        await using var scope = context.RequestServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditLog>().CountAsync(kind, context.User.Identity?.Name ?? StaffSignIn.Nobody, address, note, CancellationToken.None);
    }

    /// <summary>Method, path and handler; of no query, which may name people.</summary>
    public static string AddressOf(HttpRequest request)
    {
        var handler = request.Query["handler"].ToString();
        return $"{request.Method} {request.Path.ToUriComponent()}{(handler.Length is > 0 and <= LongestHandler && handler.All(char.IsAsciiLetter) ? "?handler=" + handler : "")}";
    }
}
