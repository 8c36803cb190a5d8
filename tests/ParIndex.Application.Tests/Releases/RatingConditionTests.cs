using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>Conditions that cap a rating, and ranking lists of a live round, from what is recorded to what is published.</summary>
public sealed class RatingConditionTests
{
    private const string Disciplined = "Người đứng đầu bị kỷ luật";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsRecorded_CapsTheRating_AndIsPublishedWithItsReason(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, (round, db) => db.Entry(round.Group).Property(group => group.RatingConditions).CurrentValue =
            ConditionScheme.Parse($"Khá | {ConditionScheme.AtZero} | Điều 5\nTrung bình | {Disciplined} | Điều 6"));
        Assert.Equal([("Tốt", null), ("Tốt", null)], (await test.ResultsAsync(database)).Release!.Groups[0].Results.Take(2).Select(row => (row.Rating, row.RatingReason)));

        await RecordAsync(database, test, test.Justice.Id, new RatingRecord(Disciplined, "Quyết định 45/QĐ-UBND"));

        var release = (await test.ResultsAsync(database)).Release!;
        await using (var db = database.NewContext())
        {
            db.Add(release);
            await db.SetUpAsync();
        }

        await using var reading = database.NewContext();
        var stored = (await new PublicReleases(reading).WholeAsync(2026))!;
        var row = stored.Groups[0].Result("so-tu-phap")!;
        const string Reason = $"Theo chỉ số là Tốt; không quá Trung bình: {Disciplined}: Quyết định 45/QĐ-UBND (Điều 6)";
        Assert.Equal(("Trung bình", Reason, 80.3m, 2), (row.Rating, row.RatingReason, row.Index!.Value, row.Rank!.Value));
        Assert.Equal(stored.ResultsDigest, ResultsDigest.Of(stored));
        using var unpacked = UnpackedRelease.Of(stored);
        RecomputationTests.IsRight(unpacked.Recompute());
        Assert.Contains($",{Reason}\n", CsvTable.Text(ResultColumns.TableOf(stored, stored.Groups[0]), CsvDialect.Data), StringComparison.Ordinal);
        Assert.Contains("xếp loại Trung bình (theo chỉ số là Tốt;", string.Concat(UnitYear.Find(stored, "so-tu-phap")!.Lead().Select(run => run.Text)), StringComparison.Ordinal);
        Assert.Equal(release.Groups[0].RatingConditions, stored.Groups[0].RatingConditions);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recording_OfTheOwnUnit_OfAnUnknownCondition_AndFromAStalePage_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, (round, db) => db.Entry(round.Group).Property(group => group.RatingConditions).CurrentValue = ConditionScheme.Parse($"Khá | {Disciplined} | Điều 6"));

        await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(database, test, test.HomeAffairs.Id, new RatingRecord(Disciplined, "Quyết định 45")));
        await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(database, test, test.Justice.Id, new RatingRecord("Khác", "Quyết định 45")));
        Assert.Equal(1, await RecordAsync(database, test, test.Justice.Id, new RatingRecord(Disciplined, "Quyết định 45")));
        Assert.Equal(0, await RecordAsync(database, test, test.Justice.Id, new RatingRecord(Disciplined, "Quyết định 45")));
        await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(database, test, test.Justice.Id, Guid.NewGuid()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ListsOfALiveRound_AreRankedApart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, (round, db) =>
        {
            db.Entry(round.Group).Property(group => group.Ranking).CurrentValue = new(RankingScope.ByHeading, RankNumbering.Competition);
            foreach (var (unit, list) in new[] { (round.HomeAffairs, "Cụm I"), (round.Justice, "Cụm II"), (round.Office, "Cụm II") })
            {
                db.Entry(round.Of(unit)).Property(participant => participant.RankingList).CurrentValue = list;
            }
        });

        var group = (await test.ResultsAsync(database)).Release!.Groups[0];

        Assert.Equal([("so-noi-vu", "Cụm I", 1), ("so-tu-phap", "Cụm II", 1), ("van-phong-ubnd-tinh", "Cụm II", 2)], group.Results.Select(row => (row.UnitCode, row.RankingList!, row.Rank!.Value)));
        Assert.Equal(["Cụm I", "Cụm II"], group.Lists.Select(list => list.Name));
    }

    private static async Task<int> RecordAsync(TestDatabase database, TestRound test, Guid unitId, RatingRecord record)
    {
        await using var db = database.NewContext();
        var rounds = new RoundReader(db);
        var version = (await rounds.FindAsync(test.Round.Id))!.Round.Version;
        return await RecordAsync(database, test, unitId, version, record);
    }

    private static async Task<int> RecordAsync(TestDatabase database, TestRound test, Guid unitId, Guid version, params IReadOnlyList<RatingRecord> records)
    {
        await using var db = database.NewContext();
        return await new RatingRecording(db, new RoundReader(db)).SaveAsync(test.Round.Id, "so-nganh", version,
            new Dictionary<Guid, IReadOnlyList<RatingRecord>> { [test.Group.Participants.Single(participant => participant.UnitId == unitId).Id] = records }, test.Coordinator);
    }
}
