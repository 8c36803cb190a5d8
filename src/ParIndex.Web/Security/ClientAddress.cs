using System.Net;
using System.Net.Sockets;
using ParIndex.Application.Data;

namespace ParIndex.Web.Security;

/// <summary>Who asks, as the network says it: behind trusted proxies the address they give.</summary>
internal static class ClientAddress
{
    private const string Unknown = "không rõ";

    /// <summary>Events know from where they come, also those that a request writes in a scope of their own.</summary>
    public static void AddActSource(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(services =>
        {
            var requests = services.GetRequiredService<IHttpContextAccessor>();
            return new ActSource(() => requests.HttpContext is { } request ? Of(request) : null);
        });
    }

    /// <summary>The address as it is told in the audit log.</summary>
    public static string Of(HttpContext context) => Plain(context.Connection.RemoteIpAddress)?.ToString() ?? Unknown;

    /// <summary>One household is one client: of an IPv6 address the first 64 bits.</summary>
    public static string ClientOf(HttpContext context) => Plain(context.Connection.RemoteIpAddress) switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        var address => address.ToString(),
    };

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
