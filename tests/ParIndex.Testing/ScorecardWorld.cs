using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Repairs;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Testing;

/// <summary>
/// An open round of three departments and one person of every kind beside it; what is told is told of the scorecard of
/// Sở Tư pháp.
/// </summary>
public sealed class ScorecardWorld(TestDatabase database, TestRound test, IReadOnlyDictionary<string, StaffAccount> people)
{
    /// <summary>Everybody there is, by what they are to Sở Tư pháp.</summary>
    public static readonly IReadOnlyList<string> Everybody =
    [
        "officer", "officer elsewhere", "appraiser", "appraiser without assignment", "appraiser of the unit", "coordinator", "coordinator of the unit",
        "council", "council of the unit", "publisher", "administrator", "auditor",
    ];

    /// <summary>The round.</summary>
    public TestRound Test => test;

    /// <summary>The clock of what is done here.</summary>
    public FakeTimeProvider Clock { get; } = TestClock.Now();

    /// <summary>The account of one of <see cref="Everybody"/>.</summary>
    public StaffAccount this[string person] => people[person];

    /// <summary>Makes one in a database: the round is changed before it is saved and opened.</summary>
    public static async Task<ScorecardWorld> CreateAsync(TestDatabase database, Action<TestRound, ParIndexDb>? change = null)
    {
        var people = new Dictionary<string, StaffAccount>(StringComparer.Ordinal);
        ArgumentNullException.ThrowIfNull(database);
        var test = await TestRound.AddAsync(database, (round, db) =>
        {
            var (justice, office) = (round.Justice.Id, round.Office.Id);
            people["officer"] = Existing(db, "CB-so-tu-phap");
            people["officer elsewhere"] = Existing(db, "CB-van-phong-ubnd-tinh");
            people["appraiser"] = Existing(db, "TD01");
            people["appraiser without assignment"] = New("TD08", StaffRoles.Appraiser, office);
            people["appraiser of the unit"] = New("TD09", StaffRoles.Appraiser, justice);
            db.Add(new AppraiserAssignment(round.Group, people["appraiser of the unit"].Id, field: null, participant: null));
            people["coordinator"] = round.Coordinator;
            people["coordinator of the unit"] = round.SecondPerson;
            people["council"] = New("HD01", StaffRoles.CouncilMember, office);
            people["council of the unit"] = New("HD02", StaffRoles.CouncilMember, justice);
            people["publisher"] = New("CBO1", StaffRoles.Publisher, office);
            people["administrator"] = New("QT01", StaffRoles.Administrator, office);
            people["auditor"] = New("KT01", StaffRoles.Auditor, office);
            change?.Invoke(round, db);

            StaffAccount New(string code, StaffRoles roles, Guid unit)
            {
                var account = new StaffAccount(code, code, roles, unit);
                db.Add(account);
                return account;
            }
        });
        await using (var db = database.NewContext())
        {
            await new RoundWorkflow(db, new RoundReader(db), TimeProvider.System).OpenAsync(test.Round.Id, (await test.ReadAsync(database)).Stamp, "Kế hoạch số 9", test.Coordinator);
        }

        return new(database, test, people);
    }

    /// <summary>The scorecard as it is stored now.</summary>
    public async Task<ScorecardFolder> ReadAsync(Unit? unit = null)
    {
        await using var db = database.NewContext();
        return (await new ScorecardReader(db).FindAsync(await IdAsync(unit ?? test.Justice)))!;
    }

    /// <summary>Key of a unit's scorecard.</summary>
    public async Task<Guid> IdAsync(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        await using var db = database.NewContext();
        var participant = test.Of(unit).Id;
        return await db.Scorecards.Where(card => card.ParticipantId == participant).Select(card => card.Id).SingleAsync();
    }

    /// <summary>
    /// Lets a scorecard stand in a state with everything that the move out of it demands, except the first appraisal of
    /// one that could still be withdrawn.
    /// </summary>
    public async Task BringAsync(ScorecardState state, Unit? unit = null, bool appraised = true)
    {
        await using var db = database.NewContext();
        var id = await IdAsync(unit ?? test.Justice);
        var card = await db.Scorecards.AsTracking().Include(c => c.Cells).Include(c => c.Moves).Include(c => c.Submissions).SingleAsync(c => c.Id == id);
        var set = await db.CriteriaSets.Include(s => s.Criteria).FirstAsync(s => s.Id == test.Set.Id);
        var (leaves, now) = (set.Leaves, Clock.GetUtcNow().UtcDateTime);
        var (officer, appraiser) = (this["officer"].Id, this["appraiser"].Id);
        Fill(card, ScoreStage.SelfScore, leaves, officer, now, share: 1);
        if (state > ScorecardState.SelfScoring)
        {
            var report = new StoredFile("Báo cáo.pdf", FileKind.Pdf, 9, new string('a', 64), (unit ?? test.Justice).Id, 2026, officer, now);
            db.Add(report);
            card.Submit(new("Nguyễn Văn Giám", "Giám đốc", DateOnly.FromDateTime(now.AddHours(7)), report.Id, officer, now), leaves, UnitSide.WithoutHead);
        }

        if (state > ScorecardState.FirstAppraisal || (state == ScorecardState.FirstAppraisal && appraised))
        {
            Fill(card, ScoreStage.FirstAppraisal, leaves, appraiser, now, share: 0.5m);
        }

        if (state > ScorecardState.FirstAppraisal)
        {
            card.Move(ScorecardAct.EndFirstAppraisal, leaves, appraiser, now, note: null);
        }

        if (state > ScorecardState.Explanation)
        {
            card.Move(ScorecardAct.EndExplanation, leaves, officer, now, note: null);
            Fill(card, ScoreStage.Survey, leaves, this["coordinator"].Id, now, share: 0.5m);
        }

        if (state > ScorecardState.SecondAppraisal)
        {
            card.Move(ScorecardAct.Agree, leaves, this["coordinator"].Id, now, note: null);
        }

        await db.SetUpAsync();
    }

