using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>What handing in demands: a complete sheet, proof or its explanation, the head's approval, in time.</summary>
public sealed class SubmissionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Submit_WithAnUnansweredLeaf_IsRefusedAndNamesIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.2", CellAnswer.Blank, "officer");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Submit, "officer"));

        Assert.Contains("(1.2)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ScorecardState.SelfScoring, (await world.ReadAsync()).Card.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Submit_OfACompleteSheet_KeepsApprovalAndOpensTheAppraisal(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);

        await world.MoveAsync(ScorecardAct.Submit, "officer");

        var card = (await world.ReadAsync()).Card;
        var submission = Assert.Single(card.Submissions);
        Assert.Equal((ScorecardState.FirstAppraisal, "Nguyễn Văn Giám", "Giám đốc", world["officer"].Id), (card.State, submission.HeadName, submission.HeadPost, submission.By));
        Assert.Equal(5, card.Cells.Count(cell => cell.Stage == ScoreStage.FirstAppraisal && cell.Points is null));
    }

    public static TheoryData<string> Approvals => ["no name", "no post", "tomorrow", "before the opening", "no file", "file of another unit", "picture"];

    [Theory, MemberData(nameof(Approvals))]
    public async Task Submit_WithAnApprovalThatIsNone_IsRefused(string what)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        var good = await world.ApprovalAsync(what == "file of another unit" ? world.Test.Office : null);
        var approval = what switch
        {
            "no name" => good with { HeadName = " " },
            "no post" => good with { HeadPost = "" },
            "tomorrow" => good with { SignedOn = good.SignedOn.AddDays(1) },
            "before the opening" => good with { SignedOn = good.SignedOn.AddDays(-1) },
            "no file" => good with { ReportFileId = Guid.NewGuid() },
            "picture" => good with { ReportFileId = await PictureAsync(database, world) },
            _ => good,
        };
        await using var db = database.NewContext();
        var shown = await world.ReadAsync();

        await Assert.ThrowsAsync<RefusedException>(() => new ScorecardWorkflow(db, new ScorecardReader(db), world.Clock).SubmitAsync(shown.Card.Id, shown.Card.Version, approval, world["officer"]));

        Assert.Empty((await world.ReadAsync()).Card.Submissions);
    }

    [Fact]
    public async Task Proof_ThatIsAskedForAndMissing_NeedsANote()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Change(round.Leaf("1.1"), round.Leaf("1.1").Content with { EvidenceAsked = "Kế hoạch CCHC năm" }));
        await world.BringAsync(ScorecardState.SelfScoring);

        var findings = SubmissionChecks.Of(await world.ReadAsync());
        Assert.Equal([("1.1", SubmissionFindingKind.ProofMissing)], findings.Where(finding => finding.Blocks).Select(finding => (finding.Leaf.Code, finding.Kind)));
        // Of what nobody asked proof for the head is told.
        Assert.All(findings.Where(finding => !finding.Blocks), finding => Assert.Equal(SubmissionFindingKind.Unproved, finding.Kind));
        Assert.Contains(findings, finding => finding.Leaf.Code == "1.2" && !finding.Blocks);
        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Submit, "officer"));

        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new CellAnswer { Points = 20, Note = "Văn bản mật, gửi riêng" }, "officer");
        await world.MoveAsync(ScorecardAct.Submit, "officer");
    }

    [Fact]
    public async Task Proof_IsNotAskedForNoPoints()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Change(round.Leaf("1.1"), round.Leaf("1.1").Content with { EvidenceAsked = "Kế hoạch CCHC năm" }));
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new CellAnswer { Points = 0 }, "officer");

        Assert.DoesNotContain(SubmissionChecks.Of(await world.ReadAsync()), finding => finding.Leaf.Code == "1.1");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Bonus_NeedsADocument_AndAPenaltyADocumentOrANote(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) =>
        {
            round.Set.Add("C.1", "Sáng kiến", 3, Component.Bonus);
            round.Set.Add("T.1", "Vi phạm", 2, Component.Penalty);
        });
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "C.1", new CellAnswer { Points = 3, Note = "Có sáng kiến" }, "officer");
        await world.WriteAsync(ScoreStage.SelfScore, "T.1", new CellAnswer { Points = 1 }, "officer");

        Assert.Equal(["C.1", "T.1"], SubmissionChecks.Of(await world.ReadAsync()).Where(finding => finding.Blocks).Select(finding => finding.Leaf.Code));

        await world.WriteAsync(ScoreStage.SelfScore, "T.1", new CellAnswer { Points = 1, Note = "Kết luận thanh tra số 3" }, "officer");
        await ProveAsync(database, world, "C.1");
        Assert.DoesNotContain(SubmissionChecks.Of(await world.ReadAsync()), finding => finding.Blocks);
    }

    [Fact]
    public async Task Ceilings_OfTheGroup_TakeOffWhatIsTooMuch()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            round.Set.Add("C.1", "Sáng kiến", 3, Component.Bonus);
            round.Round.SetUp(round.Group, round.UnitGroup(db), round.Set, round.Group.Rules with { BonusCeiling = 2 });
        });
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "C.1", new CellAnswer { Points = 3 }, "officer");

        var standing = (await world.ReadAsync()).Standing(ScoreStage.SelfScore);

        Assert.Equal((3m, 2m, 72m, 100m), (standing.Totals.Bonus, standing.CountedBonus, standing.TotalScore, standing.Totals.Scale!.Value));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Submit_AfterTheDeadline_IsRefused_AndWithAnExtensionTaken(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        world.Clock.Advance(TimeSpan.FromDays(3));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Submit, "officer"));
        Assert.Contains("đã hết hạn", refusal.Message, StringComparison.Ordinal);

        await using (var db = database.NewContext())
        {
            var round = await db.Rounds.AsTracking().Include(r => r.Groups).ThenInclude(g => g.Participants).ThenInclude(p => p.Extensions).FirstAsync();
            round.Groups[0].Participants.Single(p => p.UnitId == world.Test.Justice.Id).Extend(RoundStep.SelfScore, world.Clock.GetUtcNow().UtcDateTime.AddDays(1), "Bão lũ", world["coordinator"].Id, DateTime.UtcNow);
            await db.SetUpAsync();
        }

        await world.MoveAsync(ScorecardAct.Submit, "officer");
        Assert.Equal(ScorecardState.FirstAppraisal, (await world.ReadAsync()).Card.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Submit_OfWhatChangedSinceItWasShown_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Submit, "officer", version: Guid.NewGuid()));

        Assert.Equal(ScorecardWords.Conflict, refusal.Message);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Submit_ByFourAtOnce_SubmitsOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        var version = (await world.ReadAsync()).Card.Version;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await world.MoveAsync(ScorecardAct.Submit, "officer", version: version);
                return true;
            }
            catch (RefusedException)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, submitted => submitted);
        Assert.Single((await world.ReadAsync()).Card.Submissions);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Withdraw_OnceAnythingIsAppraised_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await world.WriteAsync(ScoreStage.FirstAppraisal, "1.1", new CellAnswer { Points = 0 }, "appraiser");

        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Withdraw, "officer"));
    }

    [Theory]
    [InlineData(ScorecardState.FirstAppraisal, ScorecardAct.Return, "appraiser")]
    [InlineData(ScorecardState.Explanation, ScorecardAct.EndExplanation, "coordinator")]
    [InlineData(ScorecardState.Agreed, ScorecardAct.Reopen, "coordinator")]
    public async Task Act_WithoutItsReason_IsRefused(ScorecardState state, ScorecardAct act, string person)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(state);

        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(act, person, reason: "  "));
        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(act, person, reason: new string('a', 1001)));
    }

    [Fact]
    public async Task EndFirstAppraisal_WithALeafNotAppraised_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.WriteAsync(ScoreStage.FirstAppraisal, "2.2", CellAnswer.Blank, "appraiser");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser"));

        Assert.Contains("2.2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EndFirstAppraisal_BelowTheSelfScoreWithoutAReason_NamesTheLeaves(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.WriteAsync(ScoreStage.FirstAppraisal, "1.1", new CellAnswer { Points = 19.75m }, "appraiser");
        await world.WriteAsync(ScoreStage.FirstAppraisal, "1.2", new CellAnswer { Points = 0 }, "appraiser");
        await world.WriteAsync(ScoreStage.FirstAppraisal, "2.1", new CellAnswer { Points = world.Test.Leaf("2.1").MaxScore }, "appraiser");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser"));
        var byTheCoordinator = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.EndFirstAppraisal, "coordinator"));

        Assert.Equal("Chưa kết thúc thẩm định lần 1 được: còn 02 tiêu chí chấm thấp hơn điểm tự chấm mà chưa ghi lý do vào cột Ghi chú (1.1, 1.2).", refusal.Message);
        Assert.Equal(refusal.Message, byTheCoordinator.Message);
        await world.WriteAsync(ScoreStage.FirstAppraisal, "1.1", new CellAnswer { Points = 19.75m, Note = "Ban hành chậm" }, "appraiser");
        await using (var db = database.NewContext())
        {
            await new ExplanationExchange(db, new ScorecardReader(db), world.Clock).AskAsync(await world.IdAsync(world.Test.Justice), world.Test.Leaf("1.2").Id, version: null, "Chưa thấy báo cáo", world["appraiser"]);
        }

        Assert.False(await world.MoveAsync(ScorecardAct.EndFirstAppraisal, "appraiser"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Agree_BelowTheSelfScoreWithoutAReason_NamesTheLeaves(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        // As the first appraisal had it, with its reason: nothing new to say. Another figure needs one of its own.
        var first = (await world.ReadAsync()).Card.Cell(ScoreStage.FirstAppraisal, world.Test.Leaf("1.1").Id)!.Points;
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.1", new CellAnswer { Points = first }, "appraiser");
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 1.25m }, "appraiser");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Agree, "council"));

        Assert.Contains("còn 01 tiêu chí chấm thấp hơn điểm tự chấm mà chưa ghi lý do vào cột Ghi chú (1.2).", refusal.Message, StringComparison.Ordinal);
        await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 1.25m, Note = "Sau giải trình" }, "appraiser");
        Assert.False(await world.MoveAsync(ScorecardAct.Agree, "council"));
    }

    /// <summary>Points of the unit, of the first and of the second appraisal, with or without their notes.</summary>
    [Theory]
    [InlineData("1.1", "2", "1", null, null, null, true, false)]
    [InlineData("1.1", "2", "1", "lý do", null, null, false, false)]
    [InlineData("1.1", "2", "2", null, null, null, false, false)]
    [InlineData("1.1", "2", "2.01", null, null, null, false, false)]
    [InlineData("1.1", "0", "0", null, null, null, false, false)]
    [InlineData("1.1", null, "0", null, null, null, false, false)]
    [InlineData("1.1", "2", null, null, null, null, false, false)]
    [InlineData("1.1", "2", "1.9999", null, null, null, true, false)]
    [InlineData("1.1", "2", "1", "lý do", "1", null, false, false)]
    [InlineData("1.1", "2", "1", null, "1", null, true, true)]
    [InlineData("1.1", "2", "1", "lý do", "1.5", null, false, true)]
    [InlineData("1.1", "2", "1", "lý do", "1.5", "lý do", false, false)]
    [InlineData("1.1", "2", "2", null, "1", null, false, true)]
    [InlineData("1.1", "2", "1", null, "2", null, true, false)]
    [InlineData("T.1", "0", "1", null, null, null, true, false)]
    [InlineData("T.1", "1", "0", null, null, null, false, false)]
    [InlineData("T.1", "0", "1", null, "0.5", null, true, true)]
    public async Task Reason_IsAskedOfWhatIsTakenFromTheUnit_AndOfNothingElse(string leaf, string? own, string? first, string? firstNote, string? second, string? secondNote, bool asksFirst, bool asksSecond)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Add("T.1", "Vi phạm", 2, Component.Penalty));
        await world.BringAsync(ScorecardState.SecondAppraisal);
        foreach (var (stage, points, note) in new[] { (ScoreStage.SelfScore, own, null), (ScoreStage.FirstAppraisal, first, firstNote), (ScoreStage.SecondAppraisal, second, secondNote) })
        {
            await world.WriteAsync(stage, leaf, new CellAnswer { Points = points is null ? null : decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), Note = note }, "appraiser");
        }

        var folder = await world.ReadAsync();
        Assert.Equal((asksFirst, asksSecond), (ScorecardDemands.LacksReason(folder.Card.Scores, folder.Explanations, folder.Leaf(leaf)!, ScoreStage.FirstAppraisal), ScorecardDemands.LacksReason(folder.Card.Scores, folder.Explanations, folder.Leaf(leaf)!, ScoreStage.SecondAppraisal)));
        Assert.False(ScorecardDemands.LacksReason(folder.Card.Scores, folder.Explanations, folder.Leaf(leaf)!, ScoreStage.SelfScore));
    }

    [Fact]
    public async Task Agree_WithoutSurveyPoints_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SecondAppraisal);
        await world.WriteAsync(ScoreStage.Survey, "8.2", CellAnswer.Blank, "coordinator");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Agree, "council"));

        Assert.Contains("8.2", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<Guid> PictureAsync(TestDatabase database, ScorecardWorld world)
    {
        await using var db = database.NewContext();
        var file = new StoredFile("Ảnh.png", FileKind.Png, 9, new string('b', 64), world.Test.Justice.Id, 2026, world["officer"].Id, DateTime.UtcNow);
        db.Add(file);
        await db.SetUpAsync();
        return file.Id;
    }

    private static async Task ProveAsync(TestDatabase database, ScorecardWorld world, string code)
    {
        var folder = await world.ReadAsync();
        await using var db = database.NewContext();
        var document = new EvidenceDocument(world.Test.Justice.Id, "Quyết định công nhận sáng kiến", world["officer"].Id, DateTime.UtcNow);
        db.AddRange(document, new EvidenceLink(folder.Card, folder.Leaf(world.Test.Leaf(code).Id)!, document, "tr. 1", world["officer"].Id, DateTime.UtcNow));
        await db.SetUpAsync();
    }
}
