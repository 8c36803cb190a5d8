using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Commands;

/// <summary>
/// <c>verify</c>: computes what is stored again and names what is not as it was published or sealed: results digests, the chain of
/// releases, the audit log, the signed checkpoints; or one release; or a release's ZIP alone, without a database.
/// </summary>
internal static class VerifyVerb
{
    private const string Name = "verify";

    private const int MostBytesOfBundle = 500_000_000;

    public static Command Create(AppBuilder build)
    {
        var release = new Option<string?>("--release") { Description = "Chỉ kiểm tra một bản công bố: năm/lần, ví dụ 2020/1; không có thì kiểm tra tất cả." };
        var bundle = new Option<string?>("--bundle") { Description = "Kiểm tra một gói ZIP tải về, không dùng cơ sở dữ liệu." };
        var key = new Option<string?>("--key") { Description = "Khoá công khai (PEM) của cổng đã công bố gói; không có thì dùng các khoá mà máy này công nhận." };
        return new Command(Name, "Tính lại mã kết quả của các bản công bố đang lưu, đối chiếu chuỗi niêm phong, gói tệp, nhật ký và chữ ký; hoặc kiểm tra một gói tải về. Kết thúc với mã 0 khi mọi nội dung đúng như lúc công bố; mã 1 và nêu từng nội dung khác khi không.") { release, bundle, key }
            .Runs(build, (services, parse, cancel) => parse.GetValue(bundle) is { } file
                ? OfBundleAsync(services.GetRequiredService<SealKeys>(), file, parse.GetValue(key), parse, cancel)
                : OfDatabaseAsync(services, parse, parse.GetValue(release), parse.GetValue(key), cancel));
    }

    /// <summary>A line for each release that is as published, and one for each thing that is not.</summary>
    /// <returns>Whether every release is what was published.</returns>
    internal static async Task<bool> SayAsync(DigestVerification checks, IReadOnlyList<(int Year, int Version)> heads, TextWriter good, TextWriter bad, CancellationToken cancel)
    {
        var isGood = true;
        foreach (var (year, version) in heads)
        {
            var differences = await checks.OfAsync(year, version, cancel);
            if (differences.Count == 0)
            {
                await good.WriteLineAsync($"Bản công bố {year}, lần {version}: mã kết quả khớp.");
            }

            isGood &= await SayAsync(differences, bad);
        }

        return isGood;
    }

    private static async Task<int> OfDatabaseAsync(IServiceProvider services, ParseResult parse, string? wanted, string? key, CancellationToken cancel)
    {
        if (key is not null)
        {
            throw new VerbRefusedException("--key chỉ dùng cùng --bundle; khoá của các điểm kiểm soát đang lưu được công nhận bằng tệp Seal:KnownKeysFile.");
        }

        _ = await services.OpenDatabaseAsync(cancel);
        var (checks, seals) = (services.GetRequiredService<DigestVerification>(), services.GetRequiredService<SealVerification>());
        var heads = await checks.HeadsAsync(cancel);
        (int Year, int Version)? only = wanted is null ? null : Read(wanted);
        if (only is { } one)
        {
            heads = heads.Contains(one) ? [one] : throw new VerbRefusedException($"Không có bản công bố {wanted}.");
        }

        var (good, bad) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        var isGood = await SayAsync(checks, heads, good, bad, cancel);
        if (!await SayAsync(only is null ? await seals.DifferencesAsync(cancel) : await seals.OfReleasesAsync(only, cancel), bad))
        {
            return 1;
        }

        var unsealed = await seals.UnsealedAsync(cancel);
        var (releases, events, checkpoints) = await seals.LengthsAsync(cancel);
        if (only is { } asked)
        {
            await good.WriteLineAsync(unsealed.Contains(asked) ? Unsealed(asked) : "Niêm phong và gói tệp khớp.");
            return isGood ? 0 : 1;
        }

        await good.WriteLineAsync(releases == 0 ? "Chưa có bản công bố nào được niêm phong: trang web niêm phong khi đang chạy."
            : $"Chuỗi niêm phong khớp: {NumberWriter.VietnameseCount(releases)} bản công bố, {NumberWriter.VietnameseCount((int)events)} sự kiện nhật ký, {NumberWriter.VietnameseCount(checkpoints)} điểm kiểm soát có chữ ký đúng.");
        foreach (var release in releases == 0 ? [] : unsealed)
        {
            await good.WriteLineAsync(Unsealed(release));
        }

        return isGood ? 0 : 1;
    }

    /// <summary>No difference: a release is sealed when the portal runs next. But a match must not be told of a seal that is not there.</summary>
    private static string Unsealed((int Year, int Version) release) => $"Bản công bố {release.Year}, lần {release.Version} chưa được niêm phong: trang web niêm phong khi đang chạy.";

    private static async Task<int> OfBundleAsync(SealKeys own, string file, string? key, ParseResult parse, CancellationToken cancel)
    {
        var keys = key is null ? own.Known() : Keys(await InputFile.ReadAsync(key, cancel));
        if (keys.Count == 0)
        {
            throw new VerbRefusedException("Máy này chưa công nhận khoá nào nên không kiểm tra được chữ ký: tải khoa-cong-khai.pem từ trang Kiểm chứng của cổng rồi thêm --key khoa-cong-khai.pem.");
        }

        var zip = (await InputFile.ReadAsync(file, cancel, MostBytesOfBundle)).Content;
        if (!await SayAsync(BundleCheck.Of(zip, keys), parse.InvocationConfiguration.Error))
        {
            return 1;
        }

        var manifest = BundleCheck.ManifestOf(zip)!;
        await parse.InvocationConfiguration.Output.WriteLineAsync($"{manifest.Province}, bản công bố {manifest.Year}, lần {manifest.Version}: gói nguyên vẹn, niêm phong số {manifest.Number}, chữ ký đúng. Mã kết quả {manifest.ResultsDigest}.");
        return 0;
    }

    private static async Task<bool> SayAsync<T>(IReadOnlyList<T> differences, TextWriter bad)
    {
        foreach (var difference in differences)
        {
            await bad.WriteLineAsync($"{difference}");
        }

        return differences.Count == 0;
    }

    private static IReadOnlyList<(string Fingerprint, string Pem)> Keys(InputFile file)
    {
        try
        {
            var keys = SealKeys.BlocksOf(Encoding.UTF8.GetString(file.Content)).Select(pem => (SealKeys.FingerprintOf(pem), pem)).ToList();
            return keys.Count > 0 ? keys : throw new VerbRefusedException($"{file.Name}: không có khoá công khai nào (PEM, “BEGIN PUBLIC KEY”).");
        }
        catch (CryptographicException failure)
        {
            throw new VerbRefusedException($"{file.Name}: không phải khoá công khai ECDSA P-256.", failure);
        }
    }

    private static (int Year, int Version) Read(string typed)
    {
        var parts = typed.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (year, version)
            : throw new VerbRefusedException($"--release: “{typed}” không phải là năm/lần, ví dụ 2020/1.");
    }
}
