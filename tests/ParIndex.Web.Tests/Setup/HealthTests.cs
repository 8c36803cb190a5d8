using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
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
        Skip.If(OperatingSystem.IsWindows());
        using var factory = new HostFactory();
        using var client = factory.Open();
        using var answer = await client.GetAsync("/health/live");

        var folder = new DirectoryInfo(Path.Combine(factory.DataFolder, "keys"));

        Assert.True(folder.Exists);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
    }

    [Fact]
    public async Task Ready_WithoutADatabase_NamesTheReasonAndNoSecret()
    {
        await using var database = new Empty("Data Source=/khong/co/mat-khau.db;Mode=ReadOnly");

        var result = await new DatabaseReadiness(database).CheckHealthAsync(new HealthCheckContext());

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("database-unreachable", result.Description);
    }

    [Fact]
    public async Task Ready_WithTheDatabaseUpToDate_IsHealthy()
    {
        await using var database = new Empty("Data Source=:memory:");
        await database.Database.OpenConnectionAsync();

        var result = await new DatabaseReadiness(database).CheckHealthAsync(new HealthCheckContext());

        Assert.Equal(HealthStatus.Healthy, result.Status);
    }

    private sealed class Empty(string connectionString) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connectionString);
    }
}
