using System.Text.Json;
using System.Xml.Linq;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Tables;
using ParIndex.Application.Units;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Web.Pages;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>What harvesters, statistics programs and feed readers ask for: the catalogue of the data, and what is new.</summary>
internal static class CatalogueEndpoints
{
    /// <summary>The names of their addresses.</summary>
    public const string Package = "data-package", Catalogue = "data-catalogue", Feed = "feed";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();
        open.MapGet("/datapackage.json", PackageAsync).WithName(Package);
        open.MapGet("/catalog.jsonld", CatalogueAsync).WithName(Catalogue);
        open.MapGet("/feed.atom", FeedAsync).WithName(Feed);
    }

    private static async Task<IResult> PackageAsync(PublicReleases releases, PortalOrigin origins, LinkGenerator links, CancellationToken cancel)
    {
        var current = await releases.AllCurrentAsync(cancel);
        List<DataResource> resources =
        [
            .. current.SelectMany(release => Resources(release, links)),
            DataResource.Of(UnitColumns.TableOf([]), Relative(links.To("/Public/UnitIndex")) + ".csv"),
            DataResource.Of(NationalIndexRegister.TableOf([]), Relative(links.To("/Public/Province")) + ".csv"),
        ];
        var facts = new PackageFacts("chi-so-cchc", "Chỉ số cải cách hành chính", "Kết quả đánh giá, xếp loại, xếp hạng cải cách hành chính của các cơ quan, đơn vị: bản hiện hành của mỗi năm, danh mục đơn vị và chỉ số của tỉnh.",
            Version: null, current.Count == 0 ? null : current.Max(release => release.PublishedAt));
        return Results.Bytes(DataPackage.Write(facts, origins.Origin, resources), DataFile.JsonType);
    }

    /// <summary>The tables of a release, at the addresses that pin its version.</summary>
    private static IEnumerable<DataResource> Resources(Release release, LinkGenerator links) =>
    [
        .. release.Groups.Select(group =>
        {
            var table = ResultColumns.TableOf(release, group);
            return DataResource.Of(ReleaseFile.Of(release, table), $"{Relative(links.To("/Public/Ranking", new { year = release.Year, group = group.Slug }))}.csv?version={release.VersionNumber}") with { Name = table.Name };
        }),
        DataResource.Of(ReleaseFile.Of(release, new Table<LongRow>($"Toàn bộ số liệu năm {release.Year}, mỗi dòng một giá trị", "", LongTable.Columns, [])), Relative(links.GetPathByName(ReleaseFileEndpoints.Figures, new { year = release.Year, version = release.VersionNumber })!))
            with { Name = $"so-lieu-dai-{release.Year}" },
    ];

    private static string Relative(string path) => path.TrimStart('/');

    private static async Task<IResult> CatalogueAsync(PublicReleases releases, PortalOrigin origins, LinkGenerator links, CancellationToken cancel)
    {
        var current = await releases.AllCurrentAsync(cancel);
        return Results.Bytes(JsonTable.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org/");
            json.WriteString("@type", "DataCatalog");
            json.WriteString("name", "Chỉ số cải cách hành chính");
            json.WriteString("url", origins.Absolute(links.To("/Public/Index")));
            json.WriteString("inLanguage", "vi");
            WritePublisher(json, origins.Origin);
            json.WriteStartArray("dataset");
            foreach (var release in current.Reverse())
            {
                WriteDataset(json, release, origins, links);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }), "application/ld+json; charset=utf-8");
    }

    private static void WriteDataset(Utf8JsonWriter json, Release release, PortalOrigin origins, LinkGenerator links)
    {
        var (year, version) = (release.Year, release.VersionNumber);
        var address = origins.Absolute(links.To("/Public/ReleaseVersion", new { year, version }));
        json.WriteStartObject();
        json.WriteString("@type", "Dataset");
        json.WriteString("@id", address);
        json.WriteString("name", $"Chỉ số cải cách hành chính năm {year}, {release.Province}");
        json.WriteString("description", $"{ReleaseWords.Source(release, isCurrent: true)}: kết quả, xếp loại, xếp hạng của {NumberWriter.VietnameseCount(release.Groups.Sum(group => group.Results.Count))} cơ quan, đơn vị thuộc các khối {string.Join("; ", release.Groups.Select(group => group.Name))}.");
        json.WriteString("url", address);
        json.WriteString("identifier", "sha256:" + release.ResultsDigest);
        json.WriteString("version", $"{year}.{version}");
        json.WriteString("datePublished", DateWriter.Data(release.AnnouncedOn ?? DateWriter.VietnameseDay(release.PublishedAt)));
        json.WriteString("dateModified", DateWriter.Data(DateWriter.VietnameseDay(release.PublishedAt)));
        json.WriteString("temporalCoverage", $"{year}");
        json.WriteStartObject("spatialCoverage");
        json.WriteString("@type", "Place");
        json.WriteString("name", release.Province);
        json.WriteEndObject();
        json.WriteBoolean("isAccessibleForFree", value: true);
        json.WriteString("inLanguage", "vi");
        WriteStrings(json, "keywords", DataPackage.Keywords);
        WriteStrings(json, "variableMeasured", ["Chỉ số cải cách hành chính (%)", "Xếp loại", "Thứ hạng"]);
        WritePublisher(json, origins.Origin);
        if (origins.Origin.LicenceAddress is { } licence)
        {
            json.WriteString("license", licence.AbsoluteUri);
        }

        json.WriteStartArray("distribution");
        WriteDownload(json, "application/zip", origins.Absolute(links.GetPathByName(ReleaseFileEndpoints.Archive, new { year, version })!));
        WriteDownload(json, "text/csv", origins.Absolute(links.GetPathByName(ReleaseFileEndpoints.Figures, new { year, version })!));
        foreach (var group in release.Groups)
        {
            var table = origins.Absolute(links.To("/Public/Ranking", new { year, group = group.Slug }));
            WriteDownload(json, "text/csv", $"{table}.csv?version={version}");
            WriteDownload(json, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{table}.xlsx?version={version}");
            WriteDownload(json, "application/json", $"{table}.json?version={version}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WritePublisher(Utf8JsonWriter json, DataOrigin origin)
    {
        if (origin.Publisher is { } publisher)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "GovernmentOrganization");
            json.WriteString("name", publisher);
            json.WriteEndObject();
        }
    }

    private static void WriteDownload(Utf8JsonWriter json, string type, string address)
    {
        json.WriteStartObject();
        json.WriteString("@type", "DataDownload");
        json.WriteString("encodingFormat", type);
        json.WriteString("contentUrl", address);
        json.WriteEndObject();
    }

    /// <summary>Every release, supplement, revision and correction, the newest first.</summary>
    private static async Task<IResult> FeedAsync(PublicReleases releases, PortalOrigin origins, LinkGenerator links, CancellationToken cancel)
    {
        var heads = await releases.HeadsAsync(cancel);
        var home = origins.Absolute(links.To("/Public/Releases"));
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "vi"),
            new XElement(Atom + "id", home),
            new XElement(Atom + "title", "Chỉ số cải cách hành chính: công bố và đính chính"),
            new XElement(Atom + "updated", Instant(heads.Count == 0 ? DateTime.UnixEpoch : heads.Max(head => head.PublishedAt))),
            new XElement(Atom + "author", new XElement(Atom + "name", origins.Origin.Publisher ?? "ParIndex")),
            Link("self", origins.Absolute(links.GetPathByName(Feed)!), "application/atom+xml"),
            Link("alternate", home, "text/html"),
            heads.OrderByDescending(head => head.PublishedAt).ThenByDescending(head => head.Year).ThenByDescending(head => head.VersionNumber).Select(head => Entry(head, origins, links)));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n", "application/atom+xml; charset=utf-8");
    }

    private static XElement Entry(ReleaseHead head, PortalOrigin origins, LinkGenerator links)
    {
        var (year, version) = (head.Year, head.VersionNumber);
        var address = origins.Absolute(links.To("/Public/ReleaseVersion", new { year, version }));
        return new(
            Atom + "entry",
            new XElement(Atom + "id", address),
            new XElement(Atom + "title", $"{ReleaseWords.Change(head.Change)}: Chỉ số cải cách hành chính năm {year}, lần {version}"),
            new XElement(Atom + "updated", Instant(head.PublishedAt)),
            new XElement(Atom + "published", Instant(head.PublishedAt)),
            new XElement(Atom + "category", new XAttribute("term", JsonNamingPolicy.CamelCase.ConvertName(head.Change.ToString())), new XAttribute("label", ReleaseWords.Change(head.Change))),
            new XElement(Atom + "summary", $"{(head.ChangeReason is { } reason ? $"Lý do: {reason} " : "")}Quyết định: {ReleaseWords.Decision(head.DecisionNumber, head.DecisionDate, head.IsArchive)}. Mã kết quả (SHA-256): {head.ResultsDigest}."),
            Link("alternate", address, "text/html"),
            Link("enclosure", origins.Absolute(links.GetPathByName(ReleaseFileEndpoints.Archive, new { year, version })!), "application/zip"));
    }

    private static XElement Link(string relation, string address, string type) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address), new XAttribute("type", type));

    private static string Instant(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
