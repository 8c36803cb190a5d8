using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Commands;

/// <summary>The verbs <c>migrate</c>, <c>backup</c> and <c>restore</c>, and what every verb asks of its database.</summary>
public class DatabaseVerbTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Migrate_SaysWhatItApplied(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind, migrated: false);

        var first = await runner.RunAsync("migrate");
        var second = await runner.RunAsync("migrate");

        await using var db = runner.Database.NewContext();
        var applied = await db.Database.GetAppliedMigrationsAsync();
        Assert.Equal(string.Concat(applied.Select(name => $"Đã áp dụng {name}.\n")) + "Cơ sở dữ liệu đã ở phiên bản mới nhất.\n", first.Output);
        Assert.Equal("Cơ sở dữ liệu đã ở phiên bản mới nhất, không có gì để nâng cấp.\n", second.Output);
        Assert.Equal((0, 0), (first.Exit, second.Exit));
    }

    [Fact]
    public async Task Verb_OnANewSqliteFile_MigratesItFirst()
    {
        await using var runner = await CommandRunner.CreateAsync(DatabaseKind.Sqlite, migrated: false);

        var result = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--publish");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Single(await runner.ReleasesAsync());
    }

    [Theory]
    [InlineData("import-table")]
    [InlineData("backup")]
    public async Task Verb_OnPostgresWithPendingMigrations_PointsToMigrate(string verb)
    {
        await using var runner = await CommandRunner.CreateAsync(DatabaseKind.Postgres, migrated: false);

        var result = verb == "backup"
            ? await runner.RunAsync(verb, runner["a.zip"])
            : await runner.RunAsync(verb, runner.LaiChau2020, "--year", "2020", "--create-units");

        Assert.Equal((1, ""), (result.Exit, result.Output));
        Assert.Contains("chạy lệnh migrate trước", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(runner["a.zip"]));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    public async Task BackupAndRestore_MoveAProvinceToTheOtherDatabase(DatabaseKind from, DatabaseKind to)
    {
        await using var source = await CommandRunner.CreateAsync(from);
        await using var target = await CommandRunner.CreateAsync(to, migrated: false);
        await source.RunAsync("import-table", source.LaiChau2020, "--year", "2020", "--create-units", "--publish");

        var backup = await source.RunAsync("backup", source["tinh.zip"]);
        var restore = await target.RunAsync("restore", source["tinh.zip"]);

        Assert.Equal((0, "", 0, ""), (backup.Exit, backup.Error, restore.Exit, restore.Error));
        Assert.EndsWith($" bảng vào {source["tinh.zip"]}.\n", backup.Output, StringComparison.Ordinal);
        Assert.Equal(backup.Output.Replace("sao lưu", "khôi phục", StringComparison.Ordinal).Replace(" vào ", " từ ", StringComparison.Ordinal), restore.Output);
        Assert.Equal(Assert.Single(await source.ReleasesAsync()).ResultsDigest, Assert.Single(await target.ReleasesAsync()).ResultsDigest);
    }

    [Fact]
    public async Task RestoreIntoAFilledDatabase_IsRefusedInOneLine()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        var before = await runner.StoredAsync();
        await runner.RunAsync("backup", runner["a.zip"]);

        var result = await runner.RunAsync("restore", runner["a.zip"]);

        Assert.Equal((1, ""), (result.Exit, result.Output));
        Assert.Contains("không trống", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(before, await runner.StoredAsync());
    }

    [Fact]
    public async Task Verify_SaysEachReleaseAgrees_AndNamesARowThatDoesNot_AlsoAfterARestore()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        var good = await runner.RunAsync("verify");
        var unknown = await runner.RunAsync("verify", "--release", "2019/1");
        var odd = await runner.RunAsync("verify", "--release", "hai nghìn");
        await using (var db = runner.Database.NewContext())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER release_results_no_update");
            await db.Database.ExecuteSqlRawAsync("UPDATE release_results SET published_index = 88.42 WHERE unit_code = 'so-noi-vu'");
        }

        var bad = await runner.RunAsync("verify", "--release", "2020/1");
        await runner.RunAsync("backup", runner["a.zip"]);
        await using var target = await CommandRunner.CreateAsync(migrated: false);
        var restored = await target.RunAsync("restore", runner["a.zip"]);

        Assert.Equal((0, "Bản công bố 2020, lần 1: mã kết quả khớp.\nChưa có bản công bố nào được niêm phong: trang web niêm phong khi đang chạy.\n", ""), (good.Exit, good.Output, good.Error));
        Assert.Equal((1, "Không có bản công bố 2019/1.\n"), (unknown.Exit, unknown.Error));
        Assert.Equal(1, odd.Exit);
        Assert.Equal((1, "Bản công bố 2020, lần 1, khối Sở, ban, ngành, Sở Nội vụ: số liệu khác với lúc công bố.\n"), (bad.Exit, bad.Error));
        Assert.Equal(1, restored.Exit);
        Assert.StartsWith(bad.Error, restored.Error, StringComparison.Ordinal);
        Assert.Single(await target.ReleasesAsync());
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Help_SaysThatTheSecretOfTheKeysIsNotInABackup(string verb)
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync(verb, "--help");

        Assert.Equal(0, result.Exit);
        Assert.Contains("Khoá bảo vệ dữ liệu", result.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("keys/secret", result.Output, StringComparison.Ordinal);
    }
}
