using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Rounds;

/// <summary>A round opens once, whole, as it was shown; each thing that is missing blocks it by itself.</summary>
public sealed class OpeningTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_LocksTheSet_AndGivesEveryUnitItsCells(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database, (round, _) => round.Of(round.Office).Exempt(round.Leaf("2.1"), "Không soạn thảo", "QĐ 1", round.Coordinator.Id, DateTime.UtcNow));

        await OpenAsync(database, test);

        await using var db = database.NewContext();
        var setup = await test.ReadAsync(database);
        var move = Assert.Single(setup.Round.Moves);
        Assert.Equal((RoundState.Open, RoundState.Draft, test.Coordinator.Id, "Kế hoạch số 9"), (setup.Round.State, move.From, move.By, move.Note));
        Assert.NotNull(setup.Groups[0].Set!.LockedAt);
        var cards = await db.Scorecards.Include(card => card.Cells).ToListAsync();
        Assert.Equal(3, cards.Count);
        Assert.Equal((4, 2), CellsOf(test.Office));
        Assert.Equal((5, 2), CellsOf(test.Justice));
        Assert.Single(await db.AuditEvents.Where(happened => happened.Act == "Mở kỳ đánh giá năm 2026, Tỉnh Lai Châu" && happened.Actor == "NV01").ToListAsync());

        (int SelfScore, int Survey) CellsOf(Domain.Units.Unit unit)
        {
            var cells = cards.Single(card => card.ParticipantId == test.Of(unit).Id).Cells;
            return (cells.Count(cell => cell.Stage == ScoreStage.SelfScore), cells.Count(cell => cell.Stage == ScoreStage.Survey));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_TwiceAtOnce_OpensOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var stamp = (await test.ReadAsync(database)).Stamp;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await OpenAsync(database, test, stamp);
                return true;
            }
            catch (RefusedException)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, opened => opened);
        await using var db = database.NewContext();
        Assert.Equal(3, await db.Scorecards.CountAsync());
        Assert.Equal(21, await db.Set<ScoreCell>().CountAsync());
        Assert.Single((await test.ReadAsync(database)).Round.Moves);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_AfterAnExemptionThatTheConfirmationDidNotShow_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var stamp = (await test.ReadAsync(database)).Stamp;
        await using (var db = database.NewContext())
        {
            await new RoundExemptions(db, new RoundReader(db), TimeProvider.System).ExemptAsync(test.Round.Id, "so-nganh", [test.Leaf("2.1").Id], [test.Of(test.Office).Id], "Không soạn thảo", "QĐ 1", test.Coordinator);
        }

        await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(database, test, stamp));

        Assert.Equal(RoundState.Draft, (await test.ReadAsync(database)).Round.State);
    }

    public static TheoryData<string, string> Missing => new()
    {
        { "Chưa có", "không có khối" }, { "chưa chọn bộ tiêu chí", "không có bộ" }, { "chưa có tiêu chí nào", "bộ rỗng" }, { "cộng lại là 29,5", "tổng lệch" },
        { "chưa có mức xếp loại", "không xếp loại" }, { "chưa có đơn vị nào", "không đơn vị" }, { "chưa có cán bộ đầu mối", "không cán bộ" },
        { "chưa có người thẩm định lĩnh vực 1, 2 cho 01 đơn vị: Văn phòng UBND tỉnh", "không thẩm định" }, { "Chưa có thời hạn bước giải trình", "không thời hạn" },
        { "Thời hạn bước tự chấm điểm đã qua", "đã qua" }, { "không có tiêu chí nào áp dụng", "thang 0" },
    };

    [Theory, MemberData(nameof(Missing))]
    public async Task Open_WithoutOneThing_IsBlockedAndSaysWhich(string words, string what)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database, (round, db) => Spoil(round, db, what));

        var errors = OpeningChecks.Of(await test.ReadAsync(database), before: null, DateTime.UtcNow).Where(finding => finding.Blocks).ToList();
        await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(database, test));

        Assert.Contains(words, Assert.Single(errors).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(RoundState.Draft, (await test.ReadAsync(database)).Round.State);
    }

    [Fact]
    public async Task Findings_OfARoundThatLacksNothing_AreNone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);

        Assert.Empty(OpeningChecks.Of(await test.ReadAsync(database), before: null, DateTime.UtcNow));
    }

    [Fact]
    public async Task Findings_OfWhatACoordinatorWouldObjectTo_InformAndDoNotBlock()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var set = new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí năm 2026");
        set.Add("1.1", "Kế hoạch", 50, parent: set.Add("1", "Công tác chỉ đạo, điều hành", 50));
        var test = await TestRound.AddAsync(database, (round, _) => round.Group.Remove(round.Of(round.Justice)), set);
        await using var other = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var before = await (await TestRound.AddAsync(other)).ReadAsync(other);

        var alone = OpeningChecks.Of(await test.ReadAsync(database), before: null, DateTime.UtcNow);
        var beside = OpeningChecks.Of(await test.ReadAsync(database), before, DateTime.UtcNow);

        Assert.All(beside, finding => Assert.False(finding.Blocks, finding.Text));
        Assert.Contains(alone, finding => finding.Text.EndsWith("chưa ghi số quyết định ban hành.", StringComparison.Ordinal));
        Assert.Contains(alone, finding => finding.Text.EndsWith("50 điểm, thông thường là 100 điểm.", StringComparison.Ordinal));
        Assert.Contains(beside, finding => finding.Text.EndsWith("50 điểm, năm 2026 là 100 điểm.", StringComparison.Ordinal));
        Assert.Contains(beside, finding => finding.Text.EndsWith("không có tiêu chí điều tra xã hội học nào, năm 2026 có 02.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Findings_OfUnitsThatTookPartTheYearBefore_NameThem()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        var before = await test.ReadAsync(database);
        await using (var db = database.NewContext())
        {
            await new RoundUnits(db, new RoundReader(db), TimeProvider.System).SaveAsync(test.Round.Id, "so-nganh", before.Groups[0].Group.Version, [new(test.Of(test.Justice).Id, IsSpecialCase: false, IsRanked: true, Leaves: true)], reason: null, test.Coordinator);
        }

        var finding = Assert.Single(OpeningChecks.Of(await test.ReadAsync(database), before, DateTime.UtcNow));

        Assert.Equal((false, OpeningPlace.Units, "Sở, ban, ngành: năm 2026 có tham gia, kỳ này không có 01 đơn vị: Sở Tư pháp."), (finding.Blocks, finding.Place, finding.Text));
    }

    [Fact]
    public async Task Findings_OfASampleSet_InformAndDoNotBlock()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database, (round, _) => round.Of(round.Office).Mark(isSpecialCase: true, isRanked: true));

        var finding = Assert.Single(OpeningChecks.Of(await test.ReadAsync(database), before: null, DateTime.UtcNow));

        Assert.Equal((false, OpeningPlace.Exemptions), (finding.Blocks, finding.Place));
        await OpenAsync(database, test);
    }

    [Theory]
    [InlineData(StaffRoles.UnitOfficer)]
    [InlineData(StaffRoles.Appraiser)]
    [InlineData(StaffRoles.CouncilMember)]
    [InlineData(StaffRoles.Publisher)]
    [InlineData(StaffRoles.Administrator)]
    [InlineData(StaffRoles.Auditor)]
    public async Task Open_ByAnybodyButACoordinator_IsRefused(StaffRoles roles)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var db = database.NewContext();

        await Assert.ThrowsAsync<RefusedException>(() => new RoundWorkflow(db, new RoundReader(db), TimeProvider.System).OpenAsync(test.Round.Id, "", "x", new StaffAccount("X1", "X", roles, unitId: null)));
    }

    [Fact]
    public void EveryMove_HasSomebodyWhoMayMakeIt_AndNoOther()
    {
        var all = Enum.GetValues<RoundState>();

        Assert.All(from f in all from t in all select (f, t), move => Assert.Equal(RoundRules.Allows(move.f, move.t), RoundRights.MoversOf(move.f, move.t) != StaffRoles.None));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Moves_AfterOpening_AreRowsWithWhy_AndReopeningIsTheCouncils(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var council = new StaffAccount("HD01", "Hoàng Văn Em", StaffRoles.CouncilMember, unitId: null);
        var test = await TestRound.AddAsync(database, (_, db) => db.Add(council));
        await OpenAsync(database, test);
        await AgreeAsync(database, test);

        await MoveAsync(database, test, RoundState.Closed, test.Coordinator);
        await Assert.ThrowsAsync<RefusedException>(() => MoveAsync(database, test, RoundState.Open, test.Coordinator));
        await MoveAsync(database, test, RoundState.Open, council);

        var setup = await test.ReadAsync(database);
        Assert.Equal(["Draft→Open", "Open→Closed", "Closed→Open"], setup.Round.Moves.OrderBy(move => move.At).Select(move => $"{move.From}→{move.To}"));
    }

    /// <summary>All scorecards agreed and all survey points there, as if the winter were over.</summary>
    private static async Task AgreeAsync(TestDatabase database, TestRound test)
    {
        await using var db = database.NewContext();
        foreach (var card in await db.Scorecards.Include(card => card.Cells).ToListAsync())
        {
            card.Settle();
            foreach (var cell in card.Cells.Where(cell => cell.Stage == ScoreStage.Survey))
            {
                cell.Score(test.Set.Leaves.Single(leaf => leaf.Id == cell.CriterionId), 1);
            }
        }

        await db.SetUpAsync();
    }

    private static void Spoil(TestRound round, ParIndexDb db, string what)
    {
        switch (what)
        {
            case "không có khối": db.RemoveRange(db.ChangeTracker.Entries<AppraiserAssignment>().Select(entry => entry.Entity).ToList()); round.Round.Remove(round.Group); break;
            case "không có bộ": round.Round.SetUp(round.Group, round.UnitGroup(db), criteriaSet: null, round.Group.Rules); break;
            case "bộ rỗng": round.Round.SetUp(round.Group, round.UnitGroup(db), Added(db, new CriteriaSet(2026, "so-nganh", "Rỗng")), round.Group.Rules); break;
            case "tổng lệch": round.Round.SetUp(round.Group, round.UnitGroup(db), Added(db, Uneven()), round.Group.Rules); break;
            case "không xếp loại": round.Round.SetUp(round.Group, round.UnitGroup(db), round.Set, new GroupRules()); break;
            case "không đơn vị": foreach (var one in round.Group.Participants.ToList()) { round.Group.Remove(one); } break;
            case "không cán bộ": db.ChangeTracker.Entries<StaffAccount>().Single(entry => entry.Entity.StaffCode == "CB-so-tu-phap").Entity.IsActive = false; break;
            case "không thẩm định": db.ChangeTracker.Entries<StaffAccount>().Single(entry => entry.Entity.StaffCode == "TD01").Entity.Roles = StaffRoles.None; break;
            case "không thời hạn": round.Round.SetDeadlines(round.Round.Deadlines.Where(deadline => deadline.Step != RoundStep.Explanation).ToDictionary(deadline => deadline.Step, deadline => deadline.Until)); break;
            case "đã qua": round.Round.SetDeadlines(round.Round.Deadlines.ToDictionary(deadline => deadline.Step, deadline => deadline.Step == RoundStep.SelfScore ? DateTime.UtcNow.AddMinutes(-1) : deadline.Until)); break;
            default: foreach (var leaf in round.Set.Leaves) { round.Of(round.Office).Exempt(leaf, "Không", "QĐ", round.Coordinator.Id, DateTime.UtcNow); } break;
        }
    }

    private static CriteriaSet Uneven()
    {
        var set = new CriteriaSet(2026, "so-nganh", "Lệch");
        var field = set.Add("1", "Chỉ đạo", 30);
        set.Add("1.1", "Kế hoạch", 29.5m, parent: field);
        return set;
    }

    private static CriteriaSet Added(ParIndexDb db, CriteriaSet set)
    {
        db.Add(set);
        return set;
    }

    private static async Task OpenAsync(TestDatabase database, TestRound test, string? stamp = null)
    {
        await using var db = database.NewContext();
        await new RoundWorkflow(db, new RoundReader(db), TimeProvider.System).OpenAsync(test.Round.Id, stamp ?? (await test.ReadAsync(database)).Stamp, "Kế hoạch số 9", test.Coordinator);
    }

    private static async Task MoveAsync(TestDatabase database, TestRound test, RoundState to, StaffAccount actor)
    {
        await using var db = database.NewContext();
        await new RoundWorkflow(db, new RoundReader(db), TimeProvider.System).MoveAsync(test.Round.Id, to, (await test.ReadAsync(database)).Round.Version, "Lý do", actor);
    }
}
