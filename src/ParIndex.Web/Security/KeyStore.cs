using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using ParIndex.Web.Configuration;
namespace ParIndex.Web.Security;

/// <summary>The keys that protect cookies and forms: a folder only this program's account may open.</summary>
internal static class KeyStore
{
    public static void AddKeyStore(this WebApplicationBuilder builder)
    {
        // A session of the demonstration, whose logins are printed, must mean nothing to a portal in the same folder.
        var isDemo = builder.IsDemo();
        builder.Services.AddDataProtection().SetApplicationName(isDemo ? "ParIndex demo" : "ParIndex");
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<IOptions<ServerOptions>, IHostEnvironment, ILoggerFactory>((keys, server, environment, logs) =>
                keys.XmlRepository = new FileSystemXmlRepository(PrivateFolder.Open(Path.Combine(server.Value.DataPath(environment), isDemo ? "demo-keys" : "keys")), logs))
            // A folder that cannot be used ends the start, not the first sign-in.
            .ValidateOnStart();
    }
}
