using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tests.Support;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Scorecards;

public sealed class ScorecardTests
{
    private readonly CriteriaSet _set = new(2024, "so-nganh", "Bộ tiêu chí");
    private readonly Scorecard _scorecard;
    private readonly Criterion _plan;

    public ScorecardTests()
    {
        _plan = _set.Add("1.1", "Kế hoạch", 1.50m);
        _set.Add("1.2", "Kiểm tra", 2);
        var group = new Round(2024, "Tỉnh Lai Châu", "Kỳ đánh giá 2024").AddGroup(UnitGroup.Usual()[0], _set, new());
        _scorecard = new(group.AddParticipant(new("Sở Nội vụ", UnitKind.Department)));
    }

    [Fact]
    public void Open_GivesEveryLeafAnUnscoredCell()
    {
        _scorecard.Open(ScoreStage.SelfScore, _set.Leaves);

        Assert.Equal(_set.Leaves.Select(leaf => leaf.Id), _scorecard.Cells.Select(cell => cell.CriterionId));
        Assert.All(_scorecard.Cells, cell => Assert.Null(cell.Points));
    }

    [Fact]
    public void Open_AStageTwice_IsRefused()
    {
        _scorecard.Open(ScoreStage.SelfScore, _set.Leaves);

        Assert.Contains(" SelfScore ", Assert.Throws<InvalidOperationException>(() => _scorecard.Open(ScoreStage.SelfScore, _set.Leaves)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settle_MakesPointsOfAPastYearFinal_Once()
    {
        _scorecard.Settle();

        Assert.Equal(ScorecardState.Agreed, _scorecard.State);
        Assert.Empty(_scorecard.Moves);
        Assert.Contains(" Agreed ", Assert.Throws<InvalidOperationException>(_scorecard.Settle).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_KeepTheirPointsApart()
    {
        Cell(ScoreStage.SelfScore).Score(_plan, 1.5m);
        Cell(ScoreStage.FirstAppraisal).Score(_plan, 1);

        Assert.Equal([1.5m, 1m], _scorecard.Cells.Where(cell => cell.CriterionId == _plan.Id).Select(cell => cell.Points));
    }

    public static TheoryData<decimal> Allowed { get; } = new(0m, 0.75m, 1.5m);

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Score_FromZeroToTheMaximum_IsTaken(decimal points)
    {
        var cell = Cell(ScoreStage.SelfScore);

        cell.Score(_plan, points);

        Assert.Equal(points, cell.Points);
    }

    [Fact]
    public void Score_TakenBack_IsUnscoredAndNotZero()
    {
        var cell = Cell(ScoreStage.SelfScore);
        cell.Score(_plan, 1);

        cell.Score(_plan, points: null);

        Assert.Null(cell.Points);
    }

    [Fact]
    public void Score_BelowZero_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Cell(ScoreStage.SelfScore).Score(_plan, -0.01m));

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Score_AboveTheMaximum_IsRefusedInVietnameseWriting(string culture)
    {
        using var _ = new InCulture(culture);
        var cell = Cell(ScoreStage.SelfScore);

        var refusal = Assert.Throws<ArgumentException>(() => cell.Score(_plan, 1.51m));

        Assert.StartsWith("Điểm của tiêu chí 1.1 phải từ 0 đến 1,5.", refusal.Message, StringComparison.Ordinal);
        Assert.Null(cell.Points);
    }

    [Fact]
    public void Score_OfAnotherLeaf_IsRefused() =>
        Assert.StartsWith("The cell is of another leaf.", Assert.Throws<ArgumentException>(() => Cell(ScoreStage.SelfScore).Score(_set.Leaves[1], 1)).Message, StringComparison.Ordinal);

    private ScoreCell Cell(ScoreStage stage)
    {
        _scorecard.Open(stage, _set.Leaves);
        return _scorecard.Cells.Single(cell => cell.Stage == stage && cell.CriterionId == _plan.Id);
    }
}
