using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using ParIndex.Application.Data;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Security;

/// <summary>
/// The keys that protect cookies, forms and second factors: in the database, where all nodes find them, encrypted with a
/// secret that is not (<see cref="KeySecret"/>).
/// </summary>
internal static class KeyStore
{
    /// <summary>Comes after everything that adds data protection for itself.</summary>
    public static void AddKeyStore(this WebApplicationBuilder builder)
    {
        builder.Add<KeyOptions>(KeyOptions.Section, new KeyOptionsValidator());
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<KeyOptions>>().Value.Secret is { } shared && !string.IsNullOrWhiteSpace(shared)
            ? new KeySecret(shared)
            : KeySecret.Of(Folder(builder)));
        // A session of the demonstration, whose logins are printed, must mean nothing to a portal.
        builder.Services.AddDataProtection().SetApplicationName(builder.IsDemo() ? "ParIndex demo" : "ParIndex").PersistKeysToDbContext<ParIndexDb>();
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<KeySecret>((keys, secret) => keys.XmlEncryptor = new KeyEncryptor(secret))
            // A secret that cannot be used ends the start, not the first sign-in.
            .ValidateOnStart();
        builder.Services.AddSingleton<StoredKeys>();
        builder.Services.AddSingleton(services => new KeyFolder(Folder(builder)));
        // The framework would ask for keys at the start, before there is a table of them: StoredKeys does so in its time.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    private static string Folder(WebApplicationBuilder builder) =>
        Path.Combine(ServerSettings.Read(builder.Configuration).DataPath(builder.Environment), builder.IsDemo() ? "demo-keys" : "keys");
}
