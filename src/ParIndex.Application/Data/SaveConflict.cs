using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ParIndex.Application.Data;

/// <summary>Whether a save failed because somebody was faster. No other failure of a database is ever told as that.</summary>
public static class SaveConflict
{
    private const int SqliteUnique = 2067, SqlitePrimaryKey = 1555;

    /// <summary>What a person is told of it who was not told more precisely.</summary>
    public const string Reason = "Có người khác vừa thay đổi nội dung này, nên thay đổi vừa gửi chưa được lưu. Xem lại nội dung mới nhất dưới đây rồi thực hiện lại.";

    /// <summary>A version that moved on, or a row that somebody else added first.</summary>
    public static bool Is(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        DbUpdateException or InvalidOperationException => failure.InnerException is { } inner && Is(inner),
        _ => false,
    };

    /// <summary>Whether the same work may succeed when it is done anew: somebody was faster, or two savers waited for each other.</summary>
    public static bool PassesAnew(Exception failure) => Is(failure) || failure switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        DbUpdateException or InvalidOperationException => failure.InnerException is { } inner && PassesAnew(inner),
        _ => false,
    };
}
