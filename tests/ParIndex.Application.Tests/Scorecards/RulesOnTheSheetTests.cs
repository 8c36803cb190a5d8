using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>Answers to rules whose statements add up, and to those that say what 0 of 0 gives, as typed and as stored.</summary>
public sealed class RulesOnTheSheetTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task StatementsThatAddUp_AreStoredAsTicked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var round = await WithAsync(database, "1.3.1", "cộng dồn: Trực tuyến=0,5; Trực tiếp=0,25; Tờ rơi=0,25");

        Assert.Equal((CellResult.Saved, 0.75m, 3), await SaveAsync(database, round, "1.3.1", new() { Level = "1+2" }));
        Assert.Equal((CellResult.Saved, 0m, 0), await SaveAsync(database, round, "1.3.1", new() { Level = "0" }));
        Assert.Equal((CellResult.Wrong, 0m, 0), await SaveAsync(database, round, "1.3.1", new() { Level = "4" }));
        Assert.Equal((CellResult.Saved, 1m, 7), await SaveAsync(database, round, "1.3.1", new() { Points = "1" }));
        Assert.Equal((CellResult.Wrong, 1m, 7), await SaveAsync(database, round, "1.3.1", new() { Points = "0,6" }));
        // Of two statements with the same points neither is guessed.
        Assert.Equal((CellResult.Saved, 0.25m, null), await SaveAsync(database, round, "1.3.1", new() { Points = "0,25" }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NothingArose_IsAnsweredAsTheRuleSays_OnTheCardAndOnTheLists(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var round = await WithAsync(database, "1.3.1", "bậc: >90=1; 50=0,5; không phát sinh=đề nghị không áp dụng");
        var before = await GivenAsync(database, round);

        Assert.Equal((CellResult.Saved, null, null), await SaveAsync(database, round, "1.3.1", new() { Achieved = "0", Required = "0" }));
        var folder = await round.ReadAsync(round.Test.Justice);
        Assert.True(folder.Card.Cell(ScoreStage.SelfScore, round.Test.Leaf("1.3.1").Id)!.Answer.ProposesExemption(folder.Leaf("1.3.1")!));
        Assert.Equal(before + 1, await GivenAsync(database, round));
        Assert.Equal((CellResult.Saved, 0.5m, null), await SaveAsync(database, round, "1.3.1", new() { Achieved = "9", Required = "10" }));
        Assert.Equal((CellResult.Wrong, 0.5m, null), await SaveAsync(database, round, "1.3.1", new() { Required = "0" }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NewRulesAndTheirTexts_AreStoredAsTheyAre(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var round = await WithAsync(database, "1.3.1", "tỷ lệ; chuẩn=60; sàn=20; không phát sinh=đủ điểm");

        var leaf = (await round.ReadAsync(round.Test.Justice)).Leaf("1.3.1")!;

        Assert.Equal("tỷ lệ; chuẩn=60; sàn=20; không phát sinh=đủ điểm", leaf.Rule.ToString());
        Assert.Equal(("Từ 60% trở lên: 1\nDưới 60%: tính theo tỷ lệ", "Chấm theo quý"), (leaf.ScoringText, leaf.Remark));
    }

    private static Task<OpenRound> WithAsync(TestDatabase database, string code, string rule) => OpenRound.AddAsync(database, (round, _) =>
    {
        var leaf = round.Leaf(code);
        round.Set.Change(leaf, leaf.Content with { Rule = LeafRule.Parse(rule), ScoringText = "Từ 60% trở lên: 1\r\n Dưới 60%:  tính theo tỷ lệ", Remark = "Chấm theo quý" });
    });

    private static async Task<(CellResult, decimal?, int?)> SaveAsync(TestDatabase database, OpenRound round, string code, TypedAnswer typed)
    {
        var folder = await round.ReadAsync(round.Test.Justice);
        var leaf = folder.Leaf(code)!;
        var officer = await round.AccountAsync("CB-so-tu-phap");
        await using var db = database.NewContext();
        var edit = new CellEdit(Guid.NewGuid(), code, ScoreStage.SelfScore, folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)!.Version, typed);
        var outcome = (await new ScoreEntry(db, new ScorecardReader(db), TestClock.Now()).SaveAsync(officer, folder.Card.Id, [edit]))!.Outcomes[0];
        var cell = (await round.ReadAsync(round.Test.Justice)).Card.Cell(ScoreStage.SelfScore, leaf.Id)!;
        return (outcome.Result, cell.Points, cell.Level);
    }

    private static async Task<int> GivenAsync(TestDatabase database, OpenRound round)
    {
        await using var db = database.NewContext();
        return Assert.Single(await new ScorecardList(db, new RoundReader(db)).OfAsync(await round.AccountAsync("CB-so-tu-phap"))).Given;
    }
}
