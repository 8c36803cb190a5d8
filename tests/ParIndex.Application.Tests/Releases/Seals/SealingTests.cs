using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Seals;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases.Seals;

/// <summary>Both chains grow with what is published and done, and whoever changes them behind the program's back is named.</summary>
public sealed class SealingTests : IDisposable
{
    private readonly TestSealing _sealing = new();

    public void Dispose() => _sealing.Dispose();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryRelease_HasItsLink_AndTheLogItsBatches(DatabaseKind kind)
    {
        await using var database = await SealedAsync(kind);
        await _sealing.SealAsync(database);

        await using var db = database.NewContext();
        var seals = await db.ReleaseSeals.OrderBy(seal => seal.Number).ToListAsync();
        Assert.Equal([(1, 2020, 1), (2, 2025, 1)], seals.ConvertAll(seal => (seal.Number, seal.Year, seal.Version)));
        Assert.Equal([null, seals[0].Seal], seals.ConvertAll(seal => ReleaseManifest.Read(seal.Manifest)!.Previous));
        var (releases, events, checkpoints) = await _sealing.VerificationOf(db).LengthsAsync();
        Assert.Equal((2, await db.AuditEvents.LongCountAsync(), 4), (releases, events, checkpoints));
        Assert.Empty(await _sealing.VerificationOf(db).DifferencesAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheChain_IsTheSameOnBothDatabases_ButForItsTimes(DatabaseKind kind)
    {
        await using var database = await SealedAsync(kind);
        await using var db = database.NewContext();

        var manifest = ReleaseManifest.Read(await db.ReleaseSeals.Where(seal => seal.Year == 2025).Select(seal => seal.Manifest).SingleAsync())!;

        Assert.Equal(TestRelease.Make().ResultsDigest, manifest.ResultsDigest);
        Assert.Equal(["so-nganh", "huyen"], manifest.Rules.Select(rules => rules.Group));
        Assert.Contains(manifest.Files, file => file.Sha256 == manifest.ResultsDigest);
    }

    public static TheoryData<DatabaseKind, string, string> Tampering()
    {
        var rows = new TheoryData<DatabaseKind, string, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            var byteOf = kind == DatabaseKind.Sqlite ? "CAST(X'504B' AS BLOB)" : "'\\x504B'::bytea";
            rows.Add(kind, "UPDATE release_seals SET manifest = REPLACE(manifest, 'Lai Châu', 'Lai Chau') WHERE number = 1", "Niêm phong số 1 (bản công bố 2020, lần 1): bản kê khác lúc niêm phong.");
            rows.Add(kind, "UPDATE release_seals SET year = 2019 WHERE number = 1", "Niêm phong số 1 (bản công bố 2019, lần 1): bản công bố không còn, hoặc năm, lần, mã kết quả của nó khác bản kê.");
            rows.Add(kind, "UPDATE releases SET results_digest = '" + new string('0', 64) + "' WHERE year = 2020", "Niêm phong số 1 (bản công bố 2020, lần 1): bản công bố không còn, hoặc năm, lần, mã kết quả của nó khác bản kê.");
            rows.Add(kind, "DELETE FROM release_seals WHERE number = 1", "Niêm phong số 2 (bản công bố 2025, lần 1): không nối tiếp niêm phong trước.");
            rows.Add(kind, "DELETE FROM release_seals WHERE number = 2", "Điểm kiểm soát số 3: ghi 02 bản công bố đã niêm phong");
            rows.Add(kind, "DELETE FROM release_bundles WHERE release_id = (SELECT release_id FROM release_seals WHERE number = 2)", "Niêm phong số 2 (bản công bố 2025, lần 1): không còn gói tệp.");
            rows.Add(kind, $"UPDATE release_bundles SET content = {byteOf} WHERE release_id = (SELECT release_id FROM release_seals WHERE number = 2)", "Niêm phong số 2 (bản công bố 2025, lần 1): gói tệp, Cấu trúc ZIP: không đọc được");
            rows.Add(kind, "UPDATE checkpoints SET text = REPLACE(text, 'releases: 2', 'releases: 1') WHERE number = 3", "Điểm kiểm soát số 3: chữ ký không đúng.");
            rows.Add(kind, "DELETE FROM checkpoints WHERE number = 1", "Điểm kiểm soát số 2: thiếu điểm kiểm soát trước đó.");
            rows.Add(kind, "UPDATE audit_events SET actor = 'ai.do' WHERE sequence = (SELECT MIN(sequence) FROM audit_events)", "đã bị sửa.");
            rows.Add(kind, "UPDATE audit_changes SET new_value = 'khác' WHERE audit_event_id = (SELECT id FROM audit_events ORDER BY sequence LIMIT 1)", "đã bị sửa.");
            rows.Add(kind, "DELETE FROM audit_events WHERE sequence = (SELECT MAX(sequence) FROM audit_events)", "đã bị xoá.");
            rows.Add(kind, "DELETE FROM audit_seals", "Điểm kiểm soát số 3: ghi ");
        }

        return rows;
    }

    [Theory, MemberData(nameof(Tampering))]
    public async Task WhatIsChangedPastTheProgram_IsNamed(DatabaseKind kind, string sql, string said)
    {
        await using var database = await SealedAsync(kind);
        await database.ForceAsync(sql);

        await using var db = database.NewContext();
        var found = await _sealing.VerificationOf(db).DifferencesAsync();

        Assert.Contains(found, what => what.Contains(said, StringComparison.Ordinal));
    }

    /// <summary>Who owns the database can rebuild the whole chain, but not sign where it ends.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AChainBuiltAnew_WithAnotherKey_IsNamed(DatabaseKind kind)
    {
        await using var database = await SealedAsync(kind);
        foreach (var table in new[] { "release_bundles", "release_seals", "checkpoints", "audit_seals" })
        {
            await database.ForceAsync($"DELETE FROM {table}");
        }

        using var forger = new TestSealing();
        await forger.SealAsync(database);

        await using var db = database.NewContext();
        Assert.Empty(await forger.VerificationOf(db).DifferencesAsync());
        Assert.Contains(await _sealing.VerificationOf(db).DifferencesAsync(), what => what.Contains("không phải khoá được công nhận", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoAtOnce_SealEachReleaseOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await database.AddTestReleaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = database.NewContext();
            await _sealing.Of(db).SealReleasesAsync();
        }));

        await using var after = database.NewContext();
        Assert.Equal(2, await after.ReleaseSeals.CountAsync());
        Assert.Empty(await _sealing.VerificationOf(after).DifferencesAsync());
    }

    private async Task<TestDatabase> SealedAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await _sealing.SealAsync(database);
        await database.AddTestReleaseAsync();
        await _sealing.SealAsync(database);
        return database;
    }
}
