using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>A database that kept rules as lines of text says the same afterwards; what was released stays as it was released.</summary>
public class RulesToJsonTests
{
    private const string Line = "mức: Có=0,5; Không=0; Không áp dụng";

    private static readonly string[] Lines =
    [
        "trực tiếp", "mức: Có=2; Không=0", Line, "mức: Một", @"mức: đạt \= 100%=1; giảm chi\; tăng thu=0,5; C:\\mẫu\\=0", @"mức: a\=b\=c\;=1,25; \\\==0; \\\\\;; Điểm: cao",
        "cộng dồn: Trực tuyến=0,5; Trực tiếp=0,0001", "cộng dồn: “Đủ” và \"đúng\" 'hạn' 😀=99999,9999; Tỷ lệ: 90% trở lên=1; Ba=1; Bốn=1; Năm=1; Sáu=1; Bảy=1; Tám=1; Chín=1; Mười=1; Mười một=1; Mười hai=1",
        "tỷ lệ", "tỷ lệ; chuẩn=60", "tỷ lệ; chuẩn=120,5", "tỷ lệ; chuẩn=120,5; trần=100", "tỷ lệ; sàn=50; trần=99,99", "tỷ lệ; không phát sinh=0", "tỷ lệ; chuẩn=60; sàn=7,5; trần=55; không phát sinh=đề nghị không áp dụng",
        "bậc: 90=1", "bậc: >95,5=2; 95,5=1,5; 70=0,5; không phát sinh=đủ điểm", "bậc: ≤5=1; <10=0,5; ≤20=0", "bậc: <5=1; không phát sinh=0",
        "đếm: 0,25", "trừ: 1", "điều tra", "điều tra: Likert 10",
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upgrade_OfEveryKindOfLine_GivesTheRuleItSays(DatabaseKind kind)
    {
        await using var database = await BeforeAsync(kind);
        await using var db = database.NewContext();
        var lines = Lines.Where(line => LeafRule.Parse(line).ToString() == line).ToList();
        var set = new CriteriaSet(2025, "so-nganh", "Bộ tiêu chí 2025");
        var leaves = lines.Select((_, i) => set.Add($"{i + 1}", "Tiêu chí", 1)).ToList();
        await NewerColumns.FillAsync(db, async () =>
        {
            db.Add(set);
            await db.SetUpAsync();
        });
        foreach (var (leaf, line) in leaves.Zip(lines))
        {
            await db.Database.ExecuteSqlAsync($"UPDATE criteria SET rule = {line} WHERE id = {leaf.Id}");
        }

        await db.MigrateAsync();

        await using var after = database.NewContext();
        var kept = (await after.CriteriaSets.Include(s => s.Criteria).SingleAsync()).Criteria.ToDictionary(leaf => leaf.Code, leaf => leaf.Rule);
        Assert.True(lines.Count > 20, "every kind of line is among them");
        Assert.Equal(lines.Select(LeafRule.Parse), lines.Select((_, i) => kept[$"{i + 1}"]));
        var stored = await after.Database.SqlQuery<string>($"SELECT rule AS \"Value\" FROM criteria").ToListAsync();
        Assert.Equal(lines.Where(HasNoPicture).Select(line => LeafRule.Parse(line).ToJson()).Order(StringComparer.Ordinal), stored.Where(HasNoPicture).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upgrade_WithReleases_ChangesNoneOfTheirDigests(DatabaseKind kind)
    {
        await using var database = await BeforeAsync(kind);
        await using var db = database.NewContext(FixedClock.New());
        await NewerColumns.FillAsync(db, async () =>
        {
            await new LaiChauSeed(db, new TableImport(db, new PublicReleases(db), FixedClock.New())).SeedAsync();
            db.Add(Released(Line));
            await db.SetUpAsync();
        });
        var published = await DigestsAsync(db);

        await db.MigrateAsync();

        Assert.Equal(2, published.Count);
        Assert.Equal(published, await DigestsAsync(db));
        using var sealing = new TestSealing();
        var checks = new DigestVerification(db, sealing.VerificationOf(db), FixedClock.New());
        foreach (var (year, version) in await checks.HeadsAsync())
        {
            Assert.Empty(await checks.OfAsync(year, version));
        }

        var criteria = (await new PublicReleases(db).WholeAsync(TestRelease.Year, 1))!.Groups.Single().Criteria;
        Assert.Equal([Line, null], criteria.Select(row => row.Rule));
    }

    /// <summary>The row of the canonical text as the version before wrote it.</summary>
    [Fact]
    public void Digest_OfAReleaseOlderThanTheJson_HashesItsLines() =>
        Assert.Contains($"\n1,1,Kế hoạch CCHC,,2,appraisal,true,\"{Line}\"\n", ResultsDigest.CanonicalText(Released(Line)), StringComparison.Ordinal);

    /// <summary>Signs beyond the basic plane may be written in two ways in JSON.</summary>
    private static bool HasNoPicture(string text) => !text.Any(char.IsSurrogate);

    private static Release Released(string line)
    {
        ReleaseCriterion[] criteria =
        [
            new() { Position = 0, Depth = 1, Code = "1", Name = "Kế hoạch CCHC", MaxScore = 2, Component = Component.Appraisal, IsLeaf = true, Rule = line },
            new() { Position = 1, Depth = 1, Code = "2", Name = "Không chấm", MaxScore = 2, Component = Component.Appraisal, IsLeaf = false },
        ];
        var row = new ReleaseResult([new ReleaseScore { Position = 0, CriterionCode = "1", Points = 0.5m }]) { Position = 0, UnitCode = "so-noi-vu", UnitName = "Sở Nội vụ", TotalScore = 0.5m, Scale = 2, ScaleSource = ScaleSource.Derived, Index = 25 };
        return new("Tỉnh Lai Châu", TestRelease.Year, 1, ReleaseChange.Initial, isArchive: false, new DateTime(2026, 2, 1, 2, 0, 0, DateTimeKind.Utc), [new ReleaseGroup("so-nganh", "Sở, ban, ngành", nameEn: null, 0, sinceVersion: 1, [row], [], criteria)]);
    }

    private static async Task<List<string>> DigestsAsync(ParIndexDb db) =>
        await db.Releases.AsNoTracking().OrderBy(release => release.Year).Select(release => release.ResultsDigest).ToListAsync();

    /// <summary>A database of the version before.</summary>
    private static async Task<TestDatabase> BeforeAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.NewContext();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Single(name => name.EndsWith("_NobodyAlone", StringComparison.Ordinal)));
        return database;
    }
}
