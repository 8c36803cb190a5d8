using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <summary>What public pages say under <c>/en</c>. Names of units, notes and texts of decisions stay Vietnamese, and are marked so.</summary>
public sealed class EnglishTexts : PublicTexts
{
    /// <inheritdoc />
    public override Language Language => Language.English;

    /// <inheritdoc />
    public override LayoutTexts Layout { get; } = new EnglishLayoutTexts();

    /// <inheritdoc />
    public override HomeTexts Home { get; } = new EnglishHomeTexts();

    /// <inheritdoc />
    public override ReleaseTexts Release { get; } = new EnglishReleaseTexts();

    /// <inheritdoc />
    public override RankingTexts Ranking { get; } = new EnglishRankingTexts();

    /// <inheritdoc />
    public override GroupTexts Group { get; } = new EnglishGroupTexts();

    /// <inheritdoc />
    public override CriteriaTexts Criteria { get; } = new EnglishCriteriaTexts();

    /// <inheritdoc />
    public override CompareTexts Compare { get; } = new EnglishCompareTexts();

    /// <inheritdoc />
    public override FailureTexts Failure { get; } = new EnglishFailureTexts();

    /// <inheritdoc />
    public override ProvinceTexts Province { get; } = new EnglishProvinceTexts();

    /// <inheritdoc />
    public override UnitPageTexts Unit { get; } = new EnglishUnitPageTexts();

    /// <inheritdoc />
    public override StoryTexts Story { get; } = new EnglishStoryTexts();

    /// <inheritdoc />
    public override ReasonTexts Reason { get; } = new EnglishReasonTexts();

    /// <inheritdoc />
    public override ObservationTexts Observation { get; } = new EnglishObservationTexts();

    /// <inheritdoc />
    public override DirectoryTexts Directory { get; } = new EnglishDirectoryTexts();

    /// <inheritdoc />
    public override LandsTexts Lands { get; } = new EnglishLandsTexts();

    /// <inheritdoc />
    public override SearchTexts Search { get; } = new EnglishSearchTexts();

    /// <inheritdoc />
    public override ReleasePageTexts Releases { get; } = new EnglishReleasePageTexts();

    public override DifferenceTexts Difference { get; } = new EnglishDifferenceTexts();

    /// <inheritdoc />
    public override MethodTexts Method { get; } = new EnglishMethodTexts();

    /// <inheritdoc />
    public override AboutTexts About { get; } = new EnglishAboutTexts();

    /// <inheritdoc />
    public override GuideTexts Guide { get; } = new EnglishGuideTexts();

    /// <inheritdoc />
    public override ChartTexts Chart { get; } = new EnglishChartTexts();

    /// <inheritdoc />
    public override DataTexts Data { get; } = new EnglishDataTexts();

    /// <inheritdoc />
    public override ApiTexts Api { get; } = new EnglishApiTexts();

    /// <inheritdoc />
    public override VerificationTexts Verify { get; } = new EnglishVerificationTexts();

    public override RemarkTexts Remarks { get; } = new EnglishRemarkTexts();

    /// <inheritdoc />
    public override string Number(decimal value, int places = 2) => NumberWriter.Data(value, places);

    /// <inheritdoc />
    public override string Trimmed(decimal value) => NumberWriter.DataTrimmed(value);

    /// <inheritdoc />
    public override string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string Day(DateOnly day) => DateWriter.English(day);

    /// <inheritdoc />
    public override string Rating(string label) => RatingWords.English(label);

    /// <inheritdoc />
    public override string Name(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.NameEn ?? group.Name;
    }

    /// <inheritdoc />
    public override string NameInSentence(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.NameEn is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : group.Name;
    }

    /// <inheritdoc />
    public override IHtmlContent Own(string? vietnamese)
    {
        var name = new TagBuilder("span");
        name.Attributes["lang"] = "vi";
        name.InnerHtml.Append(vietnamese ?? "");
        return name;
    }
}
