using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>The addresses of public pages, kept for ever (EXPERIENCE.md).</summary>
public static class Addresses
{
    /// <summary>The ranking of a group in a year.</summary>
    public static string Ranking(int year, string group) => $"/xep-hang/{year}/{group}";

    /// <summary>A unit over the years.</summary>
    public static string Unit(string code) => $"/don-vi/{code}";

    /// <summary>A unit's scorecard of one year.</summary>
    public static string UnitYear(string code, int year) => $"/don-vi/{code}/{year}";

    /// <summary>The table of a unit's leaves, which has formats and no page of its own.</summary>
    public static string Leaves(string code, int year) => $"/don-vi/{code}/{year}/tieu-chi";

    /// <summary>The newest version of a year's release.</summary>
    public static string Release(int year) => $"/cong-bo/{year}";

    /// <summary>One version of a year's release.</summary>
    public static string Release(Release release) => $"/cong-bo/{release.Year}/{release.VersionNumber}";

    /// <summary>One version of a year's release.</summary>
    public static string Release(ReleaseHead release) => $"/cong-bo/{release.Year}/{release.VersionNumber}";
}
