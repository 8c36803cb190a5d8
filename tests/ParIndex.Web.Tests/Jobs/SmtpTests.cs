using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Staff;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Jobs;

/// <summary>What the outbox hands to a mail server, and what it makes of the server's answers.</summary>
public sealed class SmtpTests
{
    private static readonly string[] Names = ["Lò Thị Mẫn", "Giàng A Chứ", "Nguyễn Thị Hoà"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Message_ArrivesWithItsMarks_AtItsRecipient(DatabaseKind kind)
    {
        await using var server = new SmtpListener();
        await using var world = await World.OpenAsync(kind, server.Port);

        Assert.Equal(3, await world.SendAsync());

        Assert.Equal(World.Addresses, server.Received.Select(received => Assert.Single(received.Recipients)));
        using var message = await MimeMessage.LoadAsync(new MemoryStream(server.Received[0].Content));
        Assert.Equal("Nhắc việc: phiếu chấm điểm của Sở Nội vụ đến hạn ngày 05/01/2026, còn 35 tiêu chí chưa chấm", message.Subject);
        Assert.Equal("Đề nghị Quý cơ quan hoàn thành.\n.\nTrân trọng.", message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal((Names[0], World.Addresses[0]), message.To.Mailboxes.Select(box => (box.Name, box.Address)).Single());
        Assert.Equal("cchc@vi-du.vn", message.From.Mailboxes.Single().Address);
        Assert.Equal(0, await world.SendAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task RefusedRecipient_IsNotTriedAgain_UntilTheAddressIsAnother_AndHoldsUpNobody(DatabaseKind kind)
    {
        await using var server = new SmtpListener { Refuses = { [World.Addresses[0]] = "550 5.1.1 no such person" } };
        await using var world = await World.OpenAsync(kind, server.Port);

        Assert.Equal(3, await world.SendAsync());
        world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await world.SendAsync());

        Assert.Equal(World.Addresses, server.Asked);
        Assert.Equal(World.Addresses[1..], server.Received.SelectMany(received => received.Recipients));
        Assert.Contains(await world.ActsAsync(), act => act == "Thông báo bị địa chỉ nhận từ chối, không gửi lại");

        await world.ChangeAddressAsync(World.Addresses[0], "dung@vi-du.vn");
        Assert.Equal(1, await world.SendAsync());
        Assert.Equal(["dung@vi-du.vn"], server.Received[^1].Recipients);
    }

    /// <summary>Busy, or closed to this sender by a policy that its administrator can change.</summary>
    [Theory]
    [InlineData("450 4.2.0 greylisted")]
    [InlineData("550 5.7.1 relaying denied")]
    public async Task RecipientRefusedForNow_IsTriedAgain_AndHoldsUpNobody(string refusal)
    {
        await using var server = new SmtpListener { Refuses = { [World.Addresses[0]] = refusal } };
        await using var world = await World.OpenAsync(DatabaseKind.Sqlite, server.Port);

        Assert.Equal(3, await world.SendAsync());
        Assert.Equal(World.Addresses[1..], server.Received.SelectMany(received => received.Recipients));

        server.Refuses.Clear();
        Assert.Equal(0, await world.SendAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await world.SendAsync());
        Assert.Equal([World.Addresses[0]], server.Received[^1].Recipients);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ServerThatIsAway_IsTriedAgain_AndNobodyElseInVain(DatabaseKind kind)
    {
        int port;
        await using (var gone = new SmtpListener())
        {
            port = gone.Port;
        }

        await using var world = await World.OpenAsync(kind, port);

        Assert.Equal(0, await world.SendAsync());
        Assert.Equal([1, 0, 0], await world.FailuresAsync());

        await using var server = new SmtpListener(port);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(3, await world.SendAsync());
        Assert.Equal(World.Addresses, server.Received.SelectMany(received => received.Recipients).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ServerThatWantsASignIn_IsTriedAgain_AndNobodyElseInVain()
    {
        await using var server = new SmtpListener { Refuses = { [World.Addresses[0]] = "530 5.7.0 authentication required" } };
        await using var world = await World.OpenAsync(DatabaseKind.Sqlite, server.Port);

        Assert.Equal(0, await world.SendAsync());

        Assert.Equal([1, 0, 0], await world.FailuresAsync());
        Assert.Equal([World.Addresses[0]], server.Asked);
    }

    [Fact]
    public async Task ServerThatHangsUpAfterItTookAMessage_GetsItOnce()
    {
        await using var server = new SmtpListener { HangsUp = true };
        await using var world = await World.OpenAsync(DatabaseKind.Sqlite, server.Port);

        Assert.Equal(3, await world.SendAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await world.SendAsync());
        Assert.Equal(3, server.Received.Count);
    }

    /// <summary>A portal with three people, a message to each, and the mail server at a port of this machine.</summary>
    private sealed class World : IAsyncDisposable
    {
        public static readonly string[] Addresses = ["chu@vi-du.vn", "hoa@vi-du.vn", "man@vi-du.vn"];

        private readonly TestDatabase _database;
        private readonly TestApp _app;

        private World(TestDatabase database, int port)
        {
            _database = database;
            _app = new TestApp(database) { Clock = Clock, Jobs = false }
                .With("Mail:SmtpHost", "127.0.0.1").With("Mail:SmtpPort", port.ToString(CultureInfo.InvariantCulture)).With("Mail:SmtpEncrypts", "false").With("Mail:From", "cchc@vi-du.vn");
        }

        public FakeTimeProvider Clock { get; } = TestClock.Now();

        public static async Task<World> OpenAsync(DatabaseKind kind, int port)
        {
            var world = new World(await TestDatabase.CreateAsync(kind), port);
            await using var db = world._database.NewContext();
            foreach (var (name, address) in Names.Zip(Addresses))
            {
                var person = new StaffAccount("CB-" + address[..3], name, StaffRoles.UnitOfficer, unitId: null) { Email = address };
                db.AddRange(person, new OutboxMessage(person.Id, "Nhắc việc: phiếu chấm điểm của Sở Nội vụ đến hạn ngày 05/01/2026, còn 35 tiêu chí chưa chấm", "Đề nghị Quý cơ quan hoàn thành.\n.\nTrân trọng.", "NV01", world.Clock.GetUtcNow().UtcDateTime));
                world.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            await db.SetUpAsync();
            return world;
        }

        public async Task<int> SendAsync()
        {
            await using var scope = _app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<OutboxSender>().SendDueAsync();
        }

        public async Task<IReadOnlyList<int>> FailuresAsync()
        {
            await using var db = _database.NewContext();
            return await db.OutboxMessages.OrderBy(message => message.QueuedAt).Select(message => message.Failures).ToListAsync();
        }

        public async Task<IReadOnlyList<string>> ActsAsync()
        {
            await using var db = _database.NewContext();
            return await db.AuditEvents.Select(act => act.Act).ToListAsync();
        }

        public async Task ChangeAddressAsync(string from, string to)
        {
            await using var db = _database.NewContext();
            (await db.StaffAccounts.SingleAsync(account => account.Email == from)).Email = to;
            await db.SetUpAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
