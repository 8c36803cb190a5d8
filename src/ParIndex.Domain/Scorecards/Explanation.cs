using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Scorecards;

/// <summary>
/// The exchange about one leaf after the first appraisal (giải trình): what the appraiser asks and why, what the unit
/// answers, and whether it keeps its own score. A unit may also explain unasked.
/// </summary>
public sealed class Explanation
{
    /// <summary>Longest question or answer.</summary>
    public const int MostText = 4000;

    private Explanation(Guid scorecardId, Guid leafId) => (ScorecardId, CriterionId) = (scorecardId, leafId);

    private Explanation()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>The leaf.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>The appraiser who asks, or <c>null</c> when the unit explains unasked.</summary>
    public Guid? RequestedBy { get; private set; }

    /// <summary>Instant it was asked, UTC.</summary>
    public DateTime? RequestedAt { get; private set; }

    /// <summary>What is asked, and why.</summary>
    public string? Reason { get; private set; }

    /// <summary>The unit's answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>Whether the unit keeps its own score; <c>null</c> until it answers.</summary>
    public bool? KeepsSelfScore { get; private set; }

    /// <summary>The officer who answered.</summary>
    public Guid? AnsweredBy { get; private set; }

    /// <summary>Instant of the answer, UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Whether it waits for the unit.</summary>
    public bool IsOpen => Answer is null;

    /// <summary>An appraiser asks the unit to explain a leaf.</summary>
    /// <exception cref="ArgumentException">No reason.</exception>
    public static Explanation Ask(Scorecard scorecard, Criterion leaf, string reason, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        ArgumentNullException.ThrowIfNull(leaf);
        var asked = new Explanation(scorecard.Id, leaf.Id);
        asked.AskAgain(reason, by, at);
        return asked;
    }

    /// <summary>The unit explains a leaf nobody asked about.</summary>
    /// <exception cref="ArgumentException">No answer.</exception>
    public static Explanation Offer(Scorecard scorecard, Criterion leaf, string answer, bool keepsSelfScore, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        ArgumentNullException.ThrowIfNull(leaf);
        var offered = new Explanation(scorecard.Id, leaf.Id);
        offered.Reply(answer, keepsSelfScore, by, at);
        return offered;
    }

    /// <summary>Words the question anew.</summary>
    /// <exception cref="ArgumentException">No reason.</exception>
    public void AskAgain(string reason, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Reason, RequestedBy, RequestedAt) = (reason, by, at);
    }

    /// <summary>Answers, or words the answer anew.</summary>
    /// <exception cref="ArgumentException">No answer.</exception>
    public void Reply(string answer, bool keepsSelfScore, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(answer);
        (Answer, KeepsSelfScore, AnsweredBy, AnsweredAt) = (answer, keepsSelfScore, by, at);
    }
}
