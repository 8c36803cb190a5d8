using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>The rows of one ranking list.</summary>
/// <param name="Name">The list; <c>null</c> where the group has one, or the order goes across lists.</param>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Units">How many units the list has, whether they are shown or not.</param>
/// <param name="Bands">Its rows, divided by rating band in a long table.</param>
public sealed record RankingSection(string? Name, string Anchor, int Units, IReadOnlyList<BandRows> Bands)
{
    /// <summary>The most units of a table that says the rating in each row; a longer one is divided by it.</summary>
    public const int MostUndivided = 30;

    /// <summary>All rows to show, in their order.</summary>
    public IReadOnlyList<ReleaseResult> Rows => [.. Bands.SelectMany(band => band.Rows)];

    /// <summary>Whether the table of a group is divided by rating bands in the published order.</summary>
    public static bool IsDivided(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Results.Count > MostUndivided && group.Ratings is not null;
    }

    /// <summary>The published order shows each list apart; any other order goes across lists.</summary>
    public static IReadOnlyList<RankingSection> Of(ReleaseGroup group, RankingOrder order, Func<ReleaseResult, bool> matches)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(order);
        if (order != RankingOrder.All[0])
        {
            return [new(null, "danh-sach", group.Results.Count, [new(null, null, "danh-sach", group.Results.Count, [.. order.Apply(group.Results.Where(matches))])])];
        }

        var lists = order.Apply(group.Results).GroupBy(row => row.RankingList).ToList();
        return
        [
            .. lists.Select((list, position) => new RankingSection(
                list.Key,
                $"danh-sach-{position + 1}",
                list.Count(),
                [.. Divided(group, [.. list], lists.Count == 1 ? "" : $"danh-sach-{position + 1}-").Select(band => band with { Rows = [.. band.Rows.Where(matches)] }).Where(band => band.Rows.Count > 0)]))
            .Where(list => list.Bands.Count > 0),
        ];
    }

    /// <summary>
    /// By the band of the index, in which the published order runs; whose rating was capped below it says so in its row. Units
    /// without a place stand apart.
    /// </summary>
    private static IEnumerable<BandRows> Divided(ReleaseGroup group, IReadOnlyList<ReleaseResult> rows, string prefix)
    {
        if (!IsDivided(group))
        {
            return [new(null, null, prefix + "tat-ca", rows.Count, rows)];
        }

        var bands = group.Ratings!.Bands;
        return rows.GroupBy(row => row is { Rank: not null, OfficialIndex: { } index } ? group.Ratings.BandOf(index) : null)
            .Select(band => new BandRows(
                band.Key,
                band.Key is null || band.Key == bands[0] ? null : bands[bands.ToList().IndexOf(band.Key) - 1].LowerLimit,
                prefix + (band.Key is null ? "khong-xep-hang" : "muc-" + RatingWords.Key(band.Key.Label)),
                band.Count(),
                [.. band]));
    }
}

/// <summary>The rows of a rating band.</summary>
/// <param name="Band">The band; <c>null</c> where the table is not divided, or for units without a place.</param>
/// <param name="Below">The limit of the band above, per cent; <c>null</c> for the highest.</param>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Units">How many units the band has, whether they are shown or not.</param>
/// <param name="Rows">The rows to show.</param>
public sealed record BandRows(RatingBand? Band, decimal? Below, string Anchor, int Units, IReadOnlyList<ReleaseResult> Rows);
