using System.Net;
using Microsoft.AspNetCore.Http;
using ParIndex.Web.Published;
using ParIndex.Web.Tests.Setup;

namespace ParIndex.Web.Tests.Published;

/// <summary>What is kept, by whom it is made and what makes room.</summary>
public sealed class KeptAnswerTests
{
    [Fact]
    public async Task ManyReadersAtOnce_ThePageIsMadeOnce()
    {
        var made = 0;
        var open = new TaskCompletionSource();
        using var factory = new HostFactory().Answering("/x", async context =>
        {
            Interlocked.Increment(ref made);
            await open.Task;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("page");
        });
        using var client = factory.Open();
        var readers = Enumerable.Range(0, 20).Select(_ => client.GetStringAsync("/x")).ToList();
        while (Volatile.Read(ref made) == 0)
        {
            await Task.Delay(10);
        }

        open.SetResult();

        Assert.All(await Task.WhenAll(readers), page => Assert.Equal("page", page));
        Assert.Equal(1, made);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("_other=1", true)]
    [InlineData("__Host-parindex-session=x", false)]
    [InlineData("a=1; parindex-session=x", false)]
    public async Task OwnCookie_IsAnsweredAnew(string cookies, bool isKept)
    {
        var made = 0;
        using var factory = Counting(() => made++);
        using var client = factory.Open();
        if (cookies.Length > 0)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookies);
        }

        await client.GetStringAsync("/x");
        await client.GetStringAsync("/x");

        Assert.Equal(isKept ? 1 : 2, made);
    }

    [Theory]
    [InlineData("Set-Cookie", "a=1")]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Cache-Control", "private")]
    [InlineData("Vary", "Accept-Language")]
    public async Task AnswerThatIsNotForEverybody_IsMadeForEach(string header, string value)
    {
        var made = 0;
        using var factory = Counting(() => made++, context => context.Response.Headers[header] = value);
        using var client = factory.Open();

        await client.GetStringAsync("/x");
        await client.GetStringAsync("/x");

        Assert.Equal(2, made);
    }

    /// <summary>As the framework sets cookies: when everything else is done.</summary>
    [Fact]
    public async Task CookieSetAtTheLastMoment_IsSeen()
    {
        var made = 0;
        using var factory = Counting(() => made++, context => context.Response.OnStarting(() =>
        {
            context.Response.Headers.SetCookie = "a=1";
            return Task.CompletedTask;
        }));
        using var client = factory.Open();

        await client.GetStringAsync("/x");
        await client.GetStringAsync("/x");

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Switched_Off_NothingIsKept()
    {
        var made = 0;
        using var factory = Counting(() => made++).With("Published:MemoryMegabytes", "0");
        using var client = factory.Open();

        await client.GetStringAsync("/x");
        await client.GetStringAsync("/x");

        Assert.Equal(2, made);
    }

    [Theory]
    [InlineData("", "Plain")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip, deflate", "Gzip")]
    [InlineData("br;q=0.1, gzip;q=0.9", "Gzip")]
    [InlineData("br;q=0, gzip", "Gzip")]
    [InlineData("BR", "Brotli")]
    [InlineData("gzip;q=nonsense", "Plain")]
    [InlineData("identity, *", "Plain")]
    public void Encoding_IsTheOneLikedBest(string header, string expected) => Assert.Equal(expected, EncodingChoice.Best(header).ToString());

    [Fact]
    public void Shelf_GivesUpWhatNobodyAskedFor_AndForgetsAnEditionWhole()
    {
        var shelf = new AnswerShelf(100 * 1024);
        var answer = Kept(5 * 1024);
        foreach (var number in Enumerable.Range(0, 10))
        {
            shelf.Keep(At(number), 1, answer);
        }

        foreach (var number in Enumerable.Range(10, 40))
        {
            Assert.NotNull(shelf.Find(At(0), 1));
            shelf.Keep(At(number), 1, answer);
            Assert.InRange(shelf.Bytes, 1, 100 * 1024);
        }

        Assert.Null(shelf.Find(At(1), 1));
        Assert.Null(shelf.Find(At(0), 2));
        shelf.Keep(At(0), 2, answer);
        shelf.Keep(At(1), 1, answer);
        Assert.Equal(1, shelf.Count);
        Assert.Null(shelf.Find(At(49), 1));
    }

    private static AnswerAddress At(int number) => new("https", "localhost", $"/{number}", "");

    private static KeptAnswer Kept(int length)
    {
        var context = new DefaultHttpContext();
        context.Response.Headers.ETag = "\"x\"";
        context.Response.Headers.CacheControl = "public, no-cache";
        return KeptAnswer.Of(context.Response, new byte[length], thoroughly: false)!;
    }

    private static HostFactory Counting(Action count, Action<HttpContext>? set = null) => new HostFactory().Answering("/x", context =>
    {
        count();
        context.Response.ContentType = "text/html";
        set?.Invoke(context);
        return context.Response.WriteAsync("page");
    });
}
