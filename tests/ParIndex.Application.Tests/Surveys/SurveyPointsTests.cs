using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Surveys;
using ParIndex.Application.Tests.Imports.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Surveys;

/// <summary>Survey points typed or loaded: by the rule, with n and spread, all or none, never of the own unit.</summary>
public sealed class SurveyPointsTests
{
    private static readonly object?[] Header = ["Mã đơn vị", "Đơn vị", "Mã tiêu chí", "Tiêu chí", "Điểm tối đa", "Điểm", "Số hài lòng", "Số được hỏi", "Cỡ mẫu n", "Độ lệch chuẩn"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Figures_GivePointsByTheRule_AndKeepSampleAndSpread(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);

        var changed = await LoadAsync(database, world, "coordinator", ["so-tu-phap", null, "8.1", null, null, null, 270.0, 300.0, 300.0, 0.35], ["van-phong-ubnd-tinh", null, "8.2", null, null, 1.5]);

        Assert.Equal(2, changed);
        var cell = (await world.ReadAsync()).Card.Cell(ScoreStage.Survey, world.Test.Leaf("8.1").Id)!;
        Assert.Equal((25.2m, 270m, 300m, 300, 0.35m), (cell.Points, cell.Achieved, cell.Required, cell.SampleSize, cell.Spread));
        await using var db = database.NewContext();
        Assert.Equal(2, await db.ScoreEdits.CountAsync());
        Assert.Single(await db.AuditEvents.Where(happened => happened.Actor == "NV01").ToListAsync(), happened => happened.Act.StartsWith("Nhập điểm điều tra", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Template_ComesBackWithoutADifference(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);
        await LoadAsync(database, world, "coordinator", ["so-tu-phap", null, "8.1", null, null, null, 271.0, 300.0, 300.0, 0.3512], ["so-tu-phap", null, "8.2", null, null, 1.37]);
        await using var db = database.NewContext();
        var setup = await world.Test.ReadAsync(database);
        var lines = await new SurveyPoints(db, new RoundReader(db), new ScoreEntry(db, new ScorecardReader(db), world.Clock), world.Clock).LinesAsync(setup, setup.Groups[0], world["coordinator"]);

        var rows = SurveyWorkbook.Read(SurveyWorkbook.TableOf(SurveyWorkbook.Write(setup, setup.Groups[0], lines), setup.Round.Year), lines);

        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.False(row.Changes));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OneBadCell_RefusesTheFile_WithItsPlace(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);

        var refusal = await Assert.ThrowsAsync<UnreadableTableException>(() => LoadAsync(database, world, "coordinator",
            ["so-tu-phap", null, "8.1", null, null, 20.0],
            ["van-phong-ubnd-tinh", null, "8.1", null, null, 28.5],
            ["so-khong-co", null, "8.1", null, null, 1.0],
            ["van-phong-ubnd-tinh", null, "1.1", null, null, 1.0],
            ["van-phong-ubnd-tinh", null, "8.2", null, null, "hai"]));

        Assert.Equal(4, refusal.Problems.Count);
        Assert.Contains(refusal.Problems, problem => problem.ToString().Contains("ô F3", StringComparison.Ordinal) && problem.Message.Contains("từ 0 đến 28", StringComparison.Ordinal));
        Assert.Contains(refusal.Problems, problem => problem.ToString().Contains("ô A4", StringComparison.Ordinal));
        Assert.Contains(refusal.Problems, problem => problem.ToString().Contains("ô F6", StringComparison.Ordinal));
        Assert.Null((await world.ReadAsync()).Card.Cell(ScoreStage.Survey, world.Test.Leaf("8.1").Id)!.Points);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OwnUnit_IsRefusedAndNamed_AlsoPastTheReader(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);

        var read = await Assert.ThrowsAsync<UnreadableTableException>(() => LoadAsync(database, world, "coordinator", ["so-noi-vu", null, "8.1", null, null, 28.0], ["so-tu-phap", null, "8.1", null, null, 20.0]));
        Assert.Contains("Sở Nội vụ", Assert.Single(read.Problems).Message, StringComparison.Ordinal);

        var home = await world.ReadAsync(world.Test.HomeAffairs);
        var leaf = world.Test.Leaf("8.1");
        var taken = await Assert.ThrowsAsync<RefusedException>(() => SaveAsync(database, world, "coordinator", new SurveyEntry(home.Card.Id, leaf.Id, home.Card.Cell(ScoreStage.Survey, leaf.Id)!.Version, Points(28))));
        Assert.Contains("Sở Nội vụ", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_AreLoadedByCoordinatorsAndNobodyElse_NoAppraiserAmongThem()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await WorldAsync(database);

        foreach (var person in ScorecardWorld.Everybody)
        {
            var card = (await world.ReadAsync()).Card;
            var leaf = world.Test.Leaf("8.1");
            var entry = new SurveyEntry(card.Id, leaf.Id, card.Cell(ScoreStage.Survey, leaf.Id)!.Version, Points(card.Cells.Max(cell => cell.Points ?? 0) + 1));
            var saving = await Record.ExceptionAsync(() => SaveAsync(database, world, person, entry));
            Assert.Equal((person, person == "coordinator"), (person, saving is null));
        }

        // Nor by a coordinator who appraises the unit as well.
        var folder = await world.ReadAsync();
        world["appraiser"].Roles |= StaffRoles.Coordinator;
        Assert.Contains("không nhập điểm điều tra", ScorecardRights.WhyNotScore(world["appraiser"], folder, world.Test.Leaf("8.1"), ScoreStage.Survey, DateTime.UtcNow)?.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoAtOnce_OnOneCell_LoseNeitherSilently(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);
        var card = (await world.ReadAsync()).Card;
        var leaf = world.Test.Leaf("8.1");
        var version = card.Cell(ScoreStage.Survey, leaf.Id)!.Version;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(async () => await Record.ExceptionAsync(() => SaveAsync(database, world, "coordinator", new SurveyEntry(card.Id, leaf.Id, version, Points(number)))))));

        Assert.Single(outcomes, failure => failure is null);
        Assert.All(outcomes.Where(failure => failure is not null), failure => Assert.IsType<RefusedException>(failure));
        await using var db = database.NewContext();
        Assert.Single(await db.ScoreEdits.ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Conflicts_AreToldCellByCell_AndTheSameSentTwice_IsTakenOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);
        var (justice, office) = ((await world.ReadAsync()).Card, (await world.ReadAsync(world.Test.Office)).Card);
        SurveyEntry[] Both(decimal points) => [Entry(justice, "8.1", points), Entry(office, "8.1", points), Entry(office, "8.2", 1)];

        Assert.Equal(3, await SaveAllAsync(database, world, Both(20)));
        Assert.Equal(0, await SaveAllAsync(database, world, Both(20)));
        var late = await Assert.ThrowsAsync<RefusedException>(() => SaveAllAsync(database, world, Both(21)));

        Assert.Contains("Sở Tư pháp, tiêu chí 8.1: có người khác vừa ghi điểm này", late.Message, StringComparison.Ordinal);
        Assert.Contains("Văn phòng UBND tỉnh, tiêu chí 8.1: có người khác vừa ghi điểm này", late.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("8.2", late.Message, StringComparison.Ordinal);
        await using var db = database.NewContext();
        Assert.Equal(3, await db.ScoreEdits.CountAsync());

        SurveyEntry Entry(Scorecard card, string code, decimal points) => new(card.Id, world.Test.Leaf(code).Id, card.Cell(ScoreStage.Survey, world.Test.Leaf(code).Id)!.Version, Points(points));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoAppraisedTheUnit_LoadsNoSurvey_WhateverTheRoleNow(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.WriteAsync(ScoreStage.FirstAppraisal, "1.1", new CellAnswer { Points = 12 }, "coordinator");
        var card = (await world.ReadAsync()).Card;
        var leaf = world.Test.Leaf("8.1");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => SaveAsync(database, world, "coordinator", new SurveyEntry(card.Id, leaf.Id, card.Cell(ScoreStage.Survey, leaf.Id)!.Version, Points(27))));

        Assert.True(refusal.Refusal.IsOfRights);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Points_RacingTheAgreement_AreTakenBeforeOrRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await WorldAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        var card = (await world.ReadAsync()).Card;
        var leaf = world.Test.Leaf("8.1");
        var version = card.Cell(ScoreStage.Survey, leaf.Id)!.Version;

        var saving = Task.Run(async () => await Record.ExceptionAsync(() => SaveAsync(database, world, "coordinator", TimeProvider.System, new SurveyEntry(card.Id, leaf.Id, version, Points(27)))));
        var agreeing = Task.Run(async () =>
        {
            await using var db = database.NewContext();
            await new ScorecardWorkflow(db, new ScorecardReader(db), TimeProvider.System).MoveAsync(card.Id, ScorecardAct.Agree, card.Version, reason: null, world["council"]);
        });
        var failure = await saving;
        await agreeing;

        var after = (await world.ReadAsync()).Card;
        Assert.Equal(failure is null ? 27 : 14, after.Cell(ScoreStage.Survey, leaf.Id)!.Points);
        await using var read = database.NewContext();
        Assert.All(await read.ScoreEdits.ToListAsync(), edit => Assert.True(edit.At <= after.Moves.Single(move => move.Act == ScorecardAct.Agree).At));
    }

    [Theory]
    [InlineData("20", "270", "300", "điểm tính được từ số liệu là 25,20")]
    [InlineData(null, "310", "300", "lớn hơn số được hỏi")]
    [InlineData(null, "270", null, "thiếu số phải thực hiện")]
    [InlineData(null, null, "300", "thiếu số đạt được")]
    [InlineData("28,01", null, null, "từ 0 đến 28")]
    [InlineData("1,234", null, null, "2 chữ số thập phân")]
    [InlineData("-1", null, null, "dấu âm")]
    public void Text_ThatIsWrong_SaysWhat(string? points, string? achieved, string? required, string words)
    {
        var leaf = SurveyLeaf("điều tra");
        var problems = new List<string>();

        var answer = TypedAnswer.Row(points, achieved, required, sampleSize: null, spread: null).Read(leaf, CellAnswer.Blank, (_, problem) => problems.Add(problem.Text));
        problems.AddRange(answer.Problem(leaf) is { } wrong ? [wrong.Text] : []);

        Assert.Contains(words, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Mean_OfALikertScale_GivesItsShareOfTheMaximum()
    {
        var leaf = SurveyLeaf("điều tra: Likert 5");

        var answer = TypedAnswer.Row(points: null, "4,25", required: null, "300", "0,7").Read(leaf, CellAnswer.Blank, (_, problem) => Assert.Fail(problem.Text));

        Assert.Equal((leaf.Rule.Points(28, new(4.25m)), 300, 0.7m), (answer.Points, answer.SampleSize, answer.Spread));
        Assert.NotNull(answer.Points);
    }

    private static TypedAnswer Points(decimal points) => TypedAnswer.Row(AnswerText.Figure(points), achieved: null, required: null, sampleSize: null, spread: null);

    private static Criterion SurveyLeaf(string rule)
    {
        var set = TestRound.NewSet();
        var leaf = set.Leaves.Single(known => known.Code == "8.1");
        set.Change(leaf, leaf.Content with { Rule = LeafRule.Parse(rule) });
        return leaf;
    }

    private static Task<ScorecardWorld> WorldAsync(TestDatabase database) =>
        ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Change(round.Leaf("8.1"), round.Leaf("8.1").Content with { Rule = LeafRule.Parse("điều tra") }));

    private static async Task<int> LoadAsync(TestDatabase database, ScorecardWorld world, string person, params object?[][] rows)
    {
        await using var db = database.NewContext();
        var points = new SurveyPoints(db, new RoundReader(db), new ScoreEntry(db, new ScorecardReader(db), world.Clock), world.Clock);
        var setup = await world.Test.ReadAsync(database);
        var lines = await points.LinesAsync(setup, setup.Groups[0], world[person]);
        var read = SurveyWorkbook.Read(SurveyWorkbook.TableOf(new Workbook().Sheet("Điểm", [Header, .. rows]).Bytes(), setup.Round.Year), lines);
        return await points.SaveAsync(setup.Round.Id, [.. read.Select(row => row.Entry)], "Nhập điểm điều tra từ XLSX", world[person]);
    }

    private static async Task<int> SaveAllAsync(TestDatabase database, ScorecardWorld world, params SurveyEntry[] entries)
    {
        await using var db = database.NewContext();
        return await new SurveyPoints(db, new RoundReader(db), new ScoreEntry(db, new ScorecardReader(db), world.Clock), world.Clock).SaveAsync(world.Test.Round.Id, entries, "Ghi điểm điều tra", world["coordinator"]);
    }

    private static Task<int> SaveAsync(TestDatabase database, ScorecardWorld world, string person, SurveyEntry entry) => SaveAsync(database, world, person, world.Clock, entry);

    private static async Task<int> SaveAsync(TestDatabase database, ScorecardWorld world, string person, TimeProvider clock, SurveyEntry entry)
    {
        await using var db = database.NewContext();
        return await new SurveyPoints(db, new RoundReader(db), new ScoreEntry(db, new ScorecardReader(db), clock), clock).SaveAsync(world.Test.Round.Id, [entry], "Ghi điểm điều tra", world[person]);
    }
}
