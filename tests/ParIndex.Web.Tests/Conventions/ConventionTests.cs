using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Forms;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Conventions;

/// <summary>What the design promises of the code itself.</summary>
public sealed partial class ConventionTests
{
    /// <summary>The addresses of public pages and data that exist so far, as readers were told them (kept for ever).</summary>
    public static TheoryData<string> Addresses =>
    [
        "/", "/xep-hang/{year}/{group}", "/don-vi", "/tim-kiem", "/don-vi/{unit}", "/don-vi/{unit}/{year}", "/don-vi/{unit}/{year}/phieu", "/cong-bo", "/cong-bo/{year}/{version}", "/tinh", "/du-lieu", "/du-lieu/tu-dien", "/du-lieu/api", "/du-lieu/api/tham-chieu", "/kiem-chung", "/gop-y", "/gop-y/{code}", "/phuong-phap", "/gioi-thieu", "/huong-dan",
        "/tieu-chi/{year}/{group}", "/tieu-chi/{year}/{group}/{code}", "/so-sanh", "/nhung/{kind}/{year}/{subject}", "/bieu-do/{kind}/{year}/{subject}.{format}", "/bieu-do/chia-se/{year}/{unit}.png",
        "/tieu-chi/{year}/{group}.{format}", "/tieu-chi/{year}/{group}/{code}.csv", "/so-sanh.csv", "/so-sanh.xlsx", "/so-sanh.json",
        "/xep-hang/{year}/{group}.{format}", "/don-vi.csv", "/don-vi.xlsx", "/don-vi.json", "/don-vi/{unit}.{format}", "/don-vi/{unit}/{year}.{format}", "/don-vi/{unit}/{year}/phieu.docx", "/tinh.csv", "/tinh.xlsx", "/tinh.json", "/robots.txt", "/sitemap.xml", "/tim-kiem.json",
        "/api/v1/releases", "/api/v1/releases/{year}", "/api/v1/releases/{year}/groups/{group}/results", "/api/v1/units", "/api/v1/units/{unit}", "/api/v1/units/{unit}/scorecards/{year}", "/api/v1/criteria-sets/{year}/{group}", "/api/v1/national-indices", "/openapi/v1.json",
        "/cong-bo/{year}/{version}.zip", "/cong-bo/{year}/{version}/so-lieu-dai.csv", "/cong-bo/{year}/{version}/ban-chuan.txt", "/cong-bo/{year}/{version}/thay-doi.{format}", "/cong-bo/{year}/{version}/phu-luc.docx", "/cong-bo/{year}/{version}/thong-bao.docx", "/cong-bo/{year}/{version}/thong-bao-tieng-anh.docx", "/datapackage.json", "/catalog.jsonld", "/feed.atom",
        "/health/live", "/health/ready", "/version",
    ];

