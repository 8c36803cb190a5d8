using ParIndex.Application.Data;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>Every form on PostgreSQL.</summary>
public sealed class HostileFormsOnPostgresTests : HostileForms
{
    /// <inheritdoc />
    protected override DatabaseKind Kind => DatabaseKind.Postgres;
}
