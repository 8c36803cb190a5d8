using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Testing;

/// <summary>
/// A <see cref="TestRound"/> that was opened, with the sample's 93 leaves, so that there are scorecards to fill in. Sở
/// Tư pháp is exempt from 1.4.3; <see cref="FieldAppraiser"/> appraises the first field only.
/// </summary>
public sealed class OpenRound
{
    private readonly TestDatabase _database;

    private OpenRound(TestDatabase database, TestRound test) => (_database, Test) = (database, test);

    /// <summary>The round and its units.</summary>
    public TestRound Test { get; }

    /// <summary>The criteria set.</summary>
    public CriteriaSet Set => Test.Set;

    /// <summary>Of Văn phòng UBND tỉnh, assigned to field 1 of every unit.</summary>
    public StaffAccount FieldAppraiser { get; private set; } = null!;

    /// <summary>Makes and opens one.</summary>
    /// <param name="database">The database.</param>
    /// <param name="change">Changes the round before it is opened.</param>
    public static async Task<OpenRound> AddAsync(TestDatabase database, Action<TestRound, ParIndexDb>? change = null)
    {
        StaffAccount? appraiser = null;
        var test = await TestRound.AddAsync(database, (round, db) =>
        {
            appraiser = new("TD03", "Hoàng Thị Giang", StaffRoles.Appraiser, round.Office.Id);
            db.Add(appraiser);
            db.Add(new AppraiserAssignment(round.Group, appraiser.Id, round.Set.Criteria.Single(node => node.Code == "1"), participant: null));
            round.Of(round.Justice).Exempt(round.Leaf("1.4.3"), "Không tổ chức cuộc thi", "Quyết định 01/QĐ-UBND", round.Coordinator.Id, DateTime.UtcNow);
            change?.Invoke(round, db);
        }, SampleCriteria.For(2026, "so-nganh"));
        await using var db = database.NewContext();
        var reader = new RoundReader(db);
        var setup = (await reader.FindAsync(test.Round.Id))!;
        await new RoundWorkflow(db, reader, TimeProvider.System).OpenAsync(test.Round.Id, setup.Stamp, "Theo kế hoạch", test.Coordinator);
        return new(database, test) { FieldAppraiser = appraiser! };
    }

    /// <summary>The key of a unit's scorecard.</summary>
    public async Task<Guid> CardIdAsync(Unit unit)
    {
        var participant = Test.Of(unit).Id;
        await using var db = _database.NewContext();
        return await db.Scorecards.Where(card => card.ParticipantId == participant).Select(card => card.Id).SingleAsync();
    }

    /// <summary>A unit's scorecard as it is stored now.</summary>
    public async Task<ScorecardFolder> ReadAsync(Unit unit)
    {
        var id = await CardIdAsync(unit);
        await using var db = _database.NewContext();
        return (await new ScorecardReader(db).FindAsync(id))!;
    }

    /// <summary>Moves a unit's scorecard along, past the checks of the pages.</summary>
    public async Task MoveAsync(Unit unit, params ScorecardAct[] acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        var id = await CardIdAsync(unit);
        await using var db = _database.NewContext();
        var card = await db.Scorecards.Include(s => s.Cells).Include(s => s.Moves).SingleAsync(s => s.Id == id);
        var set = await db.CriteriaSets.Include(s => s.Criteria).SingleAsync(s => s.Id == Set.Id);
        foreach (var act in acts)
        {
            card.Move(act, set.Leaves, Test.Coordinator.Id, DateTime.UtcNow, note: null);
        }

        await db.SetUpAsync();
    }

    /// <summary>An account that scores for a unit, beside the one the round has.</summary>
    public async Task<StaffAccount> AddOfficerAsync(Unit unit, string code)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var officer = new StaffAccount(code, "Cán bộ " + code, StaffRoles.UnitOfficer, unit.Id);
        await using var db = _database.NewContext();
        db.Add(officer);
        await db.SetUpAsync();
        return officer;
    }

    /// <summary>The account of a staff code.</summary>
    public async Task<StaffAccount> AccountAsync(string code)
    {
        await using var db = _database.NewContext();
        return await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.UserName == code);
    }

    /// <summary>Assigns every field of every unit to an account, as those a test signs in with have no work yet.</summary>
    public async Task AssignAsync(StaffAccount appraiser)
    {
        ArgumentNullException.ThrowIfNull(appraiser);
        await using var db = _database.NewContext();
        db.Add(new AppraiserAssignment(Test.Group, appraiser.Id, field: null, participant: null));
        await db.SetUpAsync();
    }
}
