using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Web.Charts;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>What charts need of a published group.</summary>
/// <param name="release">The release.</param>
/// <param name="group">The group.</param>
/// <param name="texts">The language of charts; Vietnamese when none is given.</param>
/// <param name="addressOf">Where the dot of a unit leads; nowhere when none is given.</param>
public sealed class GroupDrawing(Release release, ReleaseGroup group, PublicTexts? texts = null, Func<ReleaseResult, string>? addressOf = null)
{
    private readonly PublicTexts _texts = texts ?? PublicTexts.Vietnamese;

    /// <summary>The rating bands as zones of an axis.</summary>
    public IReadOnlyList<Zone> Zones { get; } =
        [.. group.Ratings?.Bands.Select(band => new Zone(band.LowerLimit, (texts ?? PublicTexts.Vietnamese).Rating(band.Label), RatingWords.Key(band.Label))) ?? []];

    /// <summary>The official indices.</summary>
    public IEnumerable<decimal> Values => group.Results.Select(result => result.OfficialIndex).OfType<decimal>();

    /// <summary>The axis of the group alone.</summary>
    public ValueAxis Axis => ValueAxis.Covering(Values, Zones.Select(zone => zone.From));

    /// <summary>The dot that stands in each row of the group's table.</summary>
    public RowDot Rows => new(Axis, Zones.Select(zone => zone.From));

    /// <summary>The distribution of the group, on an axis of its own or one shared with other groups.</summary>
    public Distribution Distribution(ValueAxis? axis = null, string? highlighted = null) => new(
        _texts.Chart.Distribution(_texts.NameInSentence(group), release.Year),
        [.. group.Results.Where(result => result.OfficialIndex is not null).Select(result => new Dot(result.OfficialIndex!.Value, result.UnitName, Key(result), result.UnitCode == highlighted) { Address = addressOf?.Invoke(result) })],
        Zones,
        group.Summary.Mean)
    {
        Axis = axis ?? Axis,
        Texts = _texts,
    };

    /// <summary>One axis for all groups of a release, so that they can be compared side by side.</summary>
    public static ValueAxis SharedAxis(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var drawings = release.Groups.Select(group => new GroupDrawing(release, group)).ToList();
        return ValueAxis.Covering(drawings.SelectMany(drawing => drawing.Values), drawings.SelectMany(drawing => drawing.Zones).Select(zone => zone.From).Distinct());
    }

    private static string? Key(ReleaseResult result) => result.OfficialRating is { } rating ? RatingWords.Key(rating) : null;
}
