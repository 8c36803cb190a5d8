using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>The same walk on PostgreSQL, through the states that differ most.</summary>
public sealed class HiddenStagesOnPostgresTests : HiddenStagesWalk
{
    [Fact]
    public async Task NoAnswer_HoldsAHiddenCell()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await WalkAsync(database, everyState: false);
    }
}
