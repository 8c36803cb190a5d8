using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using ParIndex.Web.Configuration;
using IPNetwork = System.Net.IPNetwork;

namespace ParIndex.Web.Security;

/// <summary>The configured proxies in front of the program: nobody else is believed about who asks, and how.</summary>
internal sealed class TrustedProxies
{
    private readonly IReadOnlyList<IPNetwork> _networks;

    public TrustedProxies(IOptions<ServerOptions> server) =>
        _networks = [.. server.Value.Proxies.Select(ReadNetwork)];

    /// <summary>Whether there are any. With none the framework's middleware would believe everybody.</summary>
    public bool Any => _networks.Count > 0;

    /// <summary>Whether <paramref name="sender"/> is one of them.</summary>
    public bool Include(IPAddress? sender)
    {
        var address = sender is { IsIPv4MappedToIPv6: true } ? sender.MapToIPv4() : sender;
        return address is not null && _networks.Any(network => network.Contains(address));
    }

    /// <summary>Takes the client's address and scheme from them, through any number of them in a row.</summary>
    public void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in _networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    private static IPNetwork ReadNetwork(string text) =>
        IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.Parse(text);
}

internal static class TrustedProxiesSetup
{
    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TrustedProxies>();
        builder.Services.AddOptions<ForwardedHeadersOptions>()
            .Configure<TrustedProxies>((options, proxies) => proxies.Configure(options));
    }
}
