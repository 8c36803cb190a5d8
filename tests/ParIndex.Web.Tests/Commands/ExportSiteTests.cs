using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Commands;

/// <summary>The verb <c>export-site</c> in the real program: a folder that any web server can serve.</summary>
public sealed class ExportSiteTests : IDisposable
{
    private const string Address = "https://cchc.example.vn/";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-export-");

    private string Copy => Path.Combine(_folder.FullName, "ban-luu");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Copy_IsTheSiteAsItIsServed_AndEachLinkLeadsToAFile(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        var (exit, output, error) = await RunAsync(database, "2020", "--out", Copy);
        Assert.True(exit == 0, error);
        Assert.StartsWith("Đã ghi ", output, StringComparison.Ordinal);
        await using var app = new TestApp(database) { Jobs = false }.With("Site:BaseAddress", Address);
        using var reader = app.Open();
        var files = Files().ToList();
        var pages = files.Where(file => file.EndsWith("index.html", StringComparison.Ordinal)).ToList();

        foreach (var page in new[] { "", "don-vi/", "don-vi/so-noi-vu/", "don-vi/so-noi-vu/2020/", "xep-hang/2020/so-nganh/", "cong-bo/2020/", "phuong-phap/", "gioi-thieu/", "tinh/", "en/", "en/tinh/" })
        {
            Assert.Contains(page + "index.html", pages);
        }

        foreach (var file in pages)
        {
            var copy = await ParseAsync(file);
            Assert.Empty(copy.QuerySelectorAll("form"));
            Assert.Empty(copy.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).Where(link => !LeadsSomewhere(file, link)).Select(link => $"{file}: {link}"));
        }

