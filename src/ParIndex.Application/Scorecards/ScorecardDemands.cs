using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>What the moves of a scorecard demand of its content, asked by pages for their buttons and by the server.</summary>
public static class ScorecardDemands
{
    private const int MostNamed = 12;

    /// <summary>Whether the act must say why.</summary>
    public static bool NeedsReason(ScorecardAct act, StaffAccount actor, ScorecardFolder folder) => act switch
    {
        ScorecardAct.Withdraw or ScorecardAct.Return or ScorecardAct.Reopen => true,
        ScorecardAct.EndExplanation => !ScorecardRights.IsOfficer(actor, folder),
        _ => false,
    };

    /// <summary>What the scorecard lacks for an act, as a Vietnamese sentence; <c>null</c> when it lacks nothing.</summary>
    public static string? WhyNot(ScorecardAct act, StaffAccount actor, ScorecardFolder folder, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return act switch
        {
            ScorecardAct.Submit => Unfinished(folder, "Chưa nộp được") ?? folder.Card.WhyNotApproved(folder.Side),
            ScorecardAct.Withdraw => folder.Card.Scores.Progress(ScoreStage.FirstAppraisal, folder.Set.Leaves).Given > 0 ? "Đã có điểm thẩm định lần 1 nên không rút lại được; đề nghị người thẩm định trả lại phiếu." : null,
            ScorecardAct.EndFirstAppraisal => Missing("Chưa kết thúc thẩm định lần 1 được: còn {0} tiêu chí chưa thẩm định", Unanswered(folder, ScoreStage.FirstAppraisal))
                ?? OfReasons("kết thúc thẩm định lần 1", folder, ScoreStage.FirstAppraisal),
            ScorecardAct.EndExplanation => OfExplanation(actor, folder, now),
            ScorecardAct.Agree => Missing("Chưa thống nhất được: còn {0} tiêu chí chưa có điểm", Uncounted(folder))
                ?? OfReasons("thống nhất", folder, ScoreStage.SecondAppraisal),
            _ => null,
        };
    }

    /// <summary>
    /// Whether an appraisal takes from the unit what it gave itself — fewer points, or a greater penalty — and does not
    /// say why: in its note, or to the unit when it asked for an explanation. What the second appraisal leaves as the
    /// first had it, the first has said.
    /// </summary>
    /// <param name="scores">The scores of the scorecard.</param>
    /// <param name="explanations">What the unit was asked to explain.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="stage">The first or the second appraisal; of other stages nothing is asked.</param>
    public static bool LacksReason(Scores scores, IEnumerable<Explanation> explanations, Criterion leaf, ScoreStage stage)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(leaf);
        var (own, first) = (scores.At(leaf, ScoreStage.SelfScore)?.Answer.Points, scores.At(leaf, ScoreStage.FirstAppraisal)?.Answer);
        var saysWhy = first?.Note is not null || explanations.Any(explanation => explanation.CriterionId == leaf.Id && explanation.RequestedBy is not null);
        return (stage, scores.At(leaf, stage)?.Answer) switch
        {
            (ScoreStage.FirstAppraisal, { Points: { } points }) => IsBelow(points) && !saysWhy,
            (ScoreStage.SecondAppraisal, { Points: { } points, Note: null }) => IsBelow(points) && !(saysWhy && first?.Points == points),
            _ => false,
        };

