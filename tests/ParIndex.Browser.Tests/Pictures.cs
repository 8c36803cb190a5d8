using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

/// <summary>Pictures for people to look at: every page that is tested, when <c>PARINDEX_TEST_PICTURES</c> names a folder.</summary>
internal static partial class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PARINDEX_TEST_PICTURES");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is { Length: > 0 })
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, FileName(name) + ".png"), FullPage = true });
        }
    }

    public static async Task KeepAsync(byte[] pdf, string name)
    {
        if (Folder is { Length: > 0 })
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllBytesAsync(Path.Combine(Folder, FileName(name) + ".pdf"), pdf);
        }
    }

    private static string FileName(string name) => NotOfFileNames().Replace(name, "_");

    [GeneratedRegex("[^A-Za-z0-9-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOfFileNames();
}
