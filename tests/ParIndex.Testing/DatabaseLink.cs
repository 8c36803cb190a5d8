using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using ParIndex.Application.Data;

namespace ParIndex.Testing;

/// <summary>
/// A way to a database that can be made to stand still: PostgreSQL behind a relay that takes everything and passes nothing
/// on, as a frozen server does; on SQLite another process's lock on the file, which shuts out whoever writes.
/// </summary>
public sealed class DatabaseLink : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener? _relay;
    private readonly Task _accepting = Task.CompletedTask;
    private volatile TaskCompletionSource _passing = Passing();

    private DatabaseLink(TestDatabase database)
    {
        _database = database;
        ConnectionString = database.ConnectionString;
        if (database.Kind == DatabaseKind.Postgres)
        {
            _relay = new(IPAddress.Loopback, 0);
            _relay.Start();
            var way = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_relay.LocalEndpoint).Port };
            // The program's own patience, and not that of tests.
            way.Remove("Timeout");
            way.Remove("Command Timeout");
            ConnectionString = way.ConnectionString;
            _accepting = AcceptAsync(_relay);
        }
    }

    /// <summary>What the portal's setting would hold to go this way.</summary>
    public string ConnectionString { get; }

    /// <summary>A way to the database; the test disposes it after the program.</summary>
    public static DatabaseLink To(TestDatabase database) => new(database);

    /// <summary>Until what it gives is disposed, the database stands still.</summary>
    public async Task<IAsyncDisposable> FreezeAsync()
    {
        if (_relay is not null)
        {
            _passing = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Thaw(() => _passing.TrySetResult());
        }

        var holder = new SqliteConnection(_database.ConnectionString + ";Pooling=False");
        await holder.OpenAsync();
        await using var command = holder.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return holder;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _passing.TrySetResult();
        await _end.CancelAsync();
        await _accepting;
        _relay?.Stop();
        _end.Dispose();
    }

    private static TaskCompletionSource Passing()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync(TcpListener relay)
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await relay.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var from = client;
        try
        {
            using var to = await ConnectAsync(new(_database.ConnectionString));
            await using var near = from.GetStream();
            await using var far = new NetworkStream(to);
            await Task.WhenAny(PassAsync(near, far), PassAsync(far, near));
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has gone.
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16_384];
        int read;
        while ((read = await from.ReadAsync(buffer, _end.Token)) > 0)
        {
            await _passing.Task.WaitAsync(_end.Token);
            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }

    private async Task<Socket> ConnectAsync(NpgsqlConnectionStringBuilder server)
    {
        var host = server.Host ?? "127.0.0.1";
        var isFile = host.StartsWith('/');
        var socket = isFile ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        EndPoint end = isFile ? new UnixDomainSocketEndPoint($"{host}/.s.PGSQL.{server.Port}") : new DnsEndPoint(host, server.Port);
        await socket.ConnectAsync(end, _end.Token);
        return socket;
    }

    private sealed class Thaw(Action thaw) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            thaw();
            return ValueTask.CompletedTask;
        }
    }
}
