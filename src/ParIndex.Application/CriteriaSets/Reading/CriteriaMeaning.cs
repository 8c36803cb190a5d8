namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>What a column of a criteria table holds.</summary>
public enum CriteriaMeaning
{
    /// <summary>Code or running number (STT).</summary>
    Code,

    /// <summary>Wording, Vietnamese.</summary>
    Name,

    /// <summary>Points at most.</summary>
    MaxScore,

    /// <summary>How it is scored.</summary>
    Rule,

    /// <summary>The part of the total.</summary>
    Component,

    /// <summary>Decimals that may be typed.</summary>
    Decimals,

    /// <summary>Evidence asked for.</summary>
    Evidence,

    /// <summary>Body that appraises.</summary>
    Body,

    /// <summary>Wording, English.</summary>
    NameEn,

    /// <summary>The decision's own scoring text, where the rule stands in another column.</summary>
    ScoringText,

    /// <summary>What the raw figures count.</summary>
    FigureNoun,

    /// <summary>Decimals of raw figures.</summary>
    FigureDecimals,

    /// <summary>Remarks.</summary>
    Remark,

    /// <summary>Code of the node above, where the code itself does not say it.</summary>
    Parent,

    /// <summary>Points at most of special-case units (đơn vị đặc thù), where the annex gives them a scale of their own.</summary>
    SpecialMaxScore,
}
