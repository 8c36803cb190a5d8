using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Rounds;

/// <summary>Nobody exempts or extends the own unit without a second person of another unit.</summary>
public sealed class OwnUnitTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Exempt_ForAll_ActsOnOthersAndAsksForTheOwnUnit(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);

        var outcome = await ExemptAsync(database, test, participants: null, "8.2");

        Assert.Equal(new ExemptionOutcome(2, 0, Requested: true), outcome);
        Assert.Equal((98m, 98m, 100m), (await test.ScaleAsync(database, test.Office), await test.ScaleAsync(database, test.Justice), await test.ScaleAsync(database, test.HomeAffairs)));
        var request = Assert.Single((await test.ReadAsync(database)).Pending);
        Assert.Equal((TwoPersonAct.ExemptOwnUnit, test.Of(test.HomeAffairs).Id, test.Coordinator.Id), (request.Act, request.SubjectId, request.RequestedBy));
        Assert.Contains("8.2", request.Summary, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Agreement_OfAnotherUnit_CarriesTheExemptionOut(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        await ExemptAsync(database, test, [test.Of(test.HomeAffairs).Id], "8.2", "2.1");

        await DecideAsync(database, test, agree: true, test.SecondPerson);

        Assert.Equal(82.5m, await test.ScaleAsync(database, test.HomeAffairs));
        Assert.Empty((await test.ReadAsync(database)).Pending);
        await using var db = database.NewContext();
        var decided = await db.TwoPersonRequests.SingleAsync();
        Assert.Equal((TwoPersonState.Agreed, test.SecondPerson.Id), (decided.State, decided.DecidedBy));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Refusal_ChangesNoScale_AndIsFinal(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        await ExemptAsync(database, test, [test.Of(test.HomeAffairs).Id], "8.2");
        var request = (await test.ReadAsync(database)).Pending[0];

        await DecideAsync(database, test, agree: false, test.SecondPerson);

        Assert.Equal(100, await test.ScaleAsync(database, test.HomeAffairs));
        await using var db = database.NewContext();
        await Assert.ThrowsAsync<RefusedException>(() => Requests(db).DecideAsync(test.SecondPerson.Id, request.Id, request.Version, agree: true));
    }

    [Theory]
    [InlineData("same person")]
    [InlineData("same unit")]
    [InlineData("no unit")]
    [InlineData("no role")]
    [InlineData("unit moved to")]
    [InlineData("switched off")]
    public async Task Agreement_OfTheWrongPerson_IsRefused(string who)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        StaffAccount? other = null;
        var test = await TestRound.AddAsync(database, (round, db) => db.Add(other = who switch
        {
            "same unit" => new("NV02", "Cùng Sở", StaffRoles.Coordinator, round.HomeAffairs.Id),
            // Of the unit that is asked for; the one who asked has moved away since.
            "unit moved to" => new("NV03", "Người của Sở", StaffRoles.CouncilMember, round.HomeAffairs.Id),
            "switched off" => new("NV04", "Người đã nghỉ", StaffRoles.Coordinator, round.Office.Id) { IsActive = false },
            "no unit" => new("XX01", "Không đơn vị", StaffRoles.Coordinator, unitId: null),
            _ => new("YY01", "Không vai trò", StaffRoles.UnitOfficer | StaffRoles.Administrator, round.Office.Id),
        }));
        await ExemptAsync(database, test, [test.Of(test.HomeAffairs).Id], "8.2");

        if (who == "unit moved to")
        {
            await using var db = database.NewContext();
            (await db.StaffAccounts.SingleAsync(account => account.Id == test.Coordinator.Id)).UnitId = test.Office.Id;
            await db.SetUpAsync();
        }

        if (who is "no role" or "switched off")
        {
            // It sees no such request, so there is none to refuse.
            Assert.Null(await DecideAsync(database, test, agree: true, other!));
        }
        else
        {
            Assert.True((await Assert.ThrowsAsync<RefusedException>(() => DecideAsync(database, test, agree: true, who == "same person" ? test.Coordinator : other!))).Refusal.IsOfRights);
        }

        Assert.Equal(100, await test.ScaleAsync(database, test.HomeAffairs));
        Assert.Single((await test.ReadAsync(database)).Pending);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Extend_OfTheOwnUnit_WaitsForTheSecondPerson(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var later = DateTime.UtcNow.Date.AddDays(20);

        Assert.True(await ExtendAsync(database, test, test.Of(test.HomeAffairs).Id, later));
        Assert.Empty((await test.ReadAsync(database)).Participants.SelectMany(unit => unit.Participant.Extensions));
        await DecideAsync(database, test, agree: true, test.SecondPerson);

        var setup = await test.ReadAsync(database);
        Assert.Equal(later, setup.Round.DeadlineOf(RoundStep.SelfScore, setup.Participants.Single(unit => unit.Unit.Id == test.HomeAffairs.Id).Participant));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Extend_OfAnotherUnit_ActsAtOnce_AndOnlyForIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);

        Assert.False(await ExtendAsync(database, test, test.Of(test.Office).Id, DateTime.UtcNow.Date.AddDays(20)));

        var extended = (await test.ReadAsync(database)).Participants.Where(unit => unit.Participant.Extensions.Count > 0);
        Assert.Equal("Văn phòng UBND tỉnh", Assert.Single(extended).Name);
        await Assert.ThrowsAsync<RefusedException>(() => ExtendAsync(database, test, test.Of(test.Office).Id, DateTime.UtcNow.Date.AddDays(19)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Withdraw_GivesTheScaleBack_AndOfTheOwnUnitIsARequest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database, (round, _) =>
        {
            foreach (var participant in round.Group.Participants)
            {
                participant.Exempt(round.Leaf("8.2"), "Không tổ chức", "QĐ 1", round.Coordinator.Id, DateTime.UtcNow);
            }
        });
        await using (var db = database.NewContext())
        {
            var all = (await test.ReadAsync(database)).Participants.SelectMany(unit => unit.Participant.Exemptions).Select(exemption => exemption.Id).ToList();
            Assert.Equal(new ExemptionOutcome(2, 0, Requested: true), await new RoundExemptions(db, new RoundReader(db), TimeProvider.System).WithdrawAsync(test.Round.Id, "so-nganh", all, test.Coordinator));
        }

        Assert.Equal((100m, 98m), (await test.ScaleAsync(database, test.Office), await test.ScaleAsync(database, test.HomeAffairs)));
        await DecideAsync(database, test, agree: true, test.SecondPerson);
        Assert.Equal(100, await test.ScaleAsync(database, test.HomeAffairs));
    }

    [Fact]
    public async Task Agreement_AfterTheRoundWasOpened_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await ExemptAsync(database, test, [test.Of(test.HomeAffairs).Id], "8.2");
        await using (var db = database.NewContext())
        {
            await new RoundWorkflow(db, new RoundReader(db), TimeProvider.System).OpenAsync(test.Round.Id, (await test.ReadAsync(database)).Stamp, "KH 1", test.Coordinator);
        }

        Assert.False((await Assert.ThrowsAsync<RefusedException>(() => DecideAsync(database, test, agree: true, test.SecondPerson))).Refusal.IsOfRights);
        await Assert.ThrowsAsync<RefusedException>(() => ExemptAsync(database, test, participants: null, "1.1"));
        Assert.Equal(100, await test.ScaleAsync(database, test.HomeAffairs));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Marks_OfTheOwnUnit_WaitForTheSecondPerson_ThoseOfOthersDoNot(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var (own, other) = (test.Of(test.HomeAffairs).Id, test.Of(test.Office).Id);

        Assert.False(await MarkAsync(database, test, new(other, IsSpecialCase: true, IsRanked: true, Leaves: false), reason: null));
        Assert.False(await MarkAsync(database, test, new(own, IsSpecialCase: false, IsRanked: true, Leaves: false), reason: null));
        Assert.True(await MarkAsync(database, test, new(own, IsSpecialCase: true, IsRanked: false, Leaves: false)));

        Assert.Equal((false, true), await MarksAsync(database, test));
        await Assert.ThrowsAsync<RefusedException>(() => MarkAsync(database, test, new(own, IsSpecialCase: true, IsRanked: true, Leaves: false)));
        await DecideAsync(database, test, agree: true, test.SecondPerson);
        Assert.Equal((true, false), await MarksAsync(database, test));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Leaving_OfTheOwnUnit_WaitsToo_AndNeedsAReason(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var leaving = new ParticipantEdit(test.Of(test.HomeAffairs).Id, IsSpecialCase: false, IsRanked: true, Leaves: true);

        await Assert.ThrowsAsync<RefusedException>(() => MarkAsync(database, test, leaving, reason: " "));
        Assert.True(await MarkAsync(database, test, leaving));
        Assert.Equal(3, (await test.ReadAsync(database)).Participants.Count());

        await DecideAsync(database, test, agree: true, test.SecondPerson);
        Assert.DoesNotContain((await test.ReadAsync(database)).Participants, unit => unit.Unit.Id == test.HomeAffairs.Id);
    }

    [Fact]
    public async Task Agreement_ToAnExtensionThatIsPast_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        var until = DateTime.UtcNow.Date.AddDays(20);
        await ExtendAsync(database, test, test.Of(test.HomeAffairs).Id, until);
        var request = (await test.ReadAsync(database)).Pending[0];

        var clock = TestClock.Now();
        clock.Advance(TimeSpan.FromDays(21));
        await using var db = database.NewContext();
        await Assert.ThrowsAsync<RefusedException>(() => Requests(db, clock).DecideAsync(test.SecondPerson.Id, request.Id, request.Version, agree: true));

        Assert.Single((await test.ReadAsync(database)).Pending);
    }

    [Fact]
    public async Task List_ShowsWhatHoldsBesideWhatIsAskedFor_ToThoseItConcerns()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var administrator = new StaffAccount("QT01", "Người quản trị", StaffRoles.Administrator, unitId: null);
        var test = await TestRound.AddAsync(database, (_, db) => db.Add(administrator));
        await ExemptAsync(database, test, [test.Of(test.HomeAffairs).Id], "8.2");

        await using var db = database.NewContext();
        var row = Assert.Single(await Requests(db).ListAsync(StaffActor.Of(test.SecondPerson), test.Round.Id));

        Assert.Null(row.WhyNot);
        Assert.Equal((test.Round.Id, "Kỳ đánh giá năm 2026"), (row.Subject!.RoundId, row.Subject.RoundTitle));
        Assert.Equal(["8.2 Điểm DCCI (2 điểm)", "100 → 98 điểm", "Quyết định số 1/QĐ-UBND"], row.Subject.Facts.Select(fact => fact.Text));
        Assert.NotNull(Assert.Single(await Requests(db).ListAsync(StaffActor.Of(test.Coordinator))).WhyNot);
        Assert.Equal(row.Request.Id, Assert.Single(await Requests(db).WaitingAsync(StaffActor.Of(test.SecondPerson))).Id);
        Assert.Empty(await Requests(db).WaitingAsync(StaffActor.Of(test.Coordinator)));
        Assert.Empty(await Requests(db).ListAsync(StaffActor.Of(test.SecondPerson), Guid.NewGuid()));
        Assert.Empty(await Requests(db).ListAsync(StaffActor.Of(administrator)));
    }

    private static async Task<(bool IsSpecialCase, bool IsRanked)> MarksAsync(TestDatabase database, TestRound test)
    {
        var own = (await test.ReadAsync(database)).Participants.Single(unit => unit.Unit.Id == test.HomeAffairs.Id).Participant;
        return (own.IsSpecialCase, own.IsRanked);
    }

    private static async Task<ExemptionOutcome> ExemptAsync(TestDatabase database, TestRound test, IReadOnlyCollection<Guid>? participants, params string[] codes)
    {
        await using var db = database.NewContext();
        return await new RoundExemptions(db, new RoundReader(db), TimeProvider.System).ExemptAsync(test.Round.Id, "so-nganh", [.. codes.Select(code => test.Leaf(code).Id)], participants, "Không tổ chức", "Quyết định số 1/QĐ-UBND", test.Coordinator);
    }

    private static async Task<bool> ExtendAsync(TestDatabase database, TestRound test, Guid participant, DateTime until)
    {
        await using var db = database.NewContext();
        return await new RoundTimetable(db, new RoundReader(db), TimeProvider.System).ExtendAsync(test.Round.Id, participant, RoundStep.SelfScore, until, "ngày sau", "Tự chấm điểm", "Bão lũ", test.Coordinator);
    }

    private static async Task<TwoPersonRequest?> DecideAsync(TestDatabase database, TestRound test, bool agree, StaffAccount actor)
    {
        await using var db = database.NewContext();
        var request = (await test.ReadAsync(database)).Pending[0];
        return await Requests(db).DecideAsync(actor.Id, request.Id, request.Version, agree);
    }

    private static async Task<bool> MarkAsync(TestDatabase database, TestRound test, ParticipantEdit edit, string? reason = "Không có đơn vị sự nghiệp")
    {
        await using var db = database.NewContext();
        var version = (await test.ReadAsync(database)).Groups[0].Group.Version;
        return await new RoundUnits(db, new RoundReader(db), TimeProvider.System).SaveAsync(test.Round.Id, "so-nganh", version, [edit], reason, test.Coordinator);
    }

    private static TwoPersonDecisions Requests(ParIndexDb db, TimeProvider? clock = null) => new(
        db,
        [.. new[] { TwoPersonAct.ExemptOwnUnit, TwoPersonAct.ExtendOwnUnit, TwoPersonAct.MarkOwnUnit }.Select(act => new TwoPersonHandler(act, RoundRights.SecondPersons, OwnUnitRequests.CarryOutAsync) { Describe = OwnUnitRequests.DescribeAsync })],
        clock ?? TimeProvider.System);
}
