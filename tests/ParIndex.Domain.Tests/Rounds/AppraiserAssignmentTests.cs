using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Rounds;

public sealed class AppraiserAssignmentTests
{
    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí");
    private readonly RoundGroup _group;
    private readonly Criterion _field;
    private readonly Participant _participant;

    public AppraiserAssignmentTests()
    {
        _field = _set.Add("1", "Chỉ đạo, điều hành", 10);
        _group = new Round(2026, "Tỉnh Lai Châu", "Kỳ đánh giá 2026").AddGroup(UnitGroup.Usual()[0], _set, new());
        _participant = _group.AddParticipant(new Unit("Sở Nội vụ", UnitKind.Department));
    }

    [Theory]
    [InlineData(false, false, true, true, true)]
    [InlineData(true, false, true, true, false)]
    [InlineData(false, true, true, false, true)]
    [InlineData(true, true, true, false, false)]
    public void Covers_IsTheFieldAndTheUnitNamed_AndAllWhereNoneIs(bool oneField, bool oneUnit, bool both, bool fieldAlone, bool unitAlone)
    {
        var assignment = new AppraiserAssignment(_group, Guid.NewGuid(), oneField ? _field : null, oneUnit ? _participant : null);
        var (otherField, otherUnit) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(
            (both, fieldAlone, unitAlone, !oneField && !oneUnit),
            (assignment.Covers(_field.Id, _participant.Id), assignment.Covers(_field.Id, otherUnit), assignment.Covers(otherField, _participant.Id), assignment.Covers(otherField, otherUnit)));
    }

    [Fact]
    public void HandOver_ChangesThePerson_AndNotTheWork()
    {
        var (officer, successor) = (Guid.NewGuid(), Guid.NewGuid());
        var assignment = new AppraiserAssignment(_group, officer, _field, _participant);
        Assert.Equal(officer, assignment.AccountId);

        assignment.HandOverTo(successor);

        Assert.Equal((_group.Id, successor, _field.Id, _participant.Id), (assignment.RoundGroupId, assignment.AccountId, assignment.FieldId, assignment.ParticipantId));
    }
}