        bool IsBelow(decimal points) => leaf.Component == Component.Penalty ? points > own : points < own;
    }

    /// <summary>What is wrong with the approval of a head, by field; empty when nothing is.</summary>
    public static IEnumerable<(string Field, string Message)> Problems(HeadApproval approval, ScorecardFolder folder, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(folder);
        if (string.IsNullOrWhiteSpace(approval.HeadName) || approval.HeadName.Length > HeadApproval.MostName)
        {
            yield return (nameof(HeadApproval.HeadName), $"Ghi họ và tên thủ trưởng đơn vị, tối đa {HeadApproval.MostName} ký tự.");
        }

        if (string.IsNullOrWhiteSpace(approval.HeadPost) || approval.HeadPost.Length > HeadApproval.MostName)
        {
            yield return (nameof(HeadApproval.HeadPost), $"Ghi chức vụ của thủ trưởng đơn vị, tối đa {HeadApproval.MostName} ký tự.");
        }

        var (opened, today) = (OpenedOn(folder), DateWriter.VietnameseDay(now));
        if (approval.SignedOn > today)
        {
            yield return (nameof(HeadApproval.SignedOn), $"Ngày ký không được sau hôm nay, {DateWriter.Vietnamese(today)}.");
        }
        else if (approval.SignedOn < opened)
        {
            yield return (nameof(HeadApproval.SignedOn), $"Ngày ký không được trước ngày mở kỳ đánh giá, {DateWriter.Vietnamese(opened)}.");
        }
    }

    private static DateOnly OpenedOn(ScorecardFolder folder) =>
        folder.Round.Moves.Where(move => move.To == Domain.Rounds.RoundState.Open).Select(move => (DateOnly?)DateWriter.VietnameseDay(move.At)).Min() ?? DateOnly.MinValue;

    /// <summary>What of the unit's own work is not done yet, as a Vietnamese sentence that begins with what it keeps from; <c>null</c> when it is all done.</summary>
    internal static string? Unfinished(ScorecardFolder folder, string keepsFrom)
    {
        var open = SubmissionChecks.Of(folder).Where(finding => finding.Blocks).ToList();
        return open.Count == 0 ? null : $"{keepsFrom}: còn {NumberWriter.VietnameseCount(open.Count)} nội dung phải hoàn thành ({Codes(open.Select(finding => finding.Leaf))}).";
    }

    private static string? OfExplanation(StaffAccount actor, ScorecardFolder folder, DateTime now)
    {
        var open = folder.Explanations.Where(explanation => explanation.IsOpen).Select(explanation => folder.Leaf(explanation.CriterionId)).OfType<Criterion>().ToList();
        return open.Count == 0 || (folder.IsPast(now) && !ScorecardRights.IsOfficer(actor, folder)) ? null
            : Missing(ScorecardRights.IsOfficer(actor, folder) ? "Chưa kết thúc giải trình được: còn {0} yêu cầu chưa trả lời" : "Chưa hết hạn giải trình và còn {0} yêu cầu đơn vị chưa trả lời", open);
    }

    private static string? OfReasons(string act, ScorecardFolder folder, ScoreStage stage)
    {
        var scores = folder.Card.Scores;
        return Missing($"Chưa {act} được: còn {{0}} tiêu chí chấm thấp hơn điểm tự chấm mà chưa ghi lý do vào cột Ghi chú", Appraised(folder).Where(leaf => LacksReason(scores, folder.Explanations, leaf, stage)));
    }

    private static IEnumerable<Criterion> Appraised(ScorecardFolder folder) => folder.Applicable.Where(leaf => leaf.Component != Component.Survey);

    private static IEnumerable<Criterion> Unanswered(ScorecardFolder folder, ScoreStage stage)
    {
        var scores = folder.Card.Scores;
        return Appraised(folder).Where(leaf => !scores.IsAnswered(leaf, stage));
    }

    private static IEnumerable<Criterion> Uncounted(ScorecardFolder folder)
    {
        var scores = folder.Card.Scores;
        return folder.Applicable.Where(leaf => scores.Counting(leaf) is null);
    }

    private static string? Missing(string words, IEnumerable<Criterion> leaves)
    {
        var missing = leaves.ToList();
        return missing.Count == 0 ? null : words.Replace("{0}", NumberWriter.VietnameseCount(missing.Count), StringComparison.Ordinal) + $" ({Codes(missing)}).";
    }

    private static string Codes(IEnumerable<Criterion> leaves)
    {
        var codes = leaves.Select(leaf => leaf.Code).Distinct().ToList();
        return string.Join(", ", codes.Take(MostNamed)) + (codes.Count > MostNamed ? "…" : "");
    }
}

/// <summary>The approval of the unit's head, given on the report that was signed.</summary>
/// <param name="HeadName">Full name, for colleagues only.</param>
/// <param name="HeadPost">Post: “Giám đốc”.</param>
/// <param name="SignedOn">Day the report was signed.</param>
/// <param name="ReportFileId">The signed report, a stored PDF of the unit.</param>
public sealed record HeadApproval(string HeadName, string HeadPost, DateOnly SignedOn, Guid ReportFileId)
{
    /// <summary>Longest name or post.</summary>
    public const int MostName = 200;
}
