using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>An opened round and a store of files, for one test.</summary>
internal sealed class EvidenceWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-evidence-");

    private EvidenceWorld(TestDatabase database, TestRound test) => (Database, Test) = (database, test);

    public TestDatabase Database { get; }

    public TestRound Test { get; }

    public string Folder => _folder.FullName;

    public long Quota { get; set; } = 500L * 1024 * 1024;

    public string? Scanner { get; set; }

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>A clock so many days from now.</summary>
    public static FakeTimeProvider ClockIn(int days)
    {
        var clock = TestClock.Now();
        clock.Advance(TimeSpan.FromDays(days));
        return clock;
    }

    public static async Task<EvidenceWorld> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        await using var db = database.NewContext();
        var rounds = new RoundReader(db);
        var setup = await rounds.FindAsync(test.Round.Id);
        await new RoundWorkflow(db, rounds, TimeProvider.System).OpenAsync(test.Round.Id, setup!.Stamp, "Kế hoạch số 9", test.Coordinator);
        return new(database, test);
    }

    public async Task<StaffAccount> OfficerAsync(Unit unit)
    {
        await using var db = Database.NewContext();
        return await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.UnitId == unit.Id && account.Roles == StaffRoles.UnitOfficer);
    }

    public async Task<Guid> CardAsync(Unit unit)
    {
        await using var db = Database.NewContext();
        var participant = Test.Of(unit).Id;
        return (await db.Scorecards.FirstAsync(card => card.ParticipantId == participant)).Id;
    }

    public async Task<T> DoAsync<T>(Func<Services, Task<T>> act)
    {
        await using var db = Database.NewContext();
        var settings = new EvidenceSettings(Folder, Quota, Scanner);
        var store = new FileStore(settings);
        var files = new StoredFileRegister(db, store, new FileScanner(settings), settings, Clock);
        var uploads = new EvidenceUploads(db, store, files, Clock);
        var scorecards = new ScorecardReader(db);
        return await act(new(db, files, uploads, new EvidenceAttachments(db, scorecards, files, store, uploads, Clock), new EvidenceLibrary(db, scorecards)));
    }

    public IEnumerable<string> Bytes(string part) => Directory.Exists(Path.Combine(Folder, part)) ? Directory.EnumerateFiles(Path.Combine(Folder, part), "*", SearchOption.AllDirectories) : [];

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            _folder.Delete(recursive: true);
        }
    }

    internal sealed record Services(ParIndexDb Db, StoredFiles Files, EvidenceUploads Uploads, EvidenceDocuments Documents, EvidenceLibrary Library);
}
