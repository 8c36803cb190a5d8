namespace ParIndex.Domain.Rounds;

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>Being set up; nobody scores.</summary>
    Draft,

    /// <summary>Opened: criteria sets and exemptions are locked, units score themselves.</summary>
    Open,

    /// <summary>Scoring has ended; results are being approved.</summary>
    Closed,

    /// <summary>Its results are published; what comes after is a new version of the release.</summary>
    Published,

    /// <summary>Given up before publication.</summary>
    Cancelled,
}

/// <summary>The five steps of an open round, in their order.</summary>
public enum RoundStep
{
    /// <summary>Tự chấm điểm.</summary>
    SelfScore,

    /// <summary>Thẩm định lần 1.</summary>
    FirstAppraisal,

    /// <summary>Giải trình.</summary>
    Explanation,

    /// <summary>Thẩm định lần 2.</summary>
    SecondAppraisal,

    /// <summary>Thống nhất kết quả.</summary>
    Agreement,
}
