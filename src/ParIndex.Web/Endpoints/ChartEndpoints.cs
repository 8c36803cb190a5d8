using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Web.Charts;
using ParIndex.Web.Configuration;
using ParIndex.Web.Pages.Public;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Endpoints;

/// <summary>Charts as pictures, and the picture that other sites show beside a link to a unit.</summary>
internal static class ChartEndpoints
{
    /// <summary>The name of the address of a picture.</summary>
    public const string Picture = "chart";

    /// <summary>The name of the address of a unit's picture for links.</summary>
    public const string Card = "chart-card";

    private const string SvgType = "image/svg+xml; charset=utf-8";

    private const string PngType = "image/png";

    public static void MapCharts(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("/bieu-do").RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();
        open.MapGet("/chia-se/{year:int}/{unit}.png", CardAsync).WithName(Card);
        open.MapGet("/{kind}/{year:int}/{subject}.{format}", PictureAsync).WithName(Picture);
    }

    private static async Task<IResult> PictureAsync(string kind, int year, string subject, string format, ChartSources sources, ChartSurround frames, PublishedData data, CancellationToken cancel)
    {
        if (await sources.Releases.CurrentAsync(year, cancel) is not { } release || ChartSubject.Find(release, subject) is not { } of)
        {
            return await data.NoChartAsync(year, subject, cancel);
        }

        if (ChartCatalogue.Find(kind, of.Unit is not null) is not { } found || await found.Draw(of, sources, PublicTexts.Vietnamese, cancel) is not { } chart)
        {
            return Results.NotFound();
        }

        var svg = ChartPicture.Of(chart, frames.Of(release, found.Title(of, PublicTexts.Vietnamese)), frames.Style);
        return format switch
        {
            "svg" => Results.Text(svg, SvgType),
            "png" => Results.Bytes(PictureWriter.Png(svg, scale: 2), PngType),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> CardAsync(int year, string unit, PublicReleases releases, ChartSurround frames, PublishedData data, CancellationToken cancel)
    {
        if (await releases.CurrentAsync(year, cancel) is not { } release || UnitYear.Find(release, unit) is not { } found)
        {
            return await data.NoChartAsync(year, unit, cancel);
        }

        var (result, texts) = (found.Result, PublicTexts.Vietnamese);
        var chart = DotStrip.Draw(new GroupDrawing(release, found.Group, texts).Distribution(highlighted: unit), ChartPlace.Full);
        var about = texts.Chart.CardAbout(year, result.OfficialRating, result.Rank is { } rank ? $"{rank}/{found.Peers.Count(peer => peer.Rank is not null)}" : null);
        var svg = ChartPicture.Card(chart, result.UnitName, result.OfficialIndex is { } index ? texts.Percent(index, found.Group.IndexDecimals) : "–", about, frames.Of(release, result.UnitName), frames.Style);
        return Results.Bytes(PictureWriter.Png(svg, scale: 1), PngType);
    }
}

/// <summary>What surrounds a chart that leaves its page: its style, and of which release and portal it is.</summary>
internal sealed class ChartSurround(IOptions<SiteOptions> site, IWebHostEnvironment environment)
{
    private readonly Lazy<ChartSheet> _style = new(() =>
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo("css/site.css").CreateReadStream());
        return new(reader.ReadToEnd());
    });

    public ChartSheet Style => _style.Value;

    public ChartFrame Of(Release release, string title) => new(
        title,
        $"Nguồn: {ReleaseWords.Source(release, isCurrent: false)}; mã kết quả {release.ResultsDigest[..16]}",
        string.Join(" · ", new[] { PublicTexts.Vietnamese.Layout.Portal, site.Value.Province, site.Value.BaseAddress?.Host }.OfType<string>()));
}
