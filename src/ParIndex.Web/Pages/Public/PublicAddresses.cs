using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Search;
using ParIndex.Domain.Stories;
using ParIndex.Web.Endpoints;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>The addresses of public pages, kept for ever: letters, files and other pages cite them.</summary>
public static class PublicAddresses
{
    /// <summary>The part of a unit's year that is the table of its leaves, which has formats and no page of its own.</summary>
    internal const string LeavesPart = "/tieu-chi";

    /// <summary>The ranking of a group in a year.</summary>
    public static string Ranking(this IUrlHelper url, int year, string group) => url.To("/Public/Ranking", new { year, group });

    /// <summary>The criteria set of a group in a year.</summary>
    public static string Criteria(this IUrlHelper url, int year, string group) => url.To("/Public/Criteria", new { year, group });

    /// <summary>One criterion with all units on it.</summary>
    public static string Criterion(this IUrlHelper url, int year, string group, string code) => url.To("/Public/Criterion", new { year, group, code });

    /// <summary>Units of a year side by side, or one unit over two years.</summary>
    public static string Compare(this IUrlHelper url, IEnumerable<int> years, IEnumerable<string> units) =>
        url.To("/Public/Compare") + $"?nam={string.Join(',', years)}" + (string.Join(',', units) is { Length: > 0 } codes ? "&don-vi=" + codes : "");

    /// <summary>A unit over the years.</summary>
    public static string Unit(this IUrlHelper url, string code) => url.To("/Public/Unit", new { unit = code });

    /// <summary>A unit's scorecard of one year: of the newest version, or of the one with this number.</summary>
    public static string UnitYear(this IUrlHelper url, string code, int year, int? version = null) => url.To("/Public/UnitYear", new { unit = code, year, ban = version });

    /// <summary>The sheet of one page of a unit in one year.</summary>
    public static string UnitSheet(this IUrlHelper url, string code, int year, int? version = null) => url.To("/Public/UnitSheet", new { unit = code, year, ban = version });

    /// <summary>The figures of something worth knowing.</summary>
    public static string Observed(this IUrlHelper url, Observation found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var year = found.Release.Year;
        return found switch
        {
            PlaceStreak => url.Unit(found.Unit!.UnitCode) + "#" + StoryPlaces.History,
            EqualBasisChange => url.Unit(found.Unit!.UnitCode) + "#" + StoryPlaces.Why,
            LargestChange => url.Ranking(year, found.Group.Slug) + "?sort=thay-doi",
            SoleUnit sole => url.UnitYear(found.Unit!.UnitCode, year) + "#" + StoryPlaces.Leaf(sole.Leaf.Code),
            UnreachedLeaf leaf => url.Criterion(year, found.Group.Slug, leaf.Leaf.Code),
            _ => url.UnitYear(found.Unit!.UnitCode, year),
        };
    }

    /// <summary>The form for a remark on a unit's figures in a version, or on the version as a whole.</summary>
    public static string Remarks(this IUrlHelper url, Domain.Releases.Release release, string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(release);
        return url.To("/Public/Remarks", new RouteValueDictionary { ["nam"] = release.Year, ["ban"] = release.VersionNumber, ["don-vi"] = unit });
    }

    /// <summary>The table of a unit's leaves.</summary>
    public static string Leaves(this IUrlHelper url, string code, int year) => url.UnitYear(code, year) + LeavesPart;

    /// <summary>The newest version of a year's release, or the one with this number.</summary>
    public static string Release(this IUrlHelper url, int year, int? version = null) => url.To("/Public/ReleaseVersion", new { year, version });

    /// <summary>The page of a thing that was found.</summary>
    public static string Found(this IUrlHelper url, SearchEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            SearchKind.Decision => url.Release(entry.Year),
            SearchKind.Criterion => url.To("/Public/Criterion", CriterionOf(entry)),
            _ => url.Unit(entry.Key),
        };
    }

    /// <summary>The page of a thing that was found, for what is sent to scripts.</summary>
    public static string Found(this LinkGenerator links, SearchEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            SearchKind.Decision => links.To("/Public/ReleaseVersion", new { year = entry.Year }),
            SearchKind.Criterion => links.To("/Public/Criterion", CriterionOf(entry)),
            _ => links.To("/Public/Unit", new { unit = entry.Key }),
        };
    }

    private static object CriterionOf(SearchEntry entry)
    {
        var parts = entry.Key.Split('/');
        return new { year = entry.Year, group = parts[0], code = parts[1] };
    }

    /// <summary>The address of data, which has one language, as the reader of any page has it.</summary>
    /// <param name="url">Of the request.</param>
    /// <param name="endpoint">The name of its address.</param>
    /// <param name="release">The version it is of, where its address names one.</param>
    public static string ToData(this IUrlHelper url, string endpoint, ReleaseHead? release = null) =>
        LanguageAddresses.Plain(url.ToEndpoint(endpoint, release is null ? null : new { year = release.Year, version = release.VersionNumber }));

    /// <summary>A unit's published scorecard as a paper: of the newest version, or of the one with this number.</summary>
    public static string ToUnitPaper(this IUrlHelper url, UnitYear year, int? version)
    {
        ArgumentNullException.ThrowIfNull(year);
        return LanguageAddresses.Plain(url.ToEndpoint(PaperEndpoints.PublicCard, new { unit = year.Result.UnitCode, year = year.Release.Year, version }));
    }

    /// <summary>What a version says otherwise than the one before, as a file.</summary>
    public static string ToChanges(this IUrlHelper url, Release release, string format)
    {
        ArgumentNullException.ThrowIfNull(release);
        return LanguageAddresses.Plain(url.ToEndpoint(ReleaseFileEndpoints.Changes, new { year = release.Year, version = release.VersionNumber, format }));
    }

    /// <summary>One version of a year's release.</summary>
    public static string Release(this IUrlHelper url, ReleaseHead release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return url.Release(release.Year, release.VersionNumber);
    }
}
