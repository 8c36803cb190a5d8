using ParIndex.Domain;

namespace ParIndex.Application.Reading;

/// <summary>How a published table is to be read.</summary>
/// <param name="Decimals">Most decimals a score or percentage may have, 0…4.</param>
public sealed record ReadingOptions(int Decimals = 2)
{
    /// <summary>The year the table is to be of: columns that say another are not read. <c>null</c> takes all.</summary>
    public int? Year { get; init; }

    /// <summary>The sheet's name or the table's number that staff chose in a file of several.</summary>
    public string? Table { get; init; }
}

/// <summary>A published table, understood but not yet matched with the register of units.</summary>
/// <param name="Rows">The units in printed order.</param>
/// <param name="Means">The mean rows inside the table.</param>
/// <param name="Columns">What each column was understood as.</param>
/// <param name="Remarks">What was passed over or assumed.</param>
public sealed record PublishedTable(
    IReadOnlyList<PublishedRow> Rows,
    IReadOnlyList<PublishedMean> Means,
    IReadOnlyList<PublishedColumn> Columns,
    IReadOnlyList<Finding> Remarks);

/// <summary>One unit as printed. What is not printed is <c>null</c>, never 0. Scores are points, the index is per cent.</summary>
/// <param name="Order">Position in its ranking list: the printed number, or counted from the row above.</param>
/// <param name="UnitName">The unit's name in the table's own spelling, without footnote marks.</param>
/// <param name="Group">The group from its column or from a heading: “Sở, ban, ngành tỉnh”.</param>
/// <param name="Heading">The ranking list inside the group: “Thang điểm 98”.</param>
/// <param name="AppraisalScore">Points of the appraisal.</param>
/// <param name="SurveyScore">Points of the sociological survey.</param>
/// <param name="Bonus">Points added.</param>
/// <param name="Penalty">Points taken off, as a positive number however printed.</param>
/// <param name="TotalScore">The printed total.</param>
/// <param name="PrintedScale">The scale from its column, greater than 0.</param>
/// <param name="HeadingScale">The scale stated by the heading; “dưới 98” states none.</param>
/// <param name="PublishedIndex">The printed index, 0…999.</param>
/// <param name="PublishedRating">The printed rating word.</param>
/// <param name="PublishedRank">The printed place.</param>
/// <param name="Decimals">The precision of the whole table, for the rounding envelope.</param>
/// <param name="Place">Where the unit's name stands.</param>
public sealed record PublishedRow(
    int Order,
    string UnitName,
    string? Group,
    string? Heading,
    decimal? AppraisalScore,
    decimal? SurveyScore,
    decimal? Bonus,
    decimal? Penalty,
    decimal? TotalScore,
    decimal? PrintedScale,
    decimal? HeadingScale,
    decimal? PublishedIndex,
    string? PublishedRating,
    int? PublishedRank,
    PrintedDecimals Decimals,
    CellPlace Place)
{
    /// <summary>The unit's code of the register, from the portal's own files; otherwise <c>null</c>.</summary>
    public string? UnitCode { get; init; }
}

/// <summary>Most decimals printed anywhere in the score columns and in the index column.</summary>
/// <param name="Scores">In appraisal, survey, bonus, penalty and total.</param>
/// <param name="Index">In the index column.</param>
public sealed record PrintedDecimals(int Scores, int Index);

/// <summary>A mean row inside the table.</summary>
/// <param name="Group">The group it stands in, if any.</param>
/// <param name="Heading">The ranking list it stands in; <c>null</c> when it says it is the whole group's.</param>
/// <param name="Index">The printed mean of the index in per cent, or <c>null</c> when that cell is empty.</param>
/// <param name="Place">Where its text stands.</param>
public sealed record PublishedMean(string? Group, string? Heading, decimal? Index, CellPlace Place);

/// <summary>One column of the table.</summary>
/// <param name="Meaning">What it was understood as, or <c>null</c> when it was passed over.</param>
/// <param name="Header">The header's text; of a header in two rows, both.</param>
/// <param name="Place">Where the header stands.</param>
public sealed record PublishedColumn(ColumnMeaning? Meaning, string Header, CellPlace Place)
{
    /// <summary>Why a column whose header is known is not read, the end of a sentence whose subject it is; otherwise <c>null</c>.</summary>
    public Finding? WhyNot { get; init; }

    /// <summary>What it was understood as, in Vietnamese, or <c>null</c> when it was passed over.</summary>
    public string? Understood => Meaning is { } meaning ? HeaderWords.Name(meaning) : null;
}
