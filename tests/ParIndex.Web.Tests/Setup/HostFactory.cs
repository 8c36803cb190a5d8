using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ParIndex.Web.Tests.Setup;

/// <summary>
/// The real program with a data folder and a web root of its own, and a few addresses of the tests', which go
/// through every layer as the product's do.
/// </summary>
public sealed class HostFactory : WebApplicationFactory<Program>
{
    public const string Style = "/app.css";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-host-");
    private readonly Dictionary<string, Endpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    public string Environment { get; init; } = "Production";

    /// <summary>Whom requests seem to come from; in memory they come from nobody.</summary>
    public IPAddress? Sender { get; init; }

    /// <summary>Where an appsettings.json of the test's lies; lists and sections with arguments do not pass as settings.</summary>
    public string? SettingsFolder { get; init; }

    public string DataFolder => Path.Combine(_folder.FullName, "data");

    public HostFactory With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    public HostFactory Answering(string address, RequestDelegate answer, params object[] metadata)
    {
        _endpoints[address] = new Endpoint(answer, new EndpointMetadataCollection(metadata), address);
        return this;
    }

    public HostFactory Answering(string address, string contentType, string body) => Answering(address, context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    });

    /// <summary>A client that follows no redirect and unpacks nothing, so that the answer is seen as it was sent.</summary>
    public HttpClient Open() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var webRoot = _folder.CreateSubdirectory("wwwroot");
        File.WriteAllText(Path.Combine(webRoot.FullName, Style[1..]), "body { margin: 0 }");
        builder.UseEnvironment(Environment);
        builder.UseWebRoot(webRoot.FullName);
        if (SettingsFolder is not null)
        {
            builder.UseContentRoot(SettingsFolder);
        }

        builder.UseSetting("DataFolder", DataFolder);
        builder.UseSetting("Site:Province", "Tỉnh Mẫu");
        foreach (var (setting, value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        // In front of everything: who the sender seems to be must be known first.
        builder.ConfigureServices(services =>
        {
            services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Before(context => context.Connection.RemoteIpAddress ??= Sender)));
            services.AddSingleton<IStartupFilter>(new Before(ChooseEndpoint));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }

    private void ChooseEndpoint(HttpContext context)
    {
        if (_endpoints.TryGetValue(context.Request.Path.Value ?? "", out var endpoint))
        {
            context.SetEndpoint(endpoint);
        }
    }

    private sealed class Before(Action<HttpContext> act) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                act(context);
                return following(context);
            });
            next(app);
        };
    }
}
