using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Tables;
using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
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
        tables.MapGet("/tieu-chi/{year:int}/{group}.{format}", CriteriaAsync);
        // A code may hold dots, so what follows the last one must be a format to be one.
        foreach (var format in DataFile.Formats)
        {
            tables.MapGet("/tieu-chi/{year:int}/{group}/{code}." + format, (int year, string group, string code, [AsParameters] TableQuery query, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                CriterionAsync(year, group, code, format, query, releases, covers, links, cancel));
        }

        // Spelled out: "/tinh.{format}" would claim every address of one part, and refuse by method what is not there.
        foreach (var format in DataFile.Formats)
        {
            tables.MapGet("/don-vi." + format, ([AsParameters] TableQuery query, UnitDirectory directory, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                DirectoryAsync(format, query, directory, covers, links, cancel));
            tables.MapGet("/so-sanh." + format, (HttpRequest request, Comparisons comparisons, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                CompareAsync(format, request, comparisons, covers, links, cancel));
            tables.MapGet("/tinh." + format, ([AsParameters] TableQuery query, NationalIndexRegister register, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                NationalIndicesAsync(format, query, register, covers, links, cancel));
        }
    }

    private static async Task<IResult> RankingAsync(int year, string group, string format, [AsParameters] TableQuery query, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, query.Version, cancel) is not { } release || release.Group(group) is not { } found)
        {
            return Results.NotFound();
        }

        var table = ResultColumns.TableOf(release, found);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, release, found, links.To("/Public/Ranking", new { year, group })), () => ReleaseJson.Results(release, found));
    }

    private static async Task<IResult> DirectoryAsync(string format, TableQuery query, UnitDirectory directory, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var units = await directory.AllAsync(cancel);
        var table = UnitColumns.TableOf(units);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, links.To("/Public/UnitIndex")), () => UnitJson.Directory(units));
    }

    private static async Task<IResult> UnitAsync(string unit, string format, [AsParameters] TableQuery query, UnitDirectory directory, PublicReleases releases, NationalIndexRegister register, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await directory.FindAsync(unit, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        var years = await releases.UnitYearsAsync(unit, cancel);
        var lineage = await directory.LineageAsync(found, cancel);
        var beside = await register.OfUnitAsync(unit, cancel);
        var table = ResultColumns.TableOf(found.CurrentName.Name, unit, years);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, links.To("/Public/Unit", new { unit })), () => UnitJson.Unit(found, lineage, years, beside));
    }

    private static async Task<IResult> UnitYearAsync(string unit, int year, string format, [AsParameters] TableQuery query, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, query.Version, cancel) is not { } release || UnitYear.Find(release, unit) is not { } found)
        {
            return Results.NotFound();
        }

        var table = ResultColumns.TableOf(found.Result.UnitName, $"{unit}-{year}", [found]);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of($"{found.Result.UnitName}, năm {year}", release, found.Group, links.To("/Public/UnitYear", new { unit, year })), () => JsonTable.Document(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("results");
            ReleaseJson.WriteYears(json, found.Result.UnitName, unit, [found]);
            json.WriteEndObject();
        }));
    }

    private static async Task<IResult> LeavesAsync(string unit, int year, string format, [AsParameters] TableQuery query, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, query.Version, cancel) is not { } release || UnitYear.Find(release, unit) is not { } found
            || await releases.ScorecardAsync(found, cancel) is not { } scorecard)
        {
            return Results.NotFound();
        }

        var table = scorecard.Table();
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, release, found.Group, links.To("/Public/UnitYear", new { unit, year })), () => ReleaseJson.Scorecard(scorecard));
    }

    private static async Task<IResult> CriteriaAsync(int year, string group, string format, [AsParameters] TableQuery query, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, query.Version, cancel) is not { } release || release.Group(group) is not { } found || await releases.CriteriaReportAsync(release, found, cancel) is not { } report)
        {
            return Results.NotFound();
        }

        var table = report.Table();
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, release, found, links.To("/Public/Criteria", new { year, group })), () => CriteriaJson.Set(report));
    }

    /// <summary>Sides that are not there are left out, as the page leaves them out and says so.</summary>
    private static async Task<IResult> CompareAsync(string format, HttpRequest request, Comparisons comparisons, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var choice = ComparedChoice.Read(request.Query["nam"], request.Query["don-vi"]);
        var current = await comparisons.ReleasesAsync(cancel);
        var chosen = current.Where(release => choice.Years.Count == 0 ? release == current[^1] : choice.Years.Contains(release.Year)).ToList();
        var found = chosen.SelectMany(release => choice.Units.Take(chosen.Count == 2 ? 1 : SideBySide.MostUnits).Select(unit => UnitYear.Find(release, unit))).OfType<UnitYear>().ToList();
        if (found.Count == 0)
        {
            return Results.NotFound();
        }

        var sides = await comparisons.OfAsync(found, cancel);
        var table = sides.Table();
        return DataFile.Answer(format, request.Query["dinh-dang"], table, () => covers.Of(table.Title, chosen[^1], found[^1].Group, links.To("/Public/Compare") + request.QueryString), () => CriteriaJson.Sides(sides));
    }

    private static async Task<IResult> CriterionAsync(int year, string group, string code, string format, TableQuery query, PublicReleases releases, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, query.Version, cancel) is not { } release || release.Group(group) is not { } found
            || await releases.CriteriaReportAsync(release, found, cancel) is not { } report || report.Find(code) is not { Criterion.IsLeaf: true } leaf)
        {
            return Results.NotFound();
        }

        var table = report.TableOf(leaf);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, release, found, links.To("/Public/Criterion", new { year, group, code })), () => CriteriaJson.Leaf(report, leaf));
    }

    private static async Task<IResult> NationalIndicesAsync(string format, TableQuery query, NationalIndexRegister register, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var rows = await register.AllAsync(cancel);
        var table = NationalIndexRegister.TableOf(rows);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, links.To("/Public/Province")), () => NationalIndexRegister.Json(rows));
    }
}
