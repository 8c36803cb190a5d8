using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The report on the unit's own scores in the form it is printed, signed and sent.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.None)]
public sealed class ReportModel(ScorecardDesk desk) : PageModel
{
    /// <summary>The scorecard.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>Totals, scale and index of the unit's own scores.</summary>
    public IndexResult Standing => desk.Folder.Standing(ScoreStage.SelfScore);

    /// <summary>The fields with the leaves the unit scores within the scale, in the order of the set.</summary>
    public IEnumerable<(Criterion Field, IReadOnlyList<Criterion> Leaves)> Fields => desk.Folder.Group.Fields
        .Select(root => (root, (IReadOnlyList<Criterion>)[.. desk.Folder.Set.Leaves.Where(leaf => leaf.Component == Component.Appraisal && desk.Folder.Group.FieldOf(leaf).Id == root.Id)]))
        .Where(pair => pair.Item2.Count > 0);

    /// <summary>Whether a leaf applies to the unit.</summary>
    public bool Applies(Criterion leaf) => desk.Folder.Applicable.Contains(leaf);

    /// <summary>The unit's own points, or <c>null</c>.</summary>
    public decimal? Points(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return desk.Folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Points;
    }

    /// <summary>What stands in the last column: proof, statement and note.</summary>
    public IEnumerable<string> Remarks(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var folder = desk.Folder;
        if (!Applies(leaf))
        {
            yield return $"Không áp dụng: {folder.Unit.Participant.Exemptions.First(exemption => exemption.CriterionId == leaf.Id).Reason}";
            yield break;
        }

        var answer = folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Answer ?? CellAnswer.Blank;
        if (answer.ProposesExemption(leaf))
        {
            yield return "Đề nghị không áp dụng";
        }

        foreach (var line in folder.EvidenceOf(leaf))
        {
            yield return string.Join(", ", new[] { line.Document.Title, line.Document.Number, line.Link.Pages }.Where(part => !string.IsNullOrWhiteSpace(part)));
        }

        if (!string.IsNullOrWhiteSpace(answer.Note))
        {
            yield return answer.Note;
        }
    }
}
