namespace ParIndex.Domain.Scorecards;

/// <summary>The stage a score belongs to. Each stage's values are kept apart for ever.</summary>
public enum ScoreStage
{
    /// <summary>Tự chấm điểm, by the unit.</summary>
    SelfScore,

    /// <summary>Thẩm định lần 1.</summary>
    FirstAppraisal,

    /// <summary>Thẩm định lần 2, after the unit's explanation.</summary>
    SecondAppraisal,

    /// <summary>Điểm điều tra xã hội học, loaded per unit and leaf.</summary>
    Survey,
}
