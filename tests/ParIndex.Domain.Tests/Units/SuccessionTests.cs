using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Units;

public sealed class SuccessionTests
{
    private static readonly DateOnly Merger = new(2025, 3, 1);

    private readonly Unit _planning = new("Sở Kế hoạch và Đầu tư", UnitKind.Department);
    private readonly Unit _finance = new("Sở Tài chính", UnitKind.Department);

    [Fact]
    public void Merged_LinksBothUnits()
    {
        var link = new Succession(SuccessionKind.Merged, _planning, _finance, Merger, "Nghị quyết");

        Assert.Equal((_planning.Id, _finance.Id, Merger, "Nghị quyết"), (link.PredecessorId, link.SuccessorId!.Value, link.EffectiveOn, link.LegalBasis));
    }

    [Fact]
    public void Abolished_HasNoSuccessor() =>
        Assert.Null(new Succession(SuccessionKind.Abolished, _planning, successor: null, Merger, legalBasis: null).SuccessorId);

    [Fact]
    public void Abolished_WithASuccessor_IsRefused() =>
        Assert.StartsWith("Chỉ trường hợp giải thể mới không có đơn vị kế thừa.", Assert.Throws<ArgumentException>(() => new Succession(SuccessionKind.Abolished, _planning, _finance, Merger, legalBasis: null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(SuccessionKind.Merged)]
    [InlineData(SuccessionKind.Split)]
    [InlineData(SuccessionKind.Territory)]
    public void WithSuccessors_WithoutASuccessor_IsRefused(SuccessionKind kind) =>
        Assert.Throws<ArgumentException>(() => new Succession(kind, _planning, successor: null, Merger, legalBasis: null));

    [Fact]
    public void Unit_SucceedingItself_IsRefused() =>
        Assert.StartsWith("Đơn vị không thể kế thừa chính mình.", Assert.Throws<ArgumentException>(() => new Succession(SuccessionKind.Merged, _finance, _finance, Merger, legalBasis: null)).Message, StringComparison.Ordinal);
}
