using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace ParIndex.Web.Tests.Setup;

public sealed class ErrorTests(ErrorTests.Listening site) : IClassFixture<ErrorTests.Listening>
{
    private const string Secret = "secret of the trace";

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Failure_OnAPage_ShowsThePlainPageWithTheRequestId(string environment)
    {
        using var factory = Broken(environment);
        using var client = factory.Open();

        using var answer = await client.GetAsync("/hong");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(answer.Headers.GetValues("X-Request-Id").Single(), page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/khong-co", HttpStatusCode.NotFound)]
    [InlineData("POST", "/khong-co", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/version", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/sai", HttpStatusCode.BadRequest)]
    public async Task Refusal_OnAPage_IsAVietnamesePage(string method, string address, HttpStatusCode status)
    {
        using var factory = Broken();
        using var client = factory.Open();

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<html lang=\"vi\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/khong-co", HttpStatusCode.NotFound, "Không tìm thấy dữ liệu")]
    [InlineData("GET", "/xep-hang/2020/khong-co.csv", HttpStatusCode.NotFound, "Không tìm thấy dữ liệu")]
    [InlineData("GET", "/api/v1/hong", HttpStatusCode.InternalServerError, "Lỗi của hệ thống")]
    [InlineData("GET", "/api/v1/sai", HttpStatusCode.BadRequest, "Yêu cầu không hợp lệ")]
    public async Task Refusal_OfData_IsAProblem(string method, string address, HttpStatusCode status, string title)
    {
        using var factory = Broken();
        using var client = factory.Open();

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal(answer.Headers.GetValues("X-Request-Id").Single(), problem.GetProperty("requestId").GetString());
        Assert.DoesNotContain(Secret, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Version", "/version")]
    [InlineData("/version/", "/version")]
    [InlineData("/Don-Vi/So-Noi-Vu/?Loc=A", "/don-vi/so-noi-vu?Loc=A")]
    [InlineData("/don-vi/x%0d%0aSet-Cookie:a/", "/don-vi/x%0D%0Aset-cookie:a")]
    public async Task AnotherSpelling_OfAnAddress_LeadsToTheOne(string typed, string kept)
    {
        using var factory = new HostFactory();
        using var client = factory.Open();

        using var answer = await client.GetAsync(typed);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(kept, answer.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task TooManyRequests_OfOneClient_AreTold429AndWhenToReturn()
    {
        using var factory = new HostFactory { Sender = IPAddress.Parse("203.0.113.9") }
            .Answering("/api/v1/x", context => context.Response.WriteAsync("x"), new EnableRateLimitingAttribute("open-data"));
        using var client = factory.Open();
        const int Burst = 3000;
        // What is kept as bytes is no work and not counted: each is another address.
        var asked = 0;
        for (; asked < Burst; asked++)
        {
            using var allowed = await client.GetAsync($"/api/v1/x?lan={asked}");
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        // More than the burst is what was earned meanwhile, and no more.
        var refused = await client.GetAsync($"/api/v1/x?lan={asked}");
        for (; refused.StatusCode == HttpStatusCode.OK && asked < 3 * Burst; refused = await client.GetAsync($"/api/v1/x?lan={asked}"))
        {
            refused.Dispose();
            asked++;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Over a real socket, because the client of the tests would mend most of these.</summary>
    [Theory]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET /%ff%fe HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET /%zz?a=%zz&b[=%u0041 HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET /don-vi/%2e%2e%2f%2e%2e%2fetc/passwd HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET http:// HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b")]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("BREW /version HTTP/1.1\r\nHost: localhost")]
    [InlineData("TRACE /version HTTP/1.1\r\nHost: localhost")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost")]
    [InlineData("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80")]
    [InlineData("POST /loi/404 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n%%%")]
    [InlineData("GET /loi/999999999999 HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET /version HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"\r\nAccept-Encoding: ;;;\r\nRange: bytes=9-1")]
    [InlineData("nonsense")]
    public async Task MalformedRequest_IsRefusedWithoutAFailure(string request)
    {
        var answer = await SendRaw(site.Port, request + "\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 [234]", answer);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(2_000, HttpStatusCode.NotFound)]
    [InlineData(20_000, HttpStatusCode.RequestUriTooLong)]
    public async Task LongAddress_IsRefused(int length, HttpStatusCode status)
    {
        var answer = await SendRaw(
            site.Port,
            $"GET /{new string('a', length)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {(int)status} ", answer, StringComparison.Ordinal);
    }

    /// <summary>The program on a socket.</summary>
    public sealed class Listening : IDisposable
    {
        private readonly HostFactory _factory = new();

        public Listening()
        {
            _factory.UseKestrel(0);
            _factory.StartServer();
        }

        public int Port => _factory.ClientOptions.BaseAddress.Port;

        public void Dispose() => _factory.Dispose();
    }

    private static HostFactory Broken(string environment = "Production") =>
        new HostFactory { Environment = environment }
            .Answering("/hong", _ => throw new InvalidOperationException(Secret))
            .Answering("/api/v1/hong", _ => throw new InvalidOperationException(Secret))
            .Answering("/sai", _ => throw new BadHttpRequestException(Secret))
            .Answering("/api/v1/sai", _ => throw new BadHttpRequestException(Secret));

    private static async Task<string> SendRaw(int port, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }
}
