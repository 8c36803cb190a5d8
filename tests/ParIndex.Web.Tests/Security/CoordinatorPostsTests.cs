using System.Net;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security.Matrix;

namespace ParIndex.Web.Tests.Security;

/// <summary>
/// Pages that auditors read and only coordinators post to. An auditor alone is stopped before any page; here somebody
/// who holds another role besides, which no form gives, gets as far as the page itself.
/// </summary>
public sealed class CoordinatorPostsTests
{
    [Theory]
    [InlineData("lam-viec/nhom", "")]
    [InlineData("lam-viec/nhap-so-lieu/bang/{id}", "Propose")]
    [InlineData("lam-viec/nhap-so-lieu/bang/{id}", "Discard")]
    [InlineData("lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", "Store")]
    [InlineData("lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", "Discard")]
    [InlineData("lam-viec/bo-tieu-chi/{id}/so-sanh", "")]
    public async Task ReaderOfThePage_PostsToIt_IsForbiddenAndTold(string page, string handler)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var world = await World.MakeAsync(database, app);
        var row = Expectations.All.First(row => row.Page == page && row.Handler == handler);
        using var scene = new Scene(world, row.States.First());
        var form = row.Form(scene);
        using var reader = await Poster.MakeAsync(app, StaffRoles.Auditor | StaffRoles.Appraiser, world.Office.Id, "198.51.100.1");
        await using var db = database.NewContext();
        var before = await TableDigest.ReadAsync(db);

        var shown = await reader.OpenAsync("/" + form.Address);
        using var answer = await reader.PostAsync("/" + form.Address + (handler.Length > 0 ? "?handler=" + handler : ""), form);

        Assert.NotNull(shown.QuerySelector("main h1"));
        Assert.Null(shown.QuerySelector("main form[method=post] button"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("", TableDigest.Difference(before, await TableDigest.ReadAsync(db)));
        var told = (await Person.CountsAsync(database))[^1];
        Assert.Equal((CountedKind.RefusedRight, reader.Account!.StaffCode, 1), (told.Kind, told.Actor, told.Count));
        Assert.StartsWith($"POST /{form.Address}", told.Address, StringComparison.Ordinal);
    }
}
