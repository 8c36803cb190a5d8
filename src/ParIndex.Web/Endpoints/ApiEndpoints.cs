using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The read-only API, without key. <c>?version=</c> pins a release; without it the newest version answers.</summary>
internal static class ApiEndpoints
{
    /// <summary>The name of the address of a year's release.</summary>
    public const string Release = "release";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();
        api.MapGet("/releases", async (PublicReleases releases, CancellationToken cancel) => Json(ReleaseJson.Heads(await releases.HeadsAsync(cancel))));
        api.MapGet("/releases/{year:int}", ReleaseAsync).WithName(Release);
        api.MapGet("/releases/{year:int}/groups/{group}/results", ResultsAsync);
        api.MapGet("/units", async (UnitDirectory directory, CancellationToken cancel) => Json(UnitJson.Directory(await directory.AllAsync(cancel))));
        api.MapGet("/units/{unit}", UnitAsync);
        api.MapGet("/national-indices", async (NationalIndexRegister register, CancellationToken cancel) => Json(NationalIndexRegister.Json(await register.AllAsync(cancel))));
        api.MapCalculate();
    }

    private static async Task<IResult> ReleaseAsync(int year, int? version, PublicReleases releases, CancellationToken cancel) =>
        await releases.FindAsync(year, version, cancel) is { } release ? Json(ReleaseJson.Release(release)) : Results.NotFound();

    private static async Task<IResult> ResultsAsync(int year, string group, int? version, PublicReleases releases, CancellationToken cancel) =>
        await releases.FindAsync(year, version, cancel) is { } release && release.Group(group) is { } found ? Json(ReleaseJson.Results(release, found)) : Results.NotFound();

    private static async Task<IResult> UnitAsync(string unit, UnitDirectory directory, PublicReleases releases, NationalIndexRegister beside, CancellationToken cancel)
    {
        if (await directory.FindAsync(unit, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        var years = await releases.UnitYearsAsync(unit, cancel);
        return Json(UnitJson.Unit(found, await directory.LineageAsync(found, cancel), years, await beside.OfUnitAsync(unit, cancel)));
    }

    private static IResult Json(byte[] document) => Results.Bytes(document, DataFile.JsonType);
}
