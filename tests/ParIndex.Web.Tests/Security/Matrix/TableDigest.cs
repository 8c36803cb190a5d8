using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ParIndex.Application.Data;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>A mark of each table's rows, to the last value. The audit log is left out, where refusals are told and counted.</summary>
internal static class TableDigest
{
    /// <summary>Reads the marks.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(ParIndexDb db)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Join(" UNION ALL ", TablesOf(db).Select(table => MarkOf(db, table)));
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            marks[reader.GetString(0)] = await reader.IsDBNullAsync(1) ? "" : reader.GetString(1);
        }

        return marks;
    }

    /// <summary>The tables that differ.</summary>
    public static string Difference(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        string.Join(", ", after.Where(table => before[table.Key] != table.Value).Select(table => table.Key));

    private static IEnumerable<ITable> TablesOf(ParIndexDb db) =>
        db.Model.GetRelationalModel().Tables.Where(table => !table.Name.StartsWith("audit", StringComparison.OrdinalIgnoreCase));

    private static string MarkOf(ParIndexDb db, ITable table) => db is SqliteParIndexDb
        ? $"SELECT '{table.Name}', (SELECT group_concat(row, x'0A') FROM (SELECT {string.Join(" || ',' || ", table.Columns.Select(column => $"quote(\"{column.Name}\")"))} AS row FROM \"{table.Name}\" ORDER BY 1))"
        : $"SELECT '{table.Name}', (SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM \"{table.Name}\" t)";
}
