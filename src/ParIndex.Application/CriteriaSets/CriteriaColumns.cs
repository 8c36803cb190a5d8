using ParIndex.Domain.Criteria;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.CriteriaSets;

/// <summary>The columns of a criteria set in a workbook: the same that its reader understands.</summary>
public static class CriteriaColumns
{
    /// <summary>The whole set in the order of the tree.</summary>
    public static Table<Criterion> TableOf(CriteriaSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(set.Title, $"bo-tieu-chi-{set.Year}-{set.GroupSlug}", Of(set), [.. set.Tree().Select(entry => entry.Node)]);
    }

    /// <summary>The columns; the rule is said of leaves only.</summary>
    private static Column<Criterion>[] Of(CriteriaSet set) =>
    [
        new("code", "Mã", criterion => Cell.Of(criterion.Code)),
        new("name", "Tên tiêu chí", criterion => Cell.Of(criterion.Name)),
        new("maxScore", "Điểm tối đa", criterion => Cell.Trimmed(criterion.MaxScore)),
        new("rule", "Cách chấm", criterion => Cell.Of(set.IsLeaf(criterion) ? criterion.Rule.ToString() : null)),
        new("component", "Thành phần", criterion => Cell.Of(ComponentWords.Of(criterion.Component))),
        new("decimals", "Số chữ số thập phân", criterion => Cell.Of(criterion.Decimals)),
        new("evidenceAsked", "Tài liệu kiểm chứng", criterion => Cell.Of(criterion.EvidenceAsked)),
        new("appraisingBody", "Cơ quan thẩm định", criterion => Cell.Of(criterion.AppraisingBody)),
        new("scoringText", "Nguyên văn hướng dẫn chấm", criterion => Cell.Of(criterion.ScoringText)),
        new("figureNoun", "Đơn vị tính", criterion => Cell.Of(criterion.FigureNoun)),
        new("figureDecimals", "Số lẻ của số liệu", criterion => criterion.FigureDecimals > 0 ? Cell.Of(criterion.FigureDecimals) : Cell.Nothing),
        new("remark", "Ghi chú", criterion => Cell.Of(criterion.Remark)),
        new("parentCode", "Mã cấp trên", criterion => Cell.Of(set.Criteria.FirstOrDefault(above => above.Id == criterion.ParentId)?.Code is { } parent && parent != CriterionCode.ParentOf(criterion.Code) ? parent : null)),
        new("nameEn", "Tên tiếng Anh", criterion => Cell.Of(criterion.NameEn)),
    ];
}
