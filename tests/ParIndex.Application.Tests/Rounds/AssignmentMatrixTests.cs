using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Rounds;

/// <summary>Who appraises which field, as one table that is saved whole.</summary>
public sealed class AssignmentMatrixTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Table_SavedWhole_SplitsWhatWasOfAllFields_AndCountsTheOwnUnitAsMissing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var setup = await test.ReadAsync(database);
        var group = setup.Groups[0];
        var (first, second) = (Person("TD01"), Person("TD02"));
        Assert.Equal(["1", "2"], AssignmentMatrix.FieldsOf(group).Select(field => field.Code));

        // Field 1 to the first of Sở Nội vụ, and of Sở Nội vụ to the second; field 2 to nobody.
        await using (var db = database.NewContext())
        {
            var parts = new HashSet<AssignedPart> { new(Field("1"), first.Id, ParticipantId: null), new(Field("1"), second.Id, test.Of(test.HomeAffairs).Id) };
            Assert.Equal((2, 2), await new RoundAssignments(db, new RoundReader(db)).SetAsync(test.Round.Id, setup.Round.Version, "so-nganh", parts, test.Coordinator));
        }

        await using var read = database.NewContext();
        setup = await test.ReadAsync(database);
        var matrix = await new RoundAssignments(read, new RoundReader(read)).MatrixAsync(setup, setup.Groups[0]);
        Assert.Empty(matrix.MissingOf(matrix.Fields[0]));
        Assert.Equal(3, matrix.MissingOf(matrix.Fields[1]).Count);
        Assert.Equal(["Sở Nội vụ"], matrix.UnitsOf(matrix.Fields[0], second).Select(unit => unit.Name));
        var stale = await Assert.ThrowsAsync<RefusedException>(() => new RoundAssignments(read, new RoundReader(read)).SetAsync(test.Round.Id, Guid.NewGuid(), "so-nganh", new HashSet<AssignedPart>(), test.Coordinator));
        Assert.Equal(RoundWords.Conflict, stale.Refusal.Reason);

        StaffAccount Person(string code) => setup.Staff.Values.Single(account => account.StaffCode == code);
        Guid Field(string code) => group.Fields.Single(field => field.Code == code).Id;
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LastYear_IsProposedByCodeAndUnit_AndNamesWhatCannotBeAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database, (round, db) =>
        {
            var (before, set) = (new Round(2025, round.Round.Authority, "Kỳ đánh giá năm 2025"), TestRound.NewSet(2025));
            var group = before.AddGroup(round.UnitGroup(db), set, round.Group.Rules);
            var gone = new StaffAccount("TD09", "Ngô Văn Nghỉ", StaffRoles.UnitOfficer, round.Office.Id);
            var first = db.ChangeTracker.Entries<StaffAccount>().Single(entry => entry.Entity.StaffCode == "TD01").Entity;
            db.AddRange(set, before, gone);
            db.AddRange(
                new AppraiserAssignment(group, first.Id, set.Criteria.Single(node => node.Code == "2"), participant: null),
                new AppraiserAssignment(group, first.Id, set.Criteria.Single(node => node.Code == "1"), before.Admit(group, round.Justice)),
                new AppraiserAssignment(group, gone.Id, field: null, participant: null));
        });
        await using var db = database.NewContext();
        var setup = await test.ReadAsync(database);
        var group = setup.Groups[0];

        var proposal = await new RoundAssignments(db, new RoundReader(db)).LastYearAsync(setup, group);

        var first = setup.Staff.Values.Single(account => account.StaffCode == "TD01").Id;
        Assert.Equal(2025, proposal!.Value.Year);
        Assert.Equal([("1", (Guid?)test.Of(test.Justice).Id), ("2", null)], proposal.Value.Parts.Select(part => (group.Fields.Single(field => field.Id == part.FieldId).Code, part.ParticipantId)).OrderBy(part => part.Code, StringComparer.Ordinal));
        Assert.All(proposal.Value.Parts, part => Assert.Equal(first, part.AccountId));
        Assert.Equal(["Ngô Văn Nghỉ không còn là người thẩm định."], proposal.Value.Left);
    }
}
