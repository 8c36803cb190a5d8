using System.Net;
using ParIndex.Web.Tests.Pages.Public;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>How the real pages, files and documents answer: type, headers, tags, HEAD, redirects and refusals.</summary>
public sealed class AnswerTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory, MemberData(nameof(PublicAddresses.Everything), MemberType = typeof(PublicAddresses))]
    public async Task Answer_HasTheHeadersOfTrust(string address)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        AssertHeaders(answer);
        Assert.Equal(IsData(address) ? "cross-origin" : "same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Equal(IsData(address) ? "*" : null, answer.Header("Access-Control-Allow-Origin"));
    }

    [Theory, MemberData(nameof(PublicAddresses.Everything), MemberType = typeof(PublicAddresses))]
    public async Task Answer_AskedForAgain_IsNotModified(string address)
    {
        var client = await sites.OpenAsync();
        using var first = await client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await client.SendAsync(again);

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        AssertHeaders(answer);
    }

    [Theory, MemberData(nameof(PublicAddresses.Everything), MemberType = typeof(PublicAddresses))]
    public async Task Head_AnswersAsGetWithoutTheBody(string address)
    {
        var client = await sites.OpenAsync();
        using var full = await client.GetAsync(address);

        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(full.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Equal(full.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(full.Content.Headers.ContentLength, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory, MemberData(nameof(PublicAddresses.Data), MemberType = typeof(PublicAddresses))]
    public async Task Data_HasItsTypeAndFilesHaveAName(string address, string type)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(type.StartsWith("application/vnd", StringComparison.Ordinal) ? null : "utf-8", answer.Content.Headers.ContentType.CharSet);
        if (type != "application/json")
        {
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Matches("^[a-z0-9-]+[.](csv|xlsx)$", answer.Content.Headers.ContentDisposition.FileName);
        }
    }

    [Theory, MemberData(nameof(PublicAddresses.Nowhere), MemberType = typeof(PublicAddresses))]
    public async Task WhatIsNotPublished_IsNotFound(string address)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        AssertHeaders(answer);
        Assert.Null(answer.Headers.ETag);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        if (answer.Content.Headers.ContentType!.MediaType == "text/html")
        {
            Assert.Equal("Không tìm thấy trang", Assert.Single((await answer.ReadPageAsync()).QuerySelectorAll("h1")).Words());
        }
        else
        {
            Assert.Equal("Không tìm thấy dữ liệu", (await answer.ReadJsonAsync()).GetProperty("title").GetString());
        }
    }

    [Theory]
    [InlineData("/xep-hang", "/xep-hang/2020/so-nganh")]
    [InlineData("/xep-hang/2020", "/xep-hang/2020/so-nganh")]
    [InlineData("/don-vi?q=sin%20ho", "/tim-kiem?q=sin%20ho")]
    [InlineData("/tim-kiem?q=huyen%20sin%20ho", "/don-vi/huyen-sin-ho")]
    [InlineData("/don-vi/so-dan-toc-va-ton-giao", "/don-vi/ban-dan-toc")]
    [InlineData("/Don-Vi/", "/don-vi")]
    [InlineData("/XEP-HANG/2020/SO-NGANH?sort=ten", "/xep-hang/2020/so-nganh?sort=ten")]
    [InlineData("/xep-hang/2020/so-nganh.CSV", "/xep-hang/2020/so-nganh.csv")]
    public async Task ShortOrMisspeltAddress_LeadsToTheOneAddress(string address, string target)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        Assert.InRange((int)answer.StatusCode, 301, 308);
        Assert.Equal(target, answer.Header("Location"));
        AssertHeaders(answer);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/don-vi")]
    [InlineData("POST", "/xep-hang/2020/so-nganh")]
    [InlineData("DELETE", "/cong-bo/2020/1")]
    [InlineData("PUT", "/api/v1/releases/2020")]
    [InlineData("DELETE", "/xep-hang/2020/so-nganh.csv")]
    public async Task AnythingButReading_IsRefused(string method, string address)
    {
        using var answer = await (await sites.OpenAsync()).SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("GET", answer.Header("Allow"));
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Flood_IsToldWhenToReturn()
    {
        await using var site = await TestSite.OpenLaiChauAsync(_ => Task.CompletedTask);
        HttpResponseMessage answer;
        var asked = 0;
        do
        {
            answer = await site.Client.GetAsync($"/api/v1/calculate?scale=98&appraisalScore=60&lan={asked}");
        }
        while (answer.StatusCode == HttpStatusCode.OK && ++asked < 20_000);

        // Who takes everything once is let through; who goes on is slowed down.
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(asked, 3000, 20_000);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        AssertHeaders(answer);
    }

    private static bool IsData(string address) => address.StartsWith("/api/", StringComparison.Ordinal) || address.Split('?')[0].Contains('.', StringComparison.Ordinal);

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.Equal(Policy, answer.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Matches("^[0-9a-f]{16}$", answer.Header("X-Request-Id"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("Set-Cookie"));
    }
}
