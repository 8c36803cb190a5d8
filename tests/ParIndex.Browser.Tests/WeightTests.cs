using System.Text.Json;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed class WeightTests(Portal portal, ITestOutputHelper output)
{
    private const int Most = 100 * 1024;

    /// <summary>All that a first visitor transfers: page, style, fonts and mark, as compressed on the wire, with headers.</summary>
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task Ranking_Of150Units_TransfersAtMost100Kilobytes(int width) => portal.VisitAsync(World.Large, new Window(width), async visit =>
    {
        var tools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        var transferred = new Dictionary<string, long>(StringComparer.Ordinal);
        tools.Event("Network.responseReceived").OnEvent += (_, seen) => addresses[RequestId(seen!.Value)] = seen.Value.GetProperty("response").GetProperty("url").GetString()!;
        tools.Event("Network.loadingFinished").OnEvent += (_, seen) => transferred[RequestId(seen!.Value)] = (long)seen.Value.GetProperty("encodedDataLength").GetDouble();
        await tools.SendAsync("Network.enable");

        await visit.GoAsync("/xep-hang/2025/xa");

        Assert.Equal(LargeProvince.Communes, await visit.Page.Locator("tbody th[scope=row]").CountAsync());
        var fonts = transferred.Keys.Count(request => addresses[request].EndsWith(".woff2", StringComparison.Ordinal));
        Assert.Equal(2, fonts);
        foreach (var (request, bytes) in transferred.OrderByDescending(item => item.Value))
        {
            output.WriteLine($"{bytes,7} bytes  {new Uri(addresses[request]).AbsolutePath}");
        }

        var total = transferred.Values.Sum();
        output.WriteLine($"{total,7} bytes in all, {100 * total / Most}% of what is allowed");
        Assert.InRange(total, 1, Most);
    });

    private static string RequestId(JsonElement seen) => seen.GetProperty("requestId").GetString()!;
}
