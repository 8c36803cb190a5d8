using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Site;

/// <summary>The program, its database and a client, ended together.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestApp _app;

    /// <summary>Starts the program on a database, which it then owns.</summary>
    public TestSite(TestDatabase database, string environment = "Production")
    {
        _database = database;
        _app = new TestApp(database) { Environment = environment };
        Client = _app.Open();
    }

    /// <summary>Follows no redirect.</summary>
    public HttpClient Client { get; }

    /// <summary>The services of the running program.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Lai Châu's release of 2020 and, after it, what the test publishes.</summary>
    public static async Task<TestSite> OpenLaiChauAsync(Func<TestDatabase, Task> publish, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await publish(database);
        return new(database);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
