using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Tests.Evidence;
using ParIndex.Domain.Outbox;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Outbox;

/// <summary>Messages go out, each marked once, and a job is one node's at a time.</summary>
public sealed class OutboxTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lease_IsOneNodesUntilItRunsOut(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = TestClock.Now();
        async Task<bool> Take(string node)
        {
            await using var db = database.NewContext();
            return await new JobLeasing(db, clock).TryTakeAsync("gui", node, TimeSpan.FromMinutes(5));
        }

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Take("nut-" + i)));
        Assert.Single(atOnce, taken => taken);
        var holder = "nut-" + Array.IndexOf(atOnce, true);
        Assert.True(await Take(holder));
        Assert.False(await Take("khac"));
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await Take("khac"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Send_FailsThenPasses_MarksOnce_AndLeavesThoseWithoutAnAddress(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        await using var db = world.Database.NewContext();
        // What the opening told is not what is looked at here.
        await db.OutboxMessages.ExecuteDeleteAsync();
        var officers = await db.StaffAccounts.Where(account => account.UserName!.StartsWith("CB-")).OrderBy(account => account.UserName).ToListAsync();
        officers[0].Email = "mot@vi-du.vn";
        var now = DateTimeOffset.UtcNow;
        db.AddRange(officers.Select(officer => new OutboxMessage(officer.Id, "Nhắc", "Nội dung", "NV01", now.UtcDateTime)));
        await db.SetUpAsync();
        var clock = TestClock.Now();
        var mail = new Mailbox { Refuses = true };

        Assert.Equal(0, await SendAsync());
        mail.Refuses = false;
        Assert.Equal(0, await SendAsync());
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());

        Assert.Equal(["mot@vi-du.vn"], mail.Sent.Select(sent => sent.To));
        Assert.Equal(1, await db.OutboxMessages.AsNoTracking().CountAsync(message => message.SentAt != null));
        Assert.Equal(1, (await db.OutboxMessages.AsNoTracking().SingleAsync(message => message.SentAt != null)).Failures);

        async Task<int> SendAsync()
        {
            await using var fresh = world.Database.NewContext();
            return await new OutboxSender(fresh, mail, clock).SendDueAsync();
        }
    }

    /// <summary>Put off until next century by a clock that ran ahead, or until within the longest wait: only the first is due.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Send_PutOffByAClockThatRanAhead_GoesOut(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        await using var db = world.Database.NewContext();
        // What the opening told is not what is looked at here.
        await db.OutboxMessages.ExecuteDeleteAsync();
        var officers = await db.StaffAccounts.Where(account => account.UserName!.StartsWith("CB-")).OrderBy(account => account.UserName).Take(2).ToListAsync();
        var clock = TestClock.Now();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (officer, retry) in officers.Zip([now.AddYears(80), now.AddHours(5)]))
        {
            officer.Email = officer.StaffCode.ToLowerInvariant() + "@vi-du.vn";
            var message = new OutboxMessage(officer.Id, "Nhắc", "Nội dung", "NV01", now);
            message.Failed("máy chủ thư bận", retry);
            db.Add(message);
        }

        await db.SetUpAsync();
        var mail = new Mailbox();
        await using var fresh = world.Database.NewContext();

        Assert.Equal(1, await new OutboxSender(fresh, mail, clock).SendDueAsync());
        Assert.Equal([officers[0].Email!], mail.Sent.Select(sent => sent.To));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task RemindBeforeDeadline_Twice_WritesOnce(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        async Task<int> Remind(int days)
        {
            await using var db = world.Database.NewContext();
            return await new ReminderSending(db, new RoundBoards(db, TimeProvider.System), new RoundReader(db), TimeProvider.System, id => new($"/{id}", UriKind.Relative)).RemindBeforeDeadlinesAsync(days);
        }

        Assert.Equal(0, await Remind(0));
        Assert.Equal(3, await Remind(3));
        Assert.Equal(0, await Remind(3));
    }

    [Fact]
    public async Task Reminder_NamesTheScorecard_WithTheHostWhereItIsKnown()
    {
        await using var world = await EvidenceWorld.OpenAsync(DatabaseKind.Sqlite);
        await using var db = world.Database.NewContext();
        var setup = (await new RoundReader(db).FindAsync(await db.Rounds.Select(round => round.Id).SingleAsync()))!;

        var (bare, whole) = ((await NewReminders(new("/phieu/", UriKind.Relative)).PreviewAsync(setup, ReminderKind.SelfScoring, words: null))[0], (await NewReminders(new("https://cchc.laichau.gov.vn/phieu/")).PreviewAsync(setup, ReminderKind.SelfScoring, words: null))[0]);

        var path = $"/phieu/{bare.Line.Folder.Card.Id}";
        Assert.EndsWith("Trên cổng làm việc: " + path, bare.Body, StringComparison.Ordinal);
        Assert.EndsWith("Mở phiếu chấm điểm: https://cchc.laichau.gov.vn" + path, whole.Body, StringComparison.Ordinal);

        ReminderSending NewReminders(Uri scorecards) => new(db, new RoundBoards(db, TimeProvider.System), new RoundReader(db), TimeProvider.System, id => new(scorecards + $"{id}", UriKind.RelativeOrAbsolute));
    }

    private sealed class Mailbox : IMailSender
    {
        public bool Refuses { get; set; }

        public List<OutgoingMail> Sent { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken cancel)
        {
            if (Refuses)
            {
                throw new MailRefusedException("Máy chủ thư không trả lời.");
            }

            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
