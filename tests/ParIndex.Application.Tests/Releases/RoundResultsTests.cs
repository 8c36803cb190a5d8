using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>From scorecards to a release: what blocks, what informs, who may, and that it happens once.</summary>
public sealed class RoundResultsTests : IDisposable
{
    private readonly PublicationScene _scene = new();

    private static PublisherSession Fresh => PublicationScene.Fresh;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Complete_RoundIsSound_AndNamesTheUnitNearALimit(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);

        var draft = await test.ResultsAsync(database);

        Assert.True(draft.IsSound);
        Assert.Equal([91.5m, 80.3m, 63.03m], draft.Release!.Groups[0].Results.Select(result => result.Index!.Value));
        Assert.Equal("Sở Tư pháp: trên giới hạn của mức Tốt (từ 80%) 0,30 điểm.", Assert.Single(draft.Findings).Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Missing_PointsBlock_EachNamed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, isMissing: (unit, leaf) => unit == "so-noi-vu" && leaf.Code is "1.2" or "8.1");

        var draft = await test.ResultsAsync(database);

        Assert.Null(draft.Release);
        Assert.Contains(draft.Findings, finding => finding is { Blocks: true, Place: ResultsPlace.Scorecard } && finding.Text == "Sở Nội vụ: chưa có điểm thẩm định của tiêu chí 1.2.");
        Assert.Contains(draft.Findings, finding => finding is { Blocks: true, Place: ResultsPlace.Survey } && finding.Text == "Sở Nội vụ: chưa có điểm điều tra xã hội học của tiêu chí 8.1.");
    }

    [Fact]
    public async Task Scorecard_NotAgreed_NoBands_OpenRound_Block()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database, (round, db) =>
        {
            db.ChangeTracker.Entries<Scorecard>().First(entry => entry.Entity.ParticipantId == round.Of(round.Office).Id).Entity.Move(ScorecardAct.Reopen, round.Set.Leaves, round.Coordinator.Id, DateTime.UtcNow, "Xem lại");
            round.Round.Move(RoundState.Open, round.Coordinator.Id, DateTime.UtcNow, "Mở lại");
            // The round itself refuses it by now: the row is made so.
            db.Entry(round.Group).Property(group => group.Ratings).CurrentValue = null;
        });

        var texts = (await test.ResultsAsync(database)).Findings.Where(finding => finding.Blocks).Select(finding => finding.Text).ToList();

        Assert.Contains("Việc chấm điểm chưa kết thúc; kết quả dưới đây còn thay đổi.", texts);
        Assert.Contains("Sở, ban, ngành: chưa có mức xếp loại.", texts);
        Assert.Contains("Văn phòng UBND tỉnh: phiếu chấm điểm chưa thống nhất (đang ở bước “Thẩm định lần 2”).", texts);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangesAfterALock_AndOpenDifferences_AreCounted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, (round, db) =>
        {
            var card = db.ChangeTracker.Entries<Scorecard>().First(entry => entry.Entity.ParticipantId == round.Of(round.Office).Id).Entity;
            var (leaf, at) = (round.Leaf("1.2"), new DateTime(2027, 1, 5, 2, 0, 0, DateTimeKind.Utc));
            card.Move(ScorecardAct.Reopen, round.Set.Leaves, round.Coordinator.Id, at, "Xem lại");
            card.Move(ScorecardAct.Agree, round.Set.Leaves, round.Coordinator.Id, at.AddHours(1), note: null);
            card.Move(ScorecardAct.Reopen, round.Set.Leaves, round.Coordinator.Id, at.AddHours(2), "Xem lại lần nữa");
            var cell = card.Cell(ScoreStage.SecondAppraisal, leaf.Id)!;
            var before = cell.Answer;
            cell.Score(leaf, 11);
            db.Add(new ScoreEdit(Guid.CreateVersion7(), cell, before, round.Coordinator.Id, at.AddHours(3)));
            card.Move(ScorecardAct.Agree, round.Set.Leaves, round.Coordinator.Id, at.AddHours(4), note: null);
            db.Add(Explanation.Offer(card, leaf, "Đã làm đủ", keepsSelfScore: true, round.Coordinator.Id, at));
        });

        var texts = (await test.ResultsAsync(database)).Findings.Select(finding => finding.Text).ToList();

        Assert.Contains("Có 01 lần thay đổi điểm sau khi khoá.", texts);
        Assert.Contains("Có 01 nội dung còn ý kiến khác nhau giữa đơn vị và người thẩm định.", texts);
    }

    [Fact]
    public async Task ChangesAfterALock_AreThoseOfTheListTheyLeadTo()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database, (round, db) =>
        {
            var card = db.ChangeTracker.Entries<Scorecard>().First(entry => entry.Entity.ParticipantId == round.Of(round.Office).Id).Entity;
            var (leaf, at) = (round.Leaf("1.2"), new DateTime(2027, 1, 5, 2, 0, 0, DateTimeKind.Utc));
            card.Move(ScorecardAct.Reopen, round.Set.Leaves, round.Coordinator.Id, at, "Xem lại");
            var cell = card.Cell(ScoreStage.SecondAppraisal, leaf.Id)!;
            var before = cell.Answer;
            cell.Score(leaf, 10);
            db.Add(new ScoreEdit(Guid.CreateVersion7(), cell, before, round.Coordinator.Id, at.AddHours(1)));
            card.Move(ScorecardAct.Agree, round.Set.Leaves, round.Coordinator.Id, at.AddHours(2), note: null);
        });

        var texts = (await test.ResultsAsync(database)).Findings.Select(finding => finding.Text);
        await using var db = database.NewContext();
        var listed = await new LaterEditReport(db).OfAsync(await test.ReadAsync(database), test.Coordinator);

        Assert.Empty(listed);
        Assert.DoesNotContain(texts, text => text.Contains("sau khi", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publish_FromApprovalToRelease(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;

        await using (var db = database.NewContext())
        {
            await Timed(db).PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, publisher);
            Assert.Single(await Timed(db, TimedPublication.Shortest).OpenDueAsync());
        }

        await using var reading = database.NewContext();
        var release = (await new PublicReleases(reading).WholeAsync(2026))!;
        Assert.Equal((digest, digest, "2486/QĐ-UBND", 1), (release.ResultsDigest, ResultsDigest.Of(release), release.DecisionNumber, release.VersionNumber));
        Assert.Equal(RoundState.Published, (await test.ReadAsync(database)).Round.State);
        Assert.Single(await reading.AuditEvents.Where(happened => happened.Act == "Công bố kết quả năm 2026, Tỉnh Lai Châu: lần 1" && happened.Actor == publisher.StaffCode).ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publish_ManyAtOnce_GivesOneRelease(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;

        var plans = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await using var db = database.NewContext();
                await Timed(db).PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, publisher);
                return true;
            }
            catch (RefusedException)
            {
                return false;
            }
        })));
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = database.NewContext();
            return await Timed(db, TimedPublication.Shortest).OpenDueAsync();
        })));

        Assert.Single(plans, planned => planned);
        Assert.Single(opened, releases => releases.Count > 0);
        await using var reading = database.NewContext();
        Assert.Equal(1, await reading.Releases.CountAsync());
        Assert.Single((await test.ReadAsync(database)).Round.Moves, move => move.To == RoundState.Published);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Changed_ResultsVoidTheApproval_WithoutAnybodyWithdrawingIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        await using (var db = database.NewContext())
        {
            var card = await db.Scorecards.Include(s => s.Cells).FirstAsync(s => s.ParticipantId == test.Of(test.Justice).Id);
            card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.2").Id)!.Score(test.Leaf("1.2"), 15);
            await db.SetUpAsync();
        }

        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, publisher), ResultsPublication.Changed);
        var now = await test.ResultsAsync(database);
        Assert.Empty(now.Standing);
        Assert.Single(now.Approvals);
        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, now.Digest!, opensAt: null, Fresh, publisher), "Hội đồng thẩm định chưa thông qua");
    }

    [Fact]
    public async Task Publish_ByWhoApproved_WithoutSecondFactor_OrLongAfterSignIn_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (test, publisher) = await ReadyAsync(database, StaffRoles.CouncilMember | StaffRoles.Publisher);
        var digest = (await test.ResultsAsync(database)).Digest!;

        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, _scene.Council), "Người đã thông qua kết quả không được công bố");
        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, digest, opensAt: null, Fresh with { HasSecondFactor = false }, publisher), "xác thực hai bước");
        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, digest, opensAt: null, new(true, DateTimeOffset.UtcNow.AddMinutes(-6)), publisher), "trong vòng 5 phút");
        await using var db = database.NewContext();
        Assert.Empty(await db.Releases.ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publish_ByASecondAccountOfWhoApproved_IsRefused_HoweverItIsCalledNow(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        await using (var db = database.NewContext())
        {
            // Called as who approved until an administrator edited it.
            db.Add(new StaffHand(By: null, Second: null, DateTime.UtcNow).Event(publisher, StaffEventKind.DetailsChanged, new("lê  thị HỘI", Post: null, Email: null, UnitId: null, StaffRoles.Publisher)));
            await db.SetUpAsync();
        }

        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, publisher), "dù bằng tài khoản nào");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Approval_KeepsNameAndPostOfItsDay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, _) = await ReadyAsync(database);
        await using (var db = database.NewContext())
        {
            db.Add(new StaffAccount("QT.01", "Lý A Quản", StaffRoles.Administrator, test.Office.Id));
            await db.SetUpAsync();
            var admin = StaffActor.Of(await db.StaffAccounts.SingleAsync(account => account.UserName == "QT.01"));
            var council = await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.Id == _scene.Council.Id);
            await new StaffRegister(db, TimeProvider.System).EditAsync(admin, council.Id, new(council.StaffCode, council.FullName, "Nguyên Phó Chủ tịch", council.Roles, council.UnitId), council.ConcurrencyStamp);
        }

        var draft = await test.ResultsAsync(database);
        var approval = Assert.Single(draft.Standing);
        Assert.Equal("Phó Chủ tịch Hội đồng", draft.History.PostOn(approval.By, approval.At));
        Assert.Equal("Nguyên Phó Chủ tịch", draft.History.PostOn(approval.By, DateTime.UtcNow.AddMinutes(1)));
    }

    [Fact]
    public async Task Publish_WithoutDecisionOrApproval_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var publisher = new StaffAccount("CB09", "Phạm Văn Công", StaffRoles.Publisher, unitId: null);
        var test = await TestResults.AddAsync(database, (_, db) => db.Add(publisher));
        var digest = (await test.ResultsAsync(database)).Digest!;

        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, publisher), "chưa thông qua");
        await RefusedAsync(database, publication => publication.PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, test.Coordinator), "Chỉ người được giao công bố");
    }

    [Fact]
    public async Task Decision_ComesAfterTheApproval_AndDoesNotVoidIt()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (test, _) = await ReadyAsync(database);

        await _scene.DecideAsync(database, test, "2500/QĐ-UBND");

        var draft = await test.ResultsAsync(database);
        Assert.Single(draft.Standing);
        Assert.Equal(("2500/QĐ-UBND", "KT. Chủ tịch, Phó Chủ tịch"), (draft.Release!.DecisionNumber, draft.Release.SignerPost));
        Assert.NotNull(draft.Setup.Round.Decision!.FileId);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task YearWithAnotherGroupPublished_BecomesASupplement(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, (_, db) => db.Add(TestResults.Communes()));
        var archive = await TestData.PublishAsync(database, TestResults.CommunesTable, TestData.Request(2026) with { Group = "xa" });

        var draft = await test.ResultsAsync(database);

        Assert.True(draft.IsSound);
        Assert.Equal((2, ReleaseChange.Supplement, 2), (draft.Release!.VersionNumber, draft.Release.Change, draft.Release.Groups.Count));
        Assert.Equal(ResultsDigest.Of(archive, archive.Groups[0]), ResultsDigest.Of(draft.Release, draft.Release.Group(archive.Groups[0].Slug)!));
    }

    [Fact]
    public async Task GroupPublishedAlready_IsRefusedWithWords()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using (var db = database.NewContext())
        {
            db.Add((await test.ResultsAsync(database)).Release!);
            await db.SetUpAsync();
        }

        var draft = await test.ResultsAsync(database);

        Assert.Null(draft.Release);
        Assert.Contains(draft.Findings, finding => finding.Blocks && finding.Text.Contains("kết quả năm 2026 đã được công bố (lần 1)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demonstration_IsRebuiltFromTheDatabaseToTheSameDigest()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var release = (await new PublicReleases(db).WholeAsync(2024))!;
        var setup = (await new RoundReader(db).FindAsync(await db.Rounds.Where(round => round.Year == 2024 && round.Authority == DemoSeed.Province).Select(round => round.Id).SingleAsync()))!;

        Assert.Equal(RoundState.Published, setup.Round.State);
        Assert.Null((await new RoundResults(db, TimeProvider.System).OfAsync(setup)).Release);
        Assert.Equal(release.ResultsDigest, ResultsDigest.Of(release));
        Assert.All(release.Groups, group => Assert.True(group.HasLeaves));
        Assert.Contains(release.Groups.SelectMany(group => group.Results).SelectMany(result => result.Scores), score => score.Required is not null);
    }

    public void Dispose() => _scene.Dispose();

    private TimedPublication Timed(ParIndexDb db, TimeSpan later = default) => _scene.Timed(db, later);

    private Task<(TestRound Test, StaffAccount Publisher)> ReadyAsync(TestDatabase database, StaffRoles council = StaffRoles.CouncilMember) => _scene.ReadyAsync(database, council);

    private async Task RefusedAsync(TestDatabase database, Func<TimedPublication, Task> act, string because)
    {
        await using var db = database.NewContext();
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => act(Timed(db)));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
    }
}
