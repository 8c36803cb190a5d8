using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>A tie that the council decides, from what is recorded to what is published; and the place in the whole group.</summary>
public sealed class TieDecidingTests
{
    private static readonly string[] Tied = ["so-noi-vu", "so-tu-phap"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsDecided_OrdersTheRelease_IsPublishedWithItsBasis_AndChangesTheDigest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, council) = await AddAsync(database);
        var before = await test.ResultsAsync(database);
        Assert.Equal([("so-noi-vu", 1, true), ("so-tu-phap", 1, true)], Places(before.Release!));
        Assert.Contains(before.Findings, finding => finding is { Blocks: false, Place: ResultsPlace.Ties, Group: "so-nganh" } && finding.Text.Contains("đồng hạng 1", StringComparison.Ordinal));

        await DecideAsync(database, test, council, [Tied[1], Tied[0]]);

        var draft = await test.ResultsAsync(database);
        Assert.NotEqual(before.Digest, draft.Digest);
        Assert.Contains(draft.Findings, finding => finding.Text.Contains("thứ tự theo quyết định của Hội đồng thẩm định (Biên bản số 12/BB-HĐTĐ ngày 1/11/2026)", StringComparison.Ordinal));
        await using (var db = database.NewContext())
        {
            db.Add(draft.Release!);
            await db.SetUpAsync();
        }

        await using var reading = database.NewContext();
        var stored = (await new PublicReleases(reading).WholeAsync(2026))!;
        Assert.Equal([("so-tu-phap", 1, false), ("so-noi-vu", 2, false)], Places(stored));
        const string Reason = "Cùng chỉ số với đơn vị khác, thứ tự do Hội đồng thẩm định quyết định: Biên bản số 12/BB-HĐTĐ ngày 1/11/2026";
        Assert.Equal([Reason, Reason, null], stored.Groups[0].Results.Select(row => row.RankReason));
        Assert.Equal(stored.ResultsDigest, ResultsDigest.Of(stored));
        using var unpacked = UnpackedRelease.Of(stored);
        RecomputationTests.IsRight(unpacked.Recompute());
        Assert.Equal([Tied[1], Tied[0]], Assert.Single(stored.Groups[0].ReadCalculation().TieDecisions).Units);
        Assert.Contains("rank_reason", CsvTable.Text(ResultColumns.TableOf(stored, stored.Groups[0]), CsvDialect.Data), StringComparison.Ordinal);
        Assert.Contains("xếp thứ 2/3", string.Concat(UnitYear.Find(stored, Tied[0])!.Lead().Select(run => run.Text)), StringComparison.Ordinal);
        Assert.Contains("(cùng chỉ số với đơn vị khác", string.Concat(UnitYear.Find(stored, Tied[0])!.Lead().Select(run => run.Text)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Decision_WhosePointsChanged_IsNotApplied_IsToldInTheChecks_AndCanBeTakenBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, council) = await AddAsync(database);
        await DecideAsync(database, test, council, [Tied[1], Tied[0]]);
        await using (var db = database.NewContext())
        {
            var participant = test.Of(test.Justice).Id;
            var card = await db.Scorecards.AsTracking().Include(known => known.Cells).SingleAsync(known => known.ParticipantId == participant);
            card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.1").Id)!.Score(test.Leaf("1.1"), 1);
            await db.SetUpAsync();
        }

        var draft = await test.ResultsAsync(database);

        Assert.All(draft.Release!.Groups[0].Results, row => Assert.Null(row.RankReason));
        Assert.Contains(draft.Findings, finding => finding.Place == ResultsPlace.Ties && finding.Text.EndsWith("quyết định đó không được áp dụng.", StringComparison.Ordinal));
        Assert.Single(draft.Ties["so-nganh"].Void);
        await using (var db = database.NewContext())
        {
            await Deciding(db).WithdrawAsync(test.Round.Id, "so-nganh", await VersionAsync(database, test), Tied, council);
        }

        Assert.Empty((await test.ResultsAsync(database)).Ties["so-nganh"].Void);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deciding_OfTheOwnUnit_WithoutTheRole_OfNoTie_OfADayToCome_AndFromAStalePage_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, council) = await AddAsync(database);
        var own = new StaffAccount("HD02", "Của đơn vị", StaffRoles.CouncilMember, test.Justice.Id);

