using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Setup;

/// <summary>
/// Before the first request of the demonstration: its database is kept when it holds the content of this program, and
/// made anew when it holds another. The file itself remembers which (SQLite's <c>user_version</c>), written last.
/// </summary>
internal sealed class DemoStart(IServiceProvider services, IOptions<ServerOptions> server, IHostEnvironment environment) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        DemoSettings.OpenFolder(server.Value, environment);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        var wanted = ContentStamp(db);
        if (await StampAsync(db, cancellationToken) == wanted)
        {
            return;
        }

        Delete(db);
        await db.MigrateAsync(cancellationToken);
        var seed = scope.ServiceProvider.GetRequiredService<DemoSeed>();
        await seed.SeedAsync(cancellationToken);
        await seed.KeepFilesAsync(scope.ServiceProvider.GetRequiredService<FileStore>(), cancellationToken);
        await RunAsync(db, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {wanted}"), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A number above 0 that differs when the content or the schema does.</summary>
    private static int ContentStamp(ParIndexDb db)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{DemoSeed.ContentVersion}|{string.Join('|', db.Database.GetMigrations())}");
        return (BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & int.MaxValue) | 1;
    }

    private static async Task<int> StampAsync(ParIndexDb db, CancellationToken cancel)
    {
        if (!File.Exists(DatabaseFile(db)))
        {
            return 0;
        }

        try
        {
            return Convert.ToInt32(await RunAsync(db, "PRAGMA user_version", cancel), CultureInfo.InvariantCulture);
        }
        catch (SqliteException)
        {
            // Not a database: as good as none.
            return 0;
        }
    }

    /// <summary>On a connection of its own that holds nothing open: the file may be about to be deleted.</summary>
    private static async Task<object?> RunAsync(ParIndexDb db, string sql, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }

    /// <summary>The file and the logs beside it: a log left over from another file must not be replayed into the new one.</summary>
    private static void Delete(ParIndexDb db)
    {
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(DatabaseFile(db) + ending);
        }
    }

    private static string DatabaseFile(ParIndexDb db) => new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
}
