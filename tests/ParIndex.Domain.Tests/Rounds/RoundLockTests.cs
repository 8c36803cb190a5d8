using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Rounds;

/// <summary>What a round locks it refuses by itself, whoever asks: no page or service has to remember it.</summary>
public sealed class RoundLockTests
{
    private static readonly Guid By = Guid.NewGuid();

    private static readonly DateTime Noon = new(2026, 12, 1, 5, 0, 0, DateTimeKind.Utc);

    private readonly UnitGroup _departments = new("so-nganh", "Sở, ban, ngành", nameEn: null, UnitKind.Department, 0);
    private readonly UnitGroup _others = new("khac", "Cơ quan khác", nameEn: null, UnitKind.Other, 9);
    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí 2026");
    private readonly Criterion _leaf;
    private readonly Criterion _other;

    public RoundLockTests() => (_leaf, _other) = (_set.Add("1", "Kế hoạch", 60), _set.Add("2", "Kiểm tra", 40));

    public static TheoryData<RoundState> NoDrafts { get; } = new(RoundState.Open, RoundState.Closed, RoundState.Published, RoundState.Cancelled);

    public static TheoryData<RoundState> Over { get; } = new(RoundState.Closed, RoundState.Published, RoundState.Cancelled);

    [Theory, MemberData(nameof(NoDrafts))]
    public void Exempt_OnceTheRoundIsNoDraft_IsRefused(RoundState state)
    {
        var (_, _, participant) = In(state);

        Refuses(state, () => participant.Exempt(_other, "Không có", "QĐ 1", By, Noon));
        Assert.Single(participant.Exemptions);
    }

    [Theory, MemberData(nameof(NoDrafts))]
    public void Withdraw_OnceTheRoundIsNoDraft_IsRefused(RoundState state)
    {
        var (_, _, participant) = In(state);

        Refuses(state, () => participant.Withdraw(participant.Exemptions[0]));
        Assert.Single(participant.Exemptions);
    }

    [Theory, MemberData(nameof(NoDrafts))]
    public void Mark_OnceTheRoundIsNoDraft_IsRefused(RoundState state)
    {
        var (_, _, participant) = In(state);

        Refuses(state, () => participant.Mark(isSpecialCase: true, isRanked: false));
        Assert.Equal((false, true), (participant.IsSpecialCase, participant.IsRanked));
    }

    [Theory, MemberData(nameof(NoDrafts))]
    public void Remove_OnceTheRoundIsNoDraft_IsRefused(RoundState state)
    {
        var (round, group, participant) = In(state);

        Refuses(state, () => group.Remove(participant));
        Refuses(state, () => round.Remove(group));
        Assert.Equal(participant, Assert.Single(Assert.Single(round.Groups).Participants));
    }

    [Theory, MemberData(nameof(NoDrafts))]
    public void SetUp_OnceTheRoundIsNoDraft_IsRefused(RoundState state)
    {
        var (round, group, _) = In(state);

        Refuses(state, () => round.SetUp(group, _departments, _set, new GroupRules { BonusCeiling = 2 }));
        Assert.Null(group.BonusCeiling);
    }

    [Theory, MemberData(nameof(NoDrafts))]
    public void AddGroup_AndAdmit_OnceTheRoundIsNoDraft_AreRefused(RoundState state)
    {
        var (round, group, _) = In(state);
        var unit = new Unit("Sở Tư pháp", UnitKind.Department);

        Refuses(state, () => round.AddGroup(_others, criteriaSet: null, new GroupRules()));
        Refuses(state, () => round.Admit(group, unit));
        Refuses(state, () => group.AddParticipant(unit));
        Assert.Single(Assert.Single(round.Groups).Participants);
    }

