using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace ParIndex.Web.Published;

/// <summary>An answer as whoever asks gets it.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The type, or <c>null</c>.</param>
/// <param name="Location">Where it leads on to, or <c>null</c>.</param>
/// <param name="Bytes">The whole, not packed.</param>
internal sealed record ReadAnswer(int Status, string? ContentType, string? Location, byte[] Bytes);

/// <summary>Asks the program's own pipeline as a client would, without a server: nothing listens and no job begins.</summary>
/// <param name="app">The program, not started.</param>
/// <param name="portal">The portal's public address, which it is asked at.</param>
internal sealed class PipelineReader(WebApplication app, Uri portal)
{
    private readonly RequestDelegate _pipeline = PipelineOf(app);

    private uint _asked;

    /// <summary>The answer to a GET.</summary>
    /// <param name="path">The address, percent-encoded, without a query.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ReadAnswer> GetAsync(string path, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        var request = context.Request;
        (request.Method, request.Scheme, request.Host, request.Path) = (HttpMethods.Get, portal.Scheme, HostString.FromUriComponent(portal), PathString.FromUriComponent(path));
        // What one client may ask in a minute is no limit of a copy: each request comes as another one.
        context.Connection.RemoteIpAddress = new IPAddress(_asked++);
        await _pipeline(context);
        await context.Response.CompleteAsync();
        var location = context.Response.Headers.Location;
        return new(context.Response.StatusCode, context.Response.ContentType, StringValues.IsNullOrEmpty(location) ? null : location.ToString(), body.ToArray());
    }

    /// <summary>What a server would run behind its own layers.</summary>
    private static RequestDelegate PipelineOf(IApplicationBuilder app) => app.UseEndpoints(_ => { }).Build();
}
