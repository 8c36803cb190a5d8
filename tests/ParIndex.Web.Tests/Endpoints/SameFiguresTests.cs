using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Domain.Numbers;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>A table is one table: the same cells in CSV, in the CSV of Excel, in the workbook, in JSON, in the API and on the page; and what is visible adds up.</summary>
public sealed class SameFiguresTests
{
    private static readonly string[] Stamps = ["year", "version", "results_digest"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryTable_OfTheDemonstration_IsTheSameInEveryFormat(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));

        await CheckAsync(site.Client);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryTable_OfAnArchive_IsTheSameInEveryFormat(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateLaiChau2020Async(kind));

        await CheckAsync(site.Client);
    }

    private static async Task CheckAsync(HttpClient client)
    {
        await SameAsync(client, "/don-vi", "/api/v1/units?limit=1000", "units");
        await SameAsync(client, "/tinh", "/api/v1/national-indices?limit=1000", "nationalIndices");
        var years = (await client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray().Select(release => release.GetProperty("year").GetInt32()).Distinct().ToList();
        Assert.NotEmpty(years);
        foreach (var year in years)
        {
            foreach (var group in (await client.GetJsonAsync($"/api/v1/releases/{year}")).GetProperty("groups").EnumerateArray())
            {
                var slug = group.GetProperty("slug").GetString();
                var table = await SameAsync(client, $"/xep-hang/{year}/{slug}", $"/api/v1/releases/{year}/groups/{slug}/results", "results");
                AddsUp(table);
                await PageAsync(client, $"/xep-hang/{year}/{slug}", table);
                var unit = table[0, "unit_code"];
                await SameAsync(client, $"/don-vi/{unit}", $"/api/v1/units/{unit}", "results");
                await SameAsync(client, $"/don-vi/{unit}/{year}", $"/don-vi/{unit}/{year}.json", "results");
                if ((await client.GetAsync($"/api/v1/criteria-sets/{year}/{slug}")).IsSuccessStatusCode)
                {
                    var leaves = await SameAsync(client, $"/don-vi/{unit}/{year}/tieu-chi", $"/api/v1/units/{unit}/scorecards/{year}", "scores");
                    Assert.Equal(Number(table[0, "appraisal_score"]), Sum(leaves, "appraisal"));
                    Assert.Equal(Number(table[0, "survey_score"]), Sum(leaves, "survey"));
                }
            }
        }
    }

    private static async Task<ReadTable> SameAsync(HttpClient client, string table, string api, string rows)
    {
        var csv = ReadTable.OfCsv(await client.GetByteArrayAsync(table + ".csv"));
        var json = (await client.GetJsonAsync(table + ".json")).GetProperty(rows).EnumerateArray().Select(Flat).ToList();
        var answered = (await client.GetJsonAsync(api)).GetProperty(rows).EnumerateArray().Select(Flat).ToList();
        Assert.Equal(json.Select(row => string.Join('|', row)), answered.Select(row => string.Join('|', row)));
        Assert.Equal(csv.Rows.Count, json.Count);
        for (var row = 0; row < json.Count; row++)
        {
            Assert.Equal(csv.Headers.Where(header => json[row].ContainsKey(header) || !Stamps.Contains(header)), json[row].Keys);
            Assert.All(json[row], cell => Assert.Equal(cell.Value, Plain(csv[row, cell.Key])));
        }

        await SameForReadersAsync(client, table, csv);
        return csv;
    }

    /// <summary>The workbook and the CSV of Excel, by what the workbook's own dictionary says of its columns.</summary>
    private static async Task SameForReadersAsync(HttpClient client, string table, ReadTable csv)
    {
        var workbook = await client.GetByteArrayAsync(table + ".xlsx");
        var (sheet, dictionary) = (ReadTable.OfSheet(workbook, 2), ReadTable.OfSheet(workbook, 3));
        var excel = ReadTable.OfCsv(await client.GetByteArrayAsync(table + ".csv?dinh-dang=excel"), ';');
        var keys = dictionary.Column("Cột").Zip(dictionary.Column("Tên cột trong tệp CSV")).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        Assert.Equal(sheet.Headers, keys.Keys);
        Assert.Equal(csv.Rows.Count, sheet.Rows.Count);
        foreach (var (header, key) in keys)
        {
            var position = dictionary.Column("Cột").ToList().IndexOf(header);
            var words = dictionary.Headers.Contains("Giá trị") ? Words(dictionary[position, "Giá trị"]) : [];
            for (var row = 0; row < csv.Rows.Count; row++)
            {
                var expected = Read(Plain(csv[row, key]), words);
                if (key == "change" && sheet[row, header].Length == 0)
                {
                    // What may not be compared is not shown to people.
                    Assert.NotEqual((true, "true"), (expected.Length > 0, csv[row, "comparable"]));
                    continue;
                }

                Assert.Equal(expected, Day(sheet[row, header], dictionary[position, "Kiểu"]));
                Assert.Equal(expected, Excel(Plain(excel[row, header]), dictionary[position, "Kiểu"]));
            }
        }

        foreach (var absent in csv.Headers.Except(keys.Values).Except(Stamps))
        {
            Assert.All(Enumerable.Range(0, csv.Rows.Count), row => Assert.True(csv[row, absent].Length == 0 || (absent == "change" && csv[row, "comparable"] != "true"), $"{table}: {absent}"));
        }
    }

    private static void AddsUp(ReadTable table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            Assert.Equal(Number(table[row, "total_score"]), Number(table[row, "appraisal_score"]) + Number(table[row, "survey_score"]) + Number(table[row, "bonus"]) - Number(table[row, "penalty"]));
        }
    }

    private static async Task PageAsync(HttpClient client, string address, ReadTable table)
    {
        var page = await client.GetPageAsync(address);
        var rows = page.QuerySelectorAll("table.ranking tbody tr").Where(row => row.QuerySelector("th[scope=row] a") is not null).ToDictionary(row => row.QuerySelector("th[scope=row] a")!.Words(), row => row.Words(), StringComparer.Ordinal);
        Assert.Equal(table.Rows.Count, rows.Count);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var shown = rows[table[row, "unit_name"]];
            var index = table[row, "published_index"] is { Length: > 0 } printed ? printed : table[row, "index"];
            Assert.Contains(Vietnamese(index), shown, StringComparison.Ordinal);
            Assert.Contains(Vietnamese(table[row, "total_score"]), shown, StringComparison.Ordinal);
            Assert.StartsWith(table[row, "rank"], shown, StringComparison.Ordinal);
        }
    }

    private static decimal Sum(ReadTable leaves, string component) =>
        Enumerable.Range(0, leaves.Rows.Count).Where(row => leaves[row, "component"] == component).Sum(row => Number(leaves[row, "points"]));

    private static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Vietnamese(string number) => number.Length == 0 ? "" : NumberWriter.Vietnamese(Number(number), number.Split('.')[^1].Length);

    private static Dictionary<string, string> Words(string codes) =>
        codes.Length == 0 ? [] : codes.Split("; ").Select(code => code.Split(": ", 2)).ToDictionary(code => code[0], code => code[1], StringComparer.Ordinal);

    private static string Read(string cell, Dictionary<string, string> words) => words.GetValueOrDefault(cell, cell);

    /// <summary>A cell of the workbook as CSV writes it.</summary>
    private static string Day(string cell, string kind) => kind switch
    {
        "ngày" when cell.Length > 0 && cell.All(char.IsAsciiDigit) => DateWriter.Data(new DateOnly(1899, 12, 30).AddDays(int.Parse(cell, CultureInfo.InvariantCulture))),
        "có, không" => cell switch { "Có" => "true", "Không" => "false", _ => cell },
        _ => cell,
    };

    private static string Excel(string cell, string kind) => kind switch
    {
        "số" or "số nguyên" => cell.Replace(',', '.').Replace('−', '-'),
        "ngày" when cell.Length > 0 => DateWriter.Data(DateOnly.ParseExact(cell, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture)),
        "có, không" => Day(cell, kind),
        _ => cell,
    };

    private static Dictionary<string, string> Flat(JsonElement row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in row.EnumerateObject())
        {
            if (part.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Flat(part.Value))
                {
                    cells[$"{Snake(part.Name)}_{inner.Key}"] = inner.Value;
                }
            }
            else
            {
                cells[Snake(part.Name)] = part.Value.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.String => part.Value.GetString()!, _ => part.Value.GetRawText() };
            }
        }

        return cells;
    }

    private static string Snake(string name) => name.Aggregate(new StringBuilder(), (text, letter) => char.IsUpper(letter) ? text.Append('_').Append(char.ToLowerInvariant(letter)) : text.Append(letter)).ToString();

    /// <summary>What a spreadsheet would take for a formula has a sign before it in CSV.</summary>
    private static string Plain(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
}
