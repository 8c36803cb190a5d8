using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ParIndex.Web.Pages;
using ParIndex.Web.Security;

namespace ParIndex.Web.Published;

/// <summary>What an export wrote.</summary>
/// <param name="Pages">How many pages.</param>
/// <param name="Files">How many other files, without those that are packed.</param>
internal sealed record SiteCopy(int Pages, int Files);

/// <summary>
/// The public site as one year's release left it, as files that any web server can serve at the same addresses. The pipeline
/// itself answers, address after address, from the front page on as a crawler goes; at the end the copy takes the place of an
/// earlier one as a whole.
/// </summary>
internal sealed partial class SiteExport(PipelineReader portal, Uri address, LinkGenerator links, int year)
{
    /// <summary>The digests of all files, for <c>sha256sum --check</c>; by it a folder is known as an export.</summary>
    public const string Digests = "SHA256SUMS";

    private static readonly string[] Roots = ["/robots.txt", Sitemap];

    private const string Sitemap = "/sitemap.xml";

    private const string Feed = "/feed.atom";

    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    private readonly Queue<string> _waiting = new();

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Writes the copy.</summary>
    /// <param name="folder">Where it shall stand: absent, empty, or an earlier export.</param>
    /// <param name="cancel">Gives up; nothing is left behind.</param>
    /// <exception cref="SiteExportException">The folder holds something else, or a page could not be answered.</exception>
    public async Task<SiteCopy> WriteAsync(string folder, CancellationToken cancel)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Digests))))
        {
            throw new SiteExportException(ExportWords.NotOurs(folder));
        }

        var fresh = Directory.CreateDirectory($"{folder}.{Guid.NewGuid():N}").FullName;
        try
        {
            await CopyAsync(fresh, cancel);
            var copy = await FinishAsync(fresh, cancel);
            Swap(fresh, folder);
            return copy;
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private async Task CopyAsync(string folder, CancellationToken cancel)
    {
        Follow(links.To("/Public/Index"));
        Follow(links.To("/Public/ReleaseVersion", new { year }));
        Array.ForEach(Roots, Follow);

        while (_waiting.TryDequeue(out var path))
        {
            var answer = await portal.GetAsync(path, cancel);
            if (answer.Status == StatusCodes.Status200OK)
            {
                await KeepAsync(folder, path, answer, cancel);
            }
            else if (answer.Location is not { } location)
            {
                // What a public page names is there: a copy without it would not be one.
                throw new SiteExportException(ExportWords.NotAnswered(path, answer.Status));
            }
            else if (Local(path, location) is { Query: "" } target && IsPart(target.Path))
            {
                Follow(target.Path);
                await KeepAsync(folder, path, new(StatusCodes.Status200OK, "text/html", Location: null, Encoding.UTF8.GetBytes(ExportWords.LeadingOn(target.Path))), cancel);
            }
        }
    }

    private async Task KeepAsync(string folder, string path, ReadAnswer answer, CancellationToken cancel)
    {
        var isPage = answer.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        var name = Uri.UnescapeDataString(path).Trim('/');
        var file = Path.GetFullPath(Path.Combine(folder, name, isPage ? "index.html" : ""));
        if (!file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, answer.Bytes, cancel);
        _written.Add(path, file);
        if (!IsText(file))
        {
            return;
        }

        var text = Encoding.UTF8.GetString(answer.Bytes);
        var targets = isPage ? Targets().Matches(text)
            : path == Sitemap ? Locations().Matches(text)
            : file.EndsWith(".css", StringComparison.Ordinal) ? StyleUrls().Matches(text)
            : (IEnumerable<Match>)[];
        foreach (Match target in targets)
        {
            if (Local(path, target.Groups["target"].Value) is { } found && (found.Query.Length == 0 || IsAsset(found.Path)))
            {
                Follow(found.Path);
            }
        }
    }

    private void Follow(string path)
    {
        if (IsPart(path) && _seen.Add(path))
        {
            _waiting.Enqueue(path);
        }
    }

    /// <summary>
    /// Whether an address belongs to the copy: not to the staff, the API or the search, which want a program; not to another year.
    /// </summary>
    private bool IsPart(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return !OpenData.IsForStaff(path) && !OpenData.IsInterface(path) && !segments.Contains(links.To("/Public/Search").Trim('/'), StringComparer.Ordinal)
            && segments.All(segment => !YearSegment().IsMatch(segment) || segment[..4] == Invariant(year));
    }

    /// <summary>The path and query of an address of this site, or <c>null</c> for another's.</summary>
    private (string Path, string Query)? Local(string page, string target) =>
        target is not ['#', ..] && Uri.TryCreate(new Uri(address, page), WebUtility.HtmlDecode(target), out var uri) && uri.Scheme == address.Scheme && uri.Authority == address.Authority
            ? (uri.AbsolutePath.Length > 1 ? uri.AbsolutePath.TrimEnd('/') : "/", uri.Query)
            : null;

    /// <summary>Now that is known what was written: links to anything else are taken out, texts are packed, digests noted.</summary>
    private async Task<SiteCopy> FinishAsync(string folder, CancellationToken cancel)
    {
        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in _written)
        {
            var bytes = await File.ReadAllBytesAsync(file, cancel);
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                bytes = Encoding.UTF8.GetBytes(WithoutDeadLinks(path, Encoding.UTF8.GetString(bytes)));
            }
            else if (path == Sitemap)
            {
                bytes = Encoding.UTF8.GetBytes(SitemapEntries().Replace(Encoding.UTF8.GetString(bytes), entry => IsWritten(path, entry.Groups["target"].Value) ? entry.Value : ""));
            }
            else if (path == Feed)
            {
                bytes = Encoding.UTF8.GetBytes(FeedEntries().Replace(Encoding.UTF8.GetString(bytes), entry => IsWritten(path, entry.Groups["target"].Value) ? entry.Value : ""));
            }

            foreach (var (ending, content) in Encoded(file, bytes))
            {
                await File.WriteAllBytesAsync(file + ending, content, cancel);
                sums[Path.GetRelativePath(folder, file).Replace('\\', '/') + ending] = Convert.ToHexStringLower(SHA256.HashData(content));
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, Digests), string.Concat(sums.Select(sum => $"{sum.Value}  {sum.Key}\n")), cancel);
        var pages = _written.Values.Count(file => file.EndsWith(".html", StringComparison.Ordinal));
        return new(pages, _written.Count - pages);
    }

    private string WithoutDeadLinks(string path, string page)
    {
        var language = page.Contains("<html lang=\"en\"", StringComparison.Ordinal) ? Texts.Language.English : Texts.Language.Vietnamese;
        var linked = Tags().Replace(page, tag => Target().Match(tag.Value) is { Success: true } target && !IsWritten(path, target.Groups["target"].Value)
            ? tag.Groups["name"].Value == "link" ? "" : tag.Value.Remove(target.Index, target.Length)
            : tag.Value);
        return MainEnd().Replace(Forms().Replace(linked, ""), $"{ExportWords.Note(language, year)}$0", 1);
    }

    /// <summary>Whether a link leads somewhere: out of the site, to a part of its own page, or to a file as it was written.</summary>
    private bool IsWritten(string page, string target) =>
        Local(page, target) is not { } local || (_written.ContainsKey(local.Path) && (local.Query.Length == 0 || IsAsset(local.Path)));

    /// <summary>Styles, scripts and fonts have the hash of their bytes behind the question mark, which a server of files passes over.</summary>
    private static bool IsAsset(string path) => Path.GetExtension(path) is ".css" or ".js" or ".svg" or ".png" or ".woff2";

    private static bool IsText(string file) => Path.GetExtension(file) is ".html" or ".css" or ".js" or ".csv" or ".json" or ".jsonld" or ".svg" or ".xml" or ".atom" or ".txt";

    /// <summary>The bytes, and of a text the packed ones that <c>gzip_static</c> looks for.</summary>
    private static IEnumerable<(string Ending, byte[] Bytes)> Encoded(string file, byte[] bytes) => IsText(file)
        ? [("", bytes), (".gz", PackedBytes.Gzip(bytes, thoroughly: true)), (".br", PackedBytes.Brotli(bytes, thoroughly: true))]
        : [("", bytes)];

    /// <summary>Two renames: at no time does a reader find half a copy.</summary>
    private static void Swap(string fresh, string folder)
    {
        var earlier = $"{folder}.{Guid.NewGuid():N}";
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, earlier);
        }

        Directory.Move(fresh, folder);
        if (Directory.Exists(earlier))
        {
            Directory.Delete(earlier, recursive: true);
        }
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("""<(?:a|link|script|img|iframe|source)\b[^>]*?\s(?:href|src)="(?<target>[^"]*)"[^>]*>""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Targets();

    [GeneratedRegex("""<(?<name>a|area|link)\b[^>]*>""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\shref=\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Target();

    /// <summary>Every form of a public page asks a program.</summary>
    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Forms();

    [GeneratedRegex("</main>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MainEnd();

    [GeneratedRegex("<loc>(?<target>[^<]*)</loc>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Locations();

    [GeneratedRegex("\\s*<url>\\s*<loc>(?<target>[^<]*)</loc>.*?</url>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex SitemapEntries();

    /// <summary>The feed tells of every year; what each entry leads to is a page of its release.</summary>
    [GeneratedRegex("""\s*<entry>\s*<id>(?<target>[^<]*)</id>.*?</entry>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex FeedEntries();

    [GeneratedRegex("""url\(["']?(?<target>[^"')]+)["']?\)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StyleUrls();

    /// <summary>A year, alone or before what a file is called further.</summary>
    [GeneratedRegex("^(19|20)[0-9]{2}($|[.-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearSegment();
}
