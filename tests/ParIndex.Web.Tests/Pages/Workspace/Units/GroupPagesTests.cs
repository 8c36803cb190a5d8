using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Units;

public sealed class GroupPagesTests
{
    private static Dictionary<string, string> Communes => Fields.Of(("Name", "Xã huyện Tam Đường"), ("NameEn", ""), ("Slug", "xa-tam-duong"), ("Kind", "Commune"), ("Position", "3"));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Add_Change_AndAStaleChange(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync("/lam-viec/nhom", Communes)).StatusCode);
        var stale = (await person.OpenAsync("/lam-viec/nhom/xa-tam-duong")).QuerySelector<IHtmlInputElement>("[name='Input.Version']")!.Value;

        var changed = await person.PostAsync("/lam-viec/nhom/xa-tam-duong", Fields.Of(("Name", "Xã, thị trấn huyện Tam Đường"), ("Position", "4")));
        var late = await person.PostAsync("/lam-viec/nhom/xa-tam-duong", Fields.Of(("Version", stale), ("Name", "Tên khác"), ("Position", "5")));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Tên khác", (await SignedIn.ReadAsync(late)).QuerySelector<IHtmlInputElement>("[name='Input.Name']")!.Value);
        await using var db = database.NewContext();
        var group = await db.UnitGroups.SingleAsync();
        Assert.Equal(("xa-tam-duong", "Xã, thị trấn huyện Tam Đường", 4), (group.Slug, group.Name, group.Position));
    }

    [Fact]
    public async Task Add_ATakenSlug_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        await person.PostAsync("/lam-viec/nhom", Communes);

        Assert.Equal(HttpStatusCode.Conflict, (await person.PostAsync("/lam-viec/nhom", Communes)).StatusCode);
    }

    [Theory]
    [InlineData("Slug", "Xã Tam Đường")]
    [InlineData("Position", "1,5")]
    [InlineData("Position", "-1")]
    [InlineData("Name", " ")]
    public async Task Add_AWrongField_IsRefusedWithItsReason(string field, string value)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var fields = Communes;
        fields["Input." + field] = value;

        var answer = await person.PostAsync("/lam-viec/nhom", fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("#Input_" + field, Assert.Single((await SignedIn.ReadAsync(answer)).QuerySelectorAll(".errors a")).GetAttribute("href"));
    }
}
