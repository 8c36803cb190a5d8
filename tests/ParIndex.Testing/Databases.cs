using ParIndex.Application.Data;

namespace ParIndex.Testing;

/// <summary>
/// Rows for a test whose one body must hold on every database:
/// <c>[Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]</c>.
/// </summary>
public static class Databases
{
    public static IEnumerable<object[]> All => [[DatabaseKind.Sqlite], [DatabaseKind.Postgres]];
}
