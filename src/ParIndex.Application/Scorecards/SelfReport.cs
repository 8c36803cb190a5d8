using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>What a unit reports of its own scores: what page, printed report and receipt say alike.</summary>
/// <param name="Folder">The scorecard as its reader sees it.</param>
public sealed record SelfReport(ScorecardFolder Folder)
{
    /// <summary>The fields with the leaves the unit scores within the scale, in the order of the set.</summary>
    public IEnumerable<(Criterion Field, IReadOnlyList<Criterion> Leaves)> Fields => Folder.Group.Fields
        .Select(root => (root, (IReadOnlyList<Criterion>)[.. Folder.Set.Leaves.Where(leaf => leaf.Component == Component.Appraisal && Folder.Group.FieldOf(leaf).Id == root.Id)]))
        .Where(pair => pair.Item2.Count > 0);

    /// <summary>Whether a leaf applies to the unit.</summary>
    public bool Applies(Criterion leaf) => Folder.Applicable.Contains(leaf);

    /// <summary>The unit's own points, or <c>null</c>.</summary>
    public decimal? Points(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Points;
    }

    /// <summary>What stands in the last column: proof, statement and note.</summary>
    public IEnumerable<string> Remarks(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (!Applies(leaf))
        {
            yield return $"Không áp dụng: {Folder.Unit.Participant.Exemptions.First(exemption => exemption.CriterionId == leaf.Id).Reason}";
            yield break;
        }

        var answer = Folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Answer ?? CellAnswer.Blank;
        if (answer.ProposesExemption(leaf))
        {
            yield return "Đề nghị không áp dụng";
        }

        foreach (var line in Folder.EvidenceOf(leaf))
        {
            yield return string.Join(", ", new[] { line.Document.Title, line.Document.Number, line.Link.Pages }.Where(part => !string.IsNullOrWhiteSpace(part)));
        }

        if (!string.IsNullOrWhiteSpace(answer.Note))
        {
            yield return answer.Note;
        }
    }

    /// <summary>
    /// The handing-in that the scores of the unit are of as they stand; <c>null</c> before it and while the unit may change
    /// them again, when nobody could say any longer what was handed in.
    /// </summary>
    public Submission? Submission => Folder.Card.State == ScorecardState.SelfScoring ? null : Folder.Card.Submissions.MaxBy(submission => submission.Sequence);
}
