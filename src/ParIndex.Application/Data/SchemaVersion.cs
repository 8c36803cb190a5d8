using Microsoft.EntityFrameworkCore;

namespace ParIndex.Application.Data;

/// <summary>The database was brought up to date by a later version of the program. Nothing was changed.</summary>
/// <param name="migration">The first migration this program does not know.</param>
public sealed class NewerSchemaException(string migration) : Exception(
    $"Cơ sở dữ liệu có cấu trúc mới hơn phần mềm này (đã áp dụng {migration}); chưa có gì thay đổi. Hãy chạy phiên bản phần mềm đã nâng cấp cơ sở dữ liệu, hoặc khôi phục bản sao lưu của phiên bản này vào một cơ sở dữ liệu trống.");

/// <summary>How the schema of a database stands to this program.</summary>
public static class SchemaVersion
{
    /// <summary>The migrations the database still waits for, oldest first. Everything that looks at the schema asks here.</summary>
    /// <exception cref="NewerSchemaException">The database has migrations this program does not know.</exception>
    public static async Task<IReadOnlyList<string>> PendingMigrationsAsync(this ParIndexDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return applied.Except(known).FirstOrDefault() is { } newer ? throw new NewerSchemaException(newer) : [.. known.Except(applied)];
    }
}
