using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Public;

/// <summary>The ranking table of a group in a year; sorted and filtered by links and a form, without script.</summary>
public sealed class RankingModel(PublicReleases releases, ReleaseObservations observations) : PageModel
{
    /// <summary>Where the table stands on the page: sorted or filtered, it is what one wants to see.</summary>
    public const string TablePlace = "bang";

    private const int MostObservations = 6;

    /// <summary>The newest release of the year.</summary>
    public Release Release { get; private set; } = null!;

    /// <summary>The group of the address.</summary>
    public ReleaseGroup Group { get; private set; } = null!;

    /// <summary>The published years that have the group, newest first.</summary>
    public IReadOnlyList<GroupInYear> Years { get; private set; } = [];

    /// <summary>What is worth knowing of the group.</summary>
    public IReadOnlyList<Observation> Observations { get; private set; } = [];

    /// <summary>Words the name must hold.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Key of the rating to show.</summary>
    [BindProperty(SupportsGet = true, Name = "xep-loai")]
    public string? RatingKey { get; set; }

    /// <summary>The column to sort by; the published order when it is none of them.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? SortKey { get; set; }

    /// <summary>The order in force.</summary>
    public RankingOrder Order => RankingOrder.Of(SortKey);

    /// <summary>The parts of the total that the group has.</summary>
    public IReadOnlyList<ScorePart> Parts => ScorePart.Of(Group);

    /// <summary>The rows to show, by ranking list; one nameless list when sorted across lists.</summary>
    public IReadOnlyList<RankingSection> Sections { get; private set; } = [];

    /// <summary>How many rows are shown.</summary>
    public int Shown => Sections.Sum(section => section.Rows.Count);

    /// <summary>Whether only some rows were asked for.</summary>
    public bool IsFiltered => !string.IsNullOrEmpty(Words) || !string.IsNullOrEmpty(RatingKey);

    /// <summary>Whether the rows stand under headings of rating bands.</summary>
    public bool IsDivided => Order == RankingOrder.All[0] && RankingSection.IsDivided(Group);

    /// <summary>Whether some change against the year before is known and may be shown.</summary>
    public bool HasChanges => Group.Results.Any(result => result.WhyNoChange is null);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(int year, string group, CancellationToken cancel)
    {
        if (await releases.CurrentAsync(year, cancel) is not { } release || release.Group(group) is not { } found)
        {
            return await this.NotThereAsync(releases, year, group, cancel: cancel);
        }

        (Release, Group) = (release, found);
        Years = await releases.YearsOfAsync(group, cancel);
        Sections = RankingSection.Of(Group, Order, Matches);
        Observations = Observation.Choose(await observations.FindAsync(release, [found], cancel), MostObservations);
        return Page();
    }

    /// <summary>The address of this table with another order, the filter kept.</summary>
    public string SortedBy(RankingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var query = new List<string>();
        if (order != RankingOrder.All[0])
        {
            query.Add("sort=" + order.Key);
        }

        if (!string.IsNullOrEmpty(RatingKey))
        {
            query.Add("xep-loai=" + Uri.EscapeDataString(RatingKey));
        }

        if (!string.IsNullOrEmpty(Words))
        {
            query.Add("q=" + Uri.EscapeDataString(Words));
        }

        return Url.Ranking(Release.Year, Group.Slug) + (query.Count > 0 ? "?" + string.Join('&', query) : "") + "#" + TablePlace;
    }

    private bool Matches(ReleaseResult result)
    {
        var name = VietnameseText.Fold($"{result.UnitName} {result.NameAsPrinted}");
        return VietnameseText.FoldedWords(Words).All(word => name.Contains(word, StringComparison.Ordinal))
            && (string.IsNullOrEmpty(RatingKey) || (result.OfficialRating is { } rating && RatingWords.Key(rating) == RatingKey));
    }
}
