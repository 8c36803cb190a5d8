using ParIndex.Application.Data;

namespace ParIndex.Web.Commands;

/// <summary>A verb cannot do its work; the message is for the operator, without a trace.</summary>
public sealed class VerbRefusedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The database as a verb finds it.</summary>
internal static class VerbDatabase
{
    /// <summary>
    /// The database, ready to work on: the embedded one brings itself up to date, PostgreSQL waits for its operator.
    /// </summary>
    /// <exception cref="VerbRefusedException">PostgreSQL has migrations pending.</exception>
    /// <exception cref="NewerSchemaException">The database is a later program's.</exception>
    public static async Task<ParIndexDb> OpenDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ParIndexDb>();
        db.Source = ActSource.CommandLine;
        if (db is SqliteParIndexDb)
        {
            await db.MigrateAsync(cancellationToken);
        }
        else if ((await db.PendingMigrationsAsync(cancellationToken)).Count > 0)
        {
            throw new VerbRefusedException("Cơ sở dữ liệu PostgreSQL chưa được tạo hoặc chưa được nâng cấp; hãy chạy lệnh migrate trước.");
        }

        return db;
    }
}
