using Microsoft.EntityFrameworkCore.Migrations;

namespace ParIndex.Application.Data;

/// <summary>
/// What was recorded stays: triggers by which both databases number every row of history as they take it in, one order over
/// all its tables, and refuse to change, delete or replace it, also to raw SQL. A row that brings its number, from a backup,
/// keeps it. Of a counted event the count and its last time may grow, and nothing else. A later migration that rebuilds one
/// of these tables on SQLite drops its triggers and must call <see cref="GuardSqlite"/> for it again; a test counts them.
/// </summary>
internal static class ImmutableHistory
{
    /// <summary>Tables with a sequence and an instant. Of rows of one instant a move comes before what it made possible.</summary>
    private static readonly string[] Numbered =
    [
        "round_moves", "scorecard_moves", "submissions", "extensions", "score_edits", "results_approvals", "round_decisions", "staff_events", "audit_events",
    ];

    /// <summary>Tables that came with the publication at a set hour.</summary>
    public static readonly IReadOnlyList<string> OfPublication = ["publication_plans", "publication_holds", "round_amendments"];

    /// <summary>Tables that came with the council's meetings, after those.</summary>
    public static readonly IReadOnlyList<string> OfCouncil = ["council_meetings", "council_items", "council_votes", "council_outcomes"];

    /// <summary>Belong to a numbered row and are ordered with it.</summary>
    private static readonly string[] Parts = ["audit_changes"];

    /// <summary>Numbered too, when the first of what a row counts happens.</summary>
    private const string Counted = "audit_counts";

    /// <summary>What never changes in a row that counts.</summary>
    private static readonly string[] CountedKey = ["id", "sequence", "actor", "source", "kind", "address", "note", "hour", "first_at"];

    /// <summary>An extension that was given in a draft leaves with its unit or group; from the opening on it stays.</summary>
    private const string Extensions = "extensions";

    private const string IsOfOpenedRound = "EXISTS (SELECT 1 FROM participants p JOIN round_groups g ON g.id = p.round_group_id JOIN rounds r ON r.id = g.round_id WHERE p.id = OLD.participant_id AND r.state <> 'Draft')";

    private static IEnumerable<string> WithNumber => Numbered.Append(Counted);

    private static IEnumerable<string> Guarded => WithNumber.Concat(Parts);

    /// <summary>The highest number given so far, each table's by its index.</summary>
    private static string Newest => NewestOf(WithNumber);

    private static string CountShrinks => string.Join(" OR ", CountedKey.Select(column => $"NEW.{column} <> OLD.{column}").Append("NEW.count <= OLD.count"));

    public static void GuardSqlite(MigrationBuilder migration)
    {
        NumberRows(migration);
        foreach (var table in WithNumber)
        {
            NumberSqlite(migration, table, WithNumber);
        }

        foreach (var table in Guarded)
        {
            RefuseChangesSqlite(migration, table);
        }
    }

    /// <summary>Takes tables that a later migration adds into the history: numbered in the one order, never changed.</summary>
    /// <param name="migration">The migration, after it made the tables.</param>
    /// <param name="added">The new tables.</param>
    /// <param name="earlier">Tables that migrations in between took in.</param>
    public static void GuardLaterSqlite(MigrationBuilder migration, IReadOnlyCollection<string> added, params IReadOnlyCollection<string> earlier)
    {
        IReadOnlyList<string> known = [.. WithNumber, .. earlier], all = [.. known, .. added];
        foreach (var table in known)
        {
            migration.Sql($"DROP TRIGGER {table}_number;");
        }

        foreach (var table in all)
        {
            NumberSqlite(migration, table, all);
        }

        foreach (var table in added)
        {
            RefuseChangesSqlite(migration, table);
        }
    }

    /// <summary>As <see cref="GuardLaterSqlite"/>; the one sequence is there.</summary>
    public static void GuardLaterPostgres(MigrationBuilder migration, IReadOnlyCollection<string> added)
    {
        foreach (var table in added)
        {
            GuardTablePostgres(migration, table);
        }
    }

    /// <summary>Undoes <see cref="GuardLaterSqlite"/>, before the tables go.</summary>
    public static void ReleaseLaterSqlite(MigrationBuilder migration, params IReadOnlyCollection<string> earlier)
    {
        IReadOnlyList<string> known = [.. WithNumber, .. earlier];
        foreach (var table in known)
        {
            migration.Sql($"DROP TRIGGER {table}_number;");
            NumberSqlite(migration, table, known);
        }
    }

