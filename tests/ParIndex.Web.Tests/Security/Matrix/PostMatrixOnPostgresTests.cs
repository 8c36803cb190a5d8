using ParIndex.Application.Data;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>The same on PostgreSQL, as a class of its own: the two run side by side.</summary>
public sealed class PostMatrixOnPostgresTests
{
    public static TheoryData<string> Areas => PostMatrixTests.Areas;

    [Theory, MemberData(nameof(Areas))]
    public Task EveryForm_AnswersEachPersonAsExpected(string area) => PostMatrixTests.CheckAsync(DatabaseKind.Postgres, area);
}