        Assert.Contains("đơn vị mình", await RefusedAsync(() => DecideAsync(database, test, own, Tied)), StringComparison.Ordinal);
        Assert.Contains("Chỉ thành viên Hội đồng", await RefusedAsync(() => DecideAsync(database, test, test.Coordinator, Tied)), StringComparison.Ordinal);
        var elsewhere = new StaffAccount("HD03", "Của đơn vị khác", StaffRoles.CouncilMember, test.Planning.Id);
        Assert.Contains("không còn cùng chỉ số", await RefusedAsync(() => DecideAsync(database, test, elsewhere, ["so-noi-vu", "van-phong-ubnd-tinh"])), StringComparison.Ordinal);
        Assert.Contains("chưa tới", await RefusedAsync(() => DecideAsync(database, test, council, Tied, date: new DateOnly(2999, 1, 1))), StringComparison.Ordinal);
        await RefusedAsync(() => DecideAsync(database, test, council, Tied, version: Guid.NewGuid()));
        Assert.Equal([1, 1], Places((await test.ResultsAsync(database)).Release!).Select(place => place.Rank));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WholePlace_StandsInTheRelease_OnlyWhereThePolicySaysSo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, _) = await AddAsync(database, (round, db) =>
        {
            db.Entry(round.Group).Property(group => group.Ranking).CurrentValue = new(RankingScope.ByHeading, RankNumbering.Competition, WithWholePlace: true);
            foreach (var (unit, list) in new[] { (round.HomeAffairs, "Cụm I"), (round.Justice, "Cụm II"), (round.Office, "Cụm II") })
            {
                db.Entry(round.Of(unit)).Property(participant => participant.RankingList).CurrentValue = list;
            }
        });

        var release = (await test.ResultsAsync(database)).Release!;

        Assert.Equal([("so-noi-vu", 1, 1), ("so-tu-phap", 1, 1), ("van-phong-ubnd-tinh", 2, 3)], release.Groups[0].Results.Select(row => (row.UnitCode, row.Rank!.Value, row.WholeRank!.Value)));
        Assert.True(release.Groups[0].IsWholeTied(release.Groups[0].Results[0]));
        Assert.Contains("\t", ResultsDigest.CanonicalText(release), StringComparison.Ordinal);
        Assert.Contains("ByHeading/Competition/Whole", ResultsDigest.CanonicalText(release), StringComparison.Ordinal);
        Assert.Contains("whole_rank", CsvTable.Text(ResultColumns.TableOf(release, release.Groups[0]), CsvDialect.Data), StringComparison.Ordinal);
        Assert.Contains("đồng hạng 1/3 trong cả khối", string.Concat(UnitYear.Find(release, "so-tu-phap")!.Lead().Select(run => run.Text)), StringComparison.Ordinal);
        Assert.Equal(release.Groups[0].Results.Select(row => row.WholeRank), release.Groups[0].Copy().Results.Select(row => row.WholeRank));
    }

    /// <summary>A closed round in which two units have the same points, and a council member of the third.</summary>
    private static async Task<(TestRound Test, StaffAccount Council)> AddAsync(TestDatabase database, Action<TestRound, ParIndexDb>? change = null)
    {
        StaffAccount? council = null;
        var test = await TestResults.AddAsync(database, (round, db) =>
        {
            council = new("HD01", "Lê Thị Hội", StaffRoles.CouncilMember, round.Office.Id);
            db.Add(council);
            var cards = db.ChangeTracker.Entries<Scorecard>().Select(entry => entry.Entity).ToDictionary(card => card.ParticipantId);
            var (like, same) = (cards[round.Of(round.HomeAffairs).Id], cards[round.Of(round.Justice).Id]);
            foreach (var cell in same.Cells)
            {
                cell.Score(round.Set.Leaves.Single(leaf => leaf.Id == cell.CriterionId), like.Cell(cell.Stage, cell.CriterionId)!.Points);
            }

            change?.Invoke(round, db);
        });
        return (test, council!);
    }

    private static IEnumerable<(string Code, int Rank, bool IsTied)> Places(Release release) => release.Groups[0].Results.Take(2).Select(row => (row.UnitCode, row.Rank!.Value, row.IsTied));

    private static async Task DecideAsync(TestDatabase database, TestRound test, StaffAccount actor, IReadOnlyList<string> units, DateOnly? date = null, Guid? version = null)
    {
        var shown = version ?? await VersionAsync(database, test);
        await using var db = database.NewContext();
        await Deciding(db).DecideAsync(test.Round.Id, "so-nganh", shown, units, "Biên bản số 12/BB-HĐTĐ", date ?? new DateOnly(2026, 11, 1), actor);
    }

    private static TieDeciding Deciding(ParIndexDb db) => new(db, new RoundReader(db), new RoundResults(db, TimeProvider.System), TimeProvider.System);

    private static async Task<Guid> VersionAsync(TestDatabase database, TestRound test) => (await test.ReadAsync(database)).Round.Version;

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Message;
}
