using System.Net;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace;

public sealed class WorkspaceTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Coordinator_SeesTheRounds(Application.Data.DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var page = await coordinator.OpenAsync("/lam-viec");

        Assert.Contains("Kỳ đánh giá", page.QuerySelector("nav.main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_IsSentToTheSignInPage()
    {
        await using var database = await TestDatabase.CreateAsync(Application.Data.DatabaseKind.Sqlite);
        await using var app = new TestApp(database);

        var answer = await app.Open().GetAsync("/lam-viec");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/tai-khoan/dang-nhap?tro-lai=%2Flam-viec", answer.Headers.Location!.PathAndQuery);
    }
}
