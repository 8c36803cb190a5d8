using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class CriteriaSetTests
{
    private readonly CriteriaSet _set = new(2024, "so-nganh", "Bộ tiêu chí 2024");

    [Fact]
    public void Leaves_AreTheNodesWithoutChildren_InTheOrderOfTheTree()
    {
        var first = _set.Add("1", "Lĩnh vực một", 3);
        var second = _set.Add("2", "Lĩnh vực hai", 2);
        _set.Add("2.1", "Tiêu chí", 2, parent: second);
        var criterion = _set.Add("1.1", "Tiêu chí", 2, parent: first);
        _set.Add("1.2", "Tiêu chí", 1, parent: first);
        _set.Add("1.1.1", "Tiêu chí thành phần", 2, parent: criterion);

        Assert.Equal(["1.1.1", "1.2", "2.1"], _set.Leaves.Select(leaf => leaf.Code));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void Leaves_AtAnyDepth_AreFound(int depth)
    {
        Criterion? parent = null;
        for (var level = 1; level <= depth; level++)
        {
            parent = _set.Add($"cấp {level}", "Tiêu chí", 1, parent: parent);
        }

        Assert.Equal(parent, Assert.Single(_set.Leaves));
    }

    [Fact]
    public void Leaf_ThatGetsAChild_IsNoLeafAnyMore()
    {
        var field = _set.Add("1", "Lĩnh vực", 1);
        Assert.True(_set.IsLeaf(field));

        _set.Add("1.1", "Tiêu chí", 1, parent: field);

        Assert.False(_set.IsLeaf(field));
    }

    [Fact]
    public void MaxScore_AddsUpLeavesOfTheScaleOnly()
    {
        var field = _set.Add("1", "Lĩnh vực", 99);
        _set.Add("1.1", "Tiêu chí", 2.5m, parent: field);
        _set.Add("1.2", "Khảo sát", 1.5m, Component.Survey, field);
        _set.Add("B", "Điểm cộng", 3, Component.Bonus);
        _set.Add("P", "Điểm trừ", 5, Component.Penalty);

        Assert.Equal(4, _set.MaxScore);
    }

    [Fact]
    public void LeavesByBranch_AreAllBelowANode_HoweverDeep()
    {
        var field = _set.Add("1", "Lĩnh vực", 3);
        var criterion = _set.Add("1.1", "Tiêu chí", 2, parent: field);
        _set.Add("1.2", "Tiêu chí", 1, parent: field);
        _set.Add("1.1.1", "Tiêu chí thành phần", 2, parent: criterion);
        _set.Add("2", "Lĩnh vực không có gì bên dưới", 1);

        Assert.Equal(["1: 1.1.1 1.2", "1.1: 1.1.1"], _set.LeavesByBranch().OrderBy(branch => branch.Key.Code, StringComparer.Ordinal).Select(branch => $"{branch.Key.Code}: {string.Join(' ', branch.Select(leaf => leaf.Code))}"));
    }

    [Fact]
    public void SumMismatches_NameTheNodeAndTheSumOfItsChildren()
    {
        var wrong = _set.Add("1", "Lĩnh vực", 4);
        var right = _set.Add("1.1", "Tiêu chí", 3, parent: wrong);
        _set.Add("1.1.1", "Tiêu chí thành phần", 1, parent: right);
        _set.Add("1.1.2", "Tiêu chí thành phần", 2, parent: right);

        Assert.Equal((wrong, 3m), Assert.Single(_set.SumMismatches()));
    }

    [Fact]
    public void SumMismatches_OfASetThatAddsUp_AreNone()
    {
        var field = _set.Add("1", "Lĩnh vực", 1.50m);
        _set.Add("1.1", "Tiêu chí", 1, parent: field);
        _set.Add("1.2", "Tiêu chí", 0.5m, parent: field);

        Assert.Empty(_set.SumMismatches());
    }

    [Fact]
    public void Add_CodeTwice_IsRefused()
    {
        _set.Add("1.1", "Tiêu chí", 1);

        Assert.Throws<RefusedException>(() => _set.Add("1.1", "Tiêu chí khác", 1));
    }

    [Fact]
    public void Add_UnderANodeOfAnotherSet_IsRefused()
    {
        var foreign = new CriteriaSet(2023, "so-nganh", "Bộ tiêu chí 2023").Add("1", "Lĩnh vực", 1);

        Assert.Throws<ArgumentException>(() => _set.Add("1.1", "Tiêu chí", 1, parent: foreign));
    }
}
