using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Tables;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Benchmarks;

/// <summary>Many years of published and sealed releases in a SQLite file of its own, or in an empty PostgreSQL database that somebody named.</summary>
internal sealed class SealedYears : IDisposable
{
    /// <summary>The environment's name of the PostgreSQL database, as a connection string; it is left filled.</summary>
    internal const string Postgres = "PARINDEX_BENCHMARK_POSTGRES";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-benchmark-");
    private readonly DatabaseKind _kind;

    private SealedYears(DatabaseKind kind) => _kind = kind;

    /// <summary>Publishes and seals a release a year, each compared with the one before.</summary>
    internal static async Task<SealedYears> CreateAsync(DatabaseKind kind, int years, int units, int leaves)
    {
        var made = new SealedYears(kind);
        var group = new UnitGroup("so-nganh", "Sở, ban, ngành", "Departments", UnitKind.Department, position: 0);
        var assessed = Enumerable.Range(1, units).Select(unit => new Unit($"Sở Mẫu {unit}", UnitKind.Department)).ToList();
        await using (var db = made.Open())
        {
            await db.MigrateAsync();
        }

        YearBefore? before = null;
        foreach (var year in Enumerable.Range(2006, years))
        {
            var scored = Score(year, group, assessed, leaves);
            var release = RoundRelease.Build(scored, before, new("Tỉnh Mẫu", new DateTime(year + 1, 4, 10, 2, 0, 0, DateTimeKind.Utc)) { DecisionNumber = $"{year}/QĐ-UBND" });
            await using var db = made.Open();
            db.Add(release);
            await db.SaveAsync(new("benchmark", "Chuẩn bị bản công bố", $"{year}"));
            var sealing = new Sealing(db, made.Keys, new(_ => new WorkbookCover($"Năm {year}", [], []), new DataOrigin("Sở Nội vụ", null, null, null), (release, _) => new([.. release.Groups.Select(group => Said(release, group))], [])), TimeProvider.System);
            await sealing.SealReleasesAsync();
            await sealing.SealLogAsync();
            before = new(release, scored);
        }

        return made;
    }

    private static AnnouncementPart Said(Release release, ReleaseGroup group) => new(group.Name, [.. AnnouncedFact.Of(release, group).Select(fact => Announcement.Sentence(release, group, fact))]);

    internal ParIndexDb Open() => DatabaseSetup.Open(_kind, ConnectionString, TimeProvider.System);

    /// <summary>What the verb <c>verify</c> does: digests of all releases from every leaf, bundles, both chains, signatures.</summary>
    /// <returns>How many releases, and what is not as it was.</returns>
    internal async Task<(int Releases, IReadOnlyList<string> Differences)> VerifyAsync()
    {
        await using var db = Open();
        var seals = new SealVerification(db, Keys);
        var checks = new DigestVerification(db, seals, TimeProvider.System);
        var (heads, found) = (await checks.HeadsAsync(), new List<string>());
        foreach (var (year, version) in heads)
        {
            found.AddRange((await checks.OfAsync(year, version)).Select(difference => difference.ToString()));
        }

        found.AddRange(await seals.DifferencesAsync());
        return (heads.Count, found);
    }

    public void Dispose()
    {
        if (_kind == DatabaseKind.Sqlite)
        {
            using var db = Open();
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        _folder.Delete(recursive: true);
    }

    private SealKeys Keys => new(Path.Combine(_folder.FullName, "seal.pem"), Path.Combine(_folder.FullName, "known.pem"));

    private string ConnectionString => _kind == DatabaseKind.Sqlite
        ? "Data Source=" + Path.Combine(_folder.FullName, "years.db")
        : Environment.GetEnvironmentVariable(Postgres) ?? throw new InvalidOperationException($"{Postgres} names no database.");

    private static AssessedYear Score(int year, UnitGroup group, IReadOnlyList<Unit> units, int leaves)
    {
        var set = new CriteriaSet(year, group.Slug, $"Bộ tiêu chí năm {year}");
        var fields = Enumerable.Range(1, 8).Select(field => set.Add($"{field}", $"Lĩnh vực {field}", leaves / 8m)).ToList();
        for (var i = 0; i < leaves; i++)
        {
            var field = fields[i % fields.Count];
            set.Add($"{field.Code}.{(i / fields.Count) + 1}", $"Tiêu chí {i + 1} về kết quả thực hiện nhiệm vụ cải cách hành chính", 1, i % 7 == 0 ? Component.Survey : Component.Appraisal, field);
        }

        return new(year, [new(group, set, ScoringRound.Rules, [.. units.Select((unit, place) => Unit(set, unit, place + year))])]);
    }

    private static AssessedUnit Unit(CriteriaSet set, Unit unit, int seed)
    {
        var sheet = new ScoreSheet(set, ScoringRound.NoExemptions, set.Leaves.Select((leaf, i) => (leaf.Code, Points: ((seed * 7) + (i * 13)) % 101 / 100m)).ToDictionary(score => score.Code, score => score.Points));
        return new(unit, sheet, sheet.Totals(unit.Code));
    }
}
