using System.IO.Compression;
using System.Net;
using System.Text.Json;
using ParIndex.Application.Data;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>Lists of the staff as files, and what staff enters as open data.</summary>
public sealed class StaffTablesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Requests_AsWorkbook_SayWhatThePageSays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await TestRound.AddAsync(database, (round, db) => db.Add(new TwoPersonRequest(
            TwoPersonAct.CancelRound, round.Round.Id, "{}", "Hủy kỳ đánh giá năm 2026", "Sai căn cứ", round.Coordinator.Id, new DateTime(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc))));
        await using var app = new TestApp(database);
        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor);

        var page = await auditor.OpenAsync("/lam-viec/de-nghi");
        using var file = await auditor.GetAsync(page.QuerySelector("a[href$='de-nghi.xlsx']")!.GetAttribute("href")!);

        using var zip = new ZipArchive(await file.Content.ReadAsStreamAsync());
        var text = string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        Assert.All(["Hủy kỳ đánh giá năm 2026", "Hủy kỳ đánh giá đang mở", "Sai căn cứ", "Đang chờ"], words => Assert.Contains($">{words}<", text, StringComparison.Ordinal));
        Assert.Contains("Hủy kỳ đánh giá năm 2026", page.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Unit_WithFiguresBesideItsIndex_HasThemInTheApi_AndOthersHaveNone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using (var db = database.NewContext())
        {
            db.AddRange(
                new NationalIndex("Lai Châu", "so-noi-vu", "SIPAS", 2021, new IndexFigures(Score: 87.5m, Scale: 100, Rank: 3, RankedProvinces: 20)),
                new NationalIndex("Lai Châu", "so-noi-vu", "DDCI", 2020, new IndexFigures(Score: 71.25m, Scale: 100)));
            await db.SetUpAsync();
        }

        await using var app = new TestApp(database);
        using var client = app.Open();

        using var unit = JsonDocument.Parse(await client.GetStringAsync("/api/v1/units/so-noi-vu"));
        var rows = unit.RootElement.GetProperty("otherIndices").EnumerateArray().ToList();
        Assert.Equal([("SIPAS", 2021, "87.50"), ("DDCI", 2020, "71.25")], rows.Select(row => (row.GetProperty("index").GetString(), row.GetProperty("year").GetInt32(), row.GetProperty("score").GetRawText())));
        using var other = JsonDocument.Parse(await client.GetStringAsync("/api/v1/units/so-tu-phap"));
        Assert.False(other.RootElement.TryGetProperty("otherIndices", out _));
        Assert.Equal(await client.GetStringAsync("/api/v1/units/so-noi-vu"), await client.GetStringAsync("/don-vi/so-noi-vu.json"));
    }

    [Fact]
    public async Task Requests_AreNotForThoseWhoDoNotDecide()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var appraiser = await SignedIn.AsAsync(app, StaffRoles.Appraiser);

        using var answer = await appraiser.GetAsync("/lam-viec/de-nghi.xlsx");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
