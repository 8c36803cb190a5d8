namespace ParIndex.Domain.Scorecards;

/// <summary>Where a scorecard stands: the steps of the round, and its end.</summary>
public enum ScorecardState
{
    /// <summary>The unit scores itself.</summary>
    SelfScoring,

    /// <summary>Submitted; appraised for the first time.</summary>
    FirstAppraisal,

    /// <summary>The unit answers requests for explanation.</summary>
    Explanation,

    /// <summary>Appraised for the second time, with the explanations at hand.</summary>
    SecondAppraisal,

    /// <summary>Agreed: its points are final unless it is reopened.</summary>
    Agreed,
}

/// <summary>What moves a scorecard from state to state.</summary>
public enum ScorecardAct
{
    /// <summary>The unit hands it in, with its head's approval.</summary>
    Submit,

    /// <summary>The unit takes it back before anybody appraised it.</summary>
    Withdraw,

    /// <summary>Given back to the unit to be mended.</summary>
    Return,

    /// <summary>The first appraisal ends.</summary>
    EndFirstAppraisal,

    /// <summary>The unit's explanations are complete.</summary>
    EndExplanation,

    /// <summary>The second appraisal ends, the result is agreed.</summary>
    Agree,

    /// <summary>An agreed scorecard is unlocked for the second appraisal.</summary>
    Reopen,
}
