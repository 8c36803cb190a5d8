namespace ParIndex.Web.Published;

/// <summary>All of a request that its public answer depends on, as it was asked for.</summary>
/// <param name="Scheme">Absolute addresses in an answer begin with it.</param>
/// <param name="Host">With its port.</param>
/// <param name="Path">The whole of it, with what later becomes the path base.</param>
/// <param name="Query">With its question mark, or empty.</param>
public readonly record struct AnswerAddress(string Scheme, string Host, string Path, string Query)
{
    /// <summary>
    /// Whether anybody can make up addresses of this kind without end: behind the question mark, or with a port that is not
    /// the one that listens.
    /// </summary>
    public bool IsVariant { get; private init; }

    /// <summary>How much memory the address itself takes, in bytes.</summary>
    public long Bytes => 2 * (Host.Length + Path.Length + Query.Length);

    public static AnswerAddress Of(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        var query = request.QueryString.Value ?? "";
        return new(request.Scheme, request.Host.Value ?? "", request.PathBase.HasValue ? request.PathBase.Value + path : path, query)
        {
            IsVariant = query.Length > 0 || (request.Host.Port is { } port && port != context.Connection.LocalPort),
        };
    }
}
