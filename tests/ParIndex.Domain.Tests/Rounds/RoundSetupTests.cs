using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Rounds;

/// <summary>Scales follow from the set and the exemptions; dates, moves and membership follow from the round.</summary>
public sealed class RoundSetupTests
{
    private static readonly DateTime Noon = new(2026, 12, 1, 5, 0, 0, DateTimeKind.Utc);

    private readonly UnitGroup _departments = new("so-nganh", "Sở, ban, ngành", nameEn: null, UnitKind.Department, 0);
    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí 2026");
    private readonly Round _round = new(2026, "Tỉnh Lai Châu", "Kỳ đánh giá năm 2026");
    private readonly RoundGroup _group;

    public RoundSetupTests()
    {
        // 40 + 30 + 30 = 100.
        Field("1", 40, Component.Appraisal, ("1.1", 20m), ("1.2", 18m), ("1.3", 2m));
        Field("2", 30, Component.Appraisal, ("2.1", 15.5m), ("2.2", 14.5m));
        Field("8", 30, Component.Survey, ("8.1", 28m), ("8.2", 2m));
        _group = _round.AddGroup(_departments, _set, new GroupRules());
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(98, "8.2")] // 100 − 2: the survey that did not run for anybody
    [InlineData(80.5, "8.2 1.3 2.1")] // 98 − 2 − 15,5
    [InlineData(80, "8.2 1.2")] // 98 − 18
    [InlineData(68, "8.2 2.1 2.2")] // 98 − 30
    public void Scale_IsTheSetWithoutWhatIsExempted(double expected, string exempted)
    {
        var participant = Admit("Sở Nội vụ");

        foreach (var code in exempted.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Exempt(participant, code);
        }

        Assert.Equal((decimal)expected, participant.Sheet(_set).Scale);
    }

    [Fact]
    public void Scale_WithTheSpecialCaseMark_IsTheSame()
    {
        var participant = Admit("Thanh tra tỉnh");

        participant.Mark(isSpecialCase: true, isRanked: false);

        Assert.Equal(100, participant.Sheet(_set).Scale);
    }

    [Fact]
    public void Withdrawal_GivesExactlyTheMaximumBack()
    {
        var participant = Admit("Sở Nội vụ");
        var exemption = Exempt(participant, "2.1");
        Assert.Equal(84.5m, participant.Sheet(_set).Scale);

        participant.Withdraw(exemption);

        Assert.Equal(100, participant.Sheet(_set).Scale);
    }

