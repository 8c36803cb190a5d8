using System.Net;
using System.Text.Json;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>The figures of Lai Châu's announcement, as a program reads them from the API.</summary>
public sealed class ResultsApiTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private const string Departments = "/api/v1/releases/2020/groups/so-nganh/results";

    private const string Districts = "/api/v1/releases/2020/groups/huyen/results";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Results_OfEachGroup_HaveARowForEachUnit(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);

        Assert.Equal(20, (await RowsAsync(client, Departments)).Count);
        Assert.Equal(8, (await RowsAsync(client, Districts)).Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ratings_AreThoseOfTheAnnouncement(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);

        Assert.Equal(["Khá 5", "Tốt 15"], Counts(await RowsAsync(client, Departments), "rating"));
        Assert.Equal(["Khá 5", "Tốt 15"], Counts(await RowsAsync(client, Departments), "publishedRating"));
        Assert.Equal(["Khá 5", "Trung bình 3"], Counts(await RowsAsync(client, Districts), "rating"));
        Assert.Equal(["Khá 5", "Trung bình 3"], Counts(await RowsAsync(client, Districts), "publishedRating"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Means_AreOfThePrintedIndicesAndAgainstTheYearBefore(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);

        var (departments, districts) = ((await client.GetJsonAsync(Departments)).GetProperty("group"), (await client.GetJsonAsync(Districts)).GetProperty("group"));

        Assert.Equal(("82.08", "3.32"), (departments.GetProperty("mean").GetRawText(), departments.GetProperty("meanChange").GetRawText()));
        Assert.Equal(("72.65", "-3.51"), (districts.GetProperty("mean").GetRawText(), districts.GetProperty("meanChange").GetRawText()));
    }

    [Fact]
    public async Task EqualIndices_ShareAPlaceAndSkipTheNextInPrintedOrder()
    {
        var rows = await RowsAsync(await sites.OpenAsync(), Departments);

        Assert.Equal(
            [
                "so-ke-hoach-va-dau-tu 3 false",
                "so-giao-duc-va-dao-tao 4 true",
                "so-khoa-hoc-va-cong-nghe 4 true",
                "so-giao-thong-van-tai 6 false",
            ],
            rows.Skip(2).Take(4).Select(row => $"{Code(row)} {Raw(row, "rank")} {Raw(row, "tied")}"));
        Assert.Equal(["3", "4", "5", "6"], rows.Skip(2).Take(4).Select(row => Raw(row, "publishedOrder")));
    }

    [Fact]
    public async Task SpecialCaseUnits_AreRankedInAListOfTheirOwn()
    {
        var rows = await RowsAsync(await sites.OpenAsync(), Departments);

        Assert.Equal(Enumerable.Repeat("Thang điểm 98", 15), rows.Take(15).Select(row => row.GetProperty("rankingList").GetString()));
        Assert.Equal(
            ["so-ngoai-vu 1", "thanh-tra-tinh 2", "van-phong-ubnd-tinh 3", "ban-dan-toc 4", "ban-quan-ly-khu-kinh-te-cua-khau-ma-lu-thang 5"],
            rows.Where(row => row.GetProperty("rankingList").GetString() == "Đơn vị đặc thù (dưới 98)").Select(row => $"{Code(row)} {Raw(row, "rank")}"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Consistency_NamesTheThreeThatOnlyRoundingExplains(DatabaseKind kind)
    {
        var rows = await AllRowsAsync(await sites.OnAsync(kind));

        Assert.Equal(["exact 25", "withinRounding 3"], Counts(rows, "consistency"));
        Assert.Equal(
            ["BQL Khu KTCK Ma Lù Thàng", "Huyện Sìn Hồ", "Sở Ngoại vụ"],
            rows.Where(row => row.GetProperty("consistency").GetString() == "withinRounding")
                .Select(row => row.GetProperty("unit").GetProperty("nameAsPrinted").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Scales_SayWhichWerePrintedAndWhichFollowFromTheFigures(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);
        var rows = await AllRowsAsync(client);

        Assert.Equal(["inferred 13", "printed 15"], Counts(rows, "scaleSource"));
        Assert.All(rows.Take(15), row => Assert.Equal("98 printed", $"{Raw(row, "scale")} {row.GetProperty("scaleSource").GetString()}"));
        Assert.Equal(
            ["78.5", "80", "70.5", "80", "76.5", .. Enumerable.Repeat("98", 8)],
            rows.Where(row => row.GetProperty("scaleSource").GetString() == "inferred").Select(row => Raw(row, "scale")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Numbers_HaveTheirPublishedPlacesInTheTextItself(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);

        var text = await client.GetStringAsync(Departments) + await client.GetStringAsync(Districts);

        Assert.Contains("\"appraisalScore\":62.30,", text, StringComparison.Ordinal);
        Assert.Contains("\"publishedIndex\":85.66,", text, StringComparison.Ordinal);
        Assert.Contains("\"totalScore\":75.40,", text, StringComparison.Ordinal);
        Assert.Contains("\"index\":82.90,", text, StringComparison.Ordinal);
        foreach (var column in new[] { "appraisalScore", "surveyScore", "totalScore", "index", "publishedIndex" })
        {
            var figures = Figures(text, column);
            Assert.Equal(28, figures.Count);
            Assert.All(figures, figure => Assert.Matches(@"^\d+\.\d\d$", figure));
        }
    }

    [Fact]
    public async Task AbsentFigures_AreNullAndNeverZero()
    {
        var rows = await AllRowsAsync(await sites.OpenAsync());

        Assert.All(rows, row => Assert.Equal("null null null", $"{Raw(row, "bonus")} {Raw(row, "penalty")} {Raw(row, "comparable")}"));
        Assert.Equal(24, rows.Count(row => Raw(row, "change") == "null"));
    }

    [Fact]
    public async Task Changes_AreThoseTheAnnouncementLeavesToKnow()
    {
        var rows = await AllRowsAsync(await sites.OpenAsync());

        Assert.Equal(
            ["huyen-nam-nhun 1.86", "huyen-sin-ho -8.81", "huyen-than-uyen -7.57", "thanh-pho-lai-chau 2.55"],
            rows.Where(row => Raw(row, "change") != "null").Select(row => $"{Code(row)} {Raw(row, "change")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Row_HasTheColumnsPromisedInTheirOrder()
    {
        var row = (await RowsAsync(await sites.OpenAsync(), Departments))[0];

        Assert.Equal(
            [
                "unit", "appraisalScore", "surveyScore", "bonus", "penalty", "totalScore", "scale", "scaleSource", "index", "publishedIndex",
                "publishedRating", "publishedOrder", "consistency", "rating", "rank", "tied", "rankingList", "change", "comparable", "specialCase",
            ],
            row.EnumerateObject().Select(column => column.Name));
        Assert.Equal(["code", "name", "nameEn", "nameAsPrinted"], row.GetProperty("unit").EnumerateObject().Select(part => part.Name));
    }

    [Fact]
    public async Task Unit_HasTheRegistersFullNameBesideTheTablesSpelling()
    {
        var units = (await RowsAsync(await sites.OpenAsync(), Departments)).Select(row => row.GetProperty("unit")).ToList();

        var labour = units.Single(unit => unit.GetProperty("code").GetString() == "so-lao-dong-thuong-binh-va-xa-hoi");

        Assert.Equal("Sở Lao động - Thương binh và Xã hội", labour.GetProperty("name").GetString());
        Assert.Equal("Sở Lao động, TB&XH", labour.GetProperty("nameAsPrinted").GetString());
        Assert.Equal("Department of Labour, War Invalids and Social Affairs", labour.GetProperty("nameEn").GetString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Release_TellsItsDigestItsGroupsAndThatItIsAnArchive(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);

        var document = await client.GetJsonAsync("/api/v1/releases/2020");
        var head = document.GetProperty("release");
        var listed = Assert.Single((await client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray());

        Assert.Equal((2020, 1, true), (head.GetProperty("year").GetInt32(), head.GetProperty("version").GetInt32(), head.GetProperty("archive").GetBoolean()));
        Assert.Matches("^[0-9a-f]{64}$", head.GetProperty("resultsDigest").GetString());
        Assert.Equal(head.GetProperty("resultsDigest").GetString(), listed.GetProperty("resultsDigest").GetString());
        Assert.True(listed.GetProperty("current").GetBoolean());
        Assert.Equal(["so-nganh 20", "huyen 8"], document.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("slug").GetString()} {Raw(group, "units")}"));
    }

    [Fact]
    public async Task Version_Pinned_AnswersThatOneOnly()
    {
        var client = await sites.OpenAsync();

        Assert.Equal(await client.GetStringAsync(Departments), await client.GetStringAsync(Departments + "?version=1"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Departments + "?version=2")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(Departments + "?version=một")).StatusCode);
    }

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(HttpClient client, string address) =>
        [.. (await client.GetJsonAsync(address)).GetProperty("results").EnumerateArray()];

    private static async Task<IReadOnlyList<JsonElement>> AllRowsAsync(HttpClient client) =>
        [.. await RowsAsync(client, Departments), .. await RowsAsync(client, Districts)];

    private static IEnumerable<string> Counts(IReadOnlyList<JsonElement> rows, string column) =>
        rows.GroupBy(row => row.GetProperty(column).GetString()).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal);

    private static List<string> Figures(string json, string column) =>
        [.. json.Split($"\"{column}\":").Skip(1).Select(rest => rest[..rest.IndexOfAny([',', '}'])])];

    private static string Raw(JsonElement row, string column) => row.GetProperty(column).GetRawText();

    private static string? Code(JsonElement row) => row.GetProperty("unit").GetProperty("code").GetString();
}
