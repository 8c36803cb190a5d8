using System.Text.Json;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>An outsider unpacks the archive of a release and computes it again by the script that lies in it.</summary>
public sealed class RecomputationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryReleaseOfTheDemonstration_IsComputedAgain_CellByCell(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(kind);
        await using var db = database.NewContext();
        var releases = await StoredReleases.AllAsync(db);

        Assert.Equal([(2022, 1), (2022, 2), (2022, 3), (2023, 1), (2023, 2), (2023, 3), (2024, 1), (2024, 2)], releases.Select(release => (release.Year, release.VersionNumber)));
        foreach (var release in releases)
        {
            using var unpacked = UnpackedRelease.Of(release);
            var outcome = unpacked.Recompute();
            IsRight(outcome);
            Assert.Equal(release.ResultsDigest, ResultsDigest.Of(release));
            Assert.DoesNotContain(outcome.Lines, line => line.Contains("suy ra từ chính số đã công bố", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task IndexBefore_IsThatOfTheReleaseItNames()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var releases = await StoredReleases.AllAsync(db);

        var compared = 0;
        foreach (var group in releases.SelectMany(RulesOf).Where(group => group.GetProperty("calculation").GetProperty("yearBefore").ValueKind != JsonValueKind.Null))
        {
            var named = group.GetProperty("calculation").GetProperty("yearBefore");
            // A group added and taken back leaves the digest there was before: a digest alone names no version.
            var before = releases.Single(release => (release.Year, release.VersionNumber) == (named.GetProperty("year").GetInt32(), named.GetProperty("version").GetInt32()));
            Assert.Equal(before.ResultsDigest, named.GetProperty("resultsDigest").GetString());
            foreach (var unit in group.GetProperty("units").EnumerateArray())
            {
                var figure = unit.GetProperty("indexBefore");
                Assert.Equal(before.Group(group.GetProperty("group").GetString()!)!.Result(unit.GetProperty("unit").GetString()!)?.OfficialIndex, figure.ValueKind == JsonValueKind.Null ? null : figure.GetDecimal());
                compared++;
            }
        }

        Assert.True(compared > 300);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PrintedTables_AreComputedAgain_AsFarAsTheyGo_AndItIsSaidWhatIsNot(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var db = database.NewContext();
        using var unpacked = UnpackedRelease.Of(Assert.Single(await StoredReleases.AllAsync(db)));

        var outcome = unpacked.Recompute();

        IsRight(outcome);
        Assert.Contains(outcome.Lines, line => line.Contains("không công bố điểm từng tiêu chí", StringComparison.Ordinal));
        Assert.Contains(outcome.Lines, line => line.Contains("tính ngược từ số công bố, không phải số liệu chính thức", StringComparison.Ordinal));
        // The three rows of 2020 that were printed from unrounded scores.
        Assert.Equal(["ban-quan-ly-khu-kinh-te-cua-khau-ma-lu-thang: chỉ số in 72.19, tính lại 72.2", "huyen-sin-ho: chỉ số in 67.81, tính lại 67.82", "so-ngoai-vu: chỉ số in 86.53, tính lại 86.54"],
            outcome.Lines.Where(line => line.StartsWith("Lưu ý: ", StringComparison.Ordinal)).Select(line => line["Lưu ý: ".Length..].Split(';')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("STT;Sở, ngành;Chỉ số (%);Xếp loại\n1;Sở Thứ Nhất;91,50;Tốt\n2;Sở Thứ Hai;75,00;Khá\n", "2 đơn vị thiếu tổng điểm hoặc thang điểm")]
    [InlineData("STT;Sở, ngành;Tổng điểm;Thang điểm\n1;Sở Thứ Nhất;91,50;98\n2;Sở Thứ Hai;75,00;98\n", "không công bố điểm từng tiêu chí")]
    [InlineData("STT;Sở, ngành;Điểm thẩm định;Điểm điều tra XHH;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại\n1;Sở Thứ Nhất;65,50;30,50;96,01;98;97,97;Tốt\n2;Sở Thứ Hai;60;20;80;98;81,63;Khá\n", "số chính thức")]
    public async Task TablesThatPrintLess_AreComputedAgainAsFarAsTheyGo(string table, string said)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await TestData.PublishAsync(database, table, TestData.Request(2021) with { Group = "so-nganh" });
        await TestData.PublishAsync(database, table.Replace("91,50", "92,25", StringComparison.Ordinal), TestData.Request(2022) with { Group = "so-nganh" });
        await using var db = database.NewContext();

        foreach (var release in await StoredReleases.AllAsync(db))
        {
            using var unpacked = UnpackedRelease.Of(release);
            var outcome = unpacked.Recompute();
            IsRight(outcome);
            Assert.Contains(outcome.Lines, line => line.Contains(said, StringComparison.Ordinal));
            Assert.Equal(release.Year == 2022, outcome.Lines.Any(line => line.Contains("theo bản công bố năm 2021, lần 1, mã kết quả", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task LeavesAndPrintedTablesOfOneYear_AreComputedAgainTogether()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database, (_, db) => db.Add(TestResults.Communes()));
        await using (var db = database.NewContext())
        {
            db.Add((await test.ResultsAsync(database)).Release!);
            await db.SetUpAsync();
        }

        await TestData.PublishAsync(database, TestResults.CommunesTable, TestData.Request(2026) with { Group = "xa" });
        await using var reading = database.NewContext();

        using var unpacked = UnpackedRelease.Of((await new PublicReleases(reading).WholeAsync(2026))!);
        IsRight(unpacked.Recompute());
    }

    [Fact]
    public void Script_IsShort_UsesTheStandardLibraryAlone_AndIsToldOfInTheInstructions()
    {
        using var unpacked = UnpackedRelease.Of(TestRelease.Make());
        var script = unpacked.Read("tinh-lai.py").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(unpacked.Read("tinh-lai.py").Count(sign => sign == '\n') < 150);
        Assert.Equal(["import csv, json, re, sys", "from collections import Counter", "from fractions import Fraction", "from pathlib import Path"], script.Where(line => line.Contains("import ", StringComparison.Ordinal)));
        Assert.Contains("python3 tinh-lai.py", unpacked.Read("DOC-TOI.txt"), StringComparison.Ordinal);
        Assert.Contains(unpacked.Files, name => name.StartsWith("quy-tac-2025-lan-1-", StringComparison.Ordinal));
        Assert.Contains("  tinh-lai.py\n", unpacked.Read("SHA256SUMS"), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> RulesOf(Release release)
    {
        using var unpacked = UnpackedRelease.Of(release);
        using var rules = JsonDocument.Parse(unpacked.Read(unpacked.Files.Single(name => name.StartsWith("quy-tac-", StringComparison.Ordinal))));
        return [.. rules.RootElement.GetProperty("groups").EnumerateArray().Select(group => group.Clone())];
    }

    internal static void IsRight(Recomputation outcome)
    {
        Assert.True(outcome is { ExitCode: 0, Errors: "" }, string.Join('\n', [.. outcome.Lines.TakeLast(40), outcome.Errors]));
        Assert.StartsWith("OK: đã tính lại ", outcome.Lines[^1], StringComparison.Ordinal);
    }
}
