using ParIndex.Application.Reading;
using ParIndex.Domain;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>What a row of the annex became.</summary>
public enum RowRole
{
    /// <summary>Nothing stands in it.</summary>
    Blank,

    /// <summary>It stands above the headings.</summary>
    Above,

    /// <summary>The headings of the columns, once or at the top of every page.</summary>
    Heading,

    /// <summary>It numbers the columns.</summary>
    ColumnNumbers,

    /// <summary>A field, or a part that holds fields.</summary>
    Field,

    /// <summary>A criterion with others below it.</summary>
    Group,

    /// <summary>A criterion that is scored.</summary>
    Leaf,

    /// <summary>How the criterion above is scored, or what is remarked of it.</summary>
    Scoring,

    /// <summary>A sum the tree is checked against.</summary>
    Sum,

    /// <summary>The rest of the row above it.</summary>
    Merged,

    /// <summary>Not used, for the reason each of its cells has.</summary>
    Unused,

    /// <summary>A criterion that cannot be one as it stands: something of it blocks.</summary>
    Refused,

    /// <summary>Not read yet: a column that is needed is not known.</summary>
    Unread,
}

/// <summary>What a line of scoring turned out to be.</summary>
public enum LineKind
{
    /// <summary>Kept as text; no rule follows from it.</summary>
    Text,

    /// <summary>A statement with its points.</summary>
    Level,

    /// <summary>A formula.</summary>
    Formula,

    /// <summary>Points for each case.</summary>
    PerCase,

    /// <summary>An explanation.</summary>
    Explanation,
}

/// <summary>What a cell was used as.</summary>
public enum CellRole
{
    /// <summary>Not used; the reason is said.</summary>
    Unused,

    /// <summary>It says that there is nothing: a dash.</summary>
    Absent,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>The number of a column.</summary>
    ColumnNumber,

    /// <summary>The code of the node.</summary>
    Code,

    /// <summary>The name of the node.</summary>
    Name,

    /// <summary>Its maximum.</summary>
    MaxScore,

    /// <summary>What special-case units can have of it.</summary>
    SpecialMaxScore,

    /// <summary>A line of its scoring.</summary>
    Scoring,

    /// <summary>The points of that line.</summary>
    LinePoints,

    /// <summary>Its part of the total.</summary>
    Component,

    /// <summary>Decimals that may be typed, or those of its figures.</summary>
    Decimals,

    /// <summary>Evidence asked for.</summary>
    Evidence,

    /// <summary>Body that appraises.</summary>
    Body,

    /// <summary>English name.</summary>
    NameEn,

    /// <summary>The decision's scoring text.</summary>
    ScoringText,

    /// <summary>What the raw figures count.</summary>
    FigureNoun,

    /// <summary>Its remark.</summary>
    Remark,

    /// <summary>The node above.</summary>
    Parent,

    /// <summary>A sum, or its words.</summary>
    Sum,
}

/// <summary>One use of a cell; a cell that holds several things has several.</summary>
/// <param name="Column">Its place in the row, from 0.</param>
/// <param name="Role">What it was used as.</param>
/// <param name="Why">Why it was not used, or what was done to it; otherwise <c>null</c>.</param>
public sealed record CellUse(int Column, CellRole Role, Finding? Why = null);

/// <summary>
/// The account of one row of the annex: what it became, and what each cell that holds anything was used as. Cells that only
/// repeat one merged over them are accounted for where it begins.
/// </summary>
/// <param name="Index">Its place in the table, from 0.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Role">What it became.</param>
/// <param name="Code">The code of the node it is, or speaks of; otherwise <c>null</c>.</param>
/// <param name="Line">Of a line of scoring, which kind it is.</param>
/// <param name="Uses">The uses of its cells.</param>
public sealed record RowAccount(int Index, IReadOnlyList<SourceCell> Cells, RowRole Role, string? Code, LineKind? Line, IReadOnlyList<CellUse> Uses)
{
    /// <summary>What was corrected by hand, or <c>null</c>.</summary>
    public RowCorrection? Correction { get; init; }

    /// <summary>Whether it is a node of the tree.</summary>
    public bool IsNode => Role is RowRole.Field or RowRole.Group or RowRole.Leaf or RowRole.Refused;

    /// <summary>Whether nothing of it was used though something stands in it.</summary>
    public bool IsLeftOut => Role is RowRole.Above or RowRole.Unused or RowRole.Unread;

    /// <summary>Why cells of it were not used, each reason once.</summary>
    public IEnumerable<Finding> Reasons => Uses.Where(use => use.Role == CellRole.Unused).Select(use => use.Why).OfType<Finding>().DistinctBy(why => why.Text, StringComparer.Ordinal);
}
