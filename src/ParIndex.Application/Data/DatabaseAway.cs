using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ParIndex.Application.Data;

/// <summary>The writers of this process wait for one that holds the file for longer than any save takes.</summary>
public sealed class DatabaseBusyException() : TimeoutException("The database has been held by another save for too long.");

/// <summary>
/// Whether a failure means that the database does not answer: stopped, frozen, locked by somebody else, out of room. That
/// is nobody's mistake and passes: it is answered with “try again later”, not as a bug.
/// </summary>
public static class DatabaseAway
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14;

    /// <summary>Looks at the failure and at what caused it.</summary>
    public static bool Is(Exception? failure) => failure switch
    {
        null => false,
        DatabaseBusyException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen,
        PostgresException postgres => IsAway(postgres.SqlState),
        NpgsqlException network => network.IsTransient || network.InnerException is TimeoutException or IOException or System.Net.Sockets.SocketException,
        DbUpdateException or InvalidOperationException => Is(failure.InnerException),
        _ => false,
    };

    /// <summary>Connections that fail, a server that stops or starts or is full, a lock that is not given, savers that waited for each other.</summary>
    private static bool IsAway(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
        || state is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.ReadOnlySqlTransaction;
}
