using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Tables;
using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Public;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>What may stand behind the question mark of a table's address.</summary>
internal sealed record TableQuery
{
    /// <summary><c>excel</c> for the CSV of a Vietnamese Excel.</summary>
    [FromQuery(Name = "dinh-dang")]
    public string? Dialect { get; init; }

    /// <summary>Pins a version of the release; the newest answers without it.</summary>
    public int? Version { get; init; }
}

/// <summary>The tables of pages as data: a page's address with <c>.csv</c>, <c>.xlsx</c> or <c>.json</c> behind.</summary>
internal static class TableEndpoints
{
    public static void MapTables(this IEndpointRouteBuilder app)
    {
        var tables = app.MapGroup("").RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();
        tables.MapGet("/xep-hang/{year:int}/{group}.{format}", RankingAsync);
        tables.MapGet("/don-vi/{unit}.{format}", UnitAsync);
        tables.MapGet("/don-vi/{unit}/{year:int}.{format}", UnitYearAsync);
        tables.MapGet("/don-vi/{unit}/{year:int}" + PublicAddresses.LeavesPart + ".{format}", LeavesAsync);
        // Spelled out: "/tinh.{format}" would claim every address of one part, and refuse by method what is not there.
        foreach (var format in DataFile.Formats)
        {
            tables.MapGet("/don-vi." + format, ([AsParameters] TableQuery query, UnitDirectory directory, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                DirectoryAsync(format, query, directory, covers, links, cancel));
            tables.MapGet("/du-lieu/tu-dien." + format, ([AsParameters] TableQuery query, Covers covers, LinkGenerator links) => Dictionary(format, query, covers, links));
            tables.MapGet("/tinh." + format, ([AsParameters] TableQuery query, NationalIndexRegister register, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                NationalIndicesAsync(format, query, register, covers, links, cancel));
        }
    }

    private static Task<IResult> RankingAsync(int year, string group, string format, [AsParameters] TableQuery query, PublishedData data, Covers covers, LinkGenerator links, CancellationToken cancel) =>
        data.GroupAsync(year, group, query.Version, (release, found) =>
        {
            var file = DataFile.Of(release, ResultColumns.TableOf(release, found), ResultColumns.ForReaders(release, found));
            return Task.FromResult(DataFile.Answer(format, query.Dialect, file, () => covers.Of(file.Table.Title, release, found, links.To("/Public/Ranking", new { year, group })), () => ReleaseJson.Results(release, found)));
        }, cancel);

    private static async Task<IResult> DirectoryAsync(string format, TableQuery query, UnitDirectory directory, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var units = await directory.AllAsync(cancel);
        var file = DataFile.Of(UnitColumns.TableOf(units));
        return DataFile.Answer(format, query.Dialect, file, () => covers.Of(file.Table.Title, links.To("/Public/UnitIndex"), ReleaseFile.DigestOf(file.Table)), () => UnitJson.Directory(units));
    }

    private static async Task<IResult> UnitAsync(string unit, string format, [AsParameters] TableQuery query, UnitDirectory directory, PublicReleases releases, NationalIndexRegister register, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await directory.FindAsync(unit, cancel) is not { } found)
        {
            return PublishedData.NotFound(PublishedWords.UnitUnknown(unit));
        }

        var years = await releases.UnitYearsAsync(unit, cancel);
        var lineage = await directory.LineageAsync(found, cancel);
        var beside = await register.OfUnitAsync(unit, cancel);
        var file = DataFile.Of(ResultColumns.TableOf(found.CurrentName.Name, unit, years), year => year.Release);
        return DataFile.Answer(format, query.Dialect, file, () => covers.Of(file.Table.Title, links.To("/Public/Unit", new { unit }), ReleaseFile.DigestOf(file.Stamp(file.Table))), () => UnitJson.Unit(found, lineage, years, beside));
    }

    private static Task<IResult> UnitYearAsync(string unit, int year, string format, [AsParameters] TableQuery query, PublishedData data, Covers covers, LinkGenerator links, CancellationToken cancel) =>
        data.UnitYearAsync(unit, year, query.Version, found =>
        {
            var file = DataFile.Of(found.Release, ResultColumns.TableOf(found.Result.UnitName, $"{unit}-{year}", [found]));
            return Task.FromResult(DataFile.Answer(format, query.Dialect, file, () => covers.Of($"{found.Result.UnitName}, năm {year}", found.Release, found.Group, links.To("/Public/UnitYear", new { unit, year })), () => JsonTable.Document(json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("results");
                ReleaseJson.WriteYears(json, found.Result.UnitName, unit, [found]);
                json.WriteEndObject();
            })));
        }, cancel);

    private static Task<IResult> LeavesAsync(string unit, int year, string format, [AsParameters] TableQuery query, PublishedData data, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel) =>
        data.UnitYearAsync(unit, year, query.Version, async found =>
        {
            if (await releases.ScorecardAsync(found, cancel) is not { } scorecard)
            {
                return PublishedData.NotFound(PublishedWords.OnlyTotals(year, found.Group.Slug));
            }

            var table = scorecard.Table();
            var file = DataFile.Of(found.Release, table, table.ForReaders("criterion.code", "criterion.name", "points", "maxScore"));
            return DataFile.Answer(format, query.Dialect, file, () => covers.Of(table.Title, found.Release, found.Group, links.To("/Public/UnitYear", new { unit, year })), () => ReleaseJson.Scorecard(scorecard));
        }, cancel);

    private static IResult Dictionary(string format, TableQuery query, Covers covers, LinkGenerator links)
    {
        var file = DataFile.Of(TableCatalogue.Dictionary);
        return DataFile.Answer(format, query.Dialect, file, () => covers.Of(file.Table.Title, links.To("/Public/Dictionary"), ReleaseFile.DigestOf(file.Table)), () => JsonTable.Document(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("columns");
            JsonTable.WriteRows(json, file.Table.Columns, file.Table.Rows);
            json.WriteEndObject();
        }));
    }

    private static async Task<IResult> NationalIndicesAsync(string format, TableQuery query, NationalIndexRegister register, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var rows = await register.AllAsync(cancel);
        var file = DataFile.Of(NationalIndexRegister.TableOf(rows));
        return DataFile.Answer(format, query.Dialect, file, () => covers.Of(file.Table.Title, links.To("/Public/Province"), ReleaseFile.DigestOf(file.Table)), () => NationalIndexRegister.Json(rows));
    }
}