    [Fact]
    public void SelfScore_OpensTheLeavesThatApply_WithoutSurvey()
    {
        var participant = Admit("Sở Nội vụ");
        Exempt(participant, "1.3");
        var scorecard = new Scorecard(participant);

        scorecard.OpenSelfScore(participant.Sheet(_set));

        var codes = scorecard.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore).Select(cell => _set.Leaves.Single(leaf => leaf.Id == cell.CriterionId).Code);
        Assert.Equal(["1.1", "1.2", "2.1", "2.2"], codes);
        Assert.All(scorecard.Cells, cell => Assert.Null(cell.Points));
        Assert.Equal(["8.1", "8.2"], scorecard.Cells.Where(cell => cell.Stage == ScoreStage.Survey).Select(cell => _set.Leaves.Single(leaf => leaf.Id == cell.CriterionId).Code));
    }

    [Fact]
    public void Admit_OfAUnitMergedBefore_IsRefused()
    {
        var planning = new Unit("Sở Kế hoạch và Đầu tư", UnitKind.Department);
        planning.Close(new DateOnly(2025, 2, 28));

        var refusal = Assert.Throws<RefusedException>(() => _round.Admit(_group, planning));

        Assert.Contains("không tồn tại trong năm 2026", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_group.Participants);
    }

    [Fact]
    public void Admit_OfAUnitMergedDuringTheYear_IsTaken()
    {
        var planning = new Unit("Sở Kế hoạch và Đầu tư", UnitKind.Department);
        planning.Close(new DateOnly(2025, 2, 28));
        var round = new Round(2025, "Tỉnh Lai Châu", "2025");

        round.Admit(round.AddGroup(_departments, criteriaSet: null, new GroupRules()), planning);

        Assert.Single(round.Groups[0].Participants);
    }

    [Fact]
    public void Admit_IntoASecondGroup_IsRefused()
    {
        var unit = new Unit("Sở Nội vụ", UnitKind.Department);
        Admit("Sở Tư pháp");
        _round.Admit(_group, unit);
        var other = _round.AddGroup(new UnitGroup("khac", "Cơ quan khác", nameEn: null, UnitKind.Other, 9), criteriaSet: null, new GroupRules());


        Assert.Contains("khối khác", Assert.Throws<RefusedException>(() => _round.Admit(other, unit)).Message, StringComparison.Ordinal);
        Assert.Equal(other.Participants, [_round.Admit(other, new Unit("Thanh tra tỉnh", UnitKind.Other))]);
    }

    [Fact]
    public void Admit_Twice_IsRefusedAsOfTheSameGroup()
    {
        var unit = new Unit("Sở Nội vụ", UnitKind.Department);
        _round.Admit(_group, unit);

        Assert.Contains("đã có trong danh sách tham gia", Assert.Throws<RefusedException>(() => _round.Admit(_group, unit)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherCriteriaSet_WhileExemptionsRestOnTheFirst_IsRefused()
    {
        Exempt(Admit("Sở Nội vụ"), "2.1");
        Admit("Sở Tư pháp");

        var refusal = Assert.Throws<RefusedException>(() => _round.SetUp(_group, _departments, criteriaSet: null, new GroupRules()));

        Assert.Contains("Khối “Sở, ban, ngành” đã ghi nội dung không áp dụng", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(_set.Id, _group.CriteriaSetId);
    }

    [Fact]
    public void AnotherCriteriaSet_WhileNothingIsExempted_IsTaken()
    {
        Admit("Sở Nội vụ");
        var other = new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí sửa đổi");

        _round.SetUp(_group, _departments, other, new GroupRules { BonusCeiling = 2 });

        Assert.Equal((other.Id, 2m), (_group.CriteriaSetId, _group.BonusCeiling));
    }

    [Fact]
    public void OtherRules_WhileExemptionsRestOnTheSameSet_AreTaken()
    {
        Exempt(Admit("Sở Nội vụ"), "2.1");

        _round.SetUp(_group, _departments, _set, new GroupRules { BonusCeiling = 2 });

        Assert.Equal(2, _group.BonusCeiling);
    }

    [Fact]
    public void CriteriaSet_OfAnotherYear_IsRefusedLaterToo()
    {
        Assert.Throws<RefusedException>(() => _round.SetUp(_group, _departments, new CriteriaSet(2025, "so-nganh", "Bộ tiêu chí 2025"), new GroupRules()));

        Assert.Equal(_set.Id, _group.CriteriaSetId);
    }

    [Fact]
    public void Deadlines_OfWhichOnePairIsOutOfOrder_AreRefused()
    {
        var refusal = Assert.Throws<RefusedException>(() => _round.SetDeadlines(new Dictionary<RoundStep, DateTime>
        {
            [RoundStep.SelfScore] = Noon,
            [RoundStep.FirstAppraisal] = Noon.AddDays(2),
            [RoundStep.Explanation] = Noon.AddDays(1),
        }));

        Assert.Equal("Thời hạn của các bước phải theo thứ tự các bước.", refusal.Message);
        Assert.Empty(_round.Deadlines);
    }

    [Fact]
    public void Deadlines_AtOneInstant_AreInOrder_AndAStepNotNamedHasNone()
    {
        _round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = Noon, [RoundStep.FirstAppraisal] = Noon });
        Assert.Equal(2, _round.Deadlines.Count);

        _round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.FirstAppraisal] = Noon });

        Assert.Equal((RoundStep.FirstAppraisal, Noon), _round.Deadlines.Select(deadline => (deadline.Step, deadline.Until)).Single());
    }

    [Fact]
    public void NoDeadlinesAndNoRules_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("deadlines", () => _round.SetDeadlines(null!));
        Assert.Throws<ArgumentNullException>("rules", () => _round.SetUp(_group, _departments, _set, null!));
        Assert.Throws<ArgumentNullException>("criteriaSet", () => Admit("Sở Nội vụ").Sheet(null!));
    }

    [Fact]
    public void Deadlines_OutOfOrder_ChangeNothing()
    {
        _round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = Noon });

        Assert.Throws<RefusedException>(() => _round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = Noon.AddDays(9), [RoundStep.FirstAppraisal] = Noon.AddDays(8) }));

        Assert.Equal(Noon, Assert.Single(_round.Deadlines).Until);
    }

    [Fact]
    public void Deadlines_AllMovedLater_AreTaken()
    {
        _round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = Noon, [RoundStep.FirstAppraisal] = Noon.AddDays(1) });

        _round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = Noon.AddDays(2), [RoundStep.FirstAppraisal] = Noon.AddDays(3) });

        Assert.Equal([Noon.AddDays(2), Noon.AddDays(3)], _round.Deadlines.Select(deadline => deadline.Until));
    }

    [Fact]
    public void DeadlineOfAUnit_IsItsExtension_AndNobodyElses()
    {
        var (late, other) = (Admit("Sở Nội vụ"), Admit("Sở Tư pháp"));
        _round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = Noon });

        late.Extend(RoundStep.SelfScore, Noon.AddDays(3), "Bão", Guid.NewGuid(), Noon);

        Assert.Equal((Noon.AddDays(3), Noon, (DateTime?)null), (_round.DeadlineOf(RoundStep.SelfScore, late), _round.DeadlineOf(RoundStep.SelfScore, other), _round.DeadlineOf(RoundStep.Explanation, late)));
    }

    [Fact]
    public void Moves_AreThoseOfTheTableAndNoOther()
    {
        var allowed = from f in Enum.GetValues<RoundState>() from t in Enum.GetValues<RoundState>() where RoundRules.Allows(f, t) select $"{f}→{t}";

        Assert.Equal(["Draft→Open", "Draft→Cancelled", "Open→Closed", "Open→Cancelled", "Closed→Open", "Closed→Published"], allowed);
    }

    private Participant Admit(string name) => _round.Admit(_group, new Unit(name, UnitKind.Department));

    private Exemption Exempt(Participant participant, string code) =>
        participant.Exempt(_set.Leaves.Single(leaf => leaf.Code == code), "Không có nhiệm vụ", "Quyết định số 1", Guid.NewGuid(), Noon);

    private void Field(string code, decimal maxScore, Component component, params (string Code, decimal MaxScore)[] leaves)
    {
        var field = _set.Add(code, "Lĩnh vực " + code, maxScore, component);
        foreach (var leaf in leaves)
        {
            _set.Add(leaf.Code, "Tiêu chí " + leaf.Code, leaf.MaxScore, component, field);
        }
    }
}
