using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishHomeTexts : HomeTexts
{
    public override string NothingTitle => "Nothing published yet";

    public override string NothingHeading => "Nothing has been published yet";

    public override string NothingLead => "The site is running, but no PAR Index has been published.";

    public override string Newest(string announced, int year) => $"Newest release{announced} · year {year}";

    public override string Units(string count) => count == "1" ? "1 unit" : $"{count} units";

    public override string Highest => "Highest";

    public override string Lowest => "Lowest";

    public override string SeeRanking(string group) => $"Ranking of {group}";

    public override string NationalHeading => "The province in the ministry's PAR INDEX";

    public override string NationalChart => "The province's place in the PAR INDEX";

    public override string OtherIndices => "PAPI, PCI and other indices";

    public override string Download => "Download data";

    public override string DownloadLead => "Every table can be downloaded, cited and recomputed.";

    public override string HowComputed => "How index, scale and rank are computed";

    public override string ReleaseLink(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return release.IsArchive ? "Published figures beside recomputed ones" : "Decision and facts of the release";
    }

    public override string ForPrograms => "Data for programs (API)";
}
