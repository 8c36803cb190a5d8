using ParIndex.Domain.Releases;

namespace ParIndex.Application.Archives;

/// <summary>
/// The figures of the year before that a release carries beside its own: what the announcement quotes comes first,
/// and what the portal published itself fills the rest.
/// </summary>
internal static class EarlierFigures
{
    /// <param name="groupSlug">The group.</param>
    /// <param name="yearBefore">The newest release of the year before, or <c>null</c>.</param>
    /// <param name="quoted">What the announcement quotes.</param>
    public static IEnumerable<ReleaseReference> Of(string groupSlug, Release? yearBefore, IReadOnlyList<ReleaseReference> quoted)
    {
        if (yearBefore?.Group(groupSlug) is not { } group || group.Summary.Mean is not { } mean)
        {
            return [];
        }

        var figures = new List<(ReferenceMeasure Measure, string? Label, decimal Value)> { (ReferenceMeasure.MeanIndex, null, mean) };
        if (group.Ratings?.Bands[^1].Label is { } lowest)
        {
            figures.Add((ReferenceMeasure.UnitsRated, lowest, group.Summary.Ratings.GetValueOrDefault(lowest)));
        }

        return figures
            .Where(figure => !quoted.Any(known => known.Measure == figure.Measure && known.Label == figure.Label && known.Year == yearBefore.Year && known.UnitCode is null))
            .Select((figure, position) => new ReleaseReference
            {
                Position = quoted.Count + position,
                Measure = figure.Measure,
                Label = figure.Label,
                Year = yearBefore.Year,
                Value = figure.Value,
                Source = ReferenceSource.Released,
            });
    }
}
