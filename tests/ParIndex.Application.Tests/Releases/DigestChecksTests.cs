using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>A cell changed past the program is found, and named by release, group and row.</summary>
public sealed class DigestChecksTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Untouched_ReleasesAgree_AndTheCheckIsKeptOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await database.AddTestReleaseAsync();

        await RunAsync(database);
        var check = await RunAsync(database);

        await using var db = database.NewContext();
        Assert.Equal((2, "", 1), (check.Releases, check.Differences, await db.DigestChecks.CountAsync()));
        Assert.DoesNotContain(await db.AuditEvents.ToListAsync(), told => told.Act.Contains("Mã kết quả", StringComparison.Ordinal));
    }

    public static TheoryData<DatabaseKind, string, string> Changes()
    {
        var rows = new TheoryData<DatabaseKind, string, string>();
        const string here = "Bản công bố 2025, lần 1";
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            rows.Add(kind, "UPDATE release_results SET total_score = 75 WHERE unit_code = 'so-tu-phap'", here + ", khối Sở, ban, ngành, Sở Tư pháp: số liệu khác với lúc công bố.");
            rows.Add(kind, "UPDATE release_results SET rating = 'Tốt' WHERE unit_code = 'so-tu-phap'", here + ", khối Sở, ban, ngành, Sở Tư pháp: số liệu khác với lúc công bố.");
            rows.Add(kind, "UPDATE release_results SET rank = 1 WHERE unit_code = 'huyen-sin-ho'", here + ", khối Huyện, thành phố, Huyện Sìn Hồ: số liệu khác với lúc công bố.");
            rows.Add(kind, "UPDATE release_results SET penalty = NULL WHERE unit_code = 'so-y-te'", here + ", khối Sở, ban, ngành, Sở Y tế: số liệu khác với lúc công bố.");
            rows.Add(kind, "UPDATE release_results SET unit_name = 'Sở Khác' WHERE unit_code = 'so-y-te'", here + ", khối Sở, ban, ngành, Sở Khác: số liệu khác với lúc công bố.");
            rows.Add(kind, "UPDATE release_scores SET points = 3 WHERE criterion_code = '2.1' AND release_result_id = (SELECT id FROM release_results WHERE unit_code = 'so-noi-vu')", here + ", khối Sở, ban, ngành, Sở Nội vụ: số liệu khác với lúc công bố.");
            rows.Add(kind, "DELETE FROM release_scores WHERE criterion_code = '2.1' AND release_result_id = (SELECT id FROM release_results WHERE unit_code = 'so-noi-vu')", here + ", khối Sở, ban, ngành, Sở Nội vụ: có điểm của 3 tiêu chí, lúc công bố là 4.");
            rows.Add(kind, "UPDATE release_criteria SET max_score = 9 WHERE code = '2.2'", here + ", khối Sở, ban, ngành: quy tắc, tiêu chí hoặc giá trị tham chiếu khác với lúc công bố.");
            rows.Add(kind, "UPDATE release_references SET value = 70", here + ", khối Sở, ban, ngành: quy tắc, tiêu chí hoặc giá trị tham chiếu khác với lúc công bố.");
            rows.Add(kind, "DELETE FROM release_results WHERE unit_code = 'huyen-sin-ho'", here + ", khối Huyện, thành phố: có 3 đơn vị, 0 giá trị tham chiếu, 0 tiêu chí; lúc công bố là 4, 0, 0.");
            rows.Add(kind, "UPDATE releases SET province = 'Tỉnh Khác'", here + ": mã kết quả tính lại khác mã đã công bố.");
            rows.Add(kind, "UPDATE releases SET results_digest = '" + new string('0', 64) + "'", here + ": mã kết quả tính lại khác mã đã công bố.");
        }

        return rows;
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task AChangePastTheProgram_IsNamed(DatabaseKind kind, string sql, string said)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.AddTestReleaseAsync();
        await database.ForceAsync(sql);

        var check = await RunAsync(database);
        await RunAsync(database);

        Assert.Equal([said], check.Lines);
        await using var db = database.NewContext();
        Assert.Single(await db.AuditEvents.ToListAsync(), told => told.Act == "Mã kết quả không còn khớp: 01 nội dung, 2025/1");
    }

    [Fact]
    public async Task ARowOlderThanItsDigest_IsNamedByItsOwnArithmetic()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await database.AddTestReleaseAsync();
        await database.ForceAsync("UPDATE release_results SET digest = NULL");
        await database.ForceAsync("UPDATE release_groups SET digest = NULL");
        Assert.Empty((await RunAsync(database)).Lines);

        await database.ForceAsync("UPDATE release_results SET total_score = 80 WHERE unit_code = 'so-tu-phap'");

        Assert.Equal(["Bản công bố 2025, lần 1, khối Sở, ban, ngành, Sở Tư pháp: chỉ số không còn là tổng điểm chia thang điểm."], (await RunAsync(database)).Lines);
    }

    private static async Task<DigestCheck> RunAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        using var sealing = new TestSealing();
        return await new DigestVerification(db, sealing.VerificationOf(db), TimeProvider.System).RunAsync(DigestVerification.Job);
    }
}
