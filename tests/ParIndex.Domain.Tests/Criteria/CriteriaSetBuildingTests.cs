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
    public void MoveUnder_ANodeBelowItself_IsRefused() => Assert.Throws<RefusedException>(() => _set.MoveUnder(_field, _first));

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
    public void Change_ToACodeTaken_IsRefused() => Assert.Throws<RefusedException>(() => _set.Change(_first, new("1.2", "Kế hoạch", 1)));

    [Fact]
    public void Problems_NameSumsAndRules()
    {
        _set.Change(_second, new("1.2", "Báo cáo", 2.5m) { Rule = LeafRule.Parse("mức: Có=2; Không=0") });

        Assert.Equal([_field, _second], _set.Problems().Select(problem => problem.Node));
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

        Assert.Throws<RefusedException>(() => _set.Add("2", "Lĩnh vực", 1));
        Assert.Throws<RefusedException>(() => _set.Change(_first, _first.Content));
        Assert.Throws<RefusedException>(() => _set.Move(_first, 1));
        Assert.Throws<RefusedException>(() => _set.Remove(_first));
        Assert.Throws<RefusedException>(() => _set.Describe("Khác", decisionNumber: null, decisionDate: null));
        Assert.Throws<RefusedException>(() => _set.BeginAnew(_first));
        Assert.Throws<RefusedException>(() => _set.Continue(_first, new Criterion("1", "Năm trước", 1), LineageChange.Same, comparable: true));
    }

    [Theory]
    [InlineData("II.", "2")]
    [InlineData("1.1.", "1.1")]
    [InlineData("Tiêu chí 3.2:", "3.2")]
    [InlineData("1,2", "1.2")]
    [InlineData("-", null)]
    [InlineData("1..2", null)]
    public void Code_AsPrinted_IsReadAsKept(string printed, string? kept) => Assert.Equal(kept, CriterionCode.Read(printed));

    [Fact]
    public void Lineage_IsProposedByCodeAndWording()
    {
        var later = new CriteriaSet(2027, "so-nganh", "Bộ tiêu chí 2027");
        var field = later.Add("1", "Lĩnh vực", 3);
        var moved = later.Add("1.1", "Báo cáo", 2.5m, parent: field);
        var fresh = later.Add("1.2", "Sáng kiến được công nhận", 0.5m, parent: field);

        var proposal = LineageProposal.Of(_set, later);

        Assert.Equal(_field, proposal[field]);
        Assert.Equal(_second, proposal[moved]);
        Assert.False(proposal.ContainsKey(fresh));
        Assert.Equal(LineageChange.MaximumChanged, LineageProposal.Change(_second, moved));
    }
}