    [Theory, MemberData(nameof(Over))]
    public void Deadlines_OnceScoringHasEnded_AreRefused(RoundState state)
    {
        var (round, _, participant) = In(state);

        Refuses(state, () => round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = Noon }));
        Refuses(state, () => participant.Extend(RoundStep.SelfScore, Noon, "Bão", By, Noon));
        Assert.Empty(round.Deadlines);
        Assert.Empty(participant.Extensions);
    }

    [Fact]
    public void ExemptionAfterTheOpening_IsTakenByAnOpenRoundAlone()
    {
        Assert.All(Enum.GetValues<RoundState>().Where(state => state != RoundState.Open), state =>
            IsAMistake(state, () => In(state).Participant.ExemptAfterOpening(_other, "Không có", "QĐ 2", By, Noon)));

        var (_, _, participant) = In(RoundState.Open);
        participant.ExemptAfterOpening(_other, "Không có", "QĐ 2", By, Noon);

        Assert.Equal([_leaf.Id, _other.Id], participant.Exemptions.Select(exemption => exemption.CriterionId));
    }

    [Fact]
    public void PastFigures_AreTakenInByAClosedRoundAlone()
    {
        var past = new PastUnit(new Unit("Thanh tra tỉnh", UnitKind.Other), IsSpecialCase: true, [(_leaf, "Không có nhiệm vụ")]);
        Assert.All(Enum.GetValues<RoundState>().Where(state => state != RoundState.Closed), state =>
            IsAMistake(state, () => In(state).Round.TakeIn(_others, new CriteriaSet(2026, "khac", "Bộ"), new GroupRules(), [past], "Báo cáo", By, Noon)));

        var group = In(RoundState.Closed).Round.TakeIn(_others, new CriteriaSet(2026, "khac", "Bộ"), new GroupRules(), [past], "Báo cáo", By, Noon);

        var participant = Assert.Single(group.Participants);
        Assert.Equal((past.Unit.Id, true, true, "Không có nhiệm vụ", "Báo cáo"), (participant.UnitId, participant.IsSpecialCase, participant.IsRanked, participant.Exemptions[0].Reason, participant.Exemptions[0].LegalBasis));
    }

    [Fact]
    public void PastFigures_WithoutSetOrUnits_AreRefused()
    {
        var round = In(RoundState.Closed).Round;

        Assert.Throws<ArgumentNullException>("criteriaSet", () => round.TakeIn(_others, null!, new GroupRules(), [], "Báo cáo", By, Noon));
        Assert.Throws<ArgumentNullException>("units", () => round.TakeIn(_others, new CriteriaSet(2026, "khac", "Bộ"), new GroupRules(), null!, "Báo cáo", By, Noon));
        Assert.Single(round.Groups);
    }

    /// <summary>It is a mistake of the program, whose log shall tell where the round stood.</summary>
    /// <summary>What a stale page can ask for is refused in words.</summary>
    private static void Refuses(RoundState state, Action act) =>
        Assert.False(string.IsNullOrWhiteSpace(Assert.Throws<RefusedException>(act).Message), $"{state}");

    /// <summary>What no page asks for at that time is a mistake of the program's.</summary>
    private static void IsAMistake(RoundState state, Action act) =>
        Assert.Contains($" {state}", Assert.Throws<InvalidOperationException>(act).Message, StringComparison.Ordinal);

    private (Round Round, RoundGroup Group, Participant Participant) In(RoundState state)
    {
        var round = new Round(2026, "Tỉnh Lai Châu", "Kỳ đánh giá năm 2026");
        var group = round.AddGroup(_departments, _set, new GroupRules());
        var participant = round.Admit(group, new Unit("Sở Nội vụ", UnitKind.Department));
        participant.Exempt(_leaf, "Không có nhiệm vụ", "QĐ 1", By, Noon);
        RoundState[] way = state switch
        {
            RoundState.Draft => [],
            RoundState.Closed => [RoundState.Open, RoundState.Closed],
            RoundState.Published => [RoundState.Open, RoundState.Closed, RoundState.Published],
            _ => [state],
        };
        way.ToList().ForEach(to => round.Move(to, By, Noon, note: null));
        return (round, group, participant);
    }
}
