using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Releases;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>The same import gives the same bytes, whatever the database and the language of the machine.</summary>
[Collection(ProcessCulture.Alone)]
public sealed class SameBytesTests
{
    /// <summary>Every file and document of the release, of a unit and of the registers.</summary>
    private static readonly string[] Addresses =
    [
        "/api/v1/releases/2020", "/api/v1/releases/2020/groups/so-nganh/results", "/api/v1/releases/2020/groups/huyen/results",
        "/api/v1/units", "/api/v1/units/so-noi-vu", "/api/v1/national-indices", "/openapi/v1.json", "/cong-bo/2020/1/ban-chuan.txt", "/cong-bo/2020/1/so-lieu-dai.csv", "/cong-bo/2020/1/so-lieu-dai.csv?dinh-dang=excel",
        .. new[] { "/xep-hang/2020/so-nganh", "/xep-hang/2020/huyen", "/don-vi", "/don-vi/huyen-sin-ho", "/don-vi/huyen-sin-ho/2020", "/tinh" }
            .SelectMany(table => new[] { table + ".csv", table + ".csv?dinh-dang=excel", table + ".xlsx", table + ".json" }),
        // Pages that show neither an instant nor an id.
        "/", "/xep-hang/2020/so-nganh", "/xep-hang/2020/huyen?sort=ten", "/don-vi", "/don-vi/huyen-sin-ho", "/don-vi/huyen-sin-ho/2020", "/tinh", "/phuong-phap",
    ];

    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> Baseline = new(() => ImportAndReadAsync(DatabaseKind.Sqlite, ""));

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "vi-VN")]
    [InlineData(DatabaseKind.Sqlite, "en-US")]
    [InlineData(DatabaseKind.Postgres, "vi-VN")]
    [InlineData(DatabaseKind.Postgres, "en-US")]
    [InlineData(DatabaseKind.Postgres, "")]
    public async Task Import_OnEveryDatabaseInEveryCulture_GivesTheSameBytes(DatabaseKind kind, string culture)
    {
        var expected = await Baseline.Value;

        var actual = await ImportAndReadAsync(kind, culture);

        Assert.Empty(expected.Where(answer => actual[answer.Key] != answer.Value).Select(answer => answer.Key));
    }

    [Fact]
    public async Task Digest_RecomputedFromTheRowsReadBack_IsTheOnePublished()
    {
        using var culture = new ProcessCulture("vi-VN");
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();

        var release = (await new PublicReleases(db).CurrentAsync(2020))!;

        Assert.Equal(release.ResultsDigest, ResultsDigest.Of(release));
    }

    /// <summary>A hash of each answer, and the digest, after an import under the culture.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> ImportAndReadAsync(DatabaseKind kind, string culture)
    {
        using var process = new ProcessCulture(culture);
        var database = await TestDatabase.CreateAsync(kind);
        await using var site = new TestSite(database);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        await using (var db = database.NewContext())
        {
            await new LaiChauSeed(db, new TableImport(db, new PublicReleases(db), TimeProvider.System)).SeedAsync();
            answers["digest"] = (await db.Releases.SingleAsync()).ResultsDigest;
        }

        foreach (var address in Addresses)
        {
            answers[address] = Convert.ToHexString(SHA256.HashData(await site.Client.GetByteArrayAsync(address)));
        }

        Assert.Equal(culture, CultureInfo.CurrentCulture.Name);
        return answers;
    }
}
