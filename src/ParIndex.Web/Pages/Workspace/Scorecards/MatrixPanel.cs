using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What is shown beside a cell: what proves it, what was said about it, and what it can be asked.</summary>
/// <param name="Matrix">The matrix.</param>
/// <param name="View">How it is shown.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Folder">The scorecard with its documents.</param>
/// <param name="Texts">What this person asked before.</param>
public sealed record MatrixPanel(AppraisalMatrix Matrix, MatrixView View, MatrixUnit Unit, MatrixCell Cell, ScorecardFolder Folder, IReadOnlyList<string> Texts)
{
    /// <summary>Whether the unit can be asked, or the question be worded anew.</summary>
    public bool MayAsk => Cell.Editable?.Stage == ScoreStage.FirstAppraisal && Cell.Asked is not { IsOpen: false };
}
