namespace ParIndex.Application.Duties;

/// <summary>What a person has to do; in the order in which equally urgent ones are named.</summary>
public enum DutyKind
{
    /// <summary>Fields the head of the own unit gave back, to be mended.</summary>
    Mend,

    /// <summary>Criteria of the own unit to be self-scored.</summary>
    Score,

    /// <summary>Criteria of the own unit that lack their proof.</summary>
    Prove,

    /// <summary>Complete fields of the person, to be said done.</summary>
    Finish,

    /// <summary>A complete scorecard of the own unit for its head to approve.</summary>
    ApproveSheet,

    /// <summary>Fields of the own unit whose officer is gone, to be given to another.</summary>
    Reshare,

    /// <summary>A complete scorecard of the own unit to be handed in.</summary>
    Submit,

    /// <summary>Requests for explanation to be answered.</summary>
    Explain,

    /// <summary>The explanation of the own unit to be ended: everything is answered.</summary>
    EndOwnExplanation,

    /// <summary>Criteria to be appraised for the first time.</summary>
    Appraise,

    /// <summary>Explanations that keep the self-score, to be appraised for the second time.</summary>
    AppraiseAgain,

    /// <summary>Scorecards whose step can end.</summary>
    EndStep,

    /// <summary>Scorecards whose result can be agreed.</summary>
    Agree,

    /// <summary>Units or appraisers past their deadline, to be reminded.</summary>
    Remind,

    /// <summary>Points of the survey to be loaded.</summary>
    Survey,

    /// <summary>A draft round to be opened.</summary>
    Open,

    /// <summary>A round all of whose scorecards are agreed, to be ended.</summary>
    Close,

    /// <summary>Differing opinions for the council.</summary>
    Deliberate,

    /// <summary>Points proposed to the council that the person has not voted on.</summary>
    Vote,

    /// <summary>Results to be approved by the council.</summary>
    Approve,

    /// <summary>The decision to be recorded.</summary>
    Decide,

    /// <summary>Results to be published.</summary>
    Publish,

    /// <summary>Remarks of the public to be answered.</summary>
    AnswerRemarks,

    /// <summary>Requests that wait for this person as the second one.</summary>
    Consent,
}

/// <summary>Something that waits for a person, and for nobody else first.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="What">What <paramref name="Left"/> counts, in Vietnamese: “tiêu chí chưa tự chấm điểm”.</param>
/// <param name="Where">Where, in Vietnamese: the scorecard, or the round.</param>
/// <param name="Left">How many are left, above 0.</param>
public sealed record Duty(DutyKind Kind, string What, string Where, int Left)
{
    /// <summary>Of how many, or <c>null</c> where there is no whole.</summary>
    public int? All { get; init; }

    /// <summary>Last instant, UTC, or <c>null</c> while there is none.</summary>
    public DateTime? Until { get; init; }

    /// <summary>One Vietnamese sentence more, or <c>null</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>Key of the scorecard or round it is done at; <c>null</c> where it is neither.</summary>
    public Guid? Subject { get; init; }

    /// <summary>Whether it is of the fields of the own unit's scorecard that the person answers for.</summary>
    public bool IsOfOwnPart { get; init; }

    /// <summary>Of an appraisal: the field that most of it is of, which can be done across all units; else <c>null</c>.</summary>
    public DutyField? Field { get; init; }

    /// <summary>The scorecards or requests it consists of, most urgent first; empty where it is one.</summary>
    public IReadOnlyList<DutyPart> Parts { get; init; } = [];
}

/// <summary>A field of a group in which a duty is done across units.</summary>
/// <param name="RoundId">Key of the round.</param>
/// <param name="Group">The slug of the group.</param>
/// <param name="Code">The code of the field.</param>
public sealed record DutyField(Guid RoundId, string Group, string Code);

/// <summary>One of the scorecards or requests a duty consists of.</summary>
/// <param name="Name">The unit, or what is asked for.</param>
/// <param name="Subject">Key of the scorecard, or of the request.</param>
/// <param name="Left">How many are left in it, above 0.</param>
/// <param name="Until">Last instant, UTC, or <c>null</c>.</param>
public sealed record DutyPart(string Name, Guid Subject, int Left, DateTime? Until);
