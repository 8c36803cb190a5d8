using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>A published round taken up again by two people: corrected, then withdrawn, each a version beside the one before.</summary>
public sealed class AmendedReleaseTests : IDisposable
{
    private readonly PublicationScene _scene = new();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Correction_IsANewVersion_ThatNamesEachCell(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, _) = await _scene.ReadyAsync(database);
        await _scene.PublishAsync(database, test);
        await AmendAsync(database, test, AmendmentKind.Correction, "Đếm hai lần.");
        var untouched = await test.ResultsAsync(database);
        await PublicationScene.ScoreAsync(database, test, 10);
        var corrected = await test.ResultsAsync(database);

        // Nothing differs yet, and what was approved of the first version holds no longer.
        Assert.Contains(untouched.Findings, finding => finding.Blocks && finding.Text.Contains("chưa có gì để đính chính", StringComparison.Ordinal));
        Assert.Empty(untouched.Standing);
        Assert.Null(untouched.Setup.Round.Decision);
        Assert.Equal((2, ReleaseChange.Correction, "Đếm hai lần."), (corrected.Release!.VersionNumber, corrected.Release.Change, corrected.Release.ChangeReason));
        await _scene.ApproveAsync(database, test);
        await _scene.DecideAsync(database, test, "2600/QĐ-UBND");
        await _scene.PublishAsync(database, test);

        await using var db = database.NewContext();
        var releases = new PublicReleases(db);
        var current = (await releases.CurrentAsync(2026))!;
        var difference = (await releases.DifferenceAsync(current))!;
        Assert.Equal((2, "2600/QĐ-UBND", "Đếm hai lần."), (current.VersionNumber, current.DecisionNumber, current.ChangeReason));
        var points = Assert.Single(difference.Cells, cell => cell.Part == VersionPart.Points);
        Assert.Equal(("Sở Tư pháp", "1.2"), (points.Unit!.UnitName, points.Criterion!.Code));
        Assert.Equal(Cell.Of(10m, 2), points.After);
        Assert.Contains(difference.Cells, cell => cell is { Part: VersionPart.Index, IsComputed: true, Unit.UnitName: "Sở Tư pháp" });
        Assert.True(difference.IsSubstantial);
        Assert.Equal("Sở Tư pháp", Assert.Single(difference.Ratings).After.UnitName);
        Assert.NotEmpty(difference.Sentences);
        Assert.Equal(2, Assert.Single(difference.Unchanged).Unchanged);
        Assert.Equal(2, await db.ReleaseSeals.CountAsync());
        Assert.NotNull(await releases.VersionAsync(2026, 1));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Withdrawal_TakesTheGroupsBack_AndLeavesTheOldVersion(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, _) = await _scene.ReadyAsync(database);
        await _scene.PublishAsync(database, test);
        await AmendAsync(database, test, AmendmentKind.Withdrawal, "Sai căn cứ.");
        await _scene.ApproveAsync(database, test);
        await _scene.DecideAsync(database, test, "2700/QĐ-UBND");
        await _scene.PublishAsync(database, test);