    /// <summary>A move by the service, as this person, from the scorecard as it stands.</summary>
    public async Task<bool> MoveAsync(ScorecardAct act, string person, Unit? unit = null, string? reason = "Lý do", Guid? version = null)
    {
        var shown = version ?? (await ReadAsync(unit)).Card.Version;
        var id = await IdAsync(unit ?? test.Justice);
        await using var db = database.NewContext();
        var moves = new ScorecardWorkflow(db, new ScorecardReader(db), Clock);
        if (act == ScorecardAct.Submit)
        {
            await moves.SubmitAsync(id, shown, await ApprovalAsync(), this[person]);
            return false;
        }

        return await moves.MoveAsync(id, act, shown, reason, this[person]);
    }

    /// <summary>What a head approves today, with a signed report of the unit.</summary>
    public async Task<HeadApproval> ApprovalAsync(Unit? unit = null)
    {
        await using var db = database.NewContext();
        var now = Clock.GetUtcNow().UtcDateTime;
        var report = new StoredFile("Báo cáo.pdf", FileKind.Pdf, 9, new string('a', 64), (unit ?? test.Justice).Id, 2026, this["officer"].Id, now);
        db.Add(report);
        await db.SetUpAsync();
        return new("Nguyễn Văn Giám", "Giám đốc", DateOnly.FromDateTime(now.AddHours(7)), report.Id);
    }

    /// <summary>Changes a cell as its stage's editor would, by the domain alone; of a stage that is over, as if it had been typed in time.</summary>
    public async Task WriteAsync(ScoreStage stage, string code, CellAnswer answer, string person)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var id = await IdAsync(test.Justice);
        await using var db = database.NewContext();
        var card = await db.Scorecards.AsTracking().Include(c => c.Cells).SingleAsync(c => c.Id == id);
        var (cell, leaf) = (card.Cell(stage, test.Leaf(code).Id)!, test.Leaf(code));
        var before = cell.Answer;
        var now = Clock.GetUtcNow().UtcDateTime;
        var state = db.Entry(card).Property(c => c.State);
        var present = card.State;
        state.CurrentValue = Enum.GetValues<ScorecardState>().First(inTime => ScorecardRules.IsOpen(stage, inTime));
        card.Take(stage, leaf, answer, this[person].Id, now);
        state.CurrentValue = present;
        db.Add(new ScoreEdit(Guid.CreateVersion7(), cell, before, this[person].Id, now));
        await db.SetUpAsync();
    }

    /// <summary>Decides the one request that waits; <c>null</c> for one who does not even see it.</summary>
    public async Task<TwoPersonRequest?> DecideAsync(string person, bool agree = true)
    {
        await using var db = database.NewContext();
        var request = await db.TwoPersonRequests.AsNoTracking().SingleAsync(r => r.State == TwoPersonState.Pending);
        var handlers = new[] { TwoPersonAct.UnlockOwnUnit, TwoPersonAct.ExemptAfterOpening }
            .Select(act => new TwoPersonHandler(act, RoundRights.SecondPersons, UnlockRequests.CarryOutAsync) { Describe = UnlockRequests.DescribeAsync })
            .Append(new(TwoPersonAct.RepairSet, RoundRights.SecondPersons, SetRepairing.CarryOutAsync) { Describe = SetRepairing.DescribeAsync });
        return await new TwoPersonDecisions(db, handlers, Clock).DecideAsync(this[person].Id, request.Id, request.Version, agree);
    }

    private static void Fill(Scorecard card, ScoreStage stage, IReadOnlyList<Criterion> leaves, Guid by, DateTime now, decimal share)
    {
        foreach (var (cell, leaf) in card.Cells.Where(cell => cell.Stage == stage).Select(cell => (cell, leaves.Single(leaf => leaf.Id == cell.CriterionId))))
        {
            if (!cell.Answer.IsGiven(leaf))
            {
                card.Take(stage, leaf, new CellAnswer { Points = leaf.Component is Component.Bonus or Component.Penalty ? 0 : leaf.Rule is LevelsRule ? leaf.MaxScore : leaf.MaxScore * share, Note = share < 1 && stage != ScoreStage.Survey ? "Chưa đủ tài liệu kiểm chứng" : null }, by, now);
            }
        }
    }

    private static StaffAccount Existing(ParIndexDb db, string code) => db.ChangeTracker.Entries<StaffAccount>().Single(entry => entry.Entity.StaffCode == code).Entity;
}
