using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Imports;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>An open round in which a unit scores 93 leaves of every rule, bonus and penalty among them.</summary>
internal sealed class SheetWorld(TestDatabase database, TestRound round)
{
    public const int Leaves = 93;

    public TestRound Round => round;

    public StaffAccount Officer { get; private set; } = null!;

    public StaffAccount Appraiser { get; private set; } = null!;

    public Scorecard Card { get; private set; } = null!;

    public SheetTarget Target => SheetTarget.Of(Card.Id);

    public SheetTarget Appraisal => SheetTarget.Of(round.Round.Id, "so-nganh");

    public static async Task<SheetWorld> OpenAsync(TestDatabase database)
    {
        var round = await TestRound.AddAsync(database, (test, _) => Fill(test.Set));
        await using var db = database.NewContext();
        var stored = await db.Rounds.Include(r => r.Moves).Include(r => r.Groups).ThenInclude(g => g.Participants).ThenInclude(p => p.Exemptions).FirstAsync();
        var set = await db.CriteriaSets.Include(s => s.Criteria).FirstAsync();
        stored.Move(RoundState.Open, round.Coordinator.Id, DateTime.UtcNow, "Kế hoạch số 9");
        set.Lock(DateTime.UtcNow);
        foreach (var participant in stored.Groups[0].Participants)
        {
            var card = new Scorecard(participant);
            card.OpenSelfScore(participant.Sheet(set));
            db.Add(card);
        }

        await db.SetUpAsync();
        var world = new SheetWorld(database, round) { Officer = await db.StaffAccounts.FirstAsync(a => a.UserName == "CB-" + round.Justice.Code), Appraiser = await db.StaffAccounts.FirstAsync(a => a.UserName == "TD01") };
        world.Card = await db.Scorecards.Include(c => c.Cells).FirstAsync(c => c.ParticipantId == round.Of(round.Justice).Id);
        return world;
    }

    /// <summary>Answers of every kind in every cell of a stage.</summary>
    public async Task AnswerAsync(ScoreStage stage)
    {
        await using var db = database.NewContext();
        var leaves = (await db.CriteriaSets.Include(s => s.Criteria).FirstAsync()).Leaves.ToDictionary(leaf => leaf.Id);
        var cells = (await db.Scorecards.Include(c => c.Cells).ToListAsync()).SelectMany(card => card.Cells.Where(cell => cell.Stage == stage).OrderBy(cell => leaves[cell.CriterionId].Code, StringComparer.Ordinal).Select((cell, i) => (Card: card, Cell: cell, Position: i + 1)));
        foreach (var (card, cell, position) in cells)
        {
            var leaf = leaves[cell.CriterionId];
            CellAnswer answer = leaf.Rule switch
            {
                LevelsRule levels => new() { Level = position % levels.Levels.Count },
                RatioRule or TiersRule => new() { Achieved = 1611, Required = 1789 },
                CountRule or DeductionRule => new() { Achieved = 1 },
                _ => new() { Points = position % 5 == 0 ? null : leaf.MaxScore - 0.25m },
            };
            card.Take(stage, leaf, answer with { Note = Notes[position % Notes.Length] }, Officer.Id, DateTime.UtcNow);
        }

        await db.SetUpAsync();
    }

    /// <summary>Moves every scorecard on to the first appraisal.</summary>
    public async Task SubmitAsync()
    {
        await using var db = database.NewContext();
        var set = await db.CriteriaSets.Include(s => s.Criteria).FirstAsync();
        foreach (var card in await db.Scorecards.Include(c => c.Cells).Include(c => c.Moves).ToListAsync())
        {
            card.Move(ScorecardAct.Submit, set.Leaves, Officer.Id, DateTime.UtcNow, note: null);
        }

        await db.SetUpAsync();
    }

    public async Task<T> WithAsync<T>(Func<ScorecardSheets, Task<T>> work)
    {
        await using var db = database.NewContext();
        var reader = new ScorecardReader(db);
        return await work(new(db, reader, new ScoreEntry(db, reader, TimeProvider.System), new EarlierScores(db), new ImportDraftStore(db, TimeProvider.System), TimeProvider.System));
    }

    public Task<byte[]> WriteAsync(StaffAccount who, SheetTarget target) => WithAsync(async sheets => (await sheets.WriteAsync(who, target))!.Content);

    public Task<(Guid Draft, SheetComparison Compared)> SendAsync(StaffAccount who, SheetTarget target, byte[] content) => WithAsync(async sheets =>
    {
        var draft = (await sheets.KeepAsync(who, target, "phieu.xlsx", content))!.Value;
        return (draft, (await sheets.CompareAsync(who, target, (await sheets.FindAsync(who, target, draft))!))!);
    });

    public Task<int?> ApplyAsync(StaffAccount who, SheetTarget target, Guid draft, string stamp, Dictionary<Guid, bool>? chosen = null) =>
        WithAsync(sheets => sheets.ApplyAsync(who, target, draft, stamp, chosen ?? []));

    public async Task<IReadOnlyDictionary<string, CellAnswer>> StoredAsync(ScoreStage stage)
    {
        await using var db = database.NewContext();
        var leaves = (await db.CriteriaSets.Include(s => s.Criteria).FirstAsync()).Leaves.ToDictionary(leaf => leaf.Id);
        return (await db.Scorecards.Include(c => c.Cells).FirstAsync(c => c.Id == Card.Id)).Cells.Where(cell => cell.Stage == stage).ToDictionary(cell => leaves[cell.CriterionId].Code, cell => cell.Answer);
    }

    public async Task<int> EditsAsync()
    {
        await using var db = database.NewContext();
        return await db.ScoreEdits.CountAsync();
    }

    public async Task ElsewhereAsync(string code, decimal points, ScoreStage stage = ScoreStage.SelfScore)
    {
        await using var db = database.NewContext();
        var leaf = (await db.CriteriaSets.Include(s => s.Criteria).FirstAsync()).Leaves.Single(l => l.Code == code);
        var card = await db.Scorecards.Include(c => c.Cells).FirstAsync(c => c.Id == Card.Id);
        card.Take(stage, leaf, new() { Points = points, Note = "của người khác" }, Officer.Id, DateTime.UtcNow);
        await db.SetUpAsync();
    }

    private static readonly string?[] Notes = [null, "=SUM(A1:A9)", "+84 và @ai đó; \"trích\" <b>&amp;</b>", "_x000D_ 1.10", "12/3", "Đã hoàn thành – hoà/hòa 😀", "0012", "-"];

    private static void Fill(CriteriaSet set)
    {
        var field = set.Add("3", "Các cách chấm", 86);
        LeafRule[] kinds =
        [
            LeafRule.Default, new RatioRule(50, 100), new TiersRule([new(90, 1), new(70, 0.5m)]), new CountRule(0.25m), new DeductionRule(0.25m),
            new LevelsRule([new("Đầy đủ, kịp thời", 1), new("Chậm; thiếu", 0.5m), new("Không thực hiện", 0), new("Không áp dụng", null)]),
        ];
        for (var i = 1; i <= Leaves - 7; i++)
        {
            set.Add(new CriterionContent($"3.{i}", $"Tiêu chí “{i}” & <còn lại>", 1) { Rule = kinds[i % kinds.Length] }, field);
        }

        set.Add("4", "Điểm cộng", 2, Component.Bonus);
        set.Add("5", "Điểm trừ", 2, Component.Penalty);
    }
}