        await using var db = database.NewContext();
        var releases = new PublicReleases(db);
        var current = (await releases.CurrentAsync(2026))!;
        Assert.Equal((2, ReleaseChange.Withdrawal, 0), (current.VersionNumber, current.Change, current.Groups.Count));
        var difference = (await releases.DifferenceAsync(current))!;
        Assert.Equal("so-nganh", Assert.Single(difference.Withdrawn).Slug);
        Assert.True(difference.IsSubstantial);
        Assert.Null(await releases.NewestAsync());
        Assert.Equal((2, "Sai căn cứ."), await releases.WithdrawnByAsync(2026, "so-nganh") is { } withdrawn ? (withdrawn.VersionNumber, withdrawn.ChangeReason) : default);
        Assert.Equal(2, (await releases.WithdrawnByAsync(2026, unit: "so-tu-phap"))?.VersionNumber);
        Assert.Equal(2, (await releases.WithdrawnByAsync(2026, "so-nganh", version: 2))?.VersionNumber);
        Assert.Null(await releases.WithdrawnByAsync(2026, "so-nganh", version: 1));
        Assert.Null(await releases.WithdrawnByAsync(2026, "xa"));
        Assert.Null(await releases.WithdrawnByAsync(2026, unit: "so-y-te"));
        Assert.Null(await releases.WithdrawnByAsync(2025));
        Assert.Equal((2, 2), ((await releases.SubjectWithdrawnByAsync(2026, "so-nganh"))?.VersionNumber, (await releases.SubjectWithdrawnByAsync(2026, "so-tu-phap"))?.VersionNumber));
        Assert.Equal(RoundState.Published, (await test.ReadAsync(database)).Round.State);
    }

    [Theory]
    [InlineData(AmendmentKind.Correction, DatabaseKind.Sqlite)]
    [InlineData(AmendmentKind.Withdrawal, DatabaseKind.Sqlite)]
    [InlineData(AmendmentKind.Withdrawal, DatabaseKind.Postgres)]
    public async Task NothingNeeded_IsLeftAsPublished_ByTwo_WhileThePointsSayTheSame(AmendmentKind kind, DatabaseKind database)
    {
        await using var stored = await TestDatabase.CreateAsync(database);
        var (test, _) = await _scene.ReadyAsync(stored);
        await _scene.PublishAsync(stored, test);
        await AmendAsync(stored, test, kind, "Đếm hai lần.");
        var published = await PointsAsync(stored, test);
        await PublicationScene.ScoreAsync(stored, test, 10);
        Assert.Contains("khác bản đã công bố", await RefusedAsync(stored, test, test.Coordinator, leave: true), StringComparison.Ordinal);
        await PublicationScene.ScoreAsync(stored, test, published);
        Assert.True((await test.ResultsAsync(stored)).IsAsPublished);

        await using (var db = stored.NewContext())
        {
            await Amending(db).AskAsync(test.Round.Id, (await test.ReadAsync(stored)).Round.Version, kind: null, "Số liệu đúng.", remarkId: null, test.Coordinator);
        }

        Assert.Equal(RoundState.Closed, (await test.ReadAsync(stored)).Round.State);
        await _scene.AgreeAsync(stored, test);

        var round = (await test.ReadAsync(stored)).Round;
        Assert.Equal((RoundState.Published, null), (round.State, round.Amendment));
        Assert.Equal("Giữ nguyên bản đã công bố: Số liệu đúng.", round.Moves.OrderBy(move => move.Sequence).Last().Note);
        await using (var db = stored.NewContext())
        {
            Assert.Equal(1, (await new PublicReleases(db).CurrentAsync(2026))!.VersionNumber);
        }

        // And can be taken up once more.
        await AmendAsync(stored, test, AmendmentKind.Revision, "Số liệu đến muộn.");
        Assert.Equal(AmendmentKind.Revision, (await test.ReadAsync(stored)).Round.Amendment?.Kind);
    }

    [Fact]
    public async Task AgreementToLeave_IsRefused_OnceThePointsDiffer()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (test, _) = await _scene.ReadyAsync(database);
        await _scene.PublishAsync(database, test);
        await AmendAsync(database, test, AmendmentKind.Correction, "Đếm hai lần.");
        await using (var db = database.NewContext())
        {
            await Amending(db).AskAsync(test.Round.Id, (await test.ReadAsync(database)).Round.Version, kind: null, "Số liệu đúng.", remarkId: null, test.Coordinator);
        }

        await PublicationScene.ScoreAsync(database, test, 10);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => _scene.AgreeAsync(database, test));
        Assert.Contains("khác bản đã công bố", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RoundState.Closed, (await test.ReadAsync(database)).Round.State);
    }

    [Fact]
    public async Task OneAlone_AmendsNothing_NorAnybodyWhoseResultsAreNotPublished()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (test, _) = await _scene.ReadyAsync(database);
        Assert.Contains("Chỉ kết quả đã công bố", await RefusedAsync(database, test, test.Coordinator), StringComparison.Ordinal);
        await _scene.PublishAsync(database, test);
        Assert.Contains("Chỉ cơ quan điều phối", await RefusedAsync(database, test, _scene.Council), StringComparison.Ordinal);

        await using (var db = database.NewContext())
        {
            await Amending(db).AskAsync(test.Round.Id, (await test.ReadAsync(database)).Round.Version, AmendmentKind.Revision, "Số liệu đến muộn.", remarkId: null, test.Coordinator);
        }

        Assert.Equal(RoundState.Published, (await test.ReadAsync(database)).Round.State);
        Assert.Contains("đang chờ người thứ hai", await RefusedAsync(database, test, test.Coordinator), StringComparison.Ordinal);
    }

    public void Dispose() => _scene.Dispose();

    private static RoundAmending Amending(ParIndexDb db) => new(db, new RoundReader(db), new RoundResults(db, TimeProvider.System), TimeProvider.System);

    private static async Task<string> RefusedAsync(TestDatabase database, TestRound test, StaffAccount actor, bool leave = false)
    {
        await using var db = database.NewContext();
        var version = (await test.ReadAsync(database)).Round.Version;
        return (await Assert.ThrowsAsync<RefusedException>(() => Amending(db).AskAsync(test.Round.Id, version, leave ? null : AmendmentKind.Correction, "Sai.", remarkId: null, actor))).Message;
    }

    /// <summary>The points of Sở Tư pháp on 1.2.</summary>
    private static async Task<decimal> PointsAsync(TestDatabase database, TestRound test)
    {
        await using var db = database.NewContext();
        var card = await db.Scorecards.Include(s => s.Cells).FirstAsync(s => s.ParticipantId == test.Of(test.Justice).Id);
        return card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.2").Id)!.Points!.Value;
    }

    /// <summary>Asked by the coordinator, agreed to by the council.</summary>
    private async Task AmendAsync(TestDatabase database, TestRound test, AmendmentKind kind, string reason)
    {
        await using var db = database.NewContext();
        await Amending(db).AskAsync(test.Round.Id, (await test.ReadAsync(database)).Round.Version, kind, reason, remarkId: null, test.Coordinator);
        await _scene.AgreeAsync(database, test);
    }
}
