using System.CommandLine;
using System.Globalization;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Commands;

/// <summary><c>verify</c>: computes the results digests of stored releases again and names the first that is another.</summary>
internal static class VerifyVerb
{
    private const string Name = "verify";

    public static Command Create(AppBuilder build)
    {
        var release = new Option<string?>("--release") { Description = "Chỉ kiểm tra một bản công bố: năm/lần, ví dụ 2020/1; không có thì kiểm tra tất cả." };
        return new Command(Name, "Tính lại mã kết quả của các bản công bố đang lưu. Kết thúc với mã 0 khi mọi bản đúng như lúc công bố; mã 1 và nêu khối, dòng khác khi không.") { release }
            .Runs(build, (services, parse, cancel) => RunAsync(services, parse, parse.GetValue(release), cancel));
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parse, string? wanted, CancellationToken cancel)
    {
        var checks = new DigestVerification(await services.OpenDatabaseAsync(cancel), services.GetRequiredService<TimeProvider>());
        var heads = await checks.HeadsAsync(cancel);
        if (wanted is not null)
        {
            var one = Read(wanted);
            heads = heads.Contains(one) ? [one] : throw new VerbRefusedException($"Không có bản công bố {wanted}.");
        }

        return await SayAsync(checks, heads, parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, cancel) ? 0 : 1;
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

            foreach (var difference in differences)
            {
                isGood = false;
                await bad.WriteLineAsync(difference.ToString());
            }
        }

        return isGood;
    }

    private static (int Year, int Version) Read(string typed)
    {
        var parts = typed.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (year, version)
            : throw new VerbRefusedException($"--release: “{typed}” không phải là năm/lần, ví dụ 2020/1.");
    }
}