    public static void GuardPostgres(MigrationBuilder migration)
    {
        NumberRows(migration);
        migration.Sql("CREATE SEQUENCE history_sequence;");
        migration.Sql($"SELECT setval('history_sequence', {Newest} + 1, false);");
        migration.Sql("""
            CREATE FUNCTION number_history() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.sequence IS NULL THEN
                    NEW.sequence := nextval('history_sequence');
                ELSIF NEW.sequence > COALESCE(pg_sequence_last_value('history_sequence'), 0) THEN
                    PERFORM setval('history_sequence', NEW.sequence);
                END IF;
                RETURN NEW;
            END $$;
            """);
        migration.Sql("""
            CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '%: what was recorded is never changed', TG_TABLE_NAME;
            END $$;
            """);
        migration.Sql($"""
            CREATE FUNCTION refuse_extension_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF {IsOfOpenedRound} THEN
                    RAISE EXCEPTION '%: what was recorded is never changed', TG_TABLE_NAME;
                END IF;
                RETURN OLD;
            END $$;
            """);
        foreach (var table in Guarded)
        {
            GuardTablePostgres(migration, table);
        }
    }

    public static void ReleaseSqlite(MigrationBuilder migration)
    {
        foreach (var trigger in Triggers("no_replace"))
        {
            migration.Sql($"DROP TRIGGER {trigger.Name};");
        }
    }

    public static void ReleasePostgres(MigrationBuilder migration)
    {
        foreach (var trigger in Triggers("no_truncate"))
        {
            migration.Sql($"DROP TRIGGER {trigger.Name} ON {trigger.Table};");
        }

        migration.Sql("DROP FUNCTION number_history(); DROP FUNCTION refuse_history_change(); DROP FUNCTION refuse_extension_deletion(); DROP SEQUENCE history_sequence;");
    }

    private static void NumberSqlite(MigrationBuilder migration, string table, IEnumerable<string> all)
    {
        // The number is given within the statement that adds the row: nobody ever meets a row without one.
        migration.Sql($"CREATE TRIGGER {table}_number AFTER INSERT ON {table} WHEN NEW.sequence IS NULL BEGIN UPDATE {table} SET sequence = {NewestOf(all)} + 1 WHERE id = NEW.id; END;");
    }

    private static void RefuseChangesSqlite(MigrationBuilder migration, string table)
    {
        var forbidden = Parts.Contains(table) ? "1" : table == Counted ? $"OLD.sequence IS NOT NULL AND ({CountShrinks})" : "OLD.sequence IS NOT NULL OR NEW.sequence IS NULL";
        migration.Sql($"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN {forbidden} {RefuseSqlite(table)}");
        migration.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {(table == Extensions ? $"WHEN {IsOfOpenedRound} " : "")}{RefuseSqlite(table)}");
        // INSERT OR REPLACE deletes without firing delete triggers, so the insert itself is refused.
        var same = Parts.Contains(table) ? "id = NEW.id" : "id = NEW.id OR sequence = NEW.sequence";
        migration.Sql($"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) {RefuseSqlite(table)}");
    }

    private static void GuardTablePostgres(MigrationBuilder migration, string table)
    {
        if (!Parts.Contains(table))
        {
            migration.Sql($"CREATE TRIGGER {table}_number BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION number_history();");
        }

        var forbidden = table == Counted ? $"WHEN ({CountShrinks}) " : "";
        migration.Sql($"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW {forbidden}EXECUTE FUNCTION refuse_history_change();");
        migration.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {(table == Extensions ? "refuse_extension_deletion" : "refuse_history_change")}();");
        migration.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();");
    }

    private static string NewestOf(IEnumerable<string> tables) =>
        $"(SELECT MAX(n) FROM ({string.Join(" UNION ALL ", tables.Select(table => $"SELECT COALESCE(MAX(sequence), 0) AS n FROM {table}"))}) AS numbers)";

    private static IEnumerable<(string Table, string Name)> Triggers(string third) =>
        WithNumber.Select(table => (table, $"{table}_number")).Concat(Guarded.SelectMany(table => new[] { "no_update", "no_delete", third }.Select(act => (table, $"{table}_{act}"))));

    /// <summary>What an earlier version recorded gets the order in which it was shown: by its instant, then by its key.</summary>
    private static void NumberRows(MigrationBuilder migration)
    {
        var all = string.Join(" UNION ALL ", Numbered.Select((table, rank) => $"SELECT '{table}' AS name, {rank} AS rank, id, at FROM {table}"));
        // Kept while the rows are numbered: each statement must see the same order.
        migration.Sql($"CREATE TABLE history_order AS SELECT name, id, ROW_NUMBER() OVER (ORDER BY at, rank, id) AS n FROM ({all}) AS rows_of_history;");
        migration.Sql("CREATE INDEX history_order_id ON history_order (id);");
        foreach (var table in Numbered)
        {
            migration.Sql($"UPDATE {table} SET sequence = (SELECT n FROM history_order WHERE history_order.id = {table}.id AND name = '{table}');");
        }

        migration.Sql("DROP TABLE history_order;");
    }

    private static string RefuseSqlite(string table) => $"BEGIN SELECT RAISE(ABORT, '{table}: what was recorded is never changed'); END;";
}
