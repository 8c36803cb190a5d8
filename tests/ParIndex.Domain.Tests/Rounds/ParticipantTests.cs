using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Rounds;

public sealed class ParticipantTests
{
    private readonly Unit _unit = new("Sở Ngoại vụ", UnitKind.Department);
    private readonly CriteriaSet _set = new(2024, "so-nganh", "Bộ tiêu chí");
    private readonly RoundGroup _group;
    private readonly Criterion _leaf;

    public ParticipantTests()
    {
        _leaf = _set.Add("3.1", "Giải quyết thủ tục hành chính", 2);
        _group = new Round(2024, "Tỉnh Lai Châu", "Kỳ đánh giá 2024").AddGroup(UnitGroup.Usual()[0], _set, new());
    }

    [Fact]
    public void AddParticipant_Twice_IsRefused()
    {
        _group.AddParticipant(_unit);

        Assert.Equal("Sở Ngoại vụ đã có trong danh sách tham gia.", Assert.Throws<RefusedException>(() => _group.AddParticipant(_unit)).Message);
    }

    [Fact]
    public void AddParticipant_ByDefault_IsAnOrdinaryRankedUnit()
    {
        var participant = _group.AddParticipant(_unit);

        Assert.Equal((_unit.Id, false, true), (participant.UnitId, participant.IsSpecialCase, participant.IsRanked));
    }

    [Fact]
    public void Exempt_OrdinaryUnit_DoesNotMakeItASpecialCase()
    {
        var participant = _group.AddParticipant(_unit);

        var exemption = participant.Exempt(_leaf, "Không có thủ tục hành chính", "Quyết định 1", Guid.Empty, default);

        Assert.Equal(exemption, Assert.Single(participant.Exemptions));
        Assert.Equal((_leaf.Id, "Không có thủ tục hành chính", "Quyết định 1"), (exemption.CriterionId, exemption.Reason, exemption.LegalBasis));
        Assert.False(participant.IsSpecialCase);
    }

    [Fact]
    public void Exempt_SameLeafTwice_IsRefused()
    {
        var participant = _group.AddParticipant(_unit);
        participant.Exempt(_leaf, "Không có thủ tục hành chính", "Quyết định 1", Guid.Empty, default);

        Assert.StartsWith("Tiêu chí 3.1 đã được ghi là không áp dụng.", Assert.Throws<RefusedException>(() => participant.Exempt(_leaf, "Lý do khác", "Quyết định 2", Guid.Empty, default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoUnitAndNoLeaf_AreRefused()
    {
        var participant = _group.AddParticipant(_unit);

        Assert.Throws<ArgumentNullException>(() => _group.AddParticipant(null!));
        Assert.Throws<ArgumentNullException>(() => participant.Exempt(null!, "Không có thủ tục hành chính", "Quyết định 1", Guid.Empty, default));
    }

    [Fact]
    public void Remove_InADraft_TakesTheUnitOut()
    {
        var other = _group.AddParticipant(new Unit("Sở Tư pháp", UnitKind.Department));
        _group.Remove(_group.AddParticipant(_unit));

        Assert.Equal(other, Assert.Single(_group.Participants));
    }

    [Fact]
    public void Sheet_WithPoints_HasThem() =>
        Assert.Equal(1.5m, _group.AddParticipant(_unit).Sheet(_set, new Dictionary<string, decimal> { ["3.1"] = 1.5m }).Totals("so-ngoai-vu").AppraisalScore);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Extend_WithoutReason_IsRefused(string reason)
    {
        var participant = _group.AddParticipant(_unit);

        Assert.Throws<ArgumentException>(() => participant.Extend(RoundStep.SelfScore, DateTime.UnixEpoch, reason, Guid.Empty, default));
        Assert.Empty(participant.Extensions);
    }

    [Theory]
    [InlineData("", "Quyết định 1")]
    [InlineData("Không có thủ tục hành chính", " ")]
    public void Exempt_WithoutReasonOrLegalBasis_IsRefused(string reason, string legalBasis)
    {
        var participant = _group.AddParticipant(_unit);

        Assert.Throws<ArgumentException>(() => participant.Exempt(_leaf, reason, legalBasis, Guid.Empty, default));
        Assert.Empty(participant.Exemptions);
    }
}
