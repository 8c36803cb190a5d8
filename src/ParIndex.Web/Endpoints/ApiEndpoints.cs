using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Search;
using ParIndex.Application.Units;
using ParIndex.Domain.Search;
using ParIndex.Web.Endpoints.OpenApi;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The read-only API, without key. <c>?version=</c> pins a release; without it the newest version answers.</summary>
internal static class ApiEndpoints
{
    /// <summary>The names of the addresses of a year's release, of a group's results, and of the description of all of them.</summary>
    public const string Release = "release", GroupResults = "group-results", Description = "openapi";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();
        api.MapGet("/releases", async (PublicReleases releases, CancellationToken cancel) => Json(ReleaseJson.Heads(await releases.HeadsAsync(cancel))));
        api.MapGet("/releases/{year:int}", ReleaseAsync).WithName(Release);
        api.MapGet("/releases/{year:int}/groups/{group}/results", ResultsAsync).WithName(GroupResults);
        api.MapGet("/criteria-sets/{year:int}/{group}", CriteriaSetAsync);
        api.MapGet("/units", UnitsAsync);
        api.MapGet("/units/{unit}", UnitAsync);
        api.MapGet("/units/{unit}/scorecards/{year:int}", ScorecardAsync);
        api.MapGet("/national-indices", NationalIndicesAsync);
        api.MapCalculate();
        app.MapGet("/openapi/v1.json", () => Json(ApiDescription.Document)).RequireRateLimiting(RateLimits.OpenData).AllowAnonymous().WithName(Description);
    }

    private static Task<IResult> ReleaseAsync(int year, int? version, PublishedData data, CancellationToken cancel) =>
        data.ReleaseAsync(year, version, release => Json(ReleaseJson.Release(release)), cancel);

    private static Task<IResult> ResultsAsync(int year, string group, int? version, PublishedData data, CancellationToken cancel) =>
        data.GroupAsync(year, group, version, (release, found) => Task.FromResult(Json(ReleaseJson.Results(release, found))), cancel);

    private static Task<IResult> CriteriaSetAsync(int year, string group, int? version, PublishedData data, PublicReleases releases, CancellationToken cancel) =>
        data.GroupAsync(year, group, version, async (release, found) => found.HasLeaves
            ? Json(ReleaseJson.CriteriaSet(release, found, await releases.CriteriaAsync(found, cancel)))
            : PublishedData.NotFound(PublishedWords.OnlyTotals(year, group)), cancel);

    /// <summary>The register a page at a time, or what a search finds of it, the best first.</summary>
    private static async Task<IResult> UnitsAsync(string? q, int? limit, int? offset, HttpResponse response, UnitDirectory directory, SearchCatalogue catalogue, CancellationToken cancel)
    {
        if (DataPage.Of(limit, offset) is not { } page)
        {
            return DataPage.Unfit;
        }

        var units = await directory.AllAsync(cancel);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var byCode = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
            var found = (await catalogue.ReadAsync(cancel)).Find(q, int.MaxValue);
            units = [.. found.Hits.Where(hit => hit.Entry.Kind == SearchKind.Unit).Select(hit => byCode[hit.Entry.Key])];
        }

        page.WriteLinks(response, units.Count);
        return Json(UnitJson.Directory(page.Of(units), page.Total(units.Count)));
    }

    private static async Task<IResult> UnitAsync(string unit, UnitDirectory directory, PublicReleases releases, NationalIndexRegister beside, CancellationToken cancel)
    {
        if (await directory.FindAsync(unit, cancel) is not { } found)
        {
            return PublishedData.NotFound(PublishedWords.UnitUnknown(unit));
        }

        var years = await releases.UnitYearsAsync(unit, cancel);
        return Json(UnitJson.Unit(found, await directory.LineageAsync(found, cancel), years, await beside.OfUnitAsync(unit, cancel)));
    }

    private static Task<IResult> ScorecardAsync(string unit, int year, int? version, PublishedData data, PublicReleases releases, CancellationToken cancel) =>
        data.UnitYearAsync(unit, year, version, async found => await releases.ScorecardAsync(found, cancel) is { } scorecard
            ? Json(ReleaseJson.Scorecard(scorecard))
            : PublishedData.NotFound(PublishedWords.OnlyTotals(year, found.Group.Slug)), cancel);

    private static async Task<IResult> NationalIndicesAsync(int? limit, int? offset, HttpResponse response, NationalIndexRegister register, CancellationToken cancel)
    {
        if (DataPage.Of(limit, offset) is not { } page)
        {
            return DataPage.Unfit;
        }

        var rows = await register.AllAsync(cancel);
        page.WriteLinks(response, rows.Count);
        return Json(NationalIndexRegister.Json(page.Of(rows), page.Total(rows.Count)));
    }

    private static IResult Json(byte[] document) => Results.Bytes(document, DataFile.JsonType);
}
