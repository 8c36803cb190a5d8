using System.Net;
using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Setup;

public sealed class ReadyDatabaseTests
{
    [Fact]
    public async Task Page_BeforeTheMigration_IsAnswered503AndServesAfterIt()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Postgres);
        await using var app = new TestApp(database);
        using var client = app.Open();

        var page = await client.GetAsync("/");
        var api = await client.GetAsync("/api/v1/releases");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("tạm thời chưa phục vụ", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);

        await using (var db = database.NewContext())
        {
            await db.MigrateAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        await using var migrated = database.NewContext();
        Assert.Single(migrated.DataProtectionKeys);
    }
}
