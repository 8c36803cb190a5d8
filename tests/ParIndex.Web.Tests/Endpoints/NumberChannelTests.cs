using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>A number means the same in a form, a query, JSON and a file, and what one refuses they all refuse.</summary>
public sealed class NumberChannelTests
{
    private const string Calculate = "/api/v1/calculate";

    private static readonly string[] Fields = ["appraisalScore", "surveyScore", "bonus", "penalty", "scale"];

    private static readonly (string Name, Func<HttpClient, IReadOnlyDictionary<string, string>, Task<HttpResponseMessage>> Send)[] Channels =
    [
        ("form", (client, fields) => client.PostAsync(Calculate, new FormUrlEncodedContent(fields))),
        ("multipart", (client, fields) => client.PostAsync(Calculate, Multipart(fields))),
        ("query", (client, fields) => client.GetAsync(Calculate + "?" + string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")))),
        ("json", (client, fields) => client.PostAsync(Calculate, JsonContent.Create(fields))),
        ("json number", (client, fields) => client.PostAsync(Calculate, new StringContent(
            "{" + string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}")) + "}", Encoding.UTF8, "application/json"))),
    ];

    public static TheoryData<string> Texts => ["form", "multipart", "query", "json"];

    [Theory]
    [InlineData("form", "62,30")]
    [InlineData("form", "62.30")]
    [InlineData("form", " 62,3 ")]
    [InlineData("multipart", "62,30")]
    [InlineData("query", "62,30")]
    [InlineData("query", "62.30")]
    [InlineData("json", "62,30")]
    [InlineData("json", "62.30")]
    [InlineData("json number", "62.30")]
    [InlineData("json number", "62.3")]
    public async Task CommaAndDot_InEveryChannel_AreDecimal(string channel, string typed)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        using var answer = await SendAsync(site.Client, channel, new() { ["appraisalScore"] = typed, ["surveyScore"] = "23.37", ["scale"] = "98" });
        var result = await answer.ReadJsonAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            "62.30 85.67 87.418367 87.42",
            $"{result.GetProperty("addends")[0].GetProperty("points").GetRawText()} {result.GetProperty("totalScore").GetRawText()} {result.GetProperty("unrounded").GetRawText()} {result.GetProperty("index").GetRawText()}");
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task OtherTexts_AreRefusedWithEveryFieldNamed(string channel)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        await AssertAllRefusedAsync(site.Client, channel, [.. RefusedNumbers.Examples, .. RefusedNumbers.Generated]);
    }

    [Fact]
    public async Task OtherJsonNumbers_AreRefusedWithEveryFieldNamed()
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        await AssertAllRefusedAsync(site.Client, "json number", ["6.230", "1e2", "-1", "62.305", "1E2", "-0", "123456", .. RefusedNumbers.GeneratedJsonNumbers]);
    }

    [Theory]
    [InlineData("query", "appraisalScore=62&appraisalScore=30&scale=98")]
    [InlineData("form", "appraisalScore=62&appraisalScore=30&scale=98")]
    public async Task FieldSentTwice_IsRefusedAndNotJoinedToAnotherNumber(string channel, string fields)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        using var answer = channel == "query"
            ? await site.Client.GetAsync($"{Calculate}?{fields}")
            : await site.Client.PostAsync(Calculate, new StringContent(fields, Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["appraisalScore"], Refused(await answer.ReadJsonAsync()));
    }

    [Theory]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "{\"appraisalScore\":NaN,\"scale\":98}")]
    [InlineData("application/json", "{\"appraisalScore\":true,\"scale\":98}")]
    [InlineData("application/json", "{\"appraisalScore\":{},\"scale\":98}")]
    [InlineData("application/json", "{\"appraisalScore\":\"\\uD800\",\"scale\":98}")]
    [InlineData("application/json", "{\"appraisalScore\":62,\"appraisalScore\":30,\"scale\":98}")]
    [InlineData("application/json", "{\"appraisalScore\":062.30,\"scale\":98}")]
    [InlineData("application/json; charset=khong-co", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"scale\"\r\n\r\n98")]
    [InlineData("application/x-www-form-urlencoded; charset=khong-co", "scale=98")]
    [InlineData("application/x-www-form-urlencoded", "%FF%00=%ZZ&&==")]
    [InlineData("", "scale=98")]
    [InlineData("text/plain", "62,30")]
    public async Task BodyThatCannotBeRead_IsTheSendersMistake(string type, string body)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type.Length > 0 ? type : null);

        using var answer = await site.Client.PostAsync(Calculate, content);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("62,30")]
    [InlineData("62.30")]
    public async Task CommaAndDot_InAFile_AreDecimal(string typed)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var report = await TestData.ReconcileAsync(database, $"STT;Tên đơn vị;Điểm thẩm định;Điểm điều tra;Thang điểm\n1;Sở Thử;{typed};23,37;98\n", TestData.Request(2021) with { Group = "so-nganh" });

        Assert.Equal((62.30m, 87.42m), (report.Groups[0].Rows[0].Printed.AppraisalScore, report.Groups[0].Rows[0].Computed.Index));
    }

    [Fact]
    public async Task OtherTexts_InAFile_AreAllRefusedWithLineAndColumn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        List<string> refused = [.. RefusedNumbers.Examples, .. RefusedNumbers.Generated];
        // A lone dash is how tables print that there is nothing.
        refused.Remove("-");
        var csv = "STT;Tên đơn vị;Điểm thẩm định;Điểm điều tra;Thang điểm\n"
            + string.Concat(refused.Select((typed, i) => $"{i + 1};Sở Thử số {i + 1};\"{typed}\";23,37;98\n"));

        var failure = await Assert.ThrowsAsync<UnreadableTableException>(() => TestData.ReconcileAsync(database, csv, TestData.Request(2021) with { Group = "so-nganh" }));

        Assert.Equal(
            Enumerable.Range(2, refused.Count).Select(line => (line, 3)),
            failure.Problems.Where(problem => problem.Message.StartsWith("Điểm thẩm định: “", StringComparison.Ordinal)).Select(problem => (problem.Place!.Line, problem.Place.Column)));
    }

    /// <summary>Sends the texts in groups of as many as there are fields, so that each field meets many.</summary>
    private static async Task AssertAllRefusedAsync(HttpClient client, string channel, IReadOnlyList<string> texts)
    {
        foreach (var chunk in texts.Chunk(Fields.Length))
        {
            var fields = Fields.Zip(chunk).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            using var answer = await SendAsync(client, channel, fields);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{(int)answer.StatusCode} for {string.Join(" | ", chunk)}");
            var told = await answer.ReadJsonAsync();
            Assert.Equal(fields.Keys.Order(StringComparer.Ordinal), Refused(told).Where(fields.ContainsKey));
            Assert.Equal(Refused(told), told.GetProperty("problems").EnumerateArray().Where(problem => problem.GetProperty("code").GetString() is { Length: > 0 }).Select(problem => problem.GetProperty("field").GetString()!).Order(StringComparer.Ordinal));
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string channel, Dictionary<string, string> fields) =>
        Array.Find(Channels, known => known.Name == channel).Send(client, fields);

    private static MultipartFormDataContent Multipart(IReadOnlyDictionary<string, string> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }

    private static IEnumerable<string> Refused(JsonElement problem) =>
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal);
}