        // Where the portal leads on, the copy has a page of its own that does.
        foreach (var file in pages.Where(file => !File.ReadAllText(Path.Combine(Copy, file)).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)))
        {
            var (copy, served) = (await ParseAsync(file), await reader.GetPageAsync("/" + file[..^"index.html".Length].TrimEnd('/')));
            Assert.Contains("2020", copy.QuerySelector("main > p.source:last-child").Words(), StringComparison.Ordinal);
            copy.QuerySelector("main > p.source:last-child")!.Remove();
            served.QuerySelectorAll("form").ToList().ForEach(form => form.Remove());
            Assert.Equal((file, served.QuerySelector("main").Words()), (file, copy.QuerySelector("main").Words()));
            Assert.Equal(served.QuerySelectorAll("table tr").Length, copy.QuerySelectorAll("table tr").Length);
        }

        var data = files.Except(pages).Where(file => Path.GetExtension(file) is not (".gz" or ".br") && file is not ("SHA256SUMS" or "sitemap.xml")).ToList();
        Assert.Empty(new[] { "xep-hang/2020/so-nganh.csv", "xep-hang/2020/huyen.xlsx", "don-vi.json", "don-vi/so-noi-vu/2020.json", "css/site.css", "robots.txt", "fonts/inter-latin-wght-normal.woff2" }.Except(data));
        foreach (var file in data)
        {
            var (served, written) = (await reader.GetByteArrayAsync("/" + file), await File.ReadAllBytesAsync(Path.Combine(Copy, file)));
            Assert.True(served.SequenceEqual(written), file);
        }

        var listed = (await File.ReadAllTextAsync(Path.Combine(Copy, "sitemap.xml"))).Split("<loc>").Skip(1).Select(rest => rest.Split('<')[0]).ToList();
        Assert.True(listed.Count > 50);
        Assert.DoesNotContain(listed, link => !LeadsSomewhere("", link));
    }

    [Fact]
    public async Task PackedFilesAndDigests_AreThoseOfTheFiles_AndASecondExportTakesTheFirstOnesPlace()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await RunAsync(database, "2020", "--out", Copy);
        var table = Path.Combine(_folder.FullName, "nam-sau.csv");
        await File.WriteAllTextAsync(table, "Xếp hạng,Tên đơn vị,Chỉ số\n1,Sở Nội vụ,90.00\n");
        var imported = await RunVerbAsync(database, "import-table", table, "--year", "2021", "--group", "so-nganh", "--bands", "Tốt=80,Khá=0", "--publish");
        Assert.True(imported.Exit == 0, imported.Output + imported.Error);
        await File.WriteAllTextAsync(Path.Combine(Copy, "cu.txt"), "of the copy before");

        var (exit, _, error) = await RunAsync(database, "2020", "--out", Copy, "--address", "https://dia-chi-khac.example.vn/");

        Assert.True(exit == 0, error);
        var feed = await File.ReadAllTextAsync(Path.Combine(Copy, "feed.atom"));
        Assert.Contains("<id>https://dia-chi-khac.example.vn/cong-bo/2020/1</id>", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("2021/1", feed, StringComparison.Ordinal);
        Assert.Equal("feed", System.Xml.Linq.XDocument.Parse(feed).Root!.Name.LocalName);
        Assert.Equal("https://dia-chi-khac.example.vn/don-vi", (await ParseAsync("don-vi/index.html")).QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        var sums = (await File.ReadAllLinesAsync(Path.Combine(Copy, "SHA256SUMS"))).Select(line => line.Split("  ")).ToDictionary(line => line[1], line => line[0], StringComparer.Ordinal);
        Assert.Equal(Files().Where(file => file != "SHA256SUMS").Order(StringComparer.Ordinal), sums.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, sum) in sums)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(Copy, file));
            Assert.Equal((file, sum), (file, Convert.ToHexStringLower(SHA256.HashData(bytes))));
            if (Path.GetExtension(file) is ".gz" or ".br")
            {
                await using Stream packed = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                await packed.CopyToAsync(plain);
                Assert.Equal(sums[file[..^3]], Convert.ToHexStringLower(SHA256.HashData(plain.ToArray())));
            }
        }

        Assert.Equal([Copy], Directory.GetFileSystemEntries(_folder.FullName).Where(entry => Path.GetFileName(entry).StartsWith("ban-luu", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task FolderOfSomethingElse_AndAYearThatIsNotPublished_AreRefused()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        Directory.CreateDirectory(Copy);
        await File.WriteAllTextAsync(Path.Combine(Copy, "thu.txt"), "mine");

        var (exit, _, error) = await RunAsync(database, "2020", "--out", Copy);
        var (unknown, _, why) = await RunAsync(database, "1999", "--out", Copy + "-1999");

        Assert.Equal((1, 1), (exit, unknown));
        Assert.Contains("không phải bản lưu", error, StringComparison.Ordinal);
        Assert.Contains("Chưa công bố kết quả năm 1999.", why, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Copy, "thu.txt")));
        Assert.False(Directory.Exists(Copy + "-1999"));
    }

    [Theory, InlineData("cchc.example.vn"), InlineData("ftp://cchc.example.vn/"), InlineData("https://cchc.example.vn/thu-muc/"), InlineData("")]
    public async Task AddressThatIsNoneOfTheWeb_IsRefused(string address)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);

        var (exit, _, error) = await RunAsync(database, "2020", "--out", Copy, "--address", address);

        Assert.Equal(1, exit);
        Assert.Contains("--address https://", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Copy));
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Copy, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Copy, file));

    private async Task<IHtmlDocument> ParseAsync(string file) => new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(Copy, file)));

    /// <summary>To another site, to a part of the page, or to a file.</summary>
    private bool LeadsSomewhere(string page, string link)
    {
        var site = new Uri(Address);
        if (link.StartsWith('#') || !Uri.TryCreate(new Uri(site, page), link, out var target) || target.Authority != site.Authority)
        {
            return true;
        }

        var file = Path.Combine(Copy, Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/'));
        return File.Exists(file) ? target.Query.Length == 0 || target.Query.StartsWith("?v=", StringComparison.Ordinal) : target.Query.Length == 0 && File.Exists(Path.Combine(file, "index.html"));
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(TestDatabase database, params string[] args) => RunVerbAsync(database, ["export-site", .. args]);

    private async Task<(int Exit, string Output, string Error)> RunVerbAsync(TestDatabase database, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DataFolder"] = Path.Combine(_folder.FullName, "data");
        start.Environment["Site__Province"] = "Tỉnh Lai Châu";
        start.Environment["Site__BaseAddress"] = Address;
        start.Environment["Keys__Secret"] = "bi-mat-chung-cua-cac-nut-trong-kiem-thu-0123456789";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_CONTENTROOT"] = WebRoot();
        start.Environment["Database__Provider"] = database.Kind == DatabaseKind.Postgres ? "Postgres" : "Sqlite";
        start.Environment["Database__ConnectionString"] = database.ConnectionString;
        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (program.ExitCode, await output, await error);
    }

    /// <summary>Where styles and fonts lie while nothing is published.</summary>
    private static string WebRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ParIndex.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "ParIndex.Web");
    }
}
