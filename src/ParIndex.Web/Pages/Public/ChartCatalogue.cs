using Microsoft.AspNetCore.Html;
using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using ParIndex.Web.Charts;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>What a chart is of: a group in a year, or a unit in a year.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group.</param>
/// <param name="Unit">The unit; <c>null</c> where it is of the group.</param>
public sealed record ChartSubject(Release Release, ReleaseGroup Group, UnitYear? Unit)
{
    /// <summary>Its part of the address.</summary>
    public string Key => Unit?.Result.UnitCode ?? Group.Slug;

    /// <summary>A group by its slug, or a unit by its code; <c>null</c> where the release has neither.</summary>
    public static ChartSubject? Find(Release release, string key)
    {
        ArgumentNullException.ThrowIfNull(release);
        return release.Group(key) is { } group ? new(release, group, null)
            : UnitYear.Find(release, key) is { } unit ? new(release, unit.Group, unit)
            : null;
    }
}

/// <summary>What charts are read from.</summary>
/// <param name="Releases">What is published.</param>
/// <param name="Stories">What a unit's scorecards have to tell.</param>
/// <param name="Histories">Units over the years.</param>
public sealed record ChartSources(PublicReleases Releases, UnitStories Stories, UnitHistories Histories);

/// <summary>A kind of chart that has an address, an embedded form and pictures.</summary>
/// <param name="Key">Its part of the address.</param>
/// <param name="OfUnits">Whether it is of a unit; else it is of a group.</param>
/// <param name="Title">What it shows, of whom, in which year.</param>
/// <param name="Draw">The chart; <c>null</c> where the release does not say what it needs.</param>
/// <param name="Data">The page whose data files hold its figures.</param>
public sealed record ChartKind(
    string Key,
    bool OfUnits,
    Func<ChartSubject, PublicTexts, string> Title,
    Func<ChartSubject, ChartSources, PublicTexts, CancellationToken, Task<IHtmlContent?>> Draw,
    Func<ChartSubject, (string Page, object Values)> Data);

/// <summary>Every kind of chart that has an address: a new one is a line here.</summary>
public static class ChartCatalogue
{
    /// <summary>The distribution of a group.</summary>
    public const string Distribution = "phan-bo";

    /// <summary>A unit within the distribution of its group.</summary>
    public const string Position = "vi-tri";

    /// <summary>Where the points of a criteria set lie.</summary>
    public const string Scale = "thang-diem";

    /// <summary>A unit over the years.</summary>
    public const string History = "qua-cac-nam";

    /// <summary>Why a unit's index changed.</summary>
    public const string Why = "vi-sao";

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<ChartKind> All =
    [
        new(Distribution, OfUnits: false, (of, texts) => texts.Chart.Distribution(texts.NameInSentence(of.Group), of.Release.Year),
            (of, _, texts, _) => Done(DotStrip.Draw(new GroupDrawing(of.Release, of.Group, texts).Distribution(), ChartPlace.Full)), RankingData),
        new(Position, OfUnits: true, (of, texts) => texts.Chart.Position(of.Unit!.Result.UnitName, texts.NameInSentence(of.Group), of.Release.Year),
            (of, _, texts, _) => Done(DotStrip.Draw(new GroupDrawing(of.Release, of.Group, texts).Distribution(highlighted: of.Key), ChartPlace.Full)), UnitData),
        new(Scale, OfUnits: false, (of, texts) => texts.Chart.Scale(texts.NameInSentence(of.Group), of.Release.Year), ScaleAsync, of => ("/Public/Criteria", new { year = of.Release.Year, group = of.Group.Slug })),
        new(History, OfUnits: true, (of, texts) => texts.Chart.History(of.Unit!.Result.UnitName), HistoryAsync, of => ("/Public/Unit", new { unit = of.Key })),
        new(Why, OfUnits: true, (of, texts) => texts.Chart.Why(of.Unit!.Result.UnitName, of.Release.Year), WhyAsync, of => ("/Public/Unit", new { unit = of.Key })),
    ];

    /// <summary>The years of a unit as they are drawn.</summary>
    public static List<YearMark> Marks(UnitHistory history, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(texts);
        return
        [
            .. history.Points.Select(point => new YearMark(
                point.Year,
                point.Index,
                point.Mean,
                point.Result?.Result.Rank is { } rank ? (rank, point.Result.Peers.Count(peer => peer.Rank is not null)) : null,
                !point.HasLeaves,
                point.BreakBefore is { } why ? texts.Story.BreakLabel(why) : null)),
        ];
    }

    /// <summary>The kind with a key, of units or of groups; <c>null</c> when there is none.</summary>
    public static ChartKind? Find(string key, bool ofUnits) => All.FirstOrDefault(kind => kind.Key == key && kind.OfUnits == ofUnits);

    private static Task<IHtmlContent?> Done(IHtmlContent chart) => Task.FromResult<IHtmlContent?>(chart);

    private static (string Page, object Values) RankingData(ChartSubject of) => ("/Public/Ranking", new { year = of.Release.Year, group = of.Group.Slug });

    private static (string Page, object Values) UnitData(ChartSubject of) => ("/Public/UnitYear", new { unit = of.Key, year = of.Release.Year });

    private static async Task<IHtmlContent?> HistoryAsync(ChartSubject of, ChartSources sources, PublicTexts texts, CancellationToken cancel) =>
        await sources.Histories.OfAsync(of.Key, cancel) is { Points.Count: > 0 } history
            ? YearLine.Draw(texts.Chart.History(of.Unit!.Result.UnitName), Marks(history, texts), new GroupDrawing(of.Release, of.Group, texts).Zones, texts)
            : null;

    private static async Task<IHtmlContent?> WhyAsync(ChartSubject of, ChartSources sources, PublicTexts texts, CancellationToken cancel)
    {
        var before = await sources.Releases.CurrentAsync(of.Release.Year - 1, cancel) is { } earlier ? UnitYear.Find(earlier, of.Key) : null;
        return await sources.Stories.OfAsync(of.Unit!, before, cancel) is { Account: { } account } ? Waterfall.Draw(account, texts) : null;
    }

    private static async Task<IHtmlContent?> ScaleAsync(ChartSubject of, ChartSources sources, PublicTexts texts, CancellationToken cancel)
    {
        var criteria = await sources.Releases.CriteriaAsync(of.Group, cancel);
        var parts = criteria.Where(node => node.Depth == 1).Select(field => (Field: field, Leaves: Leaves(criteria, field))).Where(part => part.Leaves.Count > 0)
            .Select(part => new ScalePart(part.Field.Code, part.Field.Name, part.Leaves.Sum(leaf => leaf.MaxScore), part.Leaves.TrueForAll(leaf => leaf.Component == Component.Survey))).ToList();
        return parts.Count == 0 ? null : ScaleStrip.Draw(texts.Chart.Scale(texts.NameInSentence(of.Group), of.Release.Year), parts, texts);
    }

    private static List<ReleaseCriterion> Leaves(IReadOnlyList<ReleaseCriterion> criteria, ReleaseCriterion field) =>
        [.. (field.IsLeaf ? [field] : criteria.SkipWhile(node => node != field).Skip(1).TakeWhile(node => node.Depth > 1)).Where(node => node.IsLeaf && node.Component.IsInScale())];
}
