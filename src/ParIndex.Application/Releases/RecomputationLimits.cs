using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Releases;

/// <summary>What of a group nobody can compute again from the release alone, and why; sentences for people.</summary>
internal static class RecomputationLimits
{
    /// <summary>Of each thing that is taken as published one sentence.</summary>
    /// <param name="release">The release.</param>
    /// <param name="group">The group with its leaves.</param>
    public static IEnumerable<string> Of(Release release, ReleaseGroup group)
    {
        var sentences = group.HasLeaves ? OfLeaves(group) : OfTotals(group);
        return sentences.Concat(OfChanges(release, group)).Select(sentence => $"{group.Name}: {sentence}.");
    }

    private static IEnumerable<string> OfLeaves(ReleaseGroup group)
    {
        var leaves = group.Criteria.Where(criterion => criterion.IsLeaf).ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
        var typed = group.Results.SelectMany(row => row.Scores).Count(score => score.NotApplicable is null && !Follows(leaves[score.CriterionCode], score));
        if (typed > 0)
        {
            yield return $"{NumberWriter.VietnameseCount(typed)} điểm do người chấm cho trực tiếp hoặc công bố không kèm số liệu, được lấy như công bố và chỉ xét trong khoảng từ 0 đến điểm tối đa";
        }

        if (group.ReadCalculation().IsInferred)
        {
            yield return "bản công bố có trước khi quy tắc tính được ghi kèm; trần điểm cộng, điểm trừ và thứ tự do Hội đồng quyết định được suy ra từ chính số đã công bố";
        }
    }

    private static IEnumerable<string> OfTotals(ReleaseGroup group)
    {
        yield return "không công bố điểm từng tiêu chí; các phần điểm, tổng điểm và thang điểm được lấy như công bố, chỉ số, xếp loại và hạng được tính lại từ đó";
        if (group.Results.Count(row => row.ScaleSource == ScaleSource.Inferred) is var inferred and > 0)
        {
            yield return $"thang điểm của {NumberWriter.VietnameseCount(inferred)} đơn vị được tính ngược từ số công bố, không phải số liệu chính thức";
        }

        if (group.Results.Count(row => row.Index is null) is var without and > 0)
        {
            yield return $"{NumberWriter.VietnameseCount(without)} đơn vị thiếu tổng điểm hoặc thang điểm nên không tính lại được chỉ số; xếp loại và hạng của các đơn vị này theo chỉ số in, nếu có";
        }

        if (group.IsPrinted)
        {
            yield return "chỉ số, xếp loại và thứ tự in trong bảng gốc là số chính thức (các cột published_…), giữ nguyên kể cả khi khác số tính lại";
        }
    }

    private static IEnumerable<string> OfChanges(Release release, ReleaseGroup group)
    {
        if (group.Results.All(row => row.Change is null))
        {
            yield break;
        }

        yield return group.ReadCalculation().Before is { } before
            ? $"chỉ số năm {before.Year} của từng đơn vị (indexBefore) theo bản công bố năm {before.Year}, lần {before.Version}, mã kết quả {before.ResultsDigest}: đối chiếu với gói của bản đó"
            : $"chỉ số năm {release.Year - 1} của từng đơn vị (indexBefore) là chỉ số chính thức trừ thay đổi đã công bố: đối chiếu với bản công bố hoặc thông báo của năm đó";
        if (group.Results.Any(row => row.IsComparable is not null))
        {
            yield return "cột comparable được lấy như công bố, vì phụ thuộc bộ tiêu chí của cả hai năm";
        }
    }

    /// <summary>Whether the points follow from what is published beside them, by the rule that is published.</summary>
    private static bool Follows(ReleaseCriterion leaf, ReleaseScore score) =>
        leaf.Rule?.StartsWith('{') == true
        && (leaf.ReadRule() is StatementsRule ? score.Statement is not null : leaf.ReadRule()!.PointsIn(leaf.Component, leaf.MaxScore, new(score.Achieved, score.Required)) is not null);
}
