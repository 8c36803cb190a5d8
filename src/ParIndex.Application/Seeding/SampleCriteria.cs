using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.Seeding;

/// <summary>
/// A sample criteria set to try the software with or to begin from: 8 fields, 40 criteria (depth 2) and 93
/// sub-criteria (depth 3, the leaves), 100 points, of which 70 appraised and 30 surveyed. It is no decision's annex and
/// marked so. It takes the same way as any annex.
/// </summary>
public static class SampleCriteria
{
    private const string Resource = "sample-criteria.csv";

    /// <summary>The sample for a year and group.</summary>
    public static CriteriaSet For(int year, string groupSlug)
    {
        using var stream = typeof(SampleCriteria).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The assembly lacks {Resource}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var draft = CriteriaTableReader.Read(CriteriaSourceReader.Read(copy.ToArray(), Resource));
        return draft.CanBeAccepted
            ? draft.ToSet(year, groupSlug, $"Bộ tiêu chí mẫu năm {year}", isSample: true)
            : throw new InvalidOperationException(string.Join(' ', draft.Problems.Select(problem => problem.Message)));
    }
}
