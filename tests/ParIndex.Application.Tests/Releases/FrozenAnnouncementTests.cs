using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Tests.Documents;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Stories;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>What an announcement calls worth knowing is of the day of its release: what is published later changes none of its bytes.</summary>
public sealed class FrozenAnnouncementTests : IDisposable
{
    private static readonly string[] Units = ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế", "Sở Tài chính", "Thanh tra tỉnh"];

    private readonly TestSealing _sealing = new();

    public void Dispose() => _sealing.Dispose();

    [Theory, MemberData(nameof(Sealed))]
    public async Task Announcement_StaysByteForByte_WhateverIsPublishedLater(DatabaseKind kind, bool isSealed)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var first = ComputedGroup.Release(Rules, Points(best: 0));
        var second = ComputedGroup.Release(Rules, Points(best: 0), before: first);
        var third = ComputedGroup.Release(Rules, Points(best: 0), before: second);
        foreach (var release in new[] { first, second, third })
        {
            await PublishAsync(database, release, isSealed);
        }

        var (announced, found) = await AnnounceAsync(database, third);
        Assert.Contains(found, one => one is PlaceStreak { IsFirst: true, Years: 3, Unit.UnitName: "Sở Nội vụ" });

        // Corrected later: another unit was first; a year before all of these and one after them come to the portal.
        await PublishAsync(database, Later(second, Points(best: 1), version: 2, publishedAt: third.PublishedAt.AddMonths(1)), isSealed);
        await PublishAsync(database, Later(first, Points(best: 0), version: 1, publishedAt: third.PublishedAt.AddMonths(2), year: 2025), isSealed);
        await PublishAsync(database, ComputedGroup.Release(Rules, Points(best: 2), before: third), isSealed);

        var (again, foundAgain) = await AnnounceAsync(database, third);
        Assert.Equal(found.Select(one => one.GetType()), foundAgain.Select(one => one.GetType()));
        Assert.Equal(announced.Select(file => file.Path), again.Select(file => file.Path));
        Assert.All(announced.Zip(again), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
        // The pages, which tell of today, do follow: else this test would prove nothing.
        await using var db = database.NewContext();
        var today = await new ReleaseObservations(db, new PublicReleases(db)).FindAsync(third, third.Groups, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(today, one => one is PlaceStreak { IsFirst: true });
    }

    /// <summary>Where an earlier year is published after a later one, it was not there for the announcement of the later one.</summary>
    [Theory, MemberData(nameof(Sealed))]
    public async Task AYearPublishedTooLate_IsNotCounted(DatabaseKind kind, bool isSealed)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var first = ComputedGroup.Release(Rules, Points(best: 0));
        var second = ComputedGroup.Release(Rules, Points(best: 0), before: first);
        var third = ComputedGroup.Release(Rules, Points(best: 0), before: second);
        await PublishAsync(database, second, isSealed);
        await PublishAsync(database, third, isSealed);
        await PublishAsync(database, Later(first, Points(best: 0), version: 1, publishedAt: third.PublishedAt.AddDays(1)), isSealed);

        var (_, found) = await AnnounceAsync(database, third);

        Assert.DoesNotContain(found, one => one is PlaceStreak);
    }

    /// <summary>The sealed ZIP holds the papers as they are made, and keeps them.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SealedZip_HoldsThePapers_ByteForByte(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var release = TestRelease.Make();
        await PublishAsync(database, release, isSealed: true);
        await using var db = database.NewContext();
        var seals = new SealedReleases(db);

        var (files, _) = await AnnounceAsync(database, release);

        Assert.Equal(3, files.Count);
        foreach (var (path, content) in files)
        {
            Assert.Equal(content, await seals.FileAsync(release.Year, release.VersionNumber, path, TestContext.Current.CancellationToken));
            Papers.RequireValid(content);
        }

        Assert.Null(await seals.FileAsync(release.Year, release.VersionNumber, "khong-co.docx", TestContext.Current.CancellationToken));
    }

    /// <summary>Of a withdrawal of all there was no annex is made, and its announcement says why.</summary>
    [Fact]
    public void AWithdrawalOfEverything_HasNoAnnex_AndSaysWhy()
    {
        var gone = new Release("Tỉnh Lai Châu", 2025, 2, ReleaseChange.Withdrawal, isArchive: false, new DateTime(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc), []) { ChangeReason = "Nhập nhầm khối." };

        var files = ReleasePapers.Files(gone, new([], []));

        Assert.Equal([ReleasePapers.AnnouncementNameOf(gone), ReleasePapers.EnglishAnnouncementNameOf(gone)], files.Select(file => file.Path));
        Assert.Contains("Lần công bố này thu hồi kết quả đã công bố. Lý do: Nhập nhầm khối.", Papers.Text(files[0].Content), StringComparison.Ordinal);
    }

    public static TheoryData<DatabaseKind, bool> Sealed() => new() { { DatabaseKind.Sqlite, true }, { DatabaseKind.Sqlite, false }, { DatabaseKind.Postgres, true }, { DatabaseKind.Postgres, false } };

    private static GroupRules Rules => new() { Ranking = new(RankingScope.OneList, RankNumbering.Competition) };

    private static ComputedUnit[] Points(int best) => [.. Units.Select((name, i) => ComputedGroup.Points(name, i == best ? 38 : 30 - i, 20, 22, 0, 0))];

    private static Release Later(Release release, ComputedUnit[] units, int version, DateTime publishedAt, int? year = null) => new(
        release.Province, year ?? release.Year, version, version == 1 ? ReleaseChange.Initial : ReleaseChange.Correction, isArchive: false, publishedAt, ComputedGroup.Release(Rules, units).Groups.Select(group => group.Copy()));

    private async Task PublishAsync(TestDatabase database, Release release, bool isSealed)
    {
        await using (var db = database.NewContext())
        {
            db.Add(release);
            await db.SetUpAsync();
        }

        if (isSealed)
        {
            await _sealing.SealAsync(database);
        }
    }

    private static async Task<(IReadOnlyList<(string Path, byte[] Content)> Files, IReadOnlyList<Observation> Found)> AnnounceAsync(TestDatabase database, Release release)
    {
        await using var db = database.NewContext();
        var releases = new PublicReleases(db);
        var stored = (await releases.VersionAsync(release.Year, release.VersionNumber, TestContext.Current.CancellationToken))!;
        var found = await new ReleaseObservations(db, releases).WhenPublishedAsync(stored, TestContext.Current.CancellationToken);
        return (ReleasePapers.Files(stored, UnpackedRelease.Announce(stored, found)), found);
    }
}
