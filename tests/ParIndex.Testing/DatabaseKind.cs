namespace ParIndex.Testing;

/// <summary>The databases the portal runs on.</summary>
public enum DatabaseKind
{
    /// <summary>A file, the default of development and of a small installation.</summary>
    Sqlite,

    /// <summary>A server, for a province in production.</summary>
    Postgres,
}

/// <summary>
/// Rows for a test whose one body must hold on every database:
/// <c>[SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]</c>.
/// </summary>
public static class Databases
{
    public static IEnumerable<object[]> All => [[DatabaseKind.Sqlite], [DatabaseKind.Postgres]];
}
