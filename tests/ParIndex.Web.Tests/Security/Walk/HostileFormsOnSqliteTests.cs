using ParIndex.Application.Data;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>Every form on SQLite.</summary>
public sealed class HostileFormsOnSqliteTests : HostileForms
{
    /// <inheritdoc />
    protected override DatabaseKind Kind => DatabaseKind.Sqlite;
}
