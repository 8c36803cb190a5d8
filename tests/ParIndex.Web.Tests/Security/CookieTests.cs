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
            services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie,
        ];

        Assert.True(cookies.Length >= 5);
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
        Assert.Contains(page.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-parindex-form=", StringComparison.Ordinal));
        using var done = await administrator.PostAsync("/quan-tri/ma-ket-qua", []);

        var sent = new[] { page, done }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).ToList();
        Assert.Contains(sent, cookie => cookie.StartsWith("__Host-parindex-note=", StringComparison.Ordinal));
        Assert.All(sent, cookie => Assert.Matches("^__Host-[^=]+=.*; path=/; secure; ", cookie));
    }

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://127.0.0.1")]
    public async Task PlainHttpOnTheMachineItself_SignsIn_WithSecureCookies(string home)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        var issued = await Person.AddAsync(app, "cb.01", StaffRoles.Appraiser);
        // No jar: it keeps secure cookies for https alone, and browsers do not, here.
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri(home), HandleCookies = false });
        var jar = new Dictionary<string, string>(StringComparer.Ordinal);

        using var activated = await FillAsync(client, jar, "/tai-khoan/kich-hoat", ("Input.StaffCode", "cb.01"), ("Input.Code", issued.Code), ("Input.Password", Person.Password), ("Input.Again", Person.Password));
        using var entered = await FillAsync(client, jar, "/tai-khoan/dang-nhap", ("Input.StaffCode", "cb.01"), ("Input.Password", Person.Password));
        using var work = await SendAsync(client, jar, new(HttpMethod.Get, "/lam-viec"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.OK), (activated.StatusCode, entered.StatusCode, work.StatusCode));
        Assert.Contains("__Host-parindex-session", jar.Keys);
    }

    [Fact]
    public async Task PlainHttpThroughAProxyThatIsNotTrusted_SaysWhatToSet()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var client = app.Open();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await client.GetAsync("/tai-khoan/dang-nhap");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/tai-khoan/dang-nhap")]
    [InlineData("/tai-khoan/kich-hoat")]
    [InlineData("/tai-khoan/mat-khau")]
    public async Task PlainHttpInProduction_SaysWhatToSet(string address)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database).With("AllowedHosts", "cchc.laichau.gov.vn");
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://cchc.laichau.gov.vn") });

        using var answer = await client.GetAsync(address);

        var page = (await answer.ReadPageAsync()).QuerySelector("main").Words();
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Contains("https", page, StringComparison.Ordinal);
        Assert.Contains("Proxies", page, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Development", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    /// <summary>Opens a page, fills its form and sends it, as a browser that keeps every cookie.</summary>
    private static async Task<HttpResponseMessage> FillAsync(HttpClient client, Dictionary<string, string> jar, string address, params (string Name, string Value)[] fields)
    {
        var page = await SignedIn.ReadAsync(await SendAsync(client, jar, new(HttpMethod.Get, address)));
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await SendAsync(client, jar, new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))) });
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Dictionary<string, string> jar, HttpRequestMessage request)
    {
        if (jar.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", jar.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            var parts = cookie.Split(';')[0].Split('=', 2);
            jar[parts[0]] = parts[1];
        }

        return answer;
    }
}
