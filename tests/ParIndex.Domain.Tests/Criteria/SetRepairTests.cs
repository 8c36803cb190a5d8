using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Tests.Criteria;

/// <summary>A locked set takes a repair, keeps what was repaired and why, and still holds together.</summary>
public sealed class SetRepairTests
{
    private static readonly DateTime At = new(2026, 11, 5, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Maximum_TakesThoseAboveItAlong_AndTheSetSaysSo()
    {
        var set = Locked();
        var leaf = set.Leaves[0];

        var repair = set.Repair(leaf, Content(leaf, 1.5m), "In sai so với  Quyết định.", At);

        Assert.Equal((1.5m, 2.5m, 3.5m), (leaf.MaxScore, set.Criteria.Single(node => node.Code == "1.1").MaxScore, set.Criteria.Single(node => node.Code == "1").MaxScore));
        Assert.Equal("Ngày 5/11/2026, tiêu chí 1.1.1: điểm tối đa 2 → 1,5; điểm tối đa của 1.1: 3 → 2,5; điểm tối đa của 1: 4 → 3,5. Lý do: in sai so với Quyết định.", repair.Line);
        Assert.Equal([repair], set.Repairs);
        Assert.Empty(set.Problems());
    }

    [Fact]
    public void Wording_IsQuotedBeforeAndAfter()
    {
        var set = Locked();
        var leaf = set.Leaves[0];

        var repair = set.Repair(leaf, new(leaf.Code, "Kế hoạch năm", 2) { Rule = LeafRule.Parse("trừ: 0,5"), ScoringText = "Đúng hạn: 2\nChậm: 1", EvidenceAsked = "Báo cáo" }, "Lỗi", At);

        Assert.Equal(["cách chấm “trực tiếp” → “trừ: 0,5”", "tên tiêu chí “Kế hoạch” → “Kế hoạch năm”", "nguyên văn hướng dẫn chấm (không có) → “Đúng hạn: 2 / Chậm: 1”", "tài liệu kiểm chứng (không có) → “Báo cáo”"], repair.Changes);
    }

    [Fact]
    public void Bonus_LeavesTheScaleAboveItAlone()
    {
        var set = Locked(bonus: true);
        var leaf = set.Leaves.Single(node => node.Component == Component.Bonus);

        set.Repair(leaf, new(leaf.Code, leaf.Name, 2) { Component = Component.Bonus }, "Lỗi", At);

        Assert.Equal(4, set.Criteria.Single(node => node.Code == "1").MaxScore);
    }

    [Fact]
    public void Repair_OfASetStillOpen_OfNothing_OfCodeOrPart_AndOfARuleThatDoesNotFit_IsRefused()
    {
        var open = Set();
        Assert.Contains("chưa khoá", Assert.Throws<RefusedException>(() => open.Repair(open.Leaves[0], Content(open.Leaves[0], 1), "Lỗi", At)).Message, StringComparison.Ordinal);
        var set = Locked();
        var leaf = set.Leaves[0];
        Assert.Contains("giống", Assert.Throws<RefusedException>(() => set.Repair(leaf, leaf.Content, "Lỗi", At)).Message, StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => set.Repair(leaf, new("9", leaf.Name, 1), "Lỗi", At));
        Assert.Throws<RefusedException>(() => set.Repair(leaf, new(leaf.Code, leaf.Name, 1) { Component = Component.Survey }, "Lỗi", At));
        Assert.Contains("mức cao nhất", Assert.Throws<RefusedException>(() => set.Repair(leaf, new(leaf.Code, leaf.Name, 2) { Rule = LeafRule.Parse("mức: Có=1; Không=0") }, "Lỗi", At)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Locked().Repair(leaf, Content(leaf, 1), "Lỗi", At));
        Assert.Throws<ArgumentException>("reason", () => set.Repair(leaf, Content(leaf, 1), " ", At));
        Assert.Empty(set.Repairs);
    }

    private static CriterionContent Content(Criterion leaf, decimal max) => new(leaf.Code, leaf.Name, max);

    private static CriteriaSet Locked(bool bonus = false)
    {
        var set = Set();
        if (bonus)
        {
            set.Add("1.3", "Điểm cộng", 1, Component.Bonus, set.Criteria[0]);
        }

        set.Lock(At);
        return set;
    }

    private static CriteriaSet Set()
    {
        var set = new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí");
        var field = set.Add("1", "Lĩnh vực", 4);
        var criterion = set.Add("1.1", "Tiêu chí", 3, parent: field);
        set.Add("1.1.1", "Kế hoạch", 2, parent: criterion);
        set.Add("1.1.2", "Báo cáo", 1, parent: criterion);
        set.Add("1.2", "Kiểm tra", 1, parent: field);
        return set;
    }
}
