using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Security;

/// <summary>Cookies of production are bound to this host and to https, and plain http says what to set.</summary>
public sealed class CookieTests
{
    [Fact]
    public async Task EveryCookieOfTheProgram_IsHostBoundAndSecure()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var client = app.Open();
        var services = app.Services;
        var schemes = await services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        var signIn = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        CookieBuilder[] cookies =
        [
            .. schemes.Where(scheme => scheme.HandlerType.IsAssignableTo(typeof(CookieAuthenticationHandler))).Select(scheme => signIn.Get(scheme.Name).Cookie),
            services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie,
            services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie,
        ];

        Assert.True(cookies.Length >= 6);
        Assert.All(cookies, cookie => Assert.Equal(
            (true, CookieSecurePolicy.Always, SameSiteMode.Strict, true, "/", null),
            (cookie.Name!.StartsWith("__Host-", StringComparison.Ordinal), cookie.SecurePolicy, cookie.SameSite, cookie.HttpOnly, cookie.Path, cookie.Domain)));
    }

    [Fact]
    public async Task CookiesAsSent_AreHostBoundAndSecure()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var administrator = await SignedIn.AsAsync(app, StaffRoles.Administrator);

        using var page = await administrator.GetAsync("/quan-tri/ma-ket-qua");
        using var done = await administrator.PostAsync("/quan-tri/ma-ket-qua", []);

        var sent = new[] { page, done }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).ToList();
        Assert.Contains(sent, cookie => cookie.StartsWith("__Host-parindex-note=", StringComparison.Ordinal));
        Assert.All(sent, cookie => Assert.Matches("^__Host-[^=]+=.*; path=/; secure; ", cookie));
    }

    [Theory]
    [InlineData("/tai-khoan/dang-nhap")]
    [InlineData("/tai-khoan/kich-hoat")]
    [InlineData("/tai-khoan/mat-khau")]
    public async Task PlainHttpInProduction_SaysWhatToSet(string address)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var client = app.Open();

        using var answer = await client.GetAsync(address);

        var page = (await answer.ReadPageAsync()).QuerySelector("main").Words();
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Contains("https", page, StringComparison.Ordinal);
        Assert.Contains("Proxies", page, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Development", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }
}
