using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Scorecards;

/// <summary>
/// What somebody of a unit says to colleagues of the unit about a leaf or a field of its scorecard (trao đổi nội bộ). It
/// is the unit's own: no appraiser, page of the round, file or release ever holds it.
/// </summary>
public sealed class InnerNote
{
    /// <summary>Longest text.</summary>
    public const int MostText = 2000;

    /// <param name="scorecard">The scorecard.</param>
    /// <param name="node">The leaf or field.</param>
    /// <param name="text">What is said.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="ArgumentException">No text, or longer than <see cref="MostText"/>.</exception>
    public InnerNote(Scorecard scorecard, Criterion node, string text, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        ArgumentNullException.ThrowIfNull(node);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MostText, nameof(text));
        (ScorecardId, CriterionId, Text, By, At) = (scorecard.Id, node.Id, text, by, at);
    }

    private InnerNote()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>The leaf; or the field, of the remark it was given back with.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>What is said.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The account.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
