using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ParIndex.Application.Data;

/// <summary>
/// Sees over a connection of its own when somebody, whoever and by whatever means, has changed what public pages read. Whether
/// anything at all was committed is asked first, which costs next to nothing; only then are the rows looked at.
/// </summary>
public sealed class PublicRowsWatch : IAsyncDisposable
{
    /// <summary>Rows of a release never change, so that its key stands for all of them.</summary>
    private static readonly string[] Rows =
    [
        "SELECT id FROM releases ORDER BY id",
        "SELECT id FROM release_seals ORDER BY id",
        "SELECT * FROM units ORDER BY id",
        "SELECT * FROM unit_names ORDER BY id",
        "SELECT * FROM unit_aliases ORDER BY id",
        "SELECT * FROM successions ORDER BY id",
        "SELECT * FROM unit_groups ORDER BY id",
        "SELECT * FROM national_indices ORDER BY id",
        "SELECT * FROM public_remarks WHERE state IN ('FigureStands', 'ToBeCorrected') ORDER BY id",
    ];

    private readonly Func<DbConnection> _connect;

    private readonly string _commits;

    private DbConnection? _connection;

    private string? _seenCommits;

    private string? _seenRows;

    internal PublicRowsWatch(DatabaseKind kind, string connectionString)
    {
        // Other connections to the file, also those of this process, renew its number; a snapshot begins elsewhere after each
        // transaction that wrote.
        (_commits, _connect) = kind == DatabaseKind.Sqlite
            ? ("PRAGMA data_version", () => new SqliteConnection(connectionString + ";Mode=ReadWrite;Pooling=False"))
            : ("SELECT CAST(pg_current_snapshot() AS text)", (Func<DbConnection>)(() => new NpgsqlConnection(connectionString)));
    }

    /// <summary>Whether the rows are others than at the last look; true at the first.</summary>
    /// <exception cref="DbException">The database does not answer, or has no schema yet. The next look connects anew.</exception>
    public async Task<bool> HaveChangedAsync(CancellationToken cancel = default)
    {
        try
        {
            var connection = await ConnectAsync(cancel);
            // Asked before the rows are read: what is committed in between is seen by the next look.
            var commits = await ReadAsync(connection, _commits, cancel);
            if (commits == _seenCommits)
            {
                return false;
            }

            var rows = await DigestAsync(connection, cancel);
            var haveChanged = rows != _seenRows;
            (_seenCommits, _seenRows) = (commits, rows);
            return haveChanged;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            (_connection, _seenCommits) = (null, null);
            await connection.DisposeAsync();
        }
    }

    private async Task<DbConnection> ConnectAsync(CancellationToken cancel)
    {
        if (_connection is null)
        {
            _connection = _connect();
            await _connection.OpenAsync(cancel);
        }

        return _connection;
    }

    private static async Task<string> ReadAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) ?? "";
    }

    private static async Task<string> DigestAsync(DbConnection connection, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sql in Rows)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    digest.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{reader.GetValue(column)}\n")));
                }
            }

            digest.AppendData("\f"u8);
        }

        return Convert.ToHexString(digest.GetHashAndReset());
    }
}
