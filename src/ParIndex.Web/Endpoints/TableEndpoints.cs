using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Web.Pages.Public;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The tables of pages as data: a page's address with <c>.csv</c>, <c>.xlsx</c> or <c>.json</c> behind.</summary>
internal static class TableEndpoints
{
    /// <summary>The query that asks for the second CSV dialect.</summary>
    private const string Dialect = "dinh-dang";

    public static void MapTables(this IEndpointRouteBuilder app)
    {
        var tables = app.MapGroup("").RequireRateLimiting(RateLimits.OpenData);
        foreach (var format in DataFile.Formats)
        {
            // A pattern such as /don-vi.{format} would make every other address answer a POST with 405.
            tables.MapGet($"/xep-hang/{{year:int}}/{{group}}.{format}", (int year, string group, [FromQuery(Name = Dialect)] string? dialect, PublicReleases releases, Covers covers, CancellationToken cancel) => RankingAsync(year, group, format, dialect, releases, covers, cancel));
            tables.MapGet($"/don-vi.{format}", ([FromQuery(Name = Dialect)] string? dialect, UnitDirectory directory, Covers covers, CancellationToken cancel) => DirectoryAsync(format, dialect, directory, covers, cancel));
            tables.MapGet($"/don-vi/{{unit}}.{format}", (string unit, [FromQuery(Name = Dialect)] string? dialect, UnitDirectory directory, PublicReleases releases, Covers covers, CancellationToken cancel) => UnitAsync(unit, format, dialect, directory, releases, covers, cancel));
            tables.MapGet($"/don-vi/{{unit}}/{{year:int}}.{format}", (string unit, int year, [FromQuery(Name = Dialect)] string? dialect, PublicReleases releases, Covers covers, CancellationToken cancel) => UnitYearAsync(unit, year, format, dialect, releases, covers, cancel));
            tables.MapGet($"/tinh.{format}", ([FromQuery(Name = Dialect)] string? dialect, NationalIndexRegister register, Covers covers, CancellationToken cancel) => NationalIndicesAsync(format, dialect, register, covers, cancel));
        }
    }

    private static async Task<IResult> RankingAsync(int year, string group, string format, string? dialect, PublicReleases releases, Covers covers, CancellationToken cancel)
    {
        if (await releases.CurrentAsync(year, cancel) is not { } release || release.Group(group) is not { } found)
        {
            return Results.NotFound();
        }

        var table = ResultColumns.TableOf(release, found);
        return DataFile.Answer(format, dialect, table, () => covers.Of(table.Title, release, found, Addresses.Ranking(year, group)), () => ReleaseJson.Results(release, found));
    }

    private static async Task<IResult> DirectoryAsync(string format, string? dialect, UnitDirectory directory, Covers covers, CancellationToken cancel)
    {
        var units = await directory.AllAsync(cancel);
        var table = UnitColumns.TableOf(units);
        return DataFile.Answer(format, dialect, table, () => covers.Of(table.Title, "/don-vi"), () => UnitJson.Directory(units));
    }

    private static async Task<IResult> UnitAsync(string unit, string format, string? dialect, UnitDirectory directory, PublicReleases releases, Covers covers, CancellationToken cancel)
    {
        if (await directory.FindAsync(unit, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        var years = await releases.UnitYearsAsync(unit, cancel);
        var lineage = await directory.LineageAsync(found, cancel);
        var table = ResultColumns.TableOf(found.CurrentName.Name, unit, years);
        return DataFile.Answer(format, dialect, table, () => covers.Of(table.Title, Addresses.Unit(unit)), () => UnitJson.Unit(found, lineage, years));
    }

    private static async Task<IResult> UnitYearAsync(string unit, int year, string format, string? dialect, PublicReleases releases, Covers covers, CancellationToken cancel)
    {
        if (await releases.CurrentAsync(year, cancel) is not { } release || UnitYear.Find(release, unit) is not { } found)
        {
            return Results.NotFound();
        }

        var table = ResultColumns.TableOf(found.Result.UnitName, $"{unit}-{year}", [found]);
        return DataFile.Answer(format, dialect, table, () => covers.Of($"{found.Result.UnitName}, năm {year}", release, found.Group, Addresses.UnitYear(unit, year)), () => ReleaseJson.Document(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("results");
            ReleaseJson.WriteYears(json, found.Result.UnitName, unit, [found]);
            json.WriteEndObject();
        }));
    }

    private static async Task<IResult> NationalIndicesAsync(string format, string? dialect, NationalIndexRegister register, Covers covers, CancellationToken cancel)
    {
        var rows = await register.AllAsync(cancel);
        var table = NationalIndexRegister.TableOf(rows);
        return DataFile.Answer(format, dialect, table, () => covers.Of(table.Title, "/tinh"), () => NationalIndexRegister.Json(rows));
    }
}
