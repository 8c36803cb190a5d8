using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>A scored round on its way to the public: who approved it, who publishes it, and the services they use.</summary>
internal sealed class PublicationScene : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-files-");
    private readonly TestSealing _sealing = new();

    public static PublisherSession Fresh => new(HasSecondFactor: true, DateTimeOffset.UtcNow);

    public StaffAccount Council { get; } = new("HD01", "Lê Thị Hội", StaffRoles.CouncilMember, unitId: null) { Post = "Phó Chủ tịch Hội đồng" };

    public StaffAccount Publisher { get; } = new("CB09", "Phạm Văn Công", StaffRoles.Publisher, unitId: null);

    /// <summary>A round that a council member approved, with a decision, and somebody else who may publish.</summary>
    public async Task<(TestRound Test, StaffAccount Publisher)> ReadyAsync(TestDatabase database, StaffRoles council = StaffRoles.CouncilMember)
    {
        Council.Roles = council;
        var test = await TestResults.AddAsync(database, (_, db) => db.AddRange(Council, Publisher));
        await ApproveAsync(database, test);
        await DecideAsync(database, test, "2486/QĐ-UBND");
        return (test, Publisher);
    }

    public async Task ApproveAsync(TestDatabase database, TestRound test)
    {
        var digest = (await test.ResultsAsync(database)).Digest!;
        await using var db = database.NewContext();
        await Publication(db).ApproveAsync(test.Round.Id, digest, "Nhất trí", new(new MemoryStream(TestResults.Pdf), "bien-ban.pdf"), Council);
    }

    public async Task DecideAsync(TestDatabase database, TestRound test, string number)
    {
        await using var db = database.NewContext();
        await Publication(db).DecideAsync(test.Round.Id, new(number, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 10), "KT. Chủ tịch, Phó Chủ tịch"), announcesLater: false, new(new MemoryStream(TestResults.Pdf), "qd.pdf"), test.Coordinator);
    }

    /// <summary>Plans the opening at once and opens it when its seconds are over.</summary>
    public async Task PublishAsync(TestDatabase database, TestRound test)
    {
        var digest = (await test.ResultsAsync(database)).Digest!;
        await using var db = database.NewContext();
        await Timed(db).PlanAsync(test.Round.Id, digest, opensAt: null, Fresh, Publisher);
        Assert.Single(await Timed(db, TimedPublication.Shortest).OpenDueAsync());
    }

    /// <summary>The council, as the second person, agrees that published results are taken up again.</summary>
    public async Task AgreeAsync(TestDatabase database, TestRound test)
    {
        await using var db = database.NewContext();
        var council = await db.StaffAccounts.SingleAsync(account => account.Id == Council.Id);
        council.UnitId = test.Office.Id;
        await db.SetUpAsync();
        db.ChangeTracker.Clear();
        var request = await db.TwoPersonRequests.AsNoTracking().SingleAsync(open => open.State == TwoPersonState.Pending);
        var handler = new TwoPersonHandler(TwoPersonAct.AmendRound, RoundRights.SecondPersons, RoundAmending.CarryOutAsync);
        Assert.NotNull(await new TwoPersonDecisions(db, [handler], TimeProvider.System).DecideAsync(Council.Id, request.Id, request.Version, agree: true));
    }

    /// <summary>Gives Sở Tư pháp other points on 1.2.</summary>
    public static async Task ScoreAsync(TestDatabase database, TestRound test, decimal points)
    {
        await using var db = database.NewContext();
        var card = await db.Scorecards.Include(s => s.Cells).FirstAsync(s => s.ParticipantId == test.Of(test.Justice).Id);
        card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.2").Id)!.Score(test.Leaf("1.2"), points);
        await db.SetUpAsync();
    }

    /// <summary>The publication at an hour, as it acts so much later than now.</summary>
    public TimedPublication Timed(ParIndexDb db, TimeSpan later = default) => new(db, Publication(db), _sealing.Of(db), new FakeTimeProvider(DateTimeOffset.UtcNow + later));

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _sealing.Dispose();
    }

    private ResultsPublication Publication(ParIndexDb db)
    {
        var settings = new EvidenceSettings(_folder.FullName, long.MaxValue, Scanner: null);
        return new(db, new RoundReader(db), new RoundResults(db, TimeProvider.System), new StoredFileRegister(db, new FileStore(settings), new FileScanner(settings), settings, TimeProvider.System), TimeProvider.System);
    }
}
