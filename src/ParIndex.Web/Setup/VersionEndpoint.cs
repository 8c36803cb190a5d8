using System.Reflection;
using System.Runtime.InteropServices;

namespace ParIndex.Web.Setup;

/// <summary>`/version`: what runs here, for operators and remarks.</summary>
internal static class VersionEndpoint
{
    public static void MapVersion(this IEndpointRouteBuilder app)
    {
        var running = Running();
        app.MapGet("/version", () => running).AllowAnonymous();
    }

    /// <summary>The build writes `0.1.0+commit`; outside a repository the commit is unknown.</summary>
    private static RunningVersion Running()
    {
        var stamp = typeof(VersionEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return stamp.Split('+', 2) switch
        {
            [var version, var commit] => new RunningVersion(version, commit, RuntimeInformation.FrameworkDescription),
            _ => new RunningVersion(stamp, Commit: null, RuntimeInformation.FrameworkDescription),
        };
    }
}

/// <summary>What runs here.</summary>
/// <param name="Version">The product's version.</param>
/// <param name="Commit">The commit it was built from, where the build knew.</param>
/// <param name="Runtime">The .NET it runs on.</param>
internal sealed record RunningVersion(string Version, string? Commit, string Runtime);
