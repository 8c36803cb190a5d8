namespace ParIndex.Web.Endpoints;

/// <summary>An answer whose address names the version of a release: it stays what it is, so that nobody asks for it twice.</summary>
internal sealed class KeptForever(IResult answer) : IResult
{
    public const string CacheControl = "public, max-age=31536000, immutable";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = CacheControl;
        return answer.ExecuteAsync(httpContext);
    }
}
