using System.Diagnostics;
using Npgsql;

namespace ParIndex.Testing;

/// <summary>
/// The PostgreSQL server of this test process: the one that <c>PARINDEX_TEST_POSTGRES</c> names, or a temporary
/// cluster that lives exactly as long as the process does. It needs no container and no installed service: only
/// <c>initdb</c> on the machine.
/// </summary>
/// <remarks>
/// The cluster listens on a Unix socket inside its own folder and nowhere else, so two runs never race for a port and
/// no other user of the machine can connect.
/// </remarks>
public sealed class PostgresServer
{
    // The shell is the guard of the cluster: it waits on a pipe that closes when this process ends, however it ends
    // (a failed test, Ctrl-C, kill -9), and then stops the server and removes the folder.
    private const string GuardScript = """
        set -eu
        folder=$(mktemp -d "${TMPDIR:-/tmp}/parindex-pg.XXXXXX")
        finish() { "$1/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || :; rm -rf "$folder"; }
        trap "finish '$1'" EXIT
        trap 'exit 1' TERM HUP
        trap '' INT
        "$1/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
            >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$1/pg_ctl" -D "$folder/data" -l "$folder/log" -w start >/dev/null 2>&1 -o "-c listen_addresses='' -k $folder \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_connections=200" \
            || { cat "$folder/log" >&2; exit 1; }
        echo "$folder"
        read -r _ || :
        """;

    private static readonly Lazy<PostgresServer> Instance = new(Start);

    private readonly NpgsqlConnectionStringBuilder? _connection;

    // Held for as long as the process lives: its end of the pipe keeps the cluster running.
    private readonly Process? _guard;

    private PostgresServer(NpgsqlConnectionStringBuilder? connection, Process? guard, string? absenceReason)
    {
        _connection = connection;
        _guard = guard;
        AbsenceReason = absenceReason;
    }

    /// <summary>The server of this process; the first use starts it (about two seconds).</summary>
    public static PostgresServer Shared => Instance.Value;

    /// <summary>Whether there is a server; if not, <see cref="AbsenceReason"/> says why.</summary>
    public bool IsAvailable => _connection is not null;

    /// <summary>Whether the server and all its databases end with this process.</summary>
    internal bool IsTemporary => _guard is not null;

    /// <summary>Why there is no server, in one line; <c>null</c> when there is one.</summary>
    public string? AbsenceReason { get; }

    /// <summary>The connection string of a database on this server.</summary>
    /// <exception cref="InvalidOperationException">There is no server.</exception>
    public string ConnectionString(string database)
    {
        if (_connection is null)
        {
            throw new InvalidOperationException(AbsenceReason);
        }

        return new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = database }.ConnectionString;
    }

    /// <summary>Runs one statement in the server's maintenance database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var maintenance = new NpgsqlConnection(ConnectionString(_connection?.Database ?? "postgres"));
        await maintenance.OpenAsync();
        await using var command = new NpgsqlCommand(sql, maintenance);
        await command.ExecuteNonQueryAsync();
    }

    private static PostgresServer Start()
    {
        if (Environment.GetEnvironmentVariable("PARINDEX_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return new PostgresServer(new NpgsqlConnectionStringBuilder(given), guard: null, absenceReason: null);
        }

        if (Require.IsHidden("postgres"))
        {
            return Absent("PARINDEX_TEST_WITHOUT says so");
        }

        return FindBinaries() is { } binaries ? StartCluster(binaries) : Absent("no initdb on this machine");
    }

    private static PostgresServer StartCluster(string binaries)
    {
        var shell = Process.Start(GuardCommand(binaries))!;
        if (shell.StandardOutput.ReadLine() is { } folder)
        {
            // Patience for a machine that does much else at the same time.
            var own = new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres", Timeout = 120, CommandTimeout = 300 };
            return new PostgresServer(own, shell, absenceReason: null);
        }

        var lastWords = shell.StandardError.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Absent("the temporary cluster did not start: " + lastWords.LastOrDefault("no message"));
    }

    private static ProcessStartInfo GuardCommand(string binaries)
    {
        string[] script = ["/bin/sh", "-c", GuardScript, "postgres-guard", binaries];
        // PostgreSQL refuses to run as root; its package brings a user for it.
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. script]
            : script;

        return new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A folder the postgres user may stand in; root's own it may not.
            WorkingDirectory = "/",
        };
    }

    private static PostgresServer Absent(string reason) => new(null, guard: null, reason);

    private static string? FindBinaries()
    {
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(MajorVersion).Select(d => Path.Combine(d, "bin"))
            : [];
        return packaged.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? Path.GetDirectoryName(Require.FindOnPath("initdb"));

        static int MajorVersion(string folder) => int.TryParse(Path.GetFileName(folder), out var major) ? major : 0;
    }
}
