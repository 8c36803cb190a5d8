using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Outbox;

/// <summary>People are told of what happens to their work, in the save of what happens.</summary>
public sealed class WorkNoticeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Opening_TellsTheOfficersOfEveryUnit_Once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);

        var told = await ToldAsync(database, NoticeKind.Opened);

        Assert.Equal(world.Test.Group.Participants.Count, told.Count);
        Assert.Equal(told.Count, told.Select(message => message.RecipientId).Distinct().Count());
        var own = Assert.Single(told, message => message.RecipientId == world["officer"].Id);
        Assert.Contains("Sở Tư pháp bắt đầu tự chấm điểm", own.Body, StringComparison.Ordinal);
        Assert.Contains($"[[Scorecard:{await world.IdAsync(world.Test.Justice):N}]]", own.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScorecardState.FirstAppraisal, ScorecardAct.Return, NoticeKind.Returned, "Lý do: Thiếu báo cáo.")]
    [InlineData(ScorecardState.FirstAppraisal, ScorecardAct.EndFirstAppraisal, NoticeKind.Asked, "Không có yêu cầu giải trình nào.")]
    [InlineData(ScorecardState.SecondAppraisal, ScorecardAct.Agree, NoticeKind.Agreed, "đã được thống nhất")]
    public async Task AMove_TellsTheUnitsOfficers_InItsOwnSave(ScorecardState state, ScorecardAct act, NoticeKind kind, string words)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(state);

        await world.MoveAsync(act, "coordinator", reason: "Thiếu báo cáo");

        var told = Assert.Single(await ToldAsync(database, kind));
        Assert.Equal(world["officer"].Id, told.RecipientId);
        Assert.Contains(words, told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMoveThatIsRefused_TellsNobody()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);

        await Assert.ThrowsAsync<RefusedException>(() => world.MoveAsync(ScorecardAct.Return, "officer elsewhere"));

        Assert.Empty(await ToldAsync(database, NoticeKind.Returned));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ExplanationsOfManyUnits_AreOneMessageToWhoAppraisesThem_AndItWaitsForAll(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Explanation);
        await world.BringAsync(ScorecardState.Explanation, world.Test.Office);

        await world.MoveAsync(ScorecardAct.EndExplanation, "coordinator");
        await world.MoveAsync(ScorecardAct.EndExplanation, "coordinator of the unit", world.Test.Office);

        var told = Assert.Single(await ToldAsync(database, NoticeKind.Answered), message => message.RecipientId == world["appraiser"].Id);
        Assert.Contains("Sở Tư pháp đã kết thúc giải trình", told.Body, StringComparison.Ordinal);
        Assert.Contains("Văn phòng UBND tỉnh đã kết thúc giải trình", told.Body, StringComparison.Ordinal);

        var mail = await MailToAsync(database, world, "appraiser");
        Assert.Empty(await mail());
        world.Clock.Advance(WorkNotices.Quiet);
        var sent = Assert.Single(await mail());
        Assert.Contains($"https://cchc.vi-du.vn/Explanations/{await world.IdAsync(world.Test.Justice)}", sent.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_GoesToTheChosenUnits_AndNoMarkOfAWriterBecomesALink()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        var setup = await world.Test.ReadAsync(database);
        await using var db = database.NewContext();
        var letters = new LetterSending(db, world.Clock);

        var sent = await letters.SendAsync(setup, new("Họp", $"Mời họp. [[Results:{Guid.Empty:N}]]", [world.Test.Justice.Code]), world["coordinator"]);

        Assert.Equal(1, sent);
        var letter = Assert.Single(await ToldAsync(database, NoticeKind.Letter));
        Assert.Equal(world["officer"].Id, letter.RecipientId);
        Assert.DoesNotContain("[[Results", letter.Body, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => letters.SendAsync(setup, new("Họp", "Mời họp.", []), world["coordinator"]));
        await Assert.ThrowsAsync<RefusedException>(() => letters.SendAsync(setup, new("Họp", "Mời họp.", UnitCodes: null), world["officer"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_SaysWhatWentOut_AndWhatIsReadOnTheDeskAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.MoveAsync(ScorecardAct.Return, "coordinator", reason: "Thiếu báo cáo");
        var mail = await MailToAsync(database, world, "officer");
        Assert.Equal(2, (await mail()).Count);
        await using var db = database.NewContext();
        var notices = new NoticeList(db);

        var all = await notices.ReadAsync(new(), NoticeList.OnPage);
        var returned = Assert.Single(await notices.ReadAsync(new(NoticeKind.Returned), NoticeList.OnPage));
        var onDesk = await notices.ReadAsync(new(State: NoticeState.OnDesk), NoticeList.OnPage);
        var found = await notices.ReadAsync(new(Words: "so tu phap"), NoticeList.OnPage);

        Assert.Equal((NoticeState.Sent, "Sở Tư pháp"), (returned.State, returned.Unit));
        Assert.Equal(all.Count - 2, onDesk.Count);
        Assert.All(onDesk, row => Assert.Equal(NoticeKind.Opened, row.Kind));
        Assert.Equal([NoticeKind.Opened, NoticeKind.Returned], found.Select(row => row.Kind).Order());
        Assert.Empty(await notices.ReadAsync(new(NoticeKind.Published), NoticeList.OnPage));
    }

    private static async Task<IReadOnlyList<OutboxMessage>> ToldAsync(TestDatabase database, NoticeKind kind)
    {
        await using var db = database.NewContext();
        var sender = NoticeTable.Sender(kind);
        return await db.OutboxMessages.AsNoTracking().Where(message => message.By == sender).ToListAsync();
    }

    /// <summary>Gives a person an address; each call sends what is due and says what went out.</summary>
    private static async Task<Func<Task<IReadOnlyList<OutgoingMail>>>> MailToAsync(TestDatabase database, ScorecardWorld world, string person)
    {
        await using (var db = database.NewContext())
        {
            (await db.StaffAccounts.SingleAsync(account => account.Id == world[person].Id)).Email = "hop@vi-du.vn";
            await db.SetUpAsync();
        }

        return async () =>
        {
            var box = new Box();
            await using var db = database.NewContext();
            await new OutboxSender(db, box, world.Clock, new NoticeLinks((place, key) => new($"https://cchc.vi-du.vn/{place}/{key}"))).SendDueAsync();
            return box.Sent;
        };
    }

    private sealed class Box : IMailSender
    {
        public List<OutgoingMail> Sent { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken cancel)
        {
            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
