using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>The description of the API is one, leaves nothing out, and every answer is as it says.</summary>
public sealed partial class ApiDescriptionTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private const string Address = "/openapi/v1.json";

    [Fact]
    public async Task Document_IsOpenApi31()
    {
        var document = await (await sites.OpenAsync()).GetJsonAsync(Address);

        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        JsonSchemas.Valid(JsonSchemas.OpenApi.Value, document, Address);
    }

    [Fact]
    public async Task EverySchema_IsJsonSchema()
    {
        var schemas = (await (await sites.OpenAsync()).GetJsonAsync(Address)).GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();

        Assert.True(schemas.Count > 15);
        Assert.All(schemas, schema => JsonSchemas.Valid(MetaSchemas.Draft202012, schema.Value, schema.Name));
    }

    [Fact]
    public async Task Paths_AreThoseOfTheRoutingTable()
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var described = (await site.Client.GetJsonAsync(Address)).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));

        var routed = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText!.Replace(":int", "", StringComparison.Ordinal)}"));

        Assert.Equal(routed.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryAnswer_OfTheDemonstration_IsAsDescribed(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));

        var answered = await AskEverythingAsync(site.Client);

        Assert.Equal(
            ["calculate", "getCriteriaSet", "getRelease", "getScorecard", "getUnit", "listNationalIndices", "listReleases", "listResults", "listUnits"],
            answered.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Operation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryAnswer_OfAnArchive_IsAsDescribed(DatabaseKind kind)
    {
        var answered = await AskEverythingAsync(await sites.OnAsync(kind));

        Assert.Contains(("listResults", HttpStatusCode.OK), answered);
        // Only totals are known of printed tables.
        Assert.All(answered.Where(answer => answer.Operation is "getCriteriaSet" or "getScorecard"), answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryAnswer_AfterAWithdrawal_IsAsDescribed(DatabaseKind kind)
    {
        await using var site = await Withdrawing.OpenAsync(kind);

        var answered = await AskEverythingAsync(site.Client, ("/api/v1/releases/2020/groups/huyen/results", "/api/v1/releases/{year}/groups/{group}/results"), ("/api/v1/units/huyen-sin-ho/scorecards/2020", "/api/v1/units/{unit}/scorecards/{year}"));

        Assert.Contains(("listResults", HttpStatusCode.NotFound), answered);
        Assert.Contains(("getRelease", HttpStatusCode.OK), answered);
    }

    [Theory]
    [InlineData("/api/v1/releases/2019", "open-data.year-unknown", "2020")]
    [InlineData("/api/v1/releases/2020?version=2", "open-data.version-unknown", "1")]
    [InlineData("/api/v1/releases/2020/groups/xa/results", "open-data.group-unknown", "so-nganh, huyen")]
    [InlineData("/api/v1/units/so-khong-co", "open-data.unit-unknown", "so-khong-co")]
    [InlineData("/api/v1/units/so-noi-vu/scorecards/2019", "open-data.year-unknown", "2020")]
    [InlineData("/api/v1/units/so-nong-nghiep-va-moi-truong/scorecards/2020", "open-data.unit-not-assessed", "chưa có kết quả")]
    [InlineData("/api/v1/units/so-noi-vu/scorecards/2020", "open-data.only-totals", "chỉ có số tổng hợp")]
    [InlineData("/api/v1/criteria-sets/2020/so-nganh", "open-data.only-totals", "chỉ có số tổng hợp")]
    [InlineData("/api/v1/units?limit=0", "open-data.page-unfit", "từ 1 đến 1000")]
    [InlineData("/api/v1/units?offset=-1", "open-data.page-unfit", "từ 1 đến 1000")]
    [InlineData("/xep-hang/2019/so-nganh.csv", "open-data.year-unknown", "2020")]
    [InlineData("/cong-bo/2020/7.zip", "open-data.version-unknown", "1")]
    public async Task WhatIsNotThere_SaysWhatThereIs(string address, string code, string said)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        var problem = await answer.ReadJsonAsync();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("so noi vu", "so-noi-vu")]
    [InlineData("KHĐT", "so-ke-hoach-va-dau-tu")]
    [InlineData("huyen sin ho", "huyen-sin-ho")]
    [InlineData("sin ho", "xa-sin-ho")]
    [InlineData("Sở Nội vj", "so-noi-vu")]
    public async Task Units_SearchedFor_AreFoundAsOnThePage(string words, string first)
    {
        var found = await (await sites.OpenAsync()).GetJsonAsync("/api/v1/units?q=" + Uri.EscapeDataString(words));

        Assert.Equal(first, found.GetProperty("units")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Units_PageByPage_AreAllOnce_AndLeadToOneAnother()
    {
        var client = await sites.OpenAsync();
        var all = (await client.GetJsonAsync("/api/v1/units?limit=1000")).GetProperty("units").EnumerateArray().Select(Code).ToList();
        List<string?> read = [];

        string? next = "/api/v1/units?limit=7";
        while (next is not null)
        {
            using var answer = await client.GetAsync(next);
            var part = await answer.ReadJsonAsync();
            Assert.Equal((all.Count, 7), (part.GetProperty("total").GetInt32(), part.GetProperty("limit").GetInt32()));
            read.AddRange(part.GetProperty("units").EnumerateArray().Select(Code));
            next = Next().Match(answer.Header("Link") ?? "") is { Success: true } link ? link.Groups["to"].Value : null;
        }

        Assert.True(all.Count > 14);
        Assert.Equal(all, read);
    }

    private static async Task<List<(string Operation, HttpStatusCode Status)>> AskEverythingAsync(HttpClient client, params IReadOnlyList<(string Address, string Path)> more)
    {
        var document = await client.GetJsonAsync(Address);
        var schemas = document.GetProperty("components").GetProperty("schemas").GetRawText().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var built = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        List<(string, HttpStatusCode)> answered = [];

        var years = (await client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray().Select(release => release.GetProperty("year").GetInt32()).Distinct().ToList();
        await CheckAsync("/api/v1/releases", "/api/v1/releases");
        foreach (var year in years)
        {
            await CheckAsync($"/api/v1/releases/{year}", "/api/v1/releases/{year}");
            foreach (var group in (await client.GetJsonAsync($"/api/v1/releases/{year}")).GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("slug").GetString()))
            {
                await CheckAsync($"/api/v1/releases/{year}/groups/{group}/results?version=1", "/api/v1/releases/{year}/groups/{group}/results");
                await CheckAsync($"/api/v1/criteria-sets/{year}/{group}", "/api/v1/criteria-sets/{year}/{group}");
                var unit = (await client.GetJsonAsync($"/api/v1/releases/{year}/groups/{group}/results")).GetProperty("results")[0].GetProperty("unit").GetProperty("code").GetString();
                await CheckAsync($"/api/v1/units/{unit}/scorecards/{year}", "/api/v1/units/{unit}/scorecards/{year}");
            }
        }

        await CheckAsync("/api/v1/units", "/api/v1/units");
        await CheckAsync("/api/v1/units?q=so&limit=3", "/api/v1/units");
        foreach (var unit in (await client.GetJsonAsync("/api/v1/units?limit=12")).GetProperty("units").EnumerateArray().Select(Code))
        {
            await CheckAsync($"/api/v1/units/{unit}", "/api/v1/units/{unit}");
        }

        await CheckAsync("/api/v1/national-indices", "/api/v1/national-indices");
        await CheckAsync("/api/v1/calculate?appraisalScore=62,30&surveyScore=23.37&scale=98", "/api/v1/calculate");
        await CheckAsync("/api/v1/calculate?appraisalScore=6x&scale=98", "/api/v1/calculate");
        await CheckAsync("/api/v1/releases/1999", "/api/v1/releases/{year}");
        await CheckAsync("/api/v1/releases/1999?version=x", "/api/v1/releases/{year}");
        await CheckAsync("/api/v1/units?limit=0", "/api/v1/units");
        foreach (var (address, path) in more)
        {
            await CheckAsync(address, path);
        }

        return answered;

        async Task CheckAsync(string address, string path)
        {
            using var answer = await client.GetAsync(address);
            var operation = document.GetProperty("paths").GetProperty(path).GetProperty("get");
            Assert.True(operation.GetProperty("responses").TryGetProperty($"{(int)answer.StatusCode}", out var response), $"{address}: {(int)answer.StatusCode} is not described");
            Assert.True(response.GetProperty("content").TryGetProperty(answer.Content.Headers.ContentType!.MediaType!, out var media), $"{address}: {answer.Content.Headers.ContentType}");
            var name = media.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            if (!built.TryGetValue(name, out var schema))
            {
                built[name] = schema = JsonSchema.FromText($$"""{"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"#/$defs/{{name}}","$defs":{{schemas}}}""");
            }

            JsonSchemas.Valid(schema, await answer.ReadJsonAsync(), address);
            answered.Add((operation.GetProperty("operationId").GetString()!, answer.StatusCode));
        }
    }

    private static string? Code(JsonElement unit) => unit.GetProperty("code").GetString();

    [GeneratedRegex("<(?<to>[^>]+)>; rel=\"next\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
