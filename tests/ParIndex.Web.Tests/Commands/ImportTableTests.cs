using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Commands;

/// <summary>The verb <c>import-table</c> on tables that can be read.</summary>
public class ImportTableTests
{
    private const string Bands = "Tốt=80,Khá=70,Trung bình=0";

    [Fact]
    public async Task WithoutPublish_ReportsAndStoresNothing()
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020", "--create-units");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Contains("Tổng cộng: 25 dòng khớp · 3 dòng khớp trong phạm vi làm tròn", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nChưa lưu gì; thêm --publish để công bố.\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0), await runner.StoredAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publish_TwiceChangesNothing(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);
        string[] command = ["import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--bands", Bands, "--publish"];

        var first = await runner.RunAsync(command);
        var stored = await runner.StoredAsync();
        var second = await runner.RunAsync(command);

        Assert.EndsWith("\nĐã công bố năm 2020, lần 1.\n", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nĐã có sẵn, không thay đổi gì.\n", second.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Equal((28, 2, 1, 1), stored);
        Assert.Equal(stored, await runner.StoredAsync());
    }

    [Fact]
    public async Task SecondGroupOfTheYear_MakesASupplement()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = runner.LaiChau2020;

        var first = await runner.RunAsync("import-table", file, "--year", "2020", "--group", "so-nganh", "--create-units", "--publish");
        var second = await runner.RunAsync("import-table", file, "--year", "2020", "--group", "huyen", "--create-units", "--publish");

        Assert.EndsWith("Đã công bố năm 2020, lần 1.\n", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("Đã công bố năm 2020, lần 2.\n", second.Output, StringComparison.Ordinal);
        var releases = await runner.ReleasesAsync();
        Assert.Equal([ReleaseChange.Initial, ReleaseChange.Supplement], releases.Select(release => release.Change));
        Assert.Equal([20], releases[0].Groups.Select(group => group.Results.Count));
        Assert.Equal([("huyen", 8, 2), ("so-nganh", 20, 1)], releases[1].Groups.Select(group => (group.Slug, group.Results.Count, group.SinceVersion)).Order());
    }

    [Fact]
    public async Task WhatSeedPublished_IsRecognisedFromTheSameFiles()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();

        var result = await runner.RunAsync(
            "import-table", runner.LaiChau2020, "--year", "2020", "--bands", Bands, "--references", runner.LaiChauReferences, "--publish");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.EndsWith("Đã có sẵn, không thay đổi gì.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryArgument_ReachesTheRelease()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = runner.Write("bang.csv", "STT;Tên đơn vị;Tổng điểm;Chỉ số (%)\n1;Sở Một;62,305;79,367\n2;Sở Hai;58,000;72,500\n");

        var result = await runner.RunAsync(
            "import-table", file, "--year", "2021", "--group", "so-nganh", "--decision", "12/QĐ-UBND", "--decision-date", "5/1/2022",
            "--announced", "2022-01-07", "--bands", "Đạt=50;Chưa đạt=0", "--ranking", "by-special-case", "--scale", "Sở Một=78,503", "--scale", "so-hai=80",
            "--source", "Báo Lai Châu", "--scale-note", "Thang điểm riêng", "--decimals", "3", "--create-units", "--publish");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        var release = Assert.Single(await runner.ReleasesAsync());
        Assert.Equal(("12/QĐ-UBND", new DateOnly(2022, 1, 5), new DateOnly(2022, 1, 7), "Báo Lai Châu"), (release.DecisionNumber, release.DecisionDate, release.AnnouncedOn, release.SourceNote));
        var group = Assert.Single(release.Groups);
        Assert.Equal(("Đạt=50,Chưa đạt=0", "BySpecialCase/Competition", 3, "Thang điểm riêng"), (group.Ratings!.ToString(), group.Ranking.ToString(), group.ScoreDecimals, group.ScaleNote));
        Assert.Equal([78.503m, 80m], group.Results.OrderBy(row => row.Position).Select(row => row.Scale!.Value));
        await using var db = runner.Database.NewContext();
        Assert.Equal(("import-table", "Công bố kết quả năm 2021, lần 1"), await db.AuditEvents.Select(entry => ValueTuple.Create(entry.Actor, entry.Act)).SingleAsync());
    }

    [Fact]
    public async Task Json_IsTheWholeOfStandardOutput()
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--json");

        Assert.Equal("Chưa lưu gì; thêm --publish để công bố.\n", result.Error);
        var report = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal("""{"exact":25,"withinRounding":3,"inconsistent":0,"unknown":0}""", JsonSerializer.Serialize(report.GetProperty("rows")));
        Assert.Equal(["so-nganh", "huyen"], report.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("slug").GetString()!));
        var row = report.GetProperty("groups")[0].GetProperty("results")[15];
        Assert.Equal("so-ngoai-vu", row.GetProperty("unit").GetProperty("code").GetString());
        Assert.Equal(("78.5", "inferred", "withinRounding", "86.53"), (row.GetProperty("scale").GetRawText(), row.GetProperty("scaleSource").GetString(), row.GetProperty("consistency").GetString(), row.GetProperty("publishedIndex").GetRawText()));
    }

    [Fact]
    public async Task SameFile_GivesTheSameEverywhere()
    {
        var outcomes = new HashSet<(string Report, string Json, string Digest)>();
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            foreach (var culture in new[] { "vi-VN", "en-US", "" })
            {
                outcomes.Add(await ImportAsync(kind, CultureInfo.GetCultureInfo(culture)));
            }
        }

        Assert.Single(outcomes);
    }

    private static async Task<(string Report, string Json, string Digest)> ImportAsync(DatabaseKind kind, CultureInfo culture)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            string[] command = ["import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--bands", Bands];
            var json = await runner.RunAsync([.. command, "--json"]);
            var text = await runner.RunAsync([.. command, "--references", runner.LaiChauReferences, "--publish"]);
            Assert.Equal((0, 0), (json.Exit, text.Exit));
            await using var db = runner.Database.NewContext();
            var stored = (await new PublicReleases(db).CurrentAsync(2020))!;
            Assert.Equal(stored.ResultsDigest, ResultsDigest.Of(stored));
            return (text.Output, json.Output, stored.ResultsDigest);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
