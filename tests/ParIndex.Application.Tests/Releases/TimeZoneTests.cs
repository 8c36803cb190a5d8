using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>
/// Digests and canonical tables are the same wherever the machine thinks it is. A process has one time zone, read from its
/// environment when it starts: each zone is a process of its own, which runs this very test and writes what it computed.
/// </summary>
public sealed class TimeZoneTests
{
    /// <summary>What a started process is told: the database, its connection string, and the file to write to.</summary>
    private const string Kind = "PARINDEX_TEST_ZONE_KIND", Connection = "PARINDEX_TEST_ZONE_CONNECTION", Into = "PARINDEX_TEST_ZONE_FILE";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DigestsAndCanonicalTables_AreTheSame_InEveryTimeZone(DatabaseKind kind)
    {
        if (Environment.GetEnvironmentVariable(Into) is { } file)
        {
            if (Environment.GetEnvironmentVariable(Kind) == kind.ToString())
            {
                await using var db = DatabaseSetup.Open(kind, Environment.GetEnvironmentVariable(Connection)!, TimeProvider.System);
                await File.WriteAllLinesAsync(file, [TimeZoneInfo.Local.BaseUtcOffset.ToString("c", CultureInfo.InvariantCulture), .. await ComputedAsync(db)]);
            }

            return;
        }

        await using var database = await TestDatabase.CreateDemonstrationAsync(kind);
        await using var other = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var own = other.NewContext();
        var expected = await ComputedAsync(own);

        var vietnam = await InZoneAsync(database, "Asia/Ho_Chi_Minh");
        var newYork = await InZoneAsync(database, "America/New_York");

        // Else the zones did not reach the processes, and nothing was compared.
        Assert.Equal(("07:00:00", "-05:00:00"), (vietnam[0], newYork[0]));
        Assert.True(expected.Count > 10);
        Assert.Contains(expected, line => line.StartsWith("round ", StringComparison.Ordinal));
        Assert.Equal(expected, vietnam.Skip(1));
        Assert.Equal(expected, newYork.Skip(1));
    }

    /// <summary>Of each release its digest computed anew, its canonical text and each of its tables; of each round that waits for approval the digest of its results.</summary>
    private static async Task<IReadOnlyList<string>> ComputedAsync(ParIndexDb db)
    {
        var (releases, lines) = (new PublicReleases(db), new List<string>());
        foreach (var head in (await releases.HeadsAsync()).Reverse())
        {
            var release = (await releases.WholeAsync(head.Year, head.VersionNumber))!;
            lines.Add($"release {head.Year}/{head.VersionNumber} {ResultsDigest.Of(release)} {Sum(ReleaseArchive.Canonical(release))}");
            lines.AddRange(release.Groups.Select(group => $"table {head.Year}/{head.VersionNumber}/{group.Slug} {Sum(CsvTable.Write(ResultColumns.TableOf(release, group), CsvDialect.Data))} {Sum(ReleaseJson.Results(release, group))}"));
        }

        var rounds = new RoundReader(db);
        foreach (var round in await db.Rounds.AsNoTracking().Where(round => round.State == RoundState.Closed).OrderBy(round => round.Year).ThenBy(round => round.Title).ToListAsync())
        {
            var draft = await new RoundResults(db, TimeProvider.System).OfAsync((await rounds.FindAsync(round.Id))!);
            lines.Add($"round {round.Title} {draft.Digest} {Sum(ReleaseArchive.Canonical(draft.Release!))}");
        }

        return lines;
    }

    private static async Task<IReadOnlyList<string>> InZoneAsync(TestDatabase database, string zone)
    {
        var folder = Directory.CreateTempSubdirectory("parindex-zone-");
        try
        {
            var file = Path.Combine(folder.FullName, "computed.txt");
            var start = new ProcessStartInfo("dotnet", [typeof(TimeZoneTests).Assembly.Location, "-noLogo", "-method", $"{typeof(TimeZoneTests).FullName}.{nameof(DigestsAndCanonicalTables_AreTheSame_InEveryTimeZone)}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = folder.FullName,
                Environment = { ["TZ"] = zone, [Kind] = database.Kind.ToString(), [Connection] = database.ConnectionString, [Into] = file },
            };
            using var process = Process.Start(start)!;
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            using var late = new CancellationTokenSource(Longest);
            try
            {
                await process.WaitForExitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }

            Assert.True(process.ExitCode == 0 && File.Exists(file), string.Concat(await said));
            return await File.ReadAllLinesAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
