using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>
/// Cells of the sample: 1.1.1 has three statements (0,5; 0,25; 0), 1.1.2 a ratio × 1,5 from 50%, 1.2.1 loses 0,25 per
/// fault, 1.2.2 is typed 0…0,25, 1.3.1 has tiers (30 = 1; 20 = 0,5), 1.4.2 counts × 0,25, 2.1.1 may not apply.
/// </summary>
public sealed class ScoreCellsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_OfAnEditSentTwice_TakesItOnce(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var edit = await desk.EditAsync("1.2.2", new() { Points = "0,2" });

        var first = await desk.SaveAsync(desk.Officer, edit);
        var later = await desk.SaveAsync(desk.Officer, await desk.EditAsync("1.2.2", new() { Points = "0,10" }));
        var again = await desk.SaveAsync(desk.Officer, edit);

        Assert.Equal([CellResult.Saved, CellResult.Saved, CellResult.Saved], [first.Result, later.Result, again.Result]);
        Assert.Equal(0.1m, again.Cell!.Points);
        Assert.Equal(0.1m, await desk.PointsAsync("1.2.2"));
        Assert.Equal(2, await desk.EditsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_OfOneEditManyTimesAtOnce_TakesItOnce(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var edit = await desk.EditAsync("1.2.2", new() { Points = "0,2" });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.SaveAsync(desk.Officer, edit))));

        Assert.All(outcomes, outcome => Assert.Equal(CellResult.Saved, outcome.Result));
        Assert.Equal(1, await desk.EditsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_WithTheKeyOfAnotherPersonsEdit_IsRefused(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var colleague = await desk.Round.AddOfficerAsync(desk.Unit, "CB02");
        var edit = await desk.EditAsync("1.2.2", new() { Points = "0,2" });
        await desk.SaveAsync(desk.Officer, edit);

        var outcome = await desk.SaveAsync(colleague, edit with { Typed = new() { Points = "0,1" } });

        Assert.Equal(CellResult.Wrong, outcome.Result);
        Assert.Equal(0.2m, await desk.PointsAsync("1.2.2"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_OnWhatSomebodyElseChanged_IsAConflictThatTellsTheirs(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var colleague = await desk.Round.AddOfficerAsync(desk.Unit, "CB02");
        var mine = await desk.EditAsync("1.2.2", new() { Points = "0,25" });
        await desk.SaveAsync(colleague, await desk.EditAsync("1.2.2", new() { Points = "0,1" }));

        var outcome = await desk.SaveAsync(desk.Officer, mine);

        Assert.Equal(CellResult.Conflict, outcome.Result);
        Assert.Equal(0.1m, outcome.Cell!.Points);
        Assert.Equal("Cán bộ CB02 (Sở Tư pháp)", outcome.Who);
        Assert.NotNull(outcome.Cell.ChangedAt);
        Assert.Equal("0,25", outcome.Edit.Typed.Points);
        Assert.Equal(0.1m, await desk.PointsAsync("1.2.2"));

        var kept = await desk.SaveAsync(desk.Officer, mine with { Key = Guid.NewGuid(), Version = outcome.Cell.Version });
        Assert.Equal(CellResult.Saved, kept.Result);
        Assert.Equal(0.25m, await desk.PointsAsync("1.2.2"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_OfWhatSomebodyElseJustSaved_IsNoConflict(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var colleague = await desk.Round.AddOfficerAsync(desk.Unit, "CB02");
        var mine = await desk.EditAsync("1.2.2", new() { Points = "0,1" });
        await desk.SaveAsync(colleague, await desk.EditAsync("1.2.2", new() { Points = "0.10" }));

        Assert.Equal(CellResult.Saved, (await desk.SaveAsync(desk.Officer, mine)).Result);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_OfSeveral_SavesOthersWhileOneIsWrongAndOneInConflict(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var stale = await desk.EditAsync("1.2.2", new() { Points = "0,25" });
        await desk.SaveAsync(desk.Officer, await desk.EditAsync("1.2.2", new() { Points = "0,1" }));

        var answer = await desk.SaveAllAsync(desk.Officer,
            stale,
            await desk.EditAsync("1.1.1", new() { Points = "sáu" }),
            await desk.EditAsync("1.1.2", new() { Achieved = "48", Required = "50" }),
            await desk.EditAsync("9.9.9", new() { Points = "1" }));

        Assert.Equal([CellResult.Conflict, CellResult.Wrong, CellResult.Saved, CellResult.Wrong], answer.Outcomes.Select(outcome => outcome.Result));
        Assert.Equal(1.44m, await desk.PointsAsync("1.1.2"));
        Assert.Equal(1.54m, answer.Folder.Standing(ScoreStage.SelfScore).TotalScore);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_KeepsNothingStoredNoughtAndNotApplicableApart(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var scale = (await desk.FolderAsync()).Unit.Scale;
        await desk.SaveAllAsync(desk.Officer, await desk.EditAsync("1.2.2", new() { Points = "0" }), await desk.EditAsync("2.1.1", new() { Points = "không áp dụng" }));

        var folder = await desk.FolderAsync();
        var (blank, nought, exempt) = (desk.Cell(folder, "1.1.2"), desk.Cell(folder, "1.2.2"), desk.Cell(folder, "2.1.1"));

        Assert.False(blank.Answer.IsGiven(folder.Leaf("1.1.2")!));
        Assert.Equal(0m, nought.Points);
        Assert.True(exempt.Answer.ProposesExemption(folder.Leaf("2.1.1")!));
        Assert.Null(exempt.Points);
        Assert.Equal(scale, folder.Unit.Scale);
        Assert.Equal(2, folder.Card.Scores.Progress(ScoreStage.SelfScore, folder.Set.Leaves).Given);

        await desk.SaveAsync(desk.Officer, await desk.EditAsync("1.2.2", new() { Points = "" }));
        Assert.Null(await desk.PointsAsync("1.2.2"));
    }

    [Theory]
    [InlineData("1.1.1", "p", "0,25", "0,25")]
    [InlineData("1.1.1", "p", "trong thang 01", "0,50")]
    [InlineData("1.1.1", "l", "2", "0,00")]
    [InlineData("1.1.2", "ar", "48;50", "1,44")]
    [InlineData("1.1.2", "ar", "1.611;3.222", "0,75")]
    [InlineData("1.1.2", "ar", "1;3", "0,00")]
    [InlineData("1.2.1", "a", "1", "0,25")]
    [InlineData("1.2.1", "a", "9", "0,00")]
    [InlineData("1.3.1", "ar", "25;100", "0,50")]
    [InlineData("1.4.2", "a", "5", "0,50")]
    [InlineData("1.1.2", "p", "1,2", "1,20")]
    public async Task Save_OfFigures_GivesPointsByTheRule(string leaf, string boxes, string typed, string points)
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await desk.SaveAsync(desk.Officer, await desk.EditAsync(leaf, Typed(boxes, typed)));

        Assert.Null(outcome.Message);
        Assert.Equal(points, AnswerText.Points(outcome.Cell!.Points));
    }

    [Theory]
    [InlineData("1.1.1", "p", "0,3", "Tiêu chí 1.1.1: điểm phải là một trong các mức 0,5; 0,25; 0.")]
    [InlineData("1.2.2", "p", "0,3", "Tiêu chí 1.2.2: điểm phải từ 0 đến 0,25, không nhận 0,3.")]
    [InlineData("1.2.2", "p", "0,225", "Tiêu chí 1.2.2: điểm “0,225” có quá 2 chữ số thập phân")]
    [InlineData("1.2.2", "p", "-1", "Tiêu chí 1.2.2: điểm “-1” không được có dấu âm")]
    [InlineData("1.2.2", "p", "1e0", "Tiêu chí 1.2.2: điểm “1e0” không phải là số hợp lệ")]
    [InlineData("1.1.2", "ar", "4.8;50", "Tiêu chí 1.1.2: số đạt được “4.8” không phải là số nguyên hợp lệ")]
    [InlineData("1.1.2", "ar", "48;0", "Tiêu chí 1.1.2: số phải thực hiện phải lớn hơn 0; chỉ ghi 0 khi không phát sinh, và khi đó số đạt được cũng là 0.")]
    [InlineData("1.1.2", "a", "48", "Tiêu chí 1.1.2: thiếu số phải thực hiện.")]
    [InlineData("1.1.2", "arp", "48;50;1,5", "Tiêu chí 1.1.2: điểm tính được từ số liệu là 1,44")]
    public async Task Save_OfWhatIsNoAnswer_SaysWhatIsAccepted(string leaf, string boxes, string typed, string message)
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await desk.SaveAsync(desk.Officer, await desk.EditAsync(leaf, Typed(boxes, typed)));

        Assert.Equal(CellResult.Wrong, outcome.Result);
        Assert.StartsWith(message, outcome.Message, StringComparison.Ordinal);
        Assert.Equal(0, await desk.EditsAsync());
    }

    [Fact]
    public async Task Save_ThatEmptiesFigures_EmptiesThePointsThatFollowed()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.SaveAsync(desk.Officer, await desk.EditAsync("1.1.2", new() { Achieved = "48", Required = "50" }));

        await desk.SaveAsync(desk.Officer, await desk.EditAsync("1.1.2", new() { Achieved = "", Required = "" }));

        Assert.Null(await desk.PointsAsync("1.1.2"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_ByWhomItIsNot_IsRefusedOrUnknown(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var stranger = await desk.Round.AccountAsync("CB-so-noi-vu");
        var edit = await desk.EditAsync("1.2.2", new() { Points = "0,1" });

        Assert.Null(await desk.TrySaveAsync(stranger, edit));
        Assert.Equal("Chỉ cán bộ của đơn vị được tự chấm điểm.", (await desk.SaveAsync(desk.Round.FieldAppraiser, edit)).Message);
        Assert.Equal(CellResult.Refused, (await desk.SaveAsync(desk.Round.Test.Coordinator, edit)).Result);
        Assert.Equal(0, await desk.EditsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_ByAnAppraiser_IsForTheFieldAssignedOfAnotherUnit(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        await desk.Round.MoveAsync(desk.Unit, ScorecardAct.Submit);
        await desk.Round.MoveAsync(desk.Round.Test.Office, ScorecardAct.Submit);
        var appraiser = desk.Round.FieldAppraiser;

        var own = await desk.SaveAsync(appraiser, await desk.EditAsync("1.2.2", new() { Points = "0,1" }, ScoreStage.FirstAppraisal));
        var other = await desk.SaveAsync(appraiser, await desk.EditAsync("2.2.2", new() { Achieved = "9", Required = "10" }, ScoreStage.FirstAppraisal));
        var ownUnit = await desk.TrySaveAsync(appraiser, await desk.EditAsync("1.2.2", new() { Points = "0,1" }, ScoreStage.FirstAppraisal, desk.Round.Test.Office), desk.Round.Test.Office);

        Assert.Equal(CellResult.Saved, own.Result);
        Assert.Equal("Tiêu chí này được phân công cho người thẩm định khác.", other.Message);
        Assert.Null(ownUnit);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_AfterSubmission_IsRefusedAndARetryOfWhatWasSavedIsNot(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var saved = await desk.EditAsync("1.2.2", new() { Points = "0,1" });
        await desk.SaveAsync(desk.Officer, saved);
        await desk.Round.MoveAsync(desk.Unit, ScorecardAct.Submit);

        var late = await desk.SaveAsync(desk.Officer, await desk.EditAsync("1.2.1", new() { Achieved = "0" }));

        Assert.Equal(CellResult.Refused, late.Result);
        Assert.Contains("Thẩm định lần 1", late.Message, StringComparison.Ordinal);
        Assert.Equal(CellResult.Saved, (await desk.SaveAsync(desk.Officer, saved)).Result);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_AfterTheDeadline_IsRefusedUnlessTheUnitHasLonger(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        var edit = await desk.EditAsync("1.2.2", new() { Points = "0,1" });

        var late = await desk.SaveAsync(desk.Officer, edit);
        await using (var db = desk.Database.NewContext())
        {
            var round = await db.Rounds.Include(r => r.Groups).ThenInclude(g => g.Participants).ThenInclude(p => p.Extensions).SingleAsync();
            var participant = round.Groups[0].Participants.Single(p => p.Id == desk.Round.Test.Of(desk.Unit).Id);
            participant.Extend(RoundStep.SelfScore, desk.Clock.GetUtcNow().UtcDateTime.AddDays(1), "Mất điện", desk.Round.Test.Coordinator.Id, DateTime.UtcNow);
            await db.SetUpAsync();
        }

        var extended = await desk.SaveAsync(desk.Officer, edit);

        Assert.Equal(CellResult.Refused, late.Result);
        Assert.Contains("đã hết hạn", late.Message, StringComparison.Ordinal);
        Assert.Equal(CellResult.Saved, extended.Result);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_OfALeafThatDoesNotApply_IsRefused(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);

        var outcome = await desk.SaveAsync(desk.Officer, new CellEdit(Guid.NewGuid(), "1.4.3", ScoreStage.SelfScore, Guid.NewGuid(), new() { Level = "0" }));

        Assert.Equal(CellResult.Refused, outcome.Result);
        Assert.Contains("1.4.3", outcome.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_ThatAccepts_TakesTheAnswerOfTheStageBefore(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        await desk.SaveAllAsync(desk.Officer, await desk.EditAsync("1.1.2", new() { Achieved = "48", Required = "50", Note = "Báo cáo 12" }), await desk.EditAsync("1.1.1", new() { Level = "1" }));
        await desk.Round.MoveAsync(desk.Unit, ScorecardAct.Submit);
        var appraiser = await desk.Round.AccountAsync("TD01");

        var answer = await desk.SaveAllAsync(appraiser,
            await desk.EditAsync("1.1.2", new(), ScoreStage.FirstAppraisal) with { Accepts = true },
            await desk.EditAsync("1.1.1", new(), ScoreStage.FirstAppraisal) with { Accepts = true },
            await desk.EditAsync("1.2.2", new(), ScoreStage.FirstAppraisal) with { Accepts = true });

        Assert.Equal([CellResult.Saved, CellResult.Saved, CellResult.Wrong], answer.Outcomes.Select(outcome => outcome.Result));
        Assert.Equal((1.44m, 48m, 50m, null), (answer.Outcomes[0].Cell!.Points, answer.Outcomes[0].Cell!.Achieved, answer.Outcomes[0].Cell!.Required, answer.Outcomes[0].Cell!.Note));
        Assert.Equal(1, answer.Outcomes[1].Cell!.Level);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Preview_SavesNothing(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        await using var db = desk.Database.NewContext();
        var cells = new ScoreEntry(db, new ScorecardReader(db), desk.Clock);

        var answer = await cells.PreviewAsync(desk.Officer, await desk.Round.CardIdAsync(desk.Unit), [await desk.EditAsync("1.1.2", new() { Achieved = "48", Required = "50" })]);

        Assert.Equal(1.44m, answer!.Outcomes[0].Cell!.Points);
        Assert.Null(await desk.PointsAsync("1.1.2"));
        Assert.Equal(0, await desk.EditsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_LeavesTheScorecardsOwnVersionAndTellsTheAuditLogOnce(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var before = (await desk.FolderAsync()).Card.Version;

        await desk.SaveAsync(desk.Officer, await desk.EditAsync("1.2.2", new() { Points = "0,1" }));

        Assert.Equal(before, (await desk.FolderAsync()).Card.Version);
        await using var db = desk.Database.NewContext();
        Assert.Single(await db.AuditEvents.Where(e => e.Actor == desk.Officer.UserName).ToListAsync());
    }

    private static TypedAnswer Typed(string boxes, string texts)
    {
        var values = boxes.Zip(texts.Split(';')).ToDictionary(pair => pair.First, pair => pair.Second);
        return new() { Achieved = values.GetValueOrDefault('a'), Required = values.GetValueOrDefault('r'), Points = values.GetValueOrDefault('p'), Level = values.GetValueOrDefault('l') };
    }

    /// <summary>An open round, and the officer of Sở Tư pháp at work in it.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private Desk(TestDatabase database, OpenRound round, StaffAccount officer) => (Database, Round, Officer) = (database, round, officer);

        public TestDatabase Database { get; }

        public OpenRound Round { get; }

        public StaffAccount Officer { get; }

        public FakeTimeProvider Clock { get; } = TestClock.Now();

        public Unit Unit => Round.Test.Justice;

        public static async Task<Desk> OpenAsync(DatabaseKind kind)
        {
            var database = await TestDatabase.CreateAsync(kind);
            var round = await OpenRound.AddAsync(database);
            return new(database, round, await round.AccountAsync("CB-so-tu-phap"));
        }

        public Task<ScorecardFolder> FolderAsync() => Round.ReadAsync(Unit);

        public ScoreCell Cell(ScorecardFolder folder, string leaf, ScoreStage stage = ScoreStage.SelfScore) => folder.Card.Cell(stage, Round.Test.Leaf(leaf).Id)!;

        public async Task<CellEdit> EditAsync(string leaf, TypedAnswer typed, ScoreStage stage = ScoreStage.SelfScore, Unit? unit = null)
        {
            var folder = await Round.ReadAsync(unit ?? Unit);
            var cell = folder.Leaf(leaf) is { } found ? folder.Card.Cell(stage, found.Id) : null;
            return new(Guid.NewGuid(), leaf, stage, cell?.Version ?? Guid.NewGuid(), typed);
        }

        public async Task<SheetAnswer> SaveAllAsync(StaffAccount actor, params CellEdit[] edits)
        {
            await using var db = Database.NewContext(Clock);
            return (await new ScoreEntry(db, new ScorecardReader(db), Clock).SaveAsync(actor, await Round.CardIdAsync(Unit), edits))!;
        }

        public async Task<CellOutcome> SaveAsync(StaffAccount actor, CellEdit edit) => (await TrySaveAsync(actor, edit))!;

        public async Task<CellOutcome?> TrySaveAsync(StaffAccount actor, CellEdit edit, Unit? unit = null)
        {
            await using var db = Database.NewContext(Clock);
            return (await new ScoreEntry(db, new ScorecardReader(db), Clock).SaveAsync(actor, await Round.CardIdAsync(unit ?? Unit), [edit]))?.Outcomes[0];
        }

        public async Task<decimal?> PointsAsync(string leaf) => Cell(await FolderAsync(), leaf).Points;

        public async Task<int> EditsAsync()
        {
            await using var db = Database.NewContext();
            return await db.ScoreEdits.CountAsync();
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
