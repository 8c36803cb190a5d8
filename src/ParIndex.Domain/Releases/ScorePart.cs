namespace ParIndex.Domain.Releases;

/// <summary>
/// A part of a unit's total as tables for people show it. Every row that is visible adds up by what is visible, so a
/// table that shows one part shows all that its group has.
/// </summary>
/// <param name="Key">The part's word in addresses.</param>
/// <param name="Name">Its heading.</param>
/// <param name="IsTakenOff">Whether its points are taken off the total.</param>
/// <param name="Points">Its points of a row as counted, ≥ 0; <c>null</c> when the row has no such part.</param>
public sealed record ScorePart(string Key, string Name, bool IsTakenOff, Func<ReleaseResult, decimal?> Points)
{
    /// <summary>All parts, in the order in which they are added up.</summary>
    public static readonly IReadOnlyList<ScorePart> All =
    [
        new("tham-dinh", "Thẩm định", false, row => row.AppraisalScore),
        new("dieu-tra", "Điều tra xã hội học", false, row => row.SurveyScore),
        new("diem-cong", "Điểm cộng", false, row => row.Bonus),
        new("diem-tru", "Điểm trừ", true, row => row.Penalty),
    ];

    /// <summary>The parts a group has.</summary>
    public static IReadOnlyList<ScorePart> Of(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return [.. All.Where(part => group.Results.Any(result => part.Points(result) is not null))];
    }

    /// <summary>The points as they act on the total: below 0 where they are taken off.</summary>
    public decimal? Effect(ReleaseResult result) => IsTakenOff ? -Points(result) : Points(result);
}
