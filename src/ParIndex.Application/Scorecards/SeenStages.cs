using ParIndex.Application.Accounts;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Which stages of one scorecard one reader sees: the rule that every page, file, board, refusal and preview asks before
/// a cell, its history, what was asked about it, or a figure made of it leaves the server. Those of the unit, whatever
/// else they are, see an appraisal when it has ended, not while it is being thought over; whom the scorecard does not
/// concern sees nothing of it.
/// </summary>
public readonly record struct SeenStages
{
    private readonly bool _mayRead;
    private readonly bool _isOwnUnit;

    private SeenStages(bool mayRead, bool isOwnUnit, ScoreStage latest) => (_mayRead, _isOwnUnit, Latest) = (mayRead, isOwnUnit, latest);

    /// <summary>The latest stage that has a column for the reader; figures so far are made of the stages up to it.</summary>
    public ScoreStage Latest { get; }

    /// <summary>Whether the reader sees what was asked about the first appraisal, and what was answered: with that appraisal.</summary>
    public bool HasQuestions => Has(ScoreStage.FirstAppraisal);

    /// <summary>What this reader sees of this scorecard.</summary>
    public static SeenStages Of(StaffAccount reader, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(place);
        var isOwnUnit = ScorecardRights.IsOwnUnit(reader, place);
        return new(ScorecardRights.MayRead(reader, place), isOwnUnit, isOwnUnit ? ScorecardRules.Ended(place.Card.State) : place.Stage);
    }

    /// <summary>Whether the reader sees the cells of a stage.</summary>
    public bool Has(ScoreStage stage) => _mayRead && (!_isOwnUnit || stage == ScoreStage.Survey || stage <= Latest);

    /// <summary>The cell when the reader sees it, else <c>null</c>.</summary>
    public ScoreCell? Of(ScoreCell? cell) => cell is not null && Has(cell.Stage) ? cell : null;

    /// <summary>
    /// Whether results that hold the points of this scorecard tell its unit what is still hidden from it: an appraisal under
    /// way, or one begun before the scorecard was returned.
    /// </summary>
    /// <param name="card">The scorecard, with its cells.</param>
    public static bool AreHeldBack(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Cells.Any(cell => cell.Stage != ScoreStage.Survey && cell.Stage > ScorecardRules.Ended(card.State) && cell.Answer != CellAnswer.Blank);
    }

    /// <summary>
    /// Whether a change in the audit log holds scores or what was said of them. The log tells that they changed; what they
    /// were and are stands in the history of the scorecard, for those who see it there.
    /// </summary>
    public static bool IsOfScores(AuditChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Entity is nameof(ScoreCell) or nameof(Explanation) or nameof(Submission);
    }
}
