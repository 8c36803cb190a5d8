using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Public;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>Criteria sets, criteria and comparisons as data: their page's address with the format behind.</summary>
internal static class CriteriaEndpoints
{
    public static void MapCriteria(this IEndpointRouteBuilder app)
    {
        var tables = app.MapGroup("").RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();
        tables.MapGet("/tieu-chi/{year:int}/{group}.{format}", SetAsync);
        // A code may hold dots, so what follows the last one must be a format to be one.
        foreach (var format in DataFile.Formats)
        {
            tables.MapGet("/tieu-chi/{year:int}/{group}/{code}." + format, (int year, string group, string code, [AsParameters] TableQuery query, PublishedData data, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                LeafAsync(year, group, code, format, query, data, releases, covers, links, cancel));
            tables.MapGet("/so-sanh." + format, (HttpRequest request, Comparisons comparisons, PublishedData data, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                CompareAsync(format, request, comparisons, data, covers, links, cancel));
        }
    }

    private static Task<IResult> SetAsync(int year, string group, string format, [AsParameters] TableQuery query, PublishedData data, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel) =>
        data.GroupAsync(year, group, query.Version, async (release, found) =>
        {
            if (await releases.CriteriaReportAsync(release, found, cancel) is not { } report)
            {
                return PublishedData.NotFound(PublishedWords.OnlyTotals(year, group));
            }

            var file = DataFile.Of(release, report.Table());
            return DataFile.Answer(format, query.Dialect, file, () => covers.Of(file.Table.Title, release, found, links.To("/Public/Criteria", new { year, group })), () => CriteriaJson.Set(report));
        }, cancel);

    private static Task<IResult> LeafAsync(int year, string group, string code, string format, TableQuery query, PublishedData data, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel) =>
        data.GroupAsync(year, group, query.Version, async (release, found) =>
        {
            if (await releases.CriteriaReportAsync(release, found, cancel) is not { } report)
            {
                return PublishedData.NotFound(PublishedWords.OnlyTotals(year, group));
            }

            if (report.Find(code) is not { Criterion.IsLeaf: true } leaf)
            {
                return Results.NotFound();
            }

            var file = DataFile.Of(release, report.TableOf(leaf));
            return DataFile.Answer(format, query.Dialect, file, () => covers.Of(file.Table.Title, release, found, links.To("/Public/Criterion", new { year, group, code })), () => CriteriaJson.Leaf(report, leaf));
        }, cancel);

    /// <summary>Sides that are not there are left out, as the page leaves them out and says so.</summary>
    private static async Task<IResult> CompareAsync(string format, HttpRequest request, Comparisons comparisons, PublishedData data, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var choice = ComparedChoice.Read(request.Query["nam"], request.Query["don-vi"]);
        var current = await comparisons.ReleasesAsync(cancel);
        var chosen = current.Where(release => choice.Years.Count == 0 ? release == current[^1] : choice.Years.Contains(release.Year)).ToList();
        var found = chosen.SelectMany(release => choice.Units.Take(chosen.Count == 2 ? 1 : SideBySide.MostUnits).Select(unit => UnitYear.Find(release, unit))).OfType<UnitYear>().ToList();
        if (found.Count == 0)
        {
            return chosen.Count == 1 && choice.Units.Count == 1 ? await data.NoChartAsync(chosen[0].Year, choice.Units[0], cancel) : Results.NotFound();
        }

        var sides = await comparisons.OfAsync(found, cancel);
        var file = DataFile.Of(sides.Table(), row => row.Side.Year.Release);
        return DataFile.Answer(format, request.Query["dinh-dang"], file, () => covers.Of(file.Table.Title, chosen[^1], found[^1].Group, links.To("/Public/Compare") + request.QueryString), () => CriteriaJson.Sides(sides));
    }
}
