namespace ParIndex.Domain.Criteria;

/// <summary>The parts of a total. They stay apart to the end.</summary>
public enum Component
{
    /// <summary>Appraisal (thẩm định): points the appraisers gave.</summary>
    Appraisal,

    /// <summary>Sociological survey (điều tra xã hội học).</summary>
    Survey,

    /// <summary>Bonus (điểm cộng), outside the scale, up to a ceiling.</summary>
    Bonus,

    /// <summary>Penalty (điểm trừ), outside the scale, up to a ceiling; kept as a magnitude ≥ 0.</summary>
    Penalty,
}
