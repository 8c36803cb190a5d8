using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Application.Releases.Seals;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>A release as a whole, the catalogue of the data, and what files say of themselves.</summary>
public sealed class ReleaseFilesTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private const string Forever = "public, max-age=31536000, immutable";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Archive_HoldsTheCanonicalText_TheTables_AndTheirHashes(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Sealing>().SealReleasesAsync();
        }

        var head = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases")[0];
        var (year, version, digest) = (head.GetProperty("year").GetInt32(), head.GetProperty("version").GetInt32(), head.GetProperty("resultsDigest").GetString()!);
        var stamp = $"{year}-lan-{version}-{digest[..8]}";

        using var answer = await site.Client.GetAsync($"/cong-bo/{year}/{version}.zip");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var files = Unpacked(bytes);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"cong-bo-{stamp}.zip", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(Forever, answer.Header("Cache-Control"));
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(bytes, await site.Client.GetByteArrayAsync($"/cong-bo/{year}/{version}.zip"));
        Assert.Equal(digest, Hash(files[$"ban-chuan-{stamp}.txt"]));
        Assert.Equal(files[$"ban-chuan-{stamp}.txt"], await site.Client.GetByteArrayAsync($"/cong-bo/{year}/{version}/ban-chuan.txt"));
        Assert.Equal(files[$"so-lieu-dai-{stamp}.csv"], await site.Client.GetByteArrayAsync($"/cong-bo/{year}/{version}/so-lieu-dai.csv"));
        var sums = Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")).ToDictionary(line => line[1], line => line[0], StringComparer.Ordinal);
        Assert.Equal(files.Keys.Except(["SHA256SUMS", BundleCheck.ManifestFile, BundleCheck.CheckpointFile, BundleCheck.SignatureFile]).Order(StringComparer.Ordinal), sums.Keys.Order(StringComparer.Ordinal));
        Assert.All(sums, sum => Assert.Equal(sum.Value, Hash(files[sum.Key])));
        Assert.Contains($"sha256sum ban-chuan-{stamp}.txt", Encoding.UTF8.GetString(files["DOC-TOI.txt"]), StringComparison.Ordinal);
        foreach (var group in (await site.Client.GetJsonAsync($"/api/v1/releases/{year}")).GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("slug").GetString()))
        {
            Assert.Equal(await site.Client.GetByteArrayAsync($"/xep-hang/{year}/{group}.csv"), files[$"xep-hang-{year}-{group}-lan-{version}-{digest[..8]}.csv"]);
            Assert.Equal(await site.Client.GetByteArrayAsync($"/api/v1/releases/{year}/groups/{group}/results"), files[$"xep-hang-{year}-{group}-lan-{version}-{digest[..8]}.json"]);
        }
    }

    [Fact]
    public async Task Archive_DescribesItsTablesAsADataPackage_WithTheirRealColumns()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));
        var head = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases")[0];
        var files = Unpacked(await site.Client.GetByteArrayAsync($"/cong-bo/{head.GetProperty("year").GetInt32()}/{head.GetProperty("version").GetInt32()}.zip"));
        using var package = JsonDocument.Parse(files["datapackage.json"]);

        JsonSchemas.Valid(JsonSchemas.DataPackage.Value, package.RootElement, "datapackage.json");
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(files.Keys.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal), resources.Select(resource => resource.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(resources, resource =>
        {
            var content = files[resource.GetProperty("path").GetString()!];
            Assert.Equal(content.Length, resource.GetProperty("bytes").GetInt32());
            Assert.Equal("sha256:" + Hash(content), resource.GetProperty("hash").GetString());
            FitsItsFields(ReadTable.OfCsv(content), resource);
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Package_OfThePortal_LeadsToTablesWithTheseColumns(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));

        var package = await site.Client.GetJsonAsync("/datapackage.json");

        JsonSchemas.Valid(JsonSchemas.DataPackage.Value, package, "/datapackage.json");
        var resources = package.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(resources.Count, resources.Select(resource => resource.GetProperty("name").GetString()).Distinct(StringComparer.Ordinal).Count());
        foreach (var resource in resources)
        {
            FitsItsFields(ReadTable.OfCsv(await site.Client.GetByteArrayAsync("/" + resource.GetProperty("path").GetString())), resource);
        }
    }

    [Fact]
    public async Task LongTable_HoldsEveryNumberOfTheWideOnes()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));
        var head = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases")[0];
        var (year, version) = (head.GetProperty("year").GetInt32(), head.GetProperty("version").GetInt32());
        var figures = ReadTable.OfCsv(await site.Client.GetByteArrayAsync($"/cong-bo/{year}/{version}/so-lieu-dai.csv"));
        var index = Enumerable.Range(0, figures.Rows.Count).ToDictionary(row => (figures[row, "unit_code"], figures[row, "criterion_code"], figures[row, "measure"]), row => figures[row, "value"]);

        foreach (var group in (await site.Client.GetJsonAsync($"/api/v1/releases/{year}")).GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("slug").GetString()))
        {
            var wide = ReadTable.OfCsv(await site.Client.GetByteArrayAsync($"/xep-hang/{year}/{group}.csv"));
            foreach (var (column, measure) in new[] { ("total_score", "totalScore"), ("scale", "scale"), ("index", "index"), ("rank", "rank"), ("change", "change"), ("appraisal_score", "appraisalScore") })
            {
                Assert.All(Enumerable.Range(0, wide.Rows.Count), row => Assert.Equal(wide[row, column], index.GetValueOrDefault((wide[row, "unit_code"], "", measure), "")));
            }

            var unit = wide[0, "unit_code"];
            var leaves = ReadTable.OfCsv(await site.Client.GetByteArrayAsync($"/don-vi/{unit}/{year}/tieu-chi.csv"));
            Assert.All(Enumerable.Range(0, leaves.Rows.Count), row => Assert.Equal(
                (leaves[row, "points"], leaves[row, "max_score"], leaves[row, "achieved"]),
                (index[(unit, leaves[row, "criterion_code"], "points")], index[(unit, leaves[row, "criterion_code"], "maxScore")], index.GetValueOrDefault((unit, leaves[row, "criterion_code"], "achieved"), ""))));
        }
    }

    [Theory]
    [InlineData("/xep-hang/2020/so-nganh.csv", "^xep-hang-2020-so-nganh-lan-1-[0-9a-f]{8}[.]csv$")]
    [InlineData("/xep-hang/2020/so-nganh.csv?dinh-dang=excel", "^xep-hang-2020-so-nganh-lan-1-[0-9a-f]{8}-excel[.]csv$")]
    [InlineData("/xep-hang/2020/so-nganh.xlsx", "^xep-hang-2020-so-nganh-lan-1-[0-9a-f]{8}[.]xlsx$")]
    [InlineData("/xep-hang/2020/so-nganh.json", "^xep-hang-2020-so-nganh-lan-1-[0-9a-f]{8}[.]json$")]
    [InlineData("/don-vi/so-noi-vu/2020.csv", "^don-vi-so-noi-vu-2020-lan-1-[0-9a-f]{8}[.]csv$")]
    [InlineData("/don-vi/so-noi-vu.csv", "^don-vi-so-noi-vu-[0-9a-f]{8}[.]csv$")]
    [InlineData("/don-vi.csv", "^danh-muc-don-vi-[0-9a-f]{8}[.]csv$")]
    [InlineData("/tinh.xlsx", "^chi-so-quoc-gia-[0-9a-f]{8}[.]xlsx$")]
    public async Task File_SaysInItsNameOfWhichReleaseItIs(string address, string name)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        Assert.Matches(name, answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task EveryRow_SaysYearVersionAndDigest()
    {
        var client = await sites.OpenAsync();
        var digest = (await client.GetJsonAsync("/api/v1/releases/2020")).GetProperty("release").GetProperty("resultsDigest").GetString();

        foreach (var address in new[] { "/xep-hang/2020/so-nganh.csv", "/don-vi/so-noi-vu.csv", "/don-vi/so-noi-vu/2020.csv", "/cong-bo/2020/1/so-lieu-dai.csv" })
        {
            var table = ReadTable.OfCsv(await client.GetByteArrayAsync(address));
            Assert.Equal(("2020", "1", digest), (Assert.Single(table.Column("year").Distinct()), Assert.Single(table.Column("version").Distinct()), Assert.Single(table.Column("results_digest").Distinct())));
        }
    }

    [Theory]
    [InlineData("/xep-hang/2020/so-nganh.csv?version=1", true)]
    [InlineData("/xep-hang/2020/so-nganh.csv", false)]
    [InlineData("/don-vi/so-noi-vu/2020.xlsx?version=1", true)]
    [InlineData("/api/v1/releases/2020?version=1", true)]
    [InlineData("/api/v1/releases/2020", false)]
    [InlineData("/api/v1/releases", false)]
    [InlineData("/cong-bo/2020/1/ban-chuan.txt", true)]
    public async Task OnlyWhatNamesItsVersion_IsKeptForEver(string address, bool forever)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        Assert.Equal(forever ? Forever : "public, no-cache", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Zip_IsKeptForEver_FromItsSealOn()
    {
        using var answer = await (await sites.OpenAsync()).GetAsync("/cong-bo/2020/1.zip");
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));

        // The background job seals when its turn comes, before or after this was asked.
        var isSealed = zip.GetEntry(BundleCheck.ManifestFile) is not null;
        Assert.Equal(isSealed ? Forever : "public, no-cache", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Workbook_BeginsWithWhatPeopleLookFor_LeavesEmptyColumnsOut_AndPrints()
    {
        var bytes = await (await sites.OpenAsync()).GetByteArrayAsync("/xep-hang/2020/so-nganh.xlsx");
        var sheet = ReadTable.OfSheet(bytes, 2);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var part = new StreamReader(zip.GetEntry("xl/worksheets/sheet2.xml")!.Open());
        var xml = await part.ReadToEndAsync();

        Assert.Equal(["Xếp hạng", "Tên đơn vị", "Chỉ số đã công bố (%)", "Chỉ số tính lại (%)", "Xếp loại đã công bố", "Xếp loại"], sheet.Headers.Take(6));
        Assert.DoesNotContain("Điểm cộng", sheet.Headers);
        Assert.Contains("in trong bản công bố", sheet.Column("Nguồn của thang điểm"));
        Assert.Contains("orientation=\"landscape\"", xml, StringComparison.Ordinal);
        Assert.Contains("fitToHeight=\"0\"", xml, StringComparison.Ordinal);
        Assert.Contains("lần 1 · mã kết quả ", xml, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Feed_TellsOfEveryVersion_TheNewestFirst(DatabaseKind kind)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));
        var heads = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray().ToList();

        using var answer = await site.Client.GetAsync("/feed.atom");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var entries = feed.Elements(atom + "entry").ToList();
        Assert.Equal(heads.Count, entries.Count);
        Assert.Equal(entries.Select(entry => entry.Element(atom + "updated")!.Value).OrderDescending(StringComparer.Ordinal), entries.Select(entry => entry.Element(atom + "updated")!.Value));
        Assert.All(heads, head => Assert.Contains(entries, entry => entry.Element(atom + "summary")!.Value.Contains(head.GetProperty("resultsDigest").GetString()!, StringComparison.Ordinal)));
        foreach (var link in entries.SelectMany(entry => entry.Elements(atom + "link")))
        {
            Assert.True((await site.Client.GetAsync(new Uri(link.Attribute("href")!.Value).PathAndQuery)).IsSuccessStatusCode, link.ToString());
        }
    }

    [Fact]
    public async Task Catalogue_NamesEveryYear_AndItsFilesAreThere()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));
        using var answer = await site.Client.GetAsync("/catalog.jsonld");
        var catalogue = await answer.ReadJsonAsync();

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("https://schema.org/", "DataCatalog"), (catalogue.GetProperty("@context").GetString(), catalogue.GetProperty("@type").GetString()));
        var datasets = catalogue.GetProperty("dataset").EnumerateArray().ToList();
        Assert.Equal((await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray().Select(release => release.GetProperty("year").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture)).Distinct(), datasets.Select(dataset => dataset.GetProperty("temporalCoverage").GetString()));
        foreach (var file in datasets.SelectMany(dataset => dataset.GetProperty("distribution").EnumerateArray()))
        {
            using var download = await site.Client.GetAsync(new Uri(file.GetProperty("contentUrl").GetString()!).PathAndQuery);
            Assert.Equal(file.GetProperty("encodingFormat").GetString(), download.Content.Headers.ContentType!.MediaType);
        }
    }

    private static void FitsItsFields(ReadTable table, JsonElement resource)
    {
        var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(table.Headers, fields.Select(field => field.GetProperty("name").GetString()!));
        foreach (var field in fields)
        {
            var column = table.Column(field.GetProperty("name").GetString()!);
            var pattern = field.GetProperty("type").GetString() switch
            {
                "number" => "^-?[0-9]+([.][0-9]+)?$",
                "integer" => "^-?[0-9]+$",
                "boolean" => "^(true|false)$",
                "date" => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                _ => "(?s)^.+$",
            };
            Assert.All(column.Where(cell => cell.Length > 0), cell => Assert.Matches(pattern, cell));
            if (field.TryGetProperty("categories", out var codes))
            {
                Assert.Empty(column.Where(cell => cell.Length > 0).Except(codes.EnumerateArray().Select(code => code.GetProperty("value").GetString()!)));
            }

            if (field.TryGetProperty("constraints", out _))
            {
                Assert.DoesNotContain("", column);
            }
        }
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        }, StringComparer.Ordinal);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
