using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Web.Security;

namespace ParIndex.Testing;

/// <summary>
/// The real program on a database of the test's, with every layer, setting check and header of production. In memory by
/// <see cref="Open"/>; on a port of its own by <see cref="Listen"/>, for a browser.
/// </summary>
/// <param name="database">The database it runs on; the test disposes it, after the app.</param>
public sealed class TestApp(TestDatabase database) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _dataFolder = Directory.CreateTempSubdirectory("parindex-app-");
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["Site:Province"] = "Tỉnh Lai Châu",
        // Several hosts on one database are nodes of one portal.
        ["Keys:Secret"] = "bi-mat-chung-cua-cac-nut-trong-kiem-thu-0123456789",
    };

    /// <summary>Production as it starts for a province, or Development, which loads the tables of 2020.</summary>
    public string Environment { get; init; } = "Production";

    /// <summary>The clock it runs by; the system's when absent.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Whether what nobody asks for happens too: messages going out, reminders, sweeping.</summary>
    public bool Jobs { get; init; } = true;

    /// <summary>Whether passwords cost as much to check as in production; otherwise so little that thousands of sign-ins are quick.</summary>
    public bool CostlyPasswords { get; init; }

    /// <summary>Listens to what the program asks its database; nobody does when absent.</summary>
    public AskedCommands? Asked { get; init; }

    /// <summary>Makes the line to the province's identity server, when there is one.</summary>
    public Func<HttpMessageHandler>? LineToServer { get; set; }

    /// <summary>Sets a setting, before the first request.</summary>
    public TestApp With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>A client in memory that follows no redirect, so that each answer is seen as it was sent.</summary>
    public HttpClient Open() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Starts the program on a free port and says its address. Call it once, before any request.</summary>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("DataFolder", _dataFolder.FullName);
        builder.UseSetting("Database:Provider", database.Kind == DatabaseKind.Postgres ? "Postgres" : "Sqlite");
        builder.UseSetting("Database:ConnectionString", database.ConnectionString);
        foreach (var (setting, value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureTestServices(services =>
        {
            if (Clock is not null)
            {
                services.AddSingleton(Clock);
            }

            if (Asked is not null)
            {
                services.ConfigureDbContext<SqliteParIndexDb>(options => options.AddInterceptors(Asked));
                services.ConfigureDbContext<PostgresParIndexDb>(options => options.AddInterceptors(Asked));
            }

            if (!CostlyPasswords)
            {
                services.PostConfigure<PasswordHasherOptions>(passwords => passwords.IterationCount = 1);
            }

            if (LineToServer is not null)
            {
                services.Configure<OpenIdConnectOptions>(IdentityServer.Scheme, connect =>
                {
                    connect.BackchannelHttpHandler = LineToServer();
                    // A machine that runs many tests at once is slower than any server a province would keep.
                    connect.BackchannelTimeout = TimeSpan.FromMinutes(1);
                });
            }

            if (Asked is not null)
            {
                // What a page asks for is measured as the first who opens it asks.
                services.RemoveAll<ResultsMemory>();
            }

            if (!Jobs)
            {
                foreach (var job in services.Where(service => service.ImplementationType?.IsSubclassOf(typeof(BackgroundService)) == true).ToList())
                {
                    services.Remove(job);
                }
            }
        });
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(_dataFolder.FullName))
        {
            _dataFolder.Delete(recursive: true);
        }
    }
}
