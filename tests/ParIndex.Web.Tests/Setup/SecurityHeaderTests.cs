using System.Net;
using Microsoft.AspNetCore.Http;

namespace ParIndex.Web.Tests.Setup;

public sealed class SecurityHeaderTests(SecurityHeaderTests.Site site) : IClassFixture<SecurityHeaderTests.Site>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>One of each kind: page, file, data, redirect, and every way of being refused.</summary>
    public static TheoryData<string, string, HttpStatusCode> Answers => new()
    {
        { "GET", "/trang", HttpStatusCode.OK },
        { "HEAD", "/trang", HttpStatusCode.OK },
        { "GET", HostFactory.Style, HttpStatusCode.OK },
        { "GET", "/version", HttpStatusCode.OK },
        { "GET", "/health/live", HttpStatusCode.OK },
        { "GET", "/api/v1/so-lieu", HttpStatusCode.OK },
        { "GET", "/Trang/", HttpStatusCode.PermanentRedirect },
        { "GET", "/khong-co", HttpStatusCode.NotFound },
        { "GET", "/khong-co.css", HttpStatusCode.NotFound },
        { "GET", "/khong-co.csv", HttpStatusCode.NotFound },
        { "GET", "/api/v1/khong-co", HttpStatusCode.NotFound },
        { "GET", "http://localhost//khac.example/", HttpStatusCode.NotFound },
        { "POST", "/version", HttpStatusCode.MethodNotAllowed },
        { "POST", "/khong-co", HttpStatusCode.NotFound },
        { "DELETE", "/api/v1/khong-co", HttpStatusCode.NotFound },
        { "OPTIONS", "/khong-co", HttpStatusCode.NotFound },
        { "GET", "/hong", HttpStatusCode.InternalServerError },
        { "GET", "/api/v1/hong", HttpStatusCode.InternalServerError },
        { "GET", "/sai", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_OfEveryKind_HasTheHeaders(string method, string address, HttpStatusCode status)
    {
        using var client = site.Factory.Open();

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(status, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Answer_NotModified_HasTheHeaders()
    {
        using var client = site.Factory.Open();
        using var first = await client.GetAsync("/trang");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/trang");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Answer_ToAnotherHostName_IsRefusedWithTheHeaders()
    {
        using var client = site.Factory.Open();

        using var answer = await client.GetAsync(new Uri("http://khac.example/trang"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("tên miền", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertHeaders(answer);
    }

    [Theory]
    [InlineData("https://localhost/trang", "max-age=31536000; includeSubDomains")]
    [InlineData("http://localhost/trang", null)]
    public async Task StrictTransport_OnlyOnHttps_IsAYear(string address, string? expected)
    {
        using var client = site.Factory.Open();

        using var answer = await client.GetAsync(new Uri(address));

        Assert.Equal(expected, Header(answer, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("10.0.0.5", "max-age=31536000; includeSubDomains")]
    [InlineData("10.0.0.6", null)]
    public async Task ForwardedScheme_OnlyFromAConfiguredProxy_IsBelieved(string sender, string? expected)
    {
        using var factory = Factory(sender).With("Proxies", "192.168.1.0/24;10.0.0.5");
        using var client = factory.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trang");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await client.SendAsync(request);

        Assert.Equal(expected, Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task ForwardedScheme_WithoutProxies_IsNotBelieved()
    {
        using var factory = Factory("127.0.0.1");
        using var client = factory.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trang");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await client.SendAsync(request);

        Assert.Null(Header(answer, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("10.0.0.5", "nginx-7f3a9c21", true)]
    [InlineData("10.0.0.6", "nginx-7f3a9c21", false)]
    [InlineData("10.0.0.5", "short", false)]
    [InlineData("10.0.0.5", "a b c d e f g h", false)]
    [InlineData("10.0.0.5", "<script>alert(1)</script>", false)]
    public async Task RequestId_FromATrustedProxyAndWellFormed_IsKept(string sender, string id, bool kept)
    {
        using var factory = Factory(sender).With("Proxies", "10.0.0.5");
        using var client = factory.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trang");
        request.Headers.Add("X-Request-Id", id);

        using var answer = await client.SendAsync(request);

        Assert.Equal(kept, Header(answer, "X-Request-Id") == id);
        Assert.Matches("^[A-Za-z0-9._-]{8,64}$", Header(answer, "X-Request-Id"));
    }

    [Theory]
    [InlineData("/api/v1/so-lieu", true)]
    [InlineData("/api/v1/khong-co", true)]
    [InlineData("/xep-hang/2020/so-nganh.csv", true)]
    [InlineData("/bieu-do/phan-bo/2020/so-nganh.svg", true)]
    [InlineData("/trang", false)]
    [InlineData("/version", false)]
    [InlineData("/lam-viec/phieu.json", false)]
    [InlineData(HostFactory.Style, false)]
    public async Task OtherSites_MayReadOnlyOpenData(string address, bool open)
    {
        using var client = site.Factory.Open();

        using var answer = await client.GetAsync(address);

        Assert.Equal(open ? "*" : null, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(open ? "cross-origin" : "same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Preflight_ForOpenData_PermitsReadingOnly()
    {
        using var client = site.Factory.Open();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/so-lieu");
        request.Headers.Add("Origin", "https://bao.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "if-none-match");

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("GET, HEAD", Header(answer, "Access-Control-Allow-Methods"));
        Assert.Contains("If-None-Match", Header(answer, "Access-Control-Allow-Headers")!, StringComparison.Ordinal);
    }

    /// <summary>One host for all that need no setting of their own.</summary>
    public sealed class Site : IDisposable
    {
        public HostFactory Factory { get; } = SecurityHeaderTests.Factory();

        public void Dispose() => Factory.Dispose();
    }

    private static HostFactory Factory(string? sender = null) =>
        new HostFactory { Sender = sender is null ? null : IPAddress.Parse(sender) }
            .Answering("/trang", "text/html; charset=utf-8", "<!doctype html><p>Chỉ số cải cách hành chính</p>")
            .Answering("/api/v1/so-lieu", "application/json; charset=utf-8", "[62.30]")
            .Answering("/hong", _ => throw new InvalidOperationException("secret of the trace"))
            .Answering("/api/v1/hong", _ => throw new InvalidOperationException("secret of the trace"))
            .Answering("/sai", _ => throw new BadHttpRequestException("unreadable"));

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.Equal(Policy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains(Header(answer, "Cross-Origin-Resource-Policy"), new[] { "same-origin", "cross-origin" });
        Assert.Contains("geolocation=()", Header(answer, "Permissions-Policy")!, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{16}$", Header(answer, "X-Request-Id"));
        Assert.False(answer.Headers.Contains("Server"));
        if ((int)answer.StatusCode >= 400)
        {
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
