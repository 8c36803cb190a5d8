using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;
using ParIndex.Domain;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Rounds;

/// <summary>Who assesses in which year, who can take part, and two people at one form.</summary>
public sealed class DraftTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Create_ASecondRoundOfYearAndAuthority_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);

        await Assert.ThrowsAsync<RefusedException>(() => CreateAsync(database, test, 2026, "Tỉnh Lai Châu"));
        await CreateAsync(database, test, 2027, "Tỉnh Lai Châu");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Create_ForADistrict_IsAllowedUntil2025_WithCommunesOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database, (_, db) =>
        {
            var district = new Unit("Huyện Tam Đường", UnitKind.District);
            district.Close(new DateOnly(2025, 6, 30));
            db.Add(district);
        });

        var id = await CreateAsync(database, test, 2025, "UBND huyện Tam Đường");
        await Assert.ThrowsAsync<RefusedException>(() => CreateAsync(database, test, 2026, "UBND huyện Tam Đường"));
        await Assert.ThrowsAsync<RefusedException>(() => CreateAsync(database, test, 2025, "UBND huyện Sìn Hồ"));

        await using var db = database.NewContext();
        var drafts = new RoundDrafts(db, new RoundReader(db));
        await Assert.ThrowsAsync<RefusedException>(() => drafts.AddGroupAsync(id, "so-nganh", newName: null, UnitKind.Department, test.Coordinator));
        await drafts.AddGroupAsync(id, "xa-tam-duong", "Xã, thị trấn huyện Tam Đường", UnitKind.Commune, test.Coordinator);
        Assert.NotNull((await new RoundReader(db).FindAsync(id))!.Group("xa-tam-duong"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Units_OfAnEarlierYear_AreNeitherOfferedNorTaken(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var education = new Unit("Sở Giáo dục và Đào tạo", UnitKind.Department);
        var test = await TestRound.AddAsync(database, (_, db) => db.Add(education));
        await using var db = database.NewContext();
        var units = new RoundUnits(db, new RoundReader(db), TimeProvider.System);
        var setup = await test.ReadAsync(database);

        Assert.Equal("so-giao-duc-va-dao-tao", Assert.Single(await units.CandidatesAsync(setup, setup.Groups[0], words: null)).Code);
        Assert.Empty(await units.CandidatesAsync(setup, setup.Groups[0], "ke hoach"));
        await Assert.ThrowsAsync<RefusedException>(() => units.AddAsync(test.Round.Id, "so-nganh", [education.Id, test.Planning.Id], test.Coordinator));
        Assert.Equal(3, (await test.ReadAsync(database)).Participants.Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Settings_FromAFormShownBefore_AreRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var shown = (await test.ReadAsync(database)).Groups[0].Group.Version;

        await SetUpAsync(database, test, shown, "Đạt=50,Không đạt=0");
        await Assert.ThrowsAsync<RefusedException>(() => SetUpAsync(database, test, shown, "Tốt=90,Khá=0"));

        Assert.Equal("Đạt=50,Không đạt=0", (await test.ReadAsync(database)).Groups[0].Group.Ratings!.ToString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Removal_OfAUnit_TakesItsAssignmentsAndLeavesOthers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        await using (var db = database.NewContext())
        {
            var appraiser = await db.StaffAccounts.SingleAsync(account => account.UserName == "TD01");
            Assert.Equal(1, await new RoundAssignments(db, new RoundReader(db)).AssignAsync(test.Round.Id, "so-nganh", appraiser.Id, [], [test.Of(test.Office).Id], test.Coordinator));
        }

        await using (var db = database.NewContext())
        {
            var version = (await test.ReadAsync(database)).Groups[0].Group.Version;
            await new RoundUnits(db, new RoundReader(db), TimeProvider.System).SaveAsync(test.Round.Id, "so-nganh", version, [new(test.Of(test.Office).Id, IsSpecialCase: false, IsRanked: true, Leaves: true)], reason: null, test.Coordinator);
        }

        var setup = await test.ReadAsync(database);
        Assert.Equal(2, setup.Participants.Count());
        Assert.All(setup.Groups[0].Assignments, assignment => Assert.Null(assignment.ParticipantId));
        Assert.Equal(2, setup.Groups[0].Assignments.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Assignment_OfTheOwnUnit_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        await using var db = database.NewContext();
        var appraiser = await db.StaffAccounts.SingleAsync(account => account.UserName == "TD01");

        await Assert.ThrowsAsync<RefusedException>(() => new RoundAssignments(db, new RoundReader(db)).AssignAsync(test.Round.Id, "so-nganh", appraiser.Id, [], [test.Of(test.HomeAffairs).Id], test.Coordinator));
    }

    private static async Task<Guid> CreateAsync(TestDatabase database, TestRound test, int year, string authority)
    {
        await using var db = database.NewContext();
        return await new RoundDrafts(db, new RoundReader(db)).CreateAsync(year, authority, "Tỉnh Lai Châu", "Kỳ " + year, test.Coordinator);
    }

    private static async Task SetUpAsync(TestDatabase database, TestRound test, Guid version, string bands)
    {
        await using var db = database.NewContext();
        await new RoundDrafts(db, new RoundReader(db)).SetUpGroupAsync(test.Round.Id, "so-nganh", version, test.Set.Id, new GroupRules { Ratings = RatingScheme.Parse(bands) }, test.Coordinator);
    }
}
