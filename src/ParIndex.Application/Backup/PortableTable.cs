using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ParIndex.Application.Data;

namespace ParIndex.Application.Backup;

/// <summary>A column as both databases have it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How its values are written.</param>
/// <param name="Type">The type the provider gives and takes.</param>
/// <param name="IsNullable">Whether it may be empty.</param>
/// <param name="Mapping">How the provider stores it.</param>
internal sealed record PortableColumn(string Name, PortableKind Kind, Type Type, bool IsNullable, RelationalTypeMapping Mapping);

/// <summary>A column that points to another row of its own table, and the column it points to.</summary>
internal sealed record SelfReference(int Column, int Principal);

/// <summary>
/// A table of the model as a backup knows it. Taken from the model's metadata, so a table that is mapped is in the
/// backup without anybody having to think of it.
/// </summary>
internal sealed class PortableTable
{
    private PortableTable(ITable table, ISqlGenerationHelper sql, bool isPostgres)
    {
        Name = table.Name;
        var columns = table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).ToList();
        Columns = [.. columns.Select(Column)];
        Principals = [.. table.ForeignKeyConstraints.Select(key => key.PrincipalTable.Name).Where(name => name != Name).Distinct()];
        SelfReferences = [.. table.ForeignKeyConstraints.Where(key => key.PrincipalTable == table)
            .SelectMany(key => key.Columns.Zip(key.PrincipalColumns))
            .Select(pair => new SelfReference(columns.IndexOf((IColumn)pair.First), columns.IndexOf((IColumn)pair.Second)))];

        var name = sql.DelimitIdentifier(table.Name, table.Schema);
        var names = columns.ConvertAll(column => sql.DelimitIdentifier(column.Name));
        // Key by key, bytes as they are: the one order both databases agree on.
        var order = table.PrimaryKey!.Columns.Select(column => sql.DelimitIdentifier(column.Name) + (isPostgres && column.ProviderClrType == typeof(string) ? " COLLATE \"C\"" : ""));
        SelectSql = $"SELECT {string.Join(", ", names)} FROM {name} ORDER BY {string.Join(", ", order)}";
        InsertSql = $"INSERT INTO {name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select((_, i) => "@p" + i))})";
        ThereSql = isPostgres ? $"SELECT to_regclass('{name}') IS NOT NULL" : null;
        AnySql = $"SELECT 1 FROM {name} LIMIT 1";
        LockSql = $"LOCK TABLE {name} IN EXCLUSIVE MODE";
    }

    public string Name { get; }

    /// <summary>By name, so that both databases write them in one order.</summary>
    public IReadOnlyList<PortableColumn> Columns { get; }

    /// <summary>Other tables that must be filled before this one.</summary>
    public IReadOnlyList<string> Principals { get; }

    public IReadOnlyList<SelfReference> SelfReferences { get; }

    public string SelectSql { get; }

    public string InsertSql { get; }

    public string AnySql { get; }

    /// <summary>Whether the table is there; <c>null</c> on SQLite, where it is always brought up to date before.</summary>
    public string? ThereSql { get; }

    public string LockSql { get; }

    /// <summary>Every table of the model, each after those it points to.</summary>
    public static IReadOnlyList<PortableTable> All(ParIndexDb db)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var waiting = db.Model.GetRelationalModel().Tables
            .Select(table => new PortableTable(table, sql, db is PostgresParIndexDb))
            .OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<PortableTable>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(table => table.Principals.All(principal => ordered.Exists(done => done.Name == principal)))
                ?? throw new InvalidOperationException($"The tables {string.Join(", ", waiting.Select(table => table.Name))} point to each other in a circle.");
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    /// <summary>Name of the last migration of the program without its time stamp.</summary>
    public static string SchemaOf(ParIndexDb db)
    {
        var last = db.Database.GetMigrations().Last();
        return last[(last.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    private static PortableColumn Column(IColumn column) =>
        new(column.Name, PortableValue.KindOf(column), column.ProviderClrType, column.IsNullable, column.StoreTypeMapping);
}
