using System.Net.Mime;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Web.Pages;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>A version of a release as a whole: everything in one ZIP, every figure in one tidy table, and the text that its digest is of.</summary>
internal static class ReleaseFileEndpoints
{
    /// <summary>The names of their addresses.</summary>
    public const string Archive = "release-archive", Figures = "release-figures", Canonical = "release-canonical", Changes = "release-changes";

    public static void MapReleaseFiles(this IEndpointRouteBuilder app)
    {
        var whole = app.MapGroup("").RequireRateLimiting(RateLimits.WholeData).AllowAnonymous();
        whole.MapGet("/cong-bo/{year:int}/{version:int}.zip", ArchiveAsync).WithName(Archive);
        whole.MapGet("/cong-bo/{year:int}/{version:int}/so-lieu-dai.csv", FiguresAsync).WithName(Figures);
        whole.MapGet("/cong-bo/{year:int}/{version:int}/ban-chuan.txt", CanonicalAsync).WithName(Canonical);
        whole.MapGet("/cong-bo/{year:int}/{version:int}/thay-doi.{format}", ChangesAsync).WithName(Changes);
    }

    /// <summary>The ZIP as it was sealed; of a release to come, or one whose turn is still to come, as it would be, and not to be kept.</summary>
    private static async Task<IResult> ArchiveAsync(int year, int version, PublishedData data, SealedReleases seals, PublicReleases releases, ReleaseObservations observations, BundleFacts facts, CancellationToken cancel)
    {
        if (await seals.BundleAsync(year, version, cancel) is { } bundle)
        {
            return new KeptForever(Results.File(bundle.Content, MediaTypeNames.Application.Zip, ReleaseArchive.NameOf(year, version, bundle.ResultsDigest) + ".zip"));
        }

        var found = await releases.VersionAsync(year, version, cancel) is { } known ? await observations.WhenPublishedAsync(known, cancel) : [];
        return await data.WholeAsync(year, version, isKept: false, release => Results.File(ReleaseArchive.Of(release, facts.CoverOf(release), facts.Origin, facts.Announce(release, found)), MediaTypeNames.Application.Zip, ReleaseArchive.NameOf(release) + ".zip"), cancel);
    }

    private static Task<IResult> FiguresAsync(int year, int version, [AsParameters] TableQuery query, PublishedData data, CancellationToken cancel) =>
        data.WholeAsync(year, version, isKept: true, release =>
        {
            var file = DataFile.Of(release, LongTable.TableOf(release));
            return query.Dialect switch
            {
                null => Results.File(CsvTable.Write(file.Stamp(file.Table), CsvDialect.Data), DataFile.CsvType, file.Name + ".csv"),
                "excel" => Results.File(CsvTable.Write(file.Stamp(file.Readers), CsvDialect.ExcelVietnam), DataFile.CsvType, file.Name + "-excel.csv"),
                _ => Results.NotFound(),
            };
        }, cancel);

    private static async Task<IResult> ChangesAsync(int year, int version, string format, [AsParameters] TableQuery query, PublishedData data, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var difference = await releases.VersionAsync(year, version, cancel) is { } known ? await releases.DifferenceAsync(known, cancel) : null;
        return await data.WholeAsync(year, version, isKept: true, release =>
        {
            if (difference is null || !DataFile.Formats.Contains(format))
            {
                return Results.NotFound();
            }

            var file = DataFile.Of(release, DifferenceColumns.TableOf(difference));
            return DataFile.Answer(format, query.Dialect, file, () => covers.Of(release, links.To("/Public/ReleaseVersion", new { year, version })), () => DifferenceJson.Of(difference));
        }, cancel);
    }

    private static Task<IResult> CanonicalAsync(int year, int version, PublishedData data, CancellationToken cancel) =>
        data.WholeAsync(year, version, isKept: true, release => Results.File(ReleaseArchive.Canonical(release), "text/plain; charset=utf-8", ReleaseArchive.CanonicalNameOf(release)), cancel);
}
