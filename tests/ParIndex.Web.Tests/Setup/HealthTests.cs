using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Tests.Setup;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_WhileTheProcessAnswers_IsReadyAndNotStored()
    {
        using var factory = new HostFactory();
        using var client = factory.Open();

        using var answer = await client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Version_NamesVersionCommitAndRuntime()
    {
        using var factory = new HostFactory();
        using var client = factory.Open();

        var version = await client.GetFromJsonAsync<JsonElement>("/version");

        Assert.Equal("0.1.0", version.GetProperty("version").GetString());
        Assert.StartsWith(".NET 10", version.GetProperty("runtime").GetString(), StringComparison.Ordinal);
        Assert.True(version.TryGetProperty("commit", out _));
    }

    [Fact]
    public async Task Keys_LieInAFolderOnlyTheAccountMayOpen()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        using var factory = new HostFactory();
        using var client = factory.Open();
        using var answer = await client.GetAsync("/health/live");

        var folder = new DirectoryInfo(Path.Combine(factory.DataFolder, "keys"));

        Assert.True(folder.Exists);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
    }

    [Fact]
    public async Task Ready_OnceTheEmbeddedDatabaseHasMigratedItself()
    {
        using var factory = new HostFactory();
        using var client = factory.Open();

        using var answer = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(File.Exists(Path.Combine(factory.DataFolder, "parindex.db")));
    }

    [Fact]
    public async Task Unready_WithoutItsDatabase_SaysOneWordAndNoSecret()
    {
        using var factory = new HostFactory()
            .With("Database:Provider", "Postgres")
            .With("Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=u;Password=mat-khau");
        using var client = factory.Open();

        using var answer = await client.GetAsync("/health/ready");
        using var live = await client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("""{"status":"unready","reason":"database-unreachable"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task Unready_WhileMigrationsArePending()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using (var db = database.NewContext())
        {
            // An empty file, as the first start makes it.
            await db.Database.OpenConnectionAsync();
        }

        var result = await ReadinessAsync(database);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("migrations-pending", result.Description);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Unready_OnASchemaThatIsNewer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')");
        }

        var result = await ReadinessAsync(database);

        Assert.Equal((HealthStatus.Unhealthy, "schema-newer"), (result.Status, result.Description));
    }

    private static async Task<HealthCheckResult> ReadinessAsync(TestDatabase database)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddParIndexDatabase(database.Kind, database.ConnectionString);
        await using var provider = services.BuildServiceProvider();
        return await new DatabaseReadiness(provider.GetRequiredService<IServiceScopeFactory>()).CheckHealthAsync(new HealthCheckContext());
    }
}
