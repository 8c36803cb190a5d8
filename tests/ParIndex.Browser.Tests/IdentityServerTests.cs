using Microsoft.Playwright;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>
/// Signing in by the province's server, which a browser takes for another site: what its rules on cookies and forms make of the
/// way there and back, no client of a test knows.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class IdentityServerTests(Portal portal)
{
    [Fact]
    public async Task SignIn_ByTheServer_ByClicking_EndsInTheWorkspace_AndLeavesAgain()
    {
        await using var server = (await ProvinceServer.StartAsync(https: false)).Knows("an", new("cb.01"));
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = server.For(new TestApp(database) { Environment = "Development" }, ("SignOutAtServer", "true"), ("PasswordsToo", "false"));
        var home = app.Listen();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<StaffRegister>().AddAsync("test", [new("cb.01", "Lò Văn An", Post: null, StaffRoles.Appraiser, UnitId: null)]);
        }

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            visit.IsTroubled = true;
            await visit.GoAsync("/");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập cán bộ" }).ClickAsync();
            await Pictures.TakeAsync(visit.Page, "may-chu-dang-nhap");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập qua máy chủ xác thực của tỉnh" }).ClickAsync();
            await visit.Page.GetByLabel("Tên").FillAsync("an");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();

            await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
            Assert.Equal(new Uri(home, "/lam-viec").ToString(), visit.Page.Url);

            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Đăng xuất" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
            await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Đăng nhập");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập qua máy chủ xác thực của tỉnh" }).ClickAsync();
            await Expect(visit.Page.GetByLabel("Tên")).ToBeVisibleAsync();
            Assert.DoesNotContain(visit.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
        }, cookie: null);
    }
}
