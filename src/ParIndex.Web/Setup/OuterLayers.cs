using ParIndex.Web.Security;

namespace ParIndex.Web.Setup;

/// <summary>
/// What goes around everything, also around the framework's host filter, which answers before the pipeline of
/// Program.cs begins: its refusals too have an id, a log line and the security headers.
/// </summary>
internal sealed class OuterLayers(TrustedProxies proxies) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<RequestLog>();
        if (proxies.Any)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OpenData>();
        app.UseStatusCodePages("text/plain; charset=utf-8", "{0}: máy chủ không phục vụ yêu cầu này. Kiểm tra lại tên miền trong địa chỉ.\n");
        next(app);
    };
}

internal static class OuterLayersSetup
{
    public static void AddOuterLayers(this WebApplicationBuilder builder) =>
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, OuterLayers>());
}
