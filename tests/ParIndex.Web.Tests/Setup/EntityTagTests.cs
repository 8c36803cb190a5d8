using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace ParIndex.Web.Tests.Setup;

public sealed class EntityTagTests
{
    private static readonly string Page = "<!doctype html>" + string.Concat(Enumerable.Repeat("<p>Sở Nội vụ 87,42%</p>", 100));

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/csv; charset=utf-8")]
    [InlineData("application/json")]
    [InlineData("image/svg+xml")]
    [InlineData("application/atom+xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task PublicAnswer_HasAStrongTagAndMustBeAskedAbout(string type)
    {
        using var factory = new HostFactory().Answering("/x", type, Page);
        using var client = factory.Open();

        using var answer = await client.GetAsync("/x");

        Assert.False(answer.Headers.ETag!.IsWeak);
        Assert.Equal("no-cache, public", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));
        Assert.Equal(Encoding.UTF8.GetByteCount(Page), answer.Content.Headers.ContentLength);
        Assert.Equal(Page, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Tag_DependsOnTheBytesAlone()
    {
        using var factory = new HostFactory().Answering("/a", "text/html", Page).Answering("/b", "text/html", Page).Answering("/c", "text/html", Page + " ");
        using var client = factory.Open();

        var tags = new List<string>();
        foreach (var address in new[] { "/a", "/b", "/c" })
        {
            using var answer = await client.GetAsync(address);
            tags.Add(answer.Headers.ETag!.Tag);
        }

        Assert.Equal(tags[0], tags[1]);
        Assert.NotEqual(tags[0], tags[2]);
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\", \"another\"", HttpStatusCode.OK)]
    [InlineData("not a tag", HttpStatusCode.OK)]
    public async Task IfNoneMatch_IsReadAsAListAndComparedWeakly(string pattern, HttpStatusCode expected)
    {
        using var factory = new HostFactory().Answering("/x", "text/html", Page);
        using var client = factory.Open();
        var tag = await TagOf(client, "/x");

        using var answer = await Ask(client, HttpMethod.Get, "/x", string.Format(null, pattern, tag));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(tag, answer.Headers.ETag!.ToString());
        if (expected == HttpStatusCode.NotModified)
        {
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
            Assert.Null(answer.Content.Headers.ContentType);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            Assert.True(answer.Headers.CacheControl!.NoCache);
        }
    }

    [Fact]
    public async Task Head_IsAnsweredAsGetWithoutTheBody()
    {
        using var factory = new HostFactory().Answering("/x", "text/html", Page);
        using var client = factory.Open();
        var tag = await TagOf(client, "/x");

        using var answer = await Ask(client, HttpMethod.Head, "/x");
        using var known = await Ask(client, HttpMethod.Head, "/x", tag);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(tag, answer.Headers.ETag!.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(Page), answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task Head_OfAnEndpointThatTakesOnlyGet_IsAnswered()
    {
        using var factory = new HostFactory();
        using var client = factory.Open();

        using var answer = await Ask(client, HttpMethod.Head, "/version");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task EachEncoding_HasATagOfItsOwn(string encoding)
    {
        using var factory = new HostFactory().Answering("/x", "text/html; charset=utf-8", Page);
        using var client = factory.Open();
        var plain = await TagOf(client, "/x");

        using var packed = await Ask(client, HttpMethod.Get, "/x", encoding: encoding);
        var tag = packed.Headers.ETag!.ToString();
        using var known = await Ask(client, HttpMethod.Get, "/x", tag, encoding);
        using var otherEncoding = await Ask(client, HttpMethod.Get, "/x", tag);

        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], packed.Headers.Vary);
        Assert.Equal(Page, await Unpack(packed, encoding));
        Assert.NotEqual(plain, tag);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(known.Content.Headers.ContentEncoding);
        Assert.Equal(HttpStatusCode.OK, otherEncoding.StatusCode);
    }

    [Fact]
    public async Task Tag_GivenByTheEndpoint_IsKeptAndMadeDistinctByEncoding()
    {
        using var factory = new HostFactory().Answering("/x", context =>
        {
            context.Response.ContentType = "text/csv";
            context.Response.Headers.ETag = "\"ban-1\"";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync(Page);
        });
        using var client = factory.Open();

        using var plain = await Ask(client, HttpMethod.Get, "/x");
        using var packed = await Ask(client, HttpMethod.Get, "/x", encoding: "gzip");

        Assert.Equal("\"ban-1\"", plain.Headers.ETag!.Tag);
        Assert.Equal("\"ban-1-gzip\"", packed.Headers.ETag!.Tag);
        Assert.Equal(TimeSpan.FromMinutes(1), plain.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task PersonalAnswer_IsNeitherTaggedNorStored()
    {
        using var factory = new HostFactory().Answering("/x", context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Cookies.Append("phien", "1");
            return context.Response.WriteAsync(Page);
        });
        using var client = factory.Open();

        using var answer = await client.GetAsync("/x");

        Assert.Null(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task LargeAnswer_IsSentWholeWithoutATag()
    {
        var part = new byte[1024 * 1024];
        using var factory = new HostFactory().Answering("/x", async context =>
        {
            context.Response.ContentType = "text/csv";
            for (var written = 0; written < 10; written++)
            {
                await context.Response.Body.WriteAsync(part);
            }
        });
        using var client = factory.Open();

        using var answer = await client.GetAsync("/x");

        Assert.Null(answer.Headers.ETag);
        Assert.Equal(10 * part.Length, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task FailureInTheMiddleOfAPage_GivesACleanErrorPage()
    {
        using var factory = new HostFactory().Answering("/x", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>half of a page");
            throw new InvalidOperationException("secret of the trace");
        });
        using var client = factory.Open();

        using var answer = await client.GetAsync("/x");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("half of a page", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaticFile_AskedForByItsHash_IsImmutable()
    {
        using var factory = new HostFactory();
        using var client = factory.Open();
        var hashed = factory.Services.GetRequiredService<IFileVersionProvider>().AddFileVersionToPath("", HostFactory.Style);

        using var versioned = await client.GetAsync(hashed);
        using var outdated = await client.GetAsync(HostFactory.Style + "?v=hash-of-another-version");
        using var plain = await client.GetAsync(HostFactory.Style);

        Assert.Contains("?v=", hashed, StringComparison.Ordinal);
        Assert.Equal("public, max-age=31536000, immutable", versioned.Headers.GetValues("Cache-Control").Single());
        Assert.True(outdated.Headers.CacheControl!.NoCache);
        Assert.True(plain.Headers.CacheControl!.NoCache);
        Assert.NotNull(plain.Headers.ETag);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task StaticFile_KnownToTheReader_IsNotSentAgain(string? encoding)
    {
        using var factory = new HostFactory();
        using var client = factory.Open();
        using var first = await Ask(client, HttpMethod.Get, HostFactory.Style, encoding: encoding);

        using var again = await Ask(client, HttpMethod.Get, HostFactory.Style, first.Headers.ETag!.ToString(), encoding);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private static async Task<string> TagOf(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.Headers.ETag!.ToString();
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, HttpMethod method, string address, string? tags = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (tags is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        }

        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        return await client.SendAsync(request);
    }

    private static async Task<string> Unpack(HttpResponseMessage answer, string encoding)
    {
        var packed = await answer.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
