using ParIndex.Domain;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishMethodTexts : MethodTexts
{
    public override string Title => "Method";

    public override string Heading => "How the PAR Index is computed";

    public override string Formula => "Index (%) = points achieved ÷";

    public override string OwnScale => "the unit's own scale";

    public override string Recomputable => "Every figure on this site can be recomputed with this formula.";

    public override IReadOnlyList<string>? Summary =>
    [
        "Scale: the sum of the maxima of the criteria that apply to the unit that year. What does not apply is not zero points: it leaves both the total and the scale. Where a published table does not print the scale, it is inferred only if exactly one value from 60 to 100, in steps of 0.25, fits, and is marked as not official.",
        "Rounding: once, at the end, to two decimals, half away from zero. The rating is read from the rounded index, the place from the exact one.",
        "Rating: bands are set for each year and group, and a decision may cap them.",
        "Place: 1 plus the number of units of the same list with a higher index; ties share a place and the next is skipped (1, 2, 2, 4). The mean is always over the whole group.",
        "Published tables: the printed figure is the official one. Beside it stands whether it follows exactly from the printed total, within rounding, or is to be checked.",
        "Change: percentage points between two official indices, only where the criteria of both years compare.",
    ];

    public override string Try => "Try it";

    public override string Appraisal => "Appraisal points";

    public override string Survey => "Survey points";

    public override string Bonus => "Bonus (if any)";

    public override string Penalty => "Penalty (if any)";

    public override string Scale => "The unit's scale";

    public override string InputHint => "62.30 and 62,30 are both taken; at most two decimals, no thousands separator.";

    public override string Compute => "Compute the index";

    public override string Wrong(string count) => count == "1" ? "1 entry is not right" : $"{count} entries are not right";

    public override string Refusal(Finding refusal, string field)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code switch
        {
            "calculation.scale-not-positive" => "The scale is a number above 0, such as 98 or 78.5.",
            "calculation.no-points" => "Enter appraisal points or survey points.",
            _ => $"{field}: a number of 0 or more with at most two decimals, such as 62.30, without a thousands separator.",
        };
    }

    public override string Steps => "Step by step";

    public override string TotalIs => "Total:";

    public override string Points => "points";

    public override string DividedByScale => "Divided by the unit's scale:";

    public override string AtMost100 => "The index does not pass 100 unless the group's rules allow it.";

    public override string RoundedOnce => "Rounded once, to two decimals, half away from zero:";

    public override string RatedBy(int year) => $"Rated by the bands of {year}:";
}
