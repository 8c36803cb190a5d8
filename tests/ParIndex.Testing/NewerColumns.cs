using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Testing;

/// <summary>
/// Lets a test fill a database of an earlier version with today's entities: it lends the columns that came later, and takes
/// them back before the upgrade that is tested.
/// </summary>
public static class NewerColumns
{
    /// <summary>Writes while the tables that exist have every column of today.</summary>
    public static async Task FillAsync(ParIndexDb db, Func<Task> write)
    {
        var columns = await MissingAsync(db);
        foreach (var (table, column, type) in columns)
        {
            await ExecuteAsync(db, $"ALTER TABLE {table} ADD COLUMN \"{column}\" {type}");
        }

        await write();
        foreach (var (table, column, _) in columns)
        {
            await ExecuteAsync(db, $"ALTER TABLE {table} DROP COLUMN \"{column}\"");
        }
    }

    private static async Task<List<(string Table, string Column, string Type)>> MissingAsync(ParIndexDb db)
    {
        var missing = new List<(string, string, string)>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var present = await ColumnsAsync(db, table.Name);
            missing.AddRange(table.Columns.Where(column => present.Count > 0 && !present.Contains(column.Name)).Select(column => (table.Name, column.Name, column.StoreType)));
        }

        return missing;
    }

    private static async Task<List<string>> ColumnsAsync(ParIndexDb db, string table)
    {
        var query = db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)
            ? $"SELECT name FROM pragma_table_info('{table}')"
            : $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'";
        await db.Database.OpenConnectionAsync();
        await using var command = Command(db, query);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(ParIndexDb db, string statement)
    {
        await using var command = Command(db, statement);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(ParIndexDb db, string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names come from the model.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
