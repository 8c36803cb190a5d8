using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ParIndex.Web.Setup;

/// <summary>Where the program listens.</summary>
internal static class ListenAddress
{
    public const string Default = "http://localhost:5080";

    /// <summary>
    /// The default address stands in code because one in appsettings.json or launchSettings.json would win over
    /// ASPNETCORE_URLS.
    /// </summary>
    public static void AddListenAddress(this WebApplicationBuilder builder)
    {
        if (!IsGiven(builder.Configuration))
        {
            builder.WebHost.UseUrls(Default);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddHostedService<AddressAnnouncement>();
    }

    private static bool IsGiven(ConfigurationManager configuration) =>
        configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 }
        || configuration[WebHostDefaults.HttpPortsKey] is { Length: > 0 }
        || configuration[WebHostDefaults.HttpsPortsKey] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").Exists();

    /// <summary>Says the address once the server listens.</summary>
    private sealed class AddressAnnouncement(
        IServer server,
        IHostEnvironment environment,
        ILogger<AddressAnnouncement> logger) : IHostedLifecycleService
    {
        public Task StartedAsync(CancellationToken cancellationToken)
        {
            foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            {
                logger.LogInformation("Serving {Address} in {Environment}", address, environment.EnvironmentName);
            }

            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
