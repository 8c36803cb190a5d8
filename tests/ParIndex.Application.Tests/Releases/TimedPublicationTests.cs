using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Duties;
using ParIndex.Application.Outbox;
using ParIndex.Application.Releases;
using ParIndex.Application.Tests.Duties;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>Results open at the hour that was set: never early, once, not when held, not when they changed.</summary>
public sealed class TimedPublicationTests : IDisposable
{
    private readonly PublicationScene _scene = new();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ReleaseComes_AtItsHour_AndNotASecondBefore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        var hour = DateTime.UtcNow.AddHours(3);
        await using var db = database.NewContext();
        var plan = await _scene.Timed(db).PlanAsync(test.Round.Id, digest, hour, PublicationScene.Fresh, publisher);

        Assert.Empty(await _scene.Timed(db, hour.AddSeconds(-1) - DateTime.UtcNow).OpenDueAsync());
        Assert.Empty(await db.Releases.ToListAsync());
        Assert.Equal(plan.Id, (await test.ResultsAsync(database)).Plan!.Id);
        var release = Assert.Single(await _scene.Timed(db, hour.AddSeconds(1) - DateTime.UtcNow).OpenDueAsync());

        Assert.Equal(digest, release.ResultsDigest);
        Assert.Equal((RoundState.Published, null), ((await test.ReadAsync(database)).Round.State, (await test.ResultsAsync(database)).Plan));
        Assert.Equal(1, await db.ReleaseSeals.CountAsync());
        Assert.Empty(await _scene.Timed(db, hour.AddSeconds(2) - DateTime.UtcNow).OpenDueAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Held_ByOnePerson_NeverOpens_UntilPlannedAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        await using var db = database.NewContext();
        var plan = await _scene.Timed(db).PlanAsync(test.Round.Id, digest, opensAt: null, PublicationScene.Fresh, publisher);
        await RefusedAsync(database, timed => timed.PlanAsync(test.Round.Id, digest, opensAt: null, PublicationScene.Fresh, publisher), "đã được hẹn công bố lúc");
        await RefusedAsync(database, timed => timed.HoldAsync(test.Round.Id, plan.Id, "Dừng", test.Coordinator), "Chỉ thành viên Hội đồng thẩm định");
        await RefusedAsync(database, timed => timed.HoldAsync(test.Round.Id, plan.Id, " ", _scene.Council), "Ghi lý do tạm dừng");
        await RefusedAsync(database, timed => timed.HoldAsync(test.Round.Id, Guid.NewGuid(), "Dừng", _scene.Council), "Lịch công bố đã thay đổi");

        await using (var other = database.NewContext())
        {
            await _scene.Timed(other).HoldAsync(test.Round.Id, plan.Id, "Chờ bản ký", _scene.Council);
        }

        Assert.Empty(await _scene.Timed(db, TimeSpan.FromDays(1)).OpenDueAsync());
        var draft = await test.ResultsAsync(database);
        Assert.Null(draft.Plan);
        Assert.Equal("Chờ bản ký", Assert.Single(draft.Plans).Hold!.Reason);
        await RefusedAsync(database, timed => timed.HoldAsync(test.Round.Id, plan.Id, "Dừng", publisher), "Không có lịch công bố nào đang chờ");
        await _scene.PublishAsync(database, test);
        Assert.Equal(1, await db.Releases.CountAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangedAfterThePlan_IsHeldByTheProgram_WithTheReason(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        await using (var db = database.NewContext())
        {
            await _scene.Timed(db).PlanAsync(test.Round.Id, digest, opensAt: null, PublicationScene.Fresh, publisher);
            var card = await db.Scorecards.Include(s => s.Cells).FirstAsync(s => s.ParticipantId == test.Of(test.Justice).Id);
            card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.2").Id)!.Score(test.Leaf("1.2"), 15);
            await db.SetUpAsync();
        }

        await using (var db = database.NewContext())
        {
            Assert.Empty(await _scene.Timed(db, TimedPublication.Shortest).OpenDueAsync());
            Assert.Empty(await db.Releases.ToListAsync());
        }

        var hold = Assert.Single((await test.ResultsAsync(database)).Plans).Hold!;
        Assert.Equal((null, ResultsPublication.Changed), (hold.By, hold.Reason));
        var told = await ToldAsync(database, NoticeKind.OpeningRefused);
        Assert.Equal(new[] { _scene.Council.Id, publisher.Id }.Order(), told.Select(message => message.To).Order());
        Assert.All(told, message => Assert.Contains("không công bố được vào giờ đã hẹn và chưa công khai. Giờ đã hẹn:", message.Body, StringComparison.Ordinal));
        Assert.All(told, message => Assert.Contains(ResultsPublication.Changed, message.Body, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PlanAndHold_AreToldToEverybodyElseWhoMayHold_AndChangeTheDesk(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        Assert.NotNull(await PublishDutyAsync(database, publisher));
        var hour = DateTime.UtcNow.AddHours(3);
        PublicationPlan plan;
        await using (var db = database.NewContext())
        {
            plan = await _scene.Timed(db).PlanAsync(test.Round.Id, digest, hour, PublicationScene.Fresh, publisher);
        }

        Assert.Null(await PublishDutyAsync(database, publisher));
        var planned = Assert.Single(await ToldAsync(database, NoticeKind.OpeningPlanned));
        Assert.Equal(_scene.Council.Id, planned.To);
        Assert.Contains(DateWriter.VietnameseDeadline(hour), planned.Body, StringComparison.Ordinal);
        Assert.Contains($"[[Outcome:{test.Round.Id:N}]]", planned.Body, StringComparison.Ordinal);

        await using (var db = database.NewContext())
        {
            await _scene.Timed(db).HoldAsync(test.Round.Id, plan.Id, "Chờ bản ký", _scene.Council);
        }

        var held = Assert.Single(await ToldAsync(database, NoticeKind.OpeningHeld));
        Assert.Equal(publisher.Id, held.To);
        Assert.Contains("Người tạm dừng: Lê Thị Hội. Lý do: Chờ bản ký", held.Body, StringComparison.Ordinal);
        Assert.Contains("đã được tạm dừng: Chờ bản ký", (await PublishDutyAsync(database, publisher))!.Detail, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(database, NoticeKind.OpeningRefused));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AClockSetBack_OpensNothingTwice_AndTakesNothingBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        var hour = DateTime.UtcNow.AddHours(3);
        await using (var db = database.NewContext())
        {
            await _scene.Timed(db).PlanAsync(test.Round.Id, digest, hour, PublicationScene.Fresh, publisher);
        }

        Assert.Single(await OpenAtAsync(database, hour));
        foreach (var seconds in new[] { -1, -3600, -86400, 0, 1, 3600 })
        {
            Assert.Empty(await OpenAtAsync(database, hour.AddSeconds(seconds)));
        }

        await using var reading = database.NewContext();
        Assert.Equal(digest, (await new PublicReleases(reading).CurrentAsync(2026))!.ResultsDigest);
        Assert.Equal((1, 1), (await reading.Releases.CountAsync(), await reading.ReleaseSeals.CountAsync()));
        Assert.Equal(RoundState.Published, (await test.ReadAsync(database)).Round.State);
        Assert.Null(Assert.Single((await test.ResultsAsync(database)).Plans).Hold);
        await RefusedAsync(database, timed => timed.PlanAsync(test.Round.Id, digest, opensAt: null, PublicationScene.Fresh, publisher), "đã được công bố");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AClockSetBackBeforeTheHour_WaitsForTheHourAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        var hour = DateTime.UtcNow.AddHours(3);
        await using (var db = database.NewContext())
        {
            await _scene.Timed(db).PlanAsync(test.Round.Id, digest, hour, PublicationScene.Fresh, publisher);
        }

        foreach (var seconds in new[] { -2, -7200, -1 })
        {
            Assert.Empty(await OpenAtAsync(database, hour.AddSeconds(seconds)));
        }

        Assert.Single(await OpenAtAsync(database, hour));
    }

    [Fact]
    public async Task PublisherWhoseAccountEnded_OpensNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;
        await using var db = database.NewContext();
        await _scene.Timed(db).PlanAsync(test.Round.Id, digest, opensAt: null, PublicationScene.Fresh, publisher);
        db.ChangeTracker.Clear();
        var account = await db.StaffAccounts.SingleAsync(a => a.Id == publisher.Id);
        account.IsActive = false;
        await db.SetUpAsync();
        db.ChangeTracker.Clear();

        Assert.Empty(await _scene.Timed(db, TimedPublication.Shortest).OpenDueAsync());

        Assert.Contains("không còn hoạt động", Assert.Single((await test.ResultsAsync(database)).Plans).Hold!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-60, "sau thời điểm hiện tại")]
    [InlineData(5, "sau thời điểm hiện tại")]
    [InlineData(61 * 24 * 3600, "không được quá 60 ngày")]
    public async Task AnHourThatIsPast_OrFarAhead_IsRefused(int seconds, string because)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (test, publisher) = await _scene.ReadyAsync(database);
        var digest = (await test.ResultsAsync(database)).Digest!;

        await RefusedAsync(database, timed => timed.PlanAsync(test.Round.Id, digest, DateTime.UtcNow.AddSeconds(seconds), PublicationScene.Fresh, publisher), because);
    }

    public void Dispose() => _scene.Dispose();

    /// <summary>What the job opens when the clock says so.</summary>
    private async Task<IReadOnlyList<Domain.Releases.Release>> OpenAtAsync(TestDatabase database, DateTime at)
    {
        await using var db = database.NewContext();
        return await _scene.Timed(db, at - DateTime.UtcNow).OpenDueAsync();
    }

    private static async Task<IReadOnlyList<(Guid To, string Body)>> ToldAsync(TestDatabase database, NoticeKind kind)
    {
        await using var db = database.NewContext();
        var sender = NoticeTable.Sender(kind);
        return [.. (await db.OutboxMessages.AsNoTracking().Where(message => message.By == sender).ToListAsync()).Select(message => (message.RecipientId, message.Body))];
    }

    private static async Task<Duty?> PublishDutyAsync(TestDatabase database, StaffAccount person)
    {
        await using var db = database.NewContext();
        return (await DutyListTests.ListOf(db, TimeProvider.System).OfAsync(person)).SingleOrDefault(duty => duty.Kind == DutyKind.Publish);
    }

    private async Task RefusedAsync(TestDatabase database, Func<TimedPublication, Task> act, string because)
    {
        await using var db = database.NewContext();
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => act(_scene.Timed(db)));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
    }
}