    [Fact]
    public void Application_KnowsOfTheWebNothingButIdentityAndTheRowOfAKey()
    {
        using var file = File.OpenRead(typeof(ParIndexDb).Assembly.Location);
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        var namespaces = metadata.TypeReferences.Select(type => metadata.GetString(metadata.GetTypeReference(type).Namespace)).Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains("Microsoft.EntityFrameworkCore", namespaces);
        // Of data protection the row that holds a key, as the model must name it.
        Assert.DoesNotContain(namespaces, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !name.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) && name != "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore");
    }

    [Fact]
    public void PageModels_AreShort()
    {
        var models = Directory.GetFiles(Path.Combine(Root(), "src", "ParIndex.Web", "Pages"), "*.cshtml.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(models);
        Assert.Empty(models.Where(model => File.ReadLines(model).Count() > 150).Select(Path.GetFileName));
    }

    [Fact]
    public void PageModels_StandBesideTheirPage_AndHaveItsName()
    {
        var models = Directory.GetFiles(Path.Combine(Root(), "src", "ParIndex.Web", "Pages"), "*.cshtml.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(models);
        Assert.Empty(models.Where(model => !File.Exists(model[..^".cs".Length]) || !Regex.IsMatch(File.ReadAllText(model), $" class {Path.GetFileName(model)[..^".cshtml.cs".Length]}Model\\b", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(Path.GetFileName));
    }

    [Fact]
    public void Pages_WriteNoRawMarkup()
    {
        var pages = Directory.GetFiles(Path.Combine(Root(), "src", "ParIndex.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories);

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(page => File.ReadAllText(page) is var text
            && new[] { "Html.Raw", " style=", "<style", "<script>", "http://", "https://" }.Any(word => text.Contains(word, StringComparison.Ordinal))).Select(Path.GetFileName));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Address_ExistsInTheRoutingTable(string address)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => Shape(endpoint.RoutePattern.RawText!));

        Assert.Contains(address, routes);
    }

    /// <summary>A route without constraints and marks of optional parts.</summary>
    private static string Shape(string route) => "/" + Constraint().Replace(route.Trim('/'), "");

    [GeneratedRegex(@"(:[a-z]+)?\??(?=\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();

    [Fact]
    public void EveryForm_IsWrittenSoThatItGetsItsToken()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Root(), "src", "ParIndex.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories).ToList();

        var forms = pages.SelectMany(File.ReadLines).Where(line => line.Contains("<form", StringComparison.Ordinal)).ToList();
        Assert.True(forms.Count > 60);
        Assert.DoesNotContain(forms, form => form.Contains("post", StringComparison.OrdinalIgnoreCase) && !form.Contains(" method=\"post\"", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => new[] { "<!form", "BeginForm" }.Any(word => File.ReadAllText(page).Contains(word, StringComparison.Ordinal)));
        // Only a page that says it takes a form of everybody has one without.
        var ofEverybody = typeof(PublicFormAttribute).Assembly.GetTypes().Where(type => type.IsDefined(typeof(PublicFormAttribute), inherit: false)).Select(type => type.Name[..^"Model".Length] + ".cshtml");
        Assert.Equal(ofEverybody.Order(StringComparer.Ordinal), pages.Where(page => File.ReadAllText(page).Contains("asp-antiforgery=\"false\"", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_AreMoreThanOneLetterApart()
    {
        var names = new[] { typeof(ParIndex.Domain.Refusal), typeof(ParIndexDb), typeof(Program) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type is { IsNested: false, Namespace: not null } && type.Namespace.StartsWith("ParIndex.", StringComparison.Ordinal) && !type.Name.Contains('_', StringComparison.Ordinal) && !type.Namespace.Contains("Migrations", StringComparison.Ordinal))
            .Select(type => type.Name.Split('`')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.True(names.Count > 500);
        Assert.Empty(names.SelectMany((one, position) => names.Skip(position + 1).Where(other => IsOneLetterApart(one, other)).Select(other => $"{one}, {other}")));
    }

    /// <summary>Whether one becomes the other by adding, leaving out or changing one letter.</summary>
    private static bool IsOneLetterApart(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var same = shorter.Zip(longer).TakeWhile(pair => pair.First == pair.Second).Count();
        return longer.Length - shorter.Length <= 1 && shorter[Math.Min(same + (longer.Length == shorter.Length ? 1 : 0), shorter.Length)..] == longer[Math.Min(same + 1, longer.Length)..];
    }

    [Fact]
    public void Addresses_StandOnce_WhereTheRouterReadsThem()
    {
        // What security goes by before the router is asked; where the options of cookies and of the identity server want an address.
        string[] excused = ["Security/StaffRoots.cs", "Security/SignIn.cs", "Security/IdentityServer.cs"];
        var web = Path.Combine(Root(), "src", "ParIndex.Web");

        var again = Sources(web).Where(source => !excused.Contains(source.Name, StringComparer.Ordinal))
            .SelectMany(source => source.Lines.Where(line => WrittenAddress().IsMatch(line) && !Routed().IsMatch(line)).Select(line => $"{source.Name}: {line.Trim()}"));

        Assert.Empty(again);
        Assert.All(excused, name => Assert.True(File.Exists(Path.Combine(web, name)), name));
    }

    [Fact]
    public void PagesNamedInLinks_Exist()
    {
        var web = Path.Combine(Root(), "src", "ParIndex.Web");
        var pages = Sources(Path.Combine(web, "Pages")).Where(source => source.Lines is [var first, ..] && first.StartsWith("@page ", StringComparison.Ordinal))
            .Select(source => "/" + source.Name.Replace(".cshtml", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        var named = Sources(web).SelectMany(source => source.Lines).SelectMany(line =>
            NamedPage().Matches(line).Select(page => page.Groups["page"].Value)
                .Concat(NamedPart().Matches(line).Select(part => $"/Workspace/{(part.Groups["of"].Value.StartsWith("Round", StringComparison.Ordinal) ? "Rounds" : "Scorecards")}/{part.Groups["page"].Value}"))).ToHashSet(StringComparer.Ordinal);

        Assert.True(named.Count > 50, $"{named.Count}");
        Assert.Empty(named.Except(pages));
    }

    private static IEnumerable<(string Name, string[] Lines)> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(file => Path.GetExtension(file.Name) is ".cs" or ".cshtml" or ".js" && !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.Name, File.ReadAllLines(file.Path)));

    /// <summary>The beginning of a literal that is an address.</summary>
    [GeneratedRegex("[\"'`]~?/(lam-viec|quan-tri|tai-khoan|don-vi|xep-hang|cong-bo|tinh)(?![a-z-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrittenAddress();

    /// <summary>A line that gives an address to the router, or a comment.</summary>
    [GeneratedRegex("^@page |\\.Map(Get|Post|Patch)\\(|^\\s*//", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Routed();

    /// <summary>A page as links name it.</summary>
    [GeneratedRegex("\"(?<page>/(Public|Workspace|Admin|Account)/[A-Za-z/]*[A-Za-z])\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedPage();

    /// <summary>A page of a round or a scorecard as links name it.</summary>
    [GeneratedRegex("[Uu]rl\\.(?<of>RoundGroup|Round|Scorecard|Leaf)\\([^\"()]*, \"(?<page>[A-Za-z]+)\"\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedPart();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ParIndex.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie below the solution.");
        }

        return folder.FullName;
    }
}
