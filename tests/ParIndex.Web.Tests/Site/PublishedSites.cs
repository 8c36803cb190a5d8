using System.Collections.Concurrent;
using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Site;

/// <summary>The program with Lai Châu's release of 2020, on each database once for a test class; tests only read it.</summary>
public sealed class PublishedSites : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestSite>>> _sites = new();

    /// <summary>A client of the site on the database of the kind.</summary>
    public async Task<HttpClient> OnAsync(DatabaseKind kind) =>
        (await _sites.GetOrAdd(kind, _ => new(async () => new TestSite(await TestDatabase.CreateLaiChau2020Async(kind)))).Value).Client;

    /// <summary>A client of the site on SQLite, where the database makes no difference.</summary>
    public Task<HttpClient> OpenAsync() => OnAsync(DatabaseKind.Sqlite);

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites.Values.Where(site => site.Value.IsCompletedSuccessfully))
        {
            await (await site.Value).DisposeAsync();
        }
    }
}
