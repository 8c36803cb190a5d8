using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>Both migration sets lead from nothing to the model as it stands in the code.</summary>
public class MigrationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Model_HasNoChangeWithoutMigration(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();

        Assert.False(db.Database.HasPendingModelChanges(), $"src/add-migration.sh was not run for {kind}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Migrate_OnEmptyDatabase_AppliesEveryMigration(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.NewContext();
        Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync());

        await db.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        Assert.Empty(await db.Releases.ToListAsync());
    }

    [Fact]
    public async Task MigrationSets_HaveTheSameNamesInTheSameOrder()
    {
        await using var sqlite = DatabaseSetup.Open(DatabaseKind.Sqlite, "Data Source=:memory:", TimeProvider.System);
        await using var postgres = DatabaseSetup.Open(DatabaseKind.Postgres, "Host=localhost", TimeProvider.System);

        Assert.Equal(Names(sqlite), Names(postgres));

        static IEnumerable<string> Names(ParIndexDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..]);
    }

    /// <summary>What the model is warned of is said at every start of the program, and hides what matters.</summary>
    [Fact]
    public void Model_IsBuiltWithoutAWarning()
    {
        using var sqlite = new SqliteParIndexDb(Strict<SqliteParIndexDb>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresParIndexDb(Strict<PostgresParIndexDb>().UseNpgsql("Host=localhost").Options);

        Assert.NotEmpty(sqlite.Model.GetEntityTypes());
        Assert.NotEmpty(postgres.Model.GetEntityTypes());

        static DbContextOptionsBuilder<TContext> Strict<TContext>()
            where TContext : ParIndexDb =>
            new DbContextOptionsBuilder<TContext>().EnableServiceProviderCaching(false).ConfigureWarnings(warnings => warnings.Default(WarningBehavior.Throw));
    }
}
