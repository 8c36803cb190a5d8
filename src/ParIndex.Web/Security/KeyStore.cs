using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Security;

/// <summary>The keys that protect cookies and forms: a folder only this program's account may open.</summary>
internal static class KeyStore
{
    public static void AddKeyStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("ParIndex");
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<IOptions<ServerOptions>, IHostEnvironment, ILoggerFactory>((keys, server, environment, logs) =>
                keys.XmlRepository = new FileSystemXmlRepository(PrivateFolder.Open(Path.Combine(server.Value.DataPath(environment), "keys")), logs));
    }
}
