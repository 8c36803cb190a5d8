using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ParIndex.Application.Data;

/// <summary>Whether a save failed because it met another.</summary>
internal static class SaveConflict
{
    private const int SqliteConstraint = 19;

    /// <summary>A version that moved on, a row that somebody else added first, or two savers that waited for each other.</summary>
    public static bool Is(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.ForeignKeyViolation,
        DbUpdateException or InvalidOperationException => failure.InnerException is { } inner && Is(inner),
        _ => false,
    };
}
