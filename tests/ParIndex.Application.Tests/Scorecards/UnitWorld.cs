using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>Sở Tư pháp with a head and a second officer beside the people of <see cref="ScorecardWorld"/>.</summary>
internal sealed class UnitWorld : IAsyncDisposable
{
    private readonly Dictionary<string, StaffAccount> _own = [];

    private UnitWorld(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public ScorecardWorld World { get; private set; } = null!;

    public StaffAccount this[string person] => _own.GetValueOrDefault(person) ?? World[person];

    public static async Task<UnitWorld> CreateAsync(DatabaseKind kind)
    {
        var made = new UnitWorld(await TestDatabase.CreateAsync(kind));
        made.World = await ScorecardWorld.CreateAsync(made.Database, (round, db) =>
        {
            made._own["head"] = new("TT01", "Phạm Văn Trưởng", StaffRoles.UnitHead, round.Justice.Id) { Post = "Giám đốc" };
            made._own["second"] = new("CB02", "Lò Thị Hai", StaffRoles.UnitOfficer, round.Justice.Id);
            db.AddRange(made._own.Values);
        });
        return made;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public Task<Guid> CardIdAsync() => World.IdAsync(World.Test.Justice);

    public string Code(Guid nodeId) => World.Test.Set.Criteria.Single(node => node.Id == nodeId).Code;

    public Criterion Field(string code) => World.Test.Set.Criteria.Single(node => node.Code == code);

    public async Task<string> SealAsync()
    {
        var folder = await World.ReadAsync();
        return folder.Side.Seal(folder.Card);
    }

    public async Task<int> ShareAsync(string person, params (string Field, string Officer)[] shares) =>
        await ShareAsync(person, UnitBoard.StampOf((await World.ReadAsync()).Card), shares);

    public async Task<int> ShareAsync(string person, string stamp, params (string Field, string Officer)[] shares)
    {
        await using var db = Database.NewContext();
        return await Work(db).ShareAsync(await CardIdAsync(), stamp, shares.ToDictionary(share => Field(share.Field).Id, share => (Guid?)this[share.Officer].Id), this[person]);
    }

    public async Task FinishAsync(string person, string field)
    {
        await using var db = Database.NewContext();
        await Work(db).FinishAsync(await CardIdAsync(), Field(field).Id, this[person]);
    }

    public async Task ReturnAsync(string person, string field, string remark)
    {
        await using var db = Database.NewContext();
        await Work(db).ReturnAsync(await CardIdAsync(), Field(field).Id, remark, this[person]);
    }

    public async Task ApproveAsync(string person, string? seal = null)
    {
        var shown = seal ?? await SealAsync();
        await using var db = Database.NewContext();
        await Work(db).ApproveAsync(await CardIdAsync(), shown, this[person]);
    }

    public async Task SayAsync(string person, string leaf, string text)
    {
        await using var db = Database.NewContext();
        await new InnerTalk(db, new ScorecardReader(db), World.Clock).SayAsync(await CardIdAsync(), World.Test.Leaf(leaf).Id, text, this[person]);
    }

    public async Task<IReadOnlyList<InnerNote>> ReadTalkAsync(string person, ScorecardFolder folder, Criterion leaf)
    {
        await using var db = Database.NewContext();
        return await new InnerTalk(db, new ScorecardReader(db), World.Clock).OfAsync(this[person], folder, leaf);
    }

    /// <summary>Messages of a kind inside the unit, or of all of these, in the order of the recipients' codes.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> MessagesAsync(NoticeKind kind = NoticeKind.FieldShared)
    {
        await using var db = Database.NewContext();
        var sender = NoticeTable.Sender(kind);
        var messages = await db.OutboxMessages.AsNoTracking().Where(message => message.By == sender).ToListAsync();
        return [.. messages.OrderByDescending(message => message.RecipientId == this["officer"].Id)];
    }

    public async Task<IReadOnlyList<string>> ActsAsync()
    {
        await using var db = Database.NewContext();
        return await db.AuditEvents.AsNoTracking().Select(told => told.Act).ToListAsync();
    }

    /// <summary>Every value that the audit log holds.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync()
    {
        await using var db = Database.NewContext();
        var changes = await db.AuditEvents.AsNoTracking().Include(told => told.Changes).SelectMany(told => told.Changes).ToListAsync();
        return [.. changes.SelectMany(change => new[] { change.OldValue, change.NewValue }).OfType<string>()];
    }

    public async Task ChangeAsync(string person, Action<StaffAccount> change)
    {
        var id = this[person].Id;
        await using var db = Database.NewContext();
        change(await db.StaffAccounts.AsTracking().SingleAsync(account => account.Id == id));
        await db.SetUpAsync();
        change(this[person]);
    }

    private UnitWork Work(ParIndexDb db) => new(db, new ScorecardReader(db), World.Clock);
}
