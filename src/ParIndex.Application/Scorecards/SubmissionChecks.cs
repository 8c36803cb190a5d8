using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>What the checklist finds before a scorecard is handed in.</summary>
public enum SubmissionFindingKind
{
    /// <summary>The leaf has no answer yet.</summary>
    NotAnswered,

    /// <summary>Points without the proof asked for, and no note that explains its absence.</summary>
    ProofMissing,

    /// <summary>Points without proof and without a note where none was asked for: whoever appraises sees it.</summary>
    Unproved,

    /// <summary>“Không áp dụng” is chosen: a proposal, which changes no scale.</summary>
    ExemptionProposed,

    /// <summary>Proof dated outside the year assessed.</summary>
    ProofOutsideYear,
}

/// <summary>One line of the checklist.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Text">In a Vietnamese sentence.</param>
public sealed record SubmissionFinding(Criterion Leaf, SubmissionFindingKind Kind, string Text)
{
    /// <summary>Whether the scorecard cannot be handed in with it.</summary>
    public bool Blocks => Kind is SubmissionFindingKind.NotAnswered or SubmissionFindingKind.ProofMissing;
}

/// <summary>The checklist of a scorecard: what keeps it from being handed in, and what its head should know.</summary>
public static class SubmissionChecks
{
    /// <summary>Everything found, in the order of the criteria set. Survey leaves are loaded, not answered by the unit.</summary>
    public static IReadOnlyList<SubmissionFinding> Of(ScorecardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var scores = folder.Card.Scores;
        return [.. folder.Applicable.Where(leaf => leaf.Component != Component.Survey).SelectMany(leaf => Of(folder, scores, leaf))];
    }

    private static IEnumerable<SubmissionFinding> Of(ScorecardFolder folder, Scores scores, Criterion leaf)
    {
        var answer = scores.At(leaf, ScoreStage.SelfScore)?.Answer ?? CellAnswer.Blank;
        if (!scores.IsAnswered(leaf, ScoreStage.SelfScore))
        {
            yield return new(leaf, SubmissionFindingKind.NotAnswered, "Chưa tự chấm điểm.");
            yield break;
        }

        if (answer.ProposesExemption(leaf))
        {
            yield return new(leaf, SubmissionFindingKind.ExemptionProposed, "Đề nghị không áp dụng; thang điểm chỉ thay đổi khi nội dung không áp dụng được ghi nhận.");
        }

        var proofs = folder.EvidenceOf(leaf).ToList();
        if (proofs.Count == 0 && answer.Points > 0)
        {
            if (ProofProblem(leaf, answer) is { } problem)
            {
                yield return new(leaf, SubmissionFindingKind.ProofMissing, problem);
            }
            else if (IsBlank(answer.Note))
            {
                yield return new(leaf, SubmissionFindingKind.Unproved, "Không có tài liệu; bộ tiêu chí không yêu cầu, nhưng cơ quan thẩm định sẽ thấy ô này thiếu tài liệu.");
            }
        }

        foreach (var proof in proofs.Where(proof => proof.Document.IsOutside(folder.Round.Year)))
        {
            yield return new(leaf, SubmissionFindingKind.ProofOutsideYear, $"Tài liệu “{proof.Document.Title}” có ngày ngoài năm {folder.Round.Year}.");
        }
    }

    /// <summary>
    /// A note may explain why proof is missing; not so for bonus points, which lie outside the scale and are given for
    /// what can be shown.
    /// </summary>
    private static string? ProofProblem(Criterion leaf, CellAnswer answer) => leaf.Component switch
    {
        Component.Bonus => "Điểm cộng phải có tài liệu kiểm chứng.",
        Component.Penalty when IsBlank(answer.Note) => "Điểm trừ cần tài liệu kiểm chứng, hoặc ghi chú nêu rõ vụ việc.",
        Component.Penalty => null,
        _ => leaf.EvidenceAsked is not null && IsBlank(answer.Note) ? "Thiếu tài liệu kiểm chứng; đính kèm, dẫn văn bản, hoặc ghi chú giải thích vì sao không có." : null,
    };

    private static bool IsBlank(string? note) => string.IsNullOrWhiteSpace(note);
}
