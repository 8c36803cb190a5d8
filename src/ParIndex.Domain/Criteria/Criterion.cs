namespace ParIndex.Domain.Criteria;

/// <summary>What became of a criterion against the year before.</summary>
public enum LineageChange
{
    /// <summary>There was none like it.</summary>
    New,

    /// <summary>Wording and maximum are the same.</summary>
    Same,

    /// <summary>The wording changed, the maximum did not.</summary>
    Reworded,

    /// <summary>The maximum changed.</summary>
    MaximumChanged,
}

/// <summary>
/// A node of the criteria tree: field (lĩnh vực), criterion (tiêu chí) or sub-criterion (tiêu chí thành phần) by
/// depth. Only leaves are scored.
/// </summary>
public sealed class Criterion
{
    /// <param name="code">Code within the set, e.g. <c>1.1.2</c>.</param>
    /// <param name="name">Wording in the decision.</param>
    /// <param name="maxScore">Points at most, above 0. Of a node with children it is a check, not an addend.</param>
    /// <param name="component">The part of the total the points belong to.</param>
    /// <param name="parent">The node above, or <c>null</c> for a field.</param>
    /// <exception cref="ArgumentException">An empty code or name, or a maximum that is not above 0.</exception>
    public Criterion(string code, string name, decimal maxScore, Component component = Component.Appraisal, Criterion? parent = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxScore);
        Code = code;
        Name = name;
        MaxScore = maxScore;
        Component = component;
        ParentId = parent?.Id;
        Lineage = Id;
    }

    private Criterion()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The set it belongs to.</summary>
    public Guid CriteriaSetId { get; private set; }

    /// <summary>The node above.</summary>
    public Guid? ParentId { get; internal set; }

    /// <summary>Code within the set; it may be reused for something else next year.</summary>
    public string Code { get; internal set; } = "";

    /// <summary>Wording, Vietnamese.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Points at most, above 0.</summary>
    public decimal MaxScore { get; internal set; }

    /// <summary>The part of the total the points belong to.</summary>
    public Component Component { get; internal set; }

    /// <summary>English wording, or <c>null</c>.</summary>
    public string? NameEn { get; internal set; }

    /// <summary>How it is scored; of a node with children it says nothing.</summary>
    public LeafRule Rule { get; internal set; } = LeafRule.Default;

    /// <summary>Decimals that may be typed, 0…4.</summary>
    public int Decimals { get; internal set; } = 2;

    /// <summary>The evidence asked for, or <c>null</c>.</summary>
    public string? EvidenceAsked { get; internal set; }

    /// <summary>The decision's own scoring text, word for word and line by line; <c>null</c> where it says nothing beside the rule.</summary>
    public string? ScoringText { get; internal set; }

    /// <summary>What the raw figures count: “nhiệm vụ”, “hồ sơ”; <c>null</c> where nobody said.</summary>
    public string? FigureNoun { get; internal set; }

    /// <summary>Decimals of raw figures, 0…4; 0 where they are counted.</summary>
    public int FigureDecimals { get; internal set; }

    /// <summary>The decision's remark (ghi chú), or <c>null</c>.</summary>
    public string? Remark { get; internal set; }

    /// <summary>The body that appraises it, or <c>null</c> when it is the council's support team.</summary>
    public string? AppraisingBody { get; internal set; }

    /// <summary>Position among its siblings.</summary>
    public int Position { get; internal set; }

    /// <summary>Identity across years: the same value means the same criterion, whatever its code or wording became.</summary>
    public Guid Lineage { get; private set; }

    /// <summary>What became of it against the year before; proposed by the program, decided by a person.</summary>
    public LineageChange Change { get; private set; } = LineageChange.New;

    /// <summary>Whether points may be compared with those of the same lineage last year; decided by a person.</summary>
    public bool IsComparable { get; private set; } = true;

    /// <summary>Everything a decision says of it.</summary>
    public CriterionContent Content => new(Code, Name, MaxScore)
    {
        Component = Component,
        NameEn = NameEn,
        Rule = Rule,
        Decimals = Decimals,
        EvidenceAsked = EvidenceAsked,
        AppraisingBody = AppraisingBody,
        ScoringText = ScoringText,
        Remark = Remark,
        FigureNoun = FigureNoun,
        FigureDecimals = FigureDecimals,
    };

    /// <summary>Whether 0 of 0 proposes an exemption. On a penalty leaf it never does: nothing is taken off.</summary>
    public bool ExemptsNothing => Rule is RatioBasedRule { WhenNothingArose: NothingArose.Exemption } && Component != Component.Penalty;

    /// <summary>
    /// The points raw figures give by the rule, full precision, 0…<see cref="MaxScore"/>; of a penalty leaf, the points they
    /// take off; <c>null</c> where a figure is missing or points are given by hand.
    /// </summary>
    public decimal? PointsOf(RawFigures raw) => Rule.PointsIn(Component, MaxScore, raw);

    internal void Take(CriterionContent content)
    {
        (Code, Name, MaxScore, Component) = (content.Code, content.Name, content.MaxScore, content.Component);
        (NameEn, Rule, Decimals, EvidenceAsked, AppraisingBody) = (content.NameEn, content.Rule, content.Decimals, content.EvidenceAsked, content.AppraisingBody);
        (ScoringText, Remark, FigureNoun, FigureDecimals) = (content.ScoringText, content.Remark, content.FigureNoun, content.FigureDecimals);
    }

    internal void BeginAnew() => (Lineage, Change, IsComparable) = (Id, LineageChange.New, true);

    internal void Continue(Criterion earlier, LineageChange change, bool comparable) => (Lineage, Change, IsComparable) = (earlier.Lineage, change, comparable);
}
