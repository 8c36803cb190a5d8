using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Tests.Demo;

public sealed class DemoTests(DemoTests.Portal portal) : IClassFixture<DemoTests.Portal>
{
    private const string Logins = "/Pages/Shared/_DemoLogins.cshtml";

    /// <summary>The demonstration, served where a portal is configured on another database.</summary>
    public sealed class Portal : IAsyncLifetime
    {
        public TestDatabase Configured { get; private set; } = null!;

        public TestApp Demo { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Configured = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
            Demo = new TestApp(Configured) { Environment = "Development" }.With(DemoOptions.Switch, "true");
            _ = Demo.Services;
        }

        public async ValueTask DisposeAsync()
        {
            await Demo.DisposeAsync();
            await Configured.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/xep-hang/2024/so-nganh")]
    [InlineData("/xep-hang/2023/huyen")]
    [InlineData("/don-vi")]
    [InlineData("/don-vi/so-noi-vu")]
    [InlineData("/don-vi/so-noi-vu/2024")]
    [InlineData("/cong-bo")]
    [InlineData("/cong-bo/2024")]
    [InlineData("/tinh")]
    [InlineData("/phuong-phap")]
    [InlineData("/gioi-thieu")]
    [InlineData("/don-vi/khong-co-don-vi-nay")]
    public async Task PublicPage_CarriesTheBanner(string address)
    {
        using var client = portal.Demo.Open();
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Equal(DemoSeed.Notice, await BannerAsync(await client.GetAsync(address)));
    }

    [Fact]
    public async Task StaffPage_CarriesTheBanner()
    {
        using var person = await SignedIn.AsAsync(portal.Demo, StaffRoles.Coordinator);

        Assert.Equal(DemoSeed.Notice, await BannerAsync(await person.GetAsync("/lam-viec")));
    }

    [Fact]
    public async Task OutsideTheDemonstration_ThereIsNeitherBannerNorLogin()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);

        Assert.Null(await BannerAsync(await app.Open().GetAsync("/")));
        Assert.Equal("", (await RenderAsync(app, Logins)).Trim());
        await using var db = database.NewContext();
        Assert.Empty(await db.StaffAccounts.ToListAsync());
    }

    [Fact]
    public async Task Logins_AreListedOnePerRoleAndOpen()
    {
        var page = new HtmlParser().ParseDocument(await RenderAsync(portal.Demo, Logins));
        await using var scope = portal.Demo.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var listed = page.QuerySelectorAll("tbody th code").Select(code => code.TextContent).ToList();
        var found = new List<StaffAccount>();
        foreach (var staffCode in listed)
        {
            found.Add((await accounts.FindByNameAsync(staffCode))!);
        }

        Assert.Equal(Enum.GetValues<StaffRoles>().Where(role => role != StaffRoles.None), found.SelectMany(account => Enum.GetValues<StaffRoles>().Where(account.Has)).Distinct().Order());
        Assert.Contains(DemoAccounts.Password, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(found, account => Assert.NotEqual(PasswordVerificationResult.Failed, accounts.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash!, DemoAccounts.Password)));
    }

    [Fact]
    public async Task ConfiguredDatabase_IsNotOpened()
    {
        var answer = await portal.Demo.Open().GetAsync("/don-vi/so-noi-vu");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(File.Exists(portal.Configured.ConnectionString["Data Source=".Length..]));
    }

    [Fact]
    public async Task PublishedRound_IsNotSpokenOfAsAnArchive()
    {
        using var client = portal.Demo.Open();
        var pages = await Task.WhenAll(new[] { "/", "/xep-hang/2024/so-nganh", "/cong-bo/2024", "/don-vi/so-y-te/2024" }.Select(client.GetStringAsync));

        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("Đối chiếu", page, StringComparison.Ordinal);
            Assert.DoesNotContain("in trong bản công bố", page, StringComparison.Ordinal);
            Assert.DoesNotContain("chỉ có số tổng hợp", page, StringComparison.Ordinal);
            Assert.DoesNotContain("không nêu trong nguồn", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task YearsThatDoNotCompare_AreSaidToAndCarryNoArrow()
    {
        var page = new HtmlParser().ParseDocument(await portal.Demo.Open().GetStringAsync("/xep-hang/2024/so-nganh"));
        var row = page.QuerySelectorAll("table.ranking tbody tr").Single(tr => tr.QuerySelector("a[href='/don-vi/thanh-tra-tinh/2024']") is not null);
        var districts = new HtmlParser().ParseDocument(await portal.Demo.Open().GetStringAsync("/xep-hang/2024/huyen"));

        Assert.Contains("không so sánh trực tiếp", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector(".up, .down"));
        Assert.NotNull(page.QuerySelector("table.ranking .up"));
        Assert.Null(districts.QuerySelector(".up, .down"));
    }

    private static async Task<string?> BannerAsync(HttpResponseMessage answer) =>
        (await SignedIn.ReadAsync(answer)).QuerySelector(".demo-banner")?.TextContent.Trim();

    private static async Task<string> RenderAsync(TestApp app, string view)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var found = services.GetRequiredService<IRazorViewEngine>().GetView(null, view, isMainPage: false).View!;
        var context = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        await using var text = new StringWriter();
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary());
        await found.RenderAsync(new ViewContext(context, found, data, new TempDataDictionary(context.HttpContext, services.GetRequiredService<ITempDataProvider>()), text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
