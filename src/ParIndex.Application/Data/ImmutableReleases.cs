using Microsoft.EntityFrameworkCore.Migrations;

namespace ParIndex.Application.Data;

/// <summary>
/// Triggers by which both databases refuse to change, delete, replace or add to a published release, also to raw
/// SQL. A later migration that rebuilds one of these tables on SQLite drops its triggers and must call
/// <see cref="GuardSqlite"/> again; a test counts them.
/// </summary>
internal static class ImmutableReleases
{
    /// <summary>Table, its natural key, and the count in its parent that a published release is complete at.</summary>
    private static readonly GuardedTable[] Totals =
    [
        new("releases", ["year", "version_number"], null, null, null),
        new("release_groups", ["release_id", "slug"], "releases", "release_id", "group_count"),
        new("release_results", ["release_group_id", "unit_code"], "release_groups", "release_group_id", "result_count"),
        new("release_references", ["release_group_id", "position"], "release_groups", "release_group_id", "reference_count"),
    ];

    /// <summary>What a release holds below its totals, since part 3.</summary>
    private static readonly GuardedTable[] Leaves =
    [
        new("release_criteria", ["release_group_id", "position"], "release_groups", "release_group_id", "criterion_count"),
        new("release_scores", ["release_result_id", "position"], "release_results", "release_result_id", "score_count"),
    ];

    /// <summary>The seals of releases and of the audit log, since part 8.</summary>
    private static readonly GuardedTable[] Seals =
    [
        new("release_seals", ["number"], null, null, null),
        new("release_bundles", ["release_id"], null, null, null),
        new("audit_seals", ["number"], null, null, null),
        new("checkpoints", ["number"], null, null, null),
    ];

    private sealed record GuardedTable(string Table, string[] Key, string? Parent, string? ParentKey, string? Count);

    public static void GuardSqlite(MigrationBuilder migration) => AddSqlite(migration, Totals);

    public static void GuardPostgres(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE FUNCTION refuse_release_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '%: a published release is never changed', TG_TABLE_NAME;
            END $$;
            """);
        AddPostgres(migration, Totals);
    }

    public static void ReleasePostgres(MigrationBuilder migration)
    {
        DropPostgres(migration, Totals);
        migration.Sql("DROP FUNCTION refuse_release_change();");
    }

    public static void GuardSqliteLeaves(MigrationBuilder migration) => AddSqlite(migration, Leaves);

    public static void GuardPostgresLeaves(MigrationBuilder migration) => AddPostgres(migration, Leaves);

    public static void ReleasePostgresLeaves(MigrationBuilder migration) => DropPostgres(migration, Leaves);

    public static void GuardSqliteSeals(MigrationBuilder migration) => AddSqlite(migration, Seals);

    public static void GuardPostgresSeals(MigrationBuilder migration) => AddPostgres(migration, Seals);

    public static void ReleasePostgresSeals(MigrationBuilder migration) => DropPostgres(migration, Seals);

    private static void AddSqlite(MigrationBuilder migration, GuardedTable[] tables)
    {
        foreach (var (table, key, parent, parentKey, count) in tables)
        {
            foreach (var act in new[] { "update", "delete" })
            {
                migration.Sql($"CREATE TRIGGER {table}_no_{act} BEFORE {act.ToUpperInvariant()} ON {table} BEGIN SELECT RAISE(ABORT, '{table}: a published release is never changed'); END;");
            }

            // INSERT OR REPLACE deletes without firing delete triggers, so the insert itself is refused.
            var sameKey = string.Join(" AND ", key.Select(column => $"{column} = NEW.{column}"));
            migration.Sql($"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR ({sameKey})) BEGIN SELECT RAISE(ABORT, '{table}: a published release is never replaced'); END;");
            if (parent is not null)
            {
                migration.Sql($"CREATE TRIGGER {table}_no_addition BEFORE INSERT ON {table} WHEN (SELECT COUNT(*) FROM {table} WHERE {parentKey} = NEW.{parentKey}) >= (SELECT {count} FROM {parent} WHERE id = NEW.{parentKey}) BEGIN SELECT RAISE(ABORT, '{table}: nothing is added to a published release'); END;");
            }
        }
    }

    private static void AddPostgres(MigrationBuilder migration, GuardedTable[] tables)
    {
        foreach (var (table, _, parent, parentKey, count) in tables)
        {
            migration.Sql($"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_release_change();");
            migration.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_release_change();");
            if (parent is not null)
            {
                migration.Sql($"""
                    CREATE FUNCTION refuse_{table}_addition() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        IF (SELECT COUNT(*) FROM {table} WHERE {parentKey} = NEW.{parentKey}) >= (SELECT {count} FROM {parent} WHERE id = NEW.{parentKey}) THEN
                            RAISE EXCEPTION '{table}: nothing is added to a published release';
                        END IF;
                        RETURN NEW;
                    END $$;
                    """);
                migration.Sql($"CREATE TRIGGER {table}_no_addition BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_{table}_addition();");
            }
        }
    }

    private static void DropPostgres(MigrationBuilder migration, GuardedTable[] tables)
    {
        foreach (var (table, _, parent, _, _) in tables)
        {
            migration.Sql($"DROP TRIGGER {table}_no_change ON {table}; DROP TRIGGER {table}_no_truncate ON {table};");
            if (parent is not null)
            {
                migration.Sql($"DROP TRIGGER {table}_no_addition ON {table}; DROP FUNCTION refuse_{table}_addition();");
            }
        }
    }
}
