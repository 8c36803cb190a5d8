using System.Net;
using FluentValidation;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace ParIndex.Web.Configuration;

/// <summary>How the program stands in its network, at the top level of the settings.</summary>
public sealed class ServerOptions
{
    /// <summary>The host names it answers to, separated by semicolons. Caches key on them, so `*` is refused in production.</summary>
    public string AllowedHosts { get; set; } = "localhost;127.0.0.1;[::1]";

    /// <summary>
    /// The proxies in front (addresses or networks such as 10.0.0.0/24) whose `X-Forwarded-*` and `X-Request-Id`
    /// are believed: a list, or one text separated by semicolons.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];

    /// <summary>The folder for the SQLite file and the secret of the keys; a relative one lies under the content root.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>The framework's own switch, which believes every sender. Only here to be refused.</summary>
    public bool ForwardedHeadersFromAnyone { get; set; }

    /// <summary>The full path of the data folder.</summary>
    public string DataPath(IHostEnvironment environment) => Path.GetFullPath(DataFolder, environment.ContentRootPath);
}

public sealed class ServerOptionsValidator : AbstractValidator<ServerOptions>
{
    public ServerOptionsValidator(IHostEnvironment environment)
    {
        RuleFor(server => server.AllowedHosts)
            .Must(hosts => Split(hosts).Any())
            .WithMessage("cần ít nhất một tên máy chủ, ví dụ cchc.laichau.gov.vn; nhiều tên cách nhau bằng dấu chấm phẩy.");
        RuleForEach(server => server.Proxies)
            .Must(proxy => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _))
            .WithMessage("chỉ nhận địa chỉ IP hoặc dải mạng của máy chủ trung gian, ví dụ 10.0.0.5 hoặc 10.0.0.0/24.");
        RuleFor(server => server.DataFolder)
            .NotEmpty()
            .WithMessage("cần tên một thư mục, ví dụ data.");
        if (!environment.IsDevelopment())
        {
            AddProductionRules();
        }
    }

    private void AddProductionRules()
    {
        RuleFor(server => server.AllowedHosts)
            .Must(hosts => !Split(hosts).Any(host => host is "*" or "0.0.0.0" or "[::]"))
            .WithMessage("không nhận mọi tên máy chủ (*); ghi rõ tên miền, ví dụ cchc.laichau.gov.vn.");
        RuleForEach(server => server.Proxies)
            .Must(proxy => !IPNetwork.TryParse(proxy, out var network) || network.PrefixLength > 0)
            .WithMessage("không tin mọi địa chỉ (/0); ghi rõ địa chỉ của máy chủ trung gian.");
        RuleFor(server => server.ForwardedHeadersFromAnyone)
            .Equal(false)
            .OverridePropertyName(ServerSettings.TrustAnyone)
            .WithMessage("không được bật vì tin mọi nguồn; ghi địa chỉ của máy chủ trung gian vào Proxies.");
    }

    internal static IEnumerable<string> Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

internal static class ServerSettings
{
    public const string TrustAnyone = "ForwardedHeaders_Enabled";

    public static void AddServerOptions(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddOptions<ServerOptions>()
            .Configure(server => Read(server, configuration))
            .CheckedBy(section: "", new ServerOptionsValidator(builder.Environment));
        builder.Services.AddOptions<HostFilteringOptions>()
            .Configure<IOptions<ServerOptions>>((filter, server) =>
            {
                filter.AllowedHosts = [.. ServerOptionsValidator.Split(server.Value.AllowedHosts)];
                filter.IncludeFailureMessage = false;
            });
    }

    /// <summary>The options as configured, not yet checked.</summary>
    public static ServerOptions Read(ConfigurationManager configuration)
    {
        var server = new ServerOptions();
        Read(server, configuration);
        return server;
    }

    private static void Read(ServerOptions server, ConfigurationManager configuration)
    {
        var proxies = configuration.GetSection(nameof(ServerOptions.Proxies));
        server.AllowedHosts = configuration[nameof(ServerOptions.AllowedHosts)] ?? server.AllowedHosts;
        server.DataFolder = configuration[nameof(ServerOptions.DataFolder)] ?? server.DataFolder;
        server.Proxies = [.. proxies.GetChildren().Prepend(proxies).SelectMany(entry => ServerOptionsValidator.Split(entry.Value))];
        server.ForwardedHeadersFromAnyone = configuration.GetValue(TrustAnyone, defaultValue: false);
    }
}
