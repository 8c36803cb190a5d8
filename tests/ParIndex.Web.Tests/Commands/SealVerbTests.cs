using ParIndex.Application.Releases.Seals;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Commands;

/// <summary>The verb <c>verify</c> on what is sealed: the chain, a release's ZIP alone, and the keys that count after a move.</summary>
public sealed class SealVerbTests
{
    [Fact]
    public async Task Verify_FollowsTheChain_AndNamesAFileOfTheBundle()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        var keys = await SealAsync(runner);

        var good = await runner.RunAsync("verify");
        var one = await runner.RunAsync("verify", "--release", "2020/1");
        await runner.Database.ForceAsync("UPDATE release_seals SET manifest = REPLACE(manifest, 'Lai', 'Loi')");
        var bad = await runner.RunAsync("verify");

        Assert.Equal((0, ""), (good.Exit, good.Error));
        Assert.Contains("Chuỗi niêm phong khớp: 01 bản công bố, ", good.Output, StringComparison.Ordinal);
        Assert.EndsWith("Niêm phong và gói tệp khớp.\n", one.Output, StringComparison.Ordinal);
        Assert.Equal((1, "Niêm phong số 1 (bản công bố 2020, lần 1): bản kê khác lúc niêm phong.\n"), (bad.Exit, bad.Error));
        Assert.Single(keys.Known());
    }

    [Fact]
    public async Task Verify_OfAReleaseThatIsNotSealedYet_SaysSo_AndOfNoMatch()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        await SealAsync(runner);
        var table = runner.Write("nam-sau.csv", "Xếp hạng,Tên đơn vị,Chỉ số\n1,Sở Nội vụ,90.00\n");
        var imported = await runner.RunAsync("import-table", table, "--year", "2021", "--group", "so-nganh", "--bands", "Tốt=80,Khá=0", "--publish");
        Assert.True(imported.Exit == 0, imported.Error);

        var one = await runner.RunAsync("verify", "--release", "2021/1");
        var sealedOne = await runner.RunAsync("verify", "--release", "2020/1");
        var all = await runner.RunAsync("verify");

        const string Said = "Bản công bố 2021, lần 1 chưa được niêm phong: trang web niêm phong khi đang chạy.\n";
        Assert.Equal((0, $"Bản công bố 2021, lần 1: mã kết quả khớp.\n{Said}"), (one.Exit, one.Output));
        Assert.EndsWith("Niêm phong và gói tệp khớp.\n", sealedOne.Output, StringComparison.Ordinal);
        Assert.Contains("Chuỗi niêm phong khớp: 01 bản công bố, ", all.Output, StringComparison.Ordinal);
        Assert.EndsWith(Said, all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfABundle_NeedsNoDatabase_ButAKey()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        var keys = await SealAsync(runner);
        await using var db = runner.Database.NewContext();
        var zip = (await new SealedReleases(db).BundleAsync(2020, 1))!.Content;
        var (file, key) = (runner.Write("goi.zip", zip), runner.Write("khoa-cong-khai.pem", System.Text.Encoding.ASCII.GetBytes(keys.PublicPem()!)));
        zip[^1] ^= 1;
        var flipped = runner.Write("sua.zip", zip);
        await using var elsewhere = await CommandRunner.CreateAsync(migrated: false);

        var good = await elsewhere.RunAsync("verify", "--bundle", file, "--key", key);
        var keyless = await elsewhere.RunAsync("verify", "--bundle", file);
        var bad = await elsewhere.RunAsync("verify", "--bundle", flipped, "--key", key);
        var odd = await elsewhere.RunAsync("verify", "--bundle", file, "--key", file);

        Assert.Equal((0, ""), (good.Exit, good.Error));
        Assert.StartsWith("Tỉnh Lai Châu, bản công bố 2020, lần 1: gói nguyên vẹn, niêm phong số 1, chữ ký đúng.", good.Output, StringComparison.Ordinal);
        Assert.Contains("--key khoa-cong-khai.pem", keyless.Error, StringComparison.Ordinal);
        Assert.Equal(1, bad.Exit);
        Assert.StartsWith(BundleCheck.Structure, bad.Error, StringComparison.Ordinal);
        Assert.Contains("không có khoá công khai nào", odd.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OnANewMachine_SaysWhichKeyItTrusts()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        var keys = await SealAsync(runner);
        await runner.RunAsync("backup", runner["a.zip"]);
        await using var target = await CommandRunner.CreateAsync(migrated: false);

        var restored = await target.RunAsync("restore", runner["a.zip"]);
        var verified = await target.RunAsync("verify");

        Assert.Contains($"vân tay {keys.Known()[0].Fingerprint}", restored.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (verified.Exit, verified.Error));
    }

    private static async Task<SealKeys> SealAsync(CommandRunner runner)
    {
        var keys = new SealKeys(runner["seal.pem"], runner["seals-known.pem"]);
        await using var db = runner.Database.NewContext();
        await TestSealing.With(db, keys).SealReleasesAsync();
        await TestSealing.With(db, keys).SealLogAsync();
        return keys;
    }
}
