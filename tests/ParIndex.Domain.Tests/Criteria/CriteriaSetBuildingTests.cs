using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class CriteriaSetBuildingTests
{
    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí 2026");
    private readonly Criterion _field;
    private readonly Criterion _first;
    private readonly Criterion _second;

    public CriteriaSetBuildingTests()
    {
        _field = _set.Add("1", "Lĩnh vực", 3);
        _first = _set.Add("1.1", "Kế hoạch", 1, parent: _field);
        _second = _set.Add("1.2", "Báo cáo", 2, parent: _field);
    }

    [Fact]
    public void Move_ChangesTheOrder_AndStopsAtTheEnd()
    {
        _set.Move(_second, -1);
        Assert.Equal(["1.2", "1.1"], _set.Leaves.Select(leaf => leaf.Code));

        _set.Move(_second, -5);
        Assert.Equal(["1.2", "1.1"], _set.Leaves.Select(leaf => leaf.Code));
    }

    [Fact]
    public void Move_OfOneOfThree_ShiftsTheOthers()
    {
        var third = _set.Add("1.3", "Kiểm tra", 1, parent: _field);

        _set.Move(_first, 1);
        Assert.Equal(["1.2", "1.1", "1.3"], _set.Leaves.Select(leaf => leaf.Code));

        _set.Move(_second, 9);
        Assert.Equal(["1.1", "1.3", "1.2"], _set.Leaves.Select(leaf => leaf.Code));
        Assert.Equal([0, 1, 2], new[] { _first, third, _second }.Select(node => node.Position));
    }

    [Fact]
    public void Add_AfterAMove_IsLast()
    {
        _set.Add("1.3", "Kiểm tra", 1, parent: _field);
        _set.Move(_first, 1);

        _set.Add("1.4", "Sơ kết", 1, parent: _field);

        Assert.Equal(["1.2", "1.1", "1.3", "1.4"], _set.Leaves.Select(leaf => leaf.Code));
    }

    [Fact]
    public void Branch_IsTheNodeAndAllBelowIt_InTheOrderOfTheTree()
    {
        _set.Add("1.1.1", "Tiêu chí thành phần", 1, parent: _first);
        _set.Add("2", "Lĩnh vực hai", 1);

        Assert.Equal(["1", "1.1", "1.1.1", "1.2"], _set.Branch(_field).Select(node => node.Code));
    }

    [Fact]
    public void NoContentAndNoEarlierCriterion_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => _set.Change(_first, null!));
        Assert.Throws<ArgumentNullException>(() => _set.Continue(_first, null!, LineageChange.Same, comparable: true));
    }

    [Fact]
    public void MoveUnder_ANodeBelowItself_IsRefused()
    {
        Assert.Equal("“1.1” nằm trong “1” nên không thể là cấp trên của nó.", Assert.Throws<RefusedException>(() => _set.MoveUnder(_field, _first)).Message);
        Assert.Throws<RefusedException>(() => _set.MoveUnder(_field, _field));
        Assert.Null(_field.ParentId);
    }

    [Fact]
    public void MoveUnder_AnotherNode_TakesTheBranchThere_AsTheLast()
    {
        var other = _set.Add("2", "Lĩnh vực hai", 4);
        _set.Add("2.1", "Tiêu chí", 1, parent: other);
        _set.Add("2.2", "Tiêu chí", 1, parent: other);
        _set.Add("1.2.1", "Tiêu chí thành phần", 2, parent: _second);

        _set.MoveUnder(_second, other);

        Assert.Equal(["1:1", "1.1:2", "2:1", "2.1:2", "2.2:2", "1.2:2", "1.2.1:3"], _set.Tree().Select(entry => $"{entry.Node.Code}:{entry.Depth}"));
    }

    [Fact]
    public void MoveUnder_None_MakesAField_AsTheLast()
    {
        _set.Add("2", "Lĩnh vực hai", 4);

        _set.MoveUnder(_first, parent: null);

        Assert.Equal(["1", "1.2", "2", "1.1"], _set.Tree().Select(entry => entry.Node.Code));
        Assert.Null(_first.ParentId);
    }

    [Fact]
    public void MoveUnder_TheParentItHas_LeavesItsPlace()
    {
        _set.MoveUnder(_first, _field);

        Assert.Equal(["1.1", "1.2"], _set.Leaves.Select(leaf => leaf.Code));
    }

    [Fact]
    public void NodesOfAnotherSet_AreRefusedByTheirCode()
    {
        var foreign = new CriteriaSet(2025, "so-nganh", "Bộ tiêu chí 2025").Add("9", "Lĩnh vực", 1);
        Action[] acts =
        [
            () => _set.Add("9.1", "Tiêu chí", 1, parent: foreign),
            () => _set.Change(foreign, foreign.Content),
            () => _set.Move(foreign, 1),
            () => _set.MoveUnder(foreign, _field),
            () => _set.MoveUnder(_first, foreign),
            () => _set.Remove(foreign),
            () => _set.BeginAnew(foreign),
            () => _set.Continue(foreign, _first, LineageChange.Same, comparable: true),
        ];

        Assert.All(acts, act => Assert.Contains("“9” không thuộc bộ tiêu chí này", Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal));
        Assert.Equal(3, _set.Criteria.Count);
    }

    [Fact]
    public void Leaves_OfAnOpenSet_FollowEveryChange_AndOfALockedOneAreFoundOnce()
    {
        Assert.Equal(["1.1", "1.2"], _set.Leaves.Select(leaf => leaf.Code));
        _set.Move(_first, 1);
        Assert.Equal(["1.2", "1.1"], _set.Leaves.Select(leaf => leaf.Code));

        _set.Lock(DateTime.UnixEpoch);

        Assert.Same(_set.Leaves, _set.Leaves);
    }

    [Fact]
    public void Lock_Again_KeepsTheFirstInstant()
    {
        _set.Lock(DateTime.UnixEpoch);
        _set.Lock(DateTime.UnixEpoch.AddDays(1));

        Assert.Equal(DateTime.UnixEpoch, _set.LockedAt);
    }

    [Fact]
    public void Describe_SaysWhatTheCoverSays()
    {
        _set.Describe("Bộ tiêu chí sửa đổi", "12/QĐ-UBND", new DateOnly(2026, 1, 5));

        Assert.Equal(("Bộ tiêu chí sửa đổi", "12/QĐ-UBND", new DateOnly(2026, 1, 5)), (_set.Title, _set.DecisionNumber, _set.DecisionDate));
        Assert.Throws<ArgumentException>(() => _set.Describe(" ", decisionNumber: null, decisionDate: null));
    }

    [Fact]
    public void MaxScoreOf_AComponent_IsThatOfItsLeaves()
    {
        _set.Add("8", "Điều tra", 4, Component.Survey);
        _set.Add("P", "Điểm trừ", 5, Component.Penalty);

        Assert.Equal([3m, 4m, 0m, 5m], new[] { Component.Appraisal, Component.Survey, Component.Bonus, Component.Penalty }.Select(_set.MaxScoreOf));
    }

    [Fact]
    public void BeginAnew_EndsTheLineage()
    {
        var earlier = new Criterion("1.1", "Kế hoạch", 1);
        _set.Continue(_first, earlier, LineageChange.Reworded, comparable: false);
        Assert.Equal((earlier.Lineage, LineageChange.Reworded, false), (_first.Lineage, _first.Change, _first.IsComparable));

        _set.BeginAnew(_first);

        Assert.Equal((_first.Id, LineageChange.New, true), (_first.Lineage, _first.Change, _first.IsComparable));
    }

    [Fact]
    public void Change_KeepingItsCode_IsTaken_AndSaysEverything()
    {
        var content = new CriterionContent("1.1", "Ban hành kế hoạch", 2)
        {
            Component = Component.Bonus,
            NameEn = "Plan",
            Rule = LeafRule.Parse("đếm: 0,5"),
            Decimals = 1,
            EvidenceAsked = "Kế hoạch",
            AppraisingBody = "Sở Nội vụ",
            ScoringText = "Mỗi kế hoạch 0,5 điểm",
            Remark = "Mới",
        };

        _set.Change(_first, content);

        Assert.Equal(content, _first.Content);
    }

    [Fact]
    public void Change_ToACodeOfAnother_IsRefusedByTheCode() =>
        Assert.Equal("Mã tiêu chí “1.2” đã có trong bộ tiêu chí.", Assert.Throws<RefusedException>(() => _set.Change(_first, new("1.2", "Kế hoạch", 1))).Message);

    [Fact]
    public void Remove_TakesTheBranch()
    {
        _set.Remove(_field);
        Assert.Empty(_set.Criteria);
    }

    [Fact]
    public void Add_AfterARemoval_IsLast()
    {
        _set.Remove(_first);
        _set.Add("1.3", "Kiểm tra", 1, parent: _field);

        Assert.Equal(["1.2", "1.3"], _set.Leaves.Select(leaf => leaf.Code));
    }

    [Fact]
    public void Problems_NameSumsAndRules()
    {
        _set.Change(_second, new("1.2", "Báo cáo", 2.5m) { Rule = LeafRule.Parse("mức: Có=2; Không=0") });

        Assert.Equal([_field, _second], _set.Problems().Select(problem => problem.Node));
        Assert.Equal(
            ["Điểm tối đa của “1” là 3, tổng các tiêu chí bên dưới là 3,5.", "Cách chấm của “1.2”: mức cao nhất là 2, khác điểm tối đa 2,5."],
            _set.Problems().Select(problem => problem.Message));
    }

    [Fact]
    public void Problems_OfAnEmptySet_IsThatItIsEmpty()
    {
        var problem = Assert.Single(new CriteriaSet(2026, "huyen", "Bộ tiêu chí").Problems());

        Assert.Null(problem.Node);
        Assert.Equal("Bộ tiêu chí chưa có tiêu chí nào.", problem.Finding.Text);
    }

    [Fact]
    public void Bonus_UnderAField_IsOutsideItsSum()
    {
        _set.Add("1.C", "Điểm cộng", 5, Component.Bonus, _field);

        Assert.Empty(_set.Problems());
        Assert.Equal(3, _set.MaxScore);
    }

    [Fact]
    public void Locked_NothingChanges()
    {
        _set.Lock(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("Bộ tiêu chí đã khoá khi mở kỳ đánh giá, không sửa được nữa.", Assert.Throws<RefusedException>(() => _set.Add("2", "Lĩnh vực", 1)).Message);
        Assert.Throws<RefusedException>(() => _set.Change(_first, _first.Content));
        Assert.Throws<RefusedException>(() => _set.Move(_first, 1));
        Assert.Throws<RefusedException>(() => _set.MoveUnder(_first, parent: null));
        Assert.Throws<RefusedException>(() => _set.Remove(_first));
        Assert.Throws<RefusedException>(() => _set.Describe("Khác", decisionNumber: null, decisionDate: null));
        Assert.Throws<RefusedException>(() => _set.BeginAnew(_first));
        Assert.Throws<RefusedException>(() => _set.Continue(_first, new Criterion("1", "Năm trước", 1), LineageChange.Same, comparable: true));
    }
}
