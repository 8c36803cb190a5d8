using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Endpoints;

namespace ParIndex.Web.Pages.Workspace.Evidence;

/// <summary>What is said of a document.</summary>
public static partial class EvidenceWords
{
    /// <summary>Number, date and issuer in one line, or an empty text.</summary>
    public static string Reference(EvidenceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return string.Join(", ", new[] { document.Number is { } number ? "số " + number : null, document.IssuedOn is { } day ? "ngày " + DateWriter.Vietnamese(day) : null, document.Issuer }.OfType<string>());
    }

    /// <summary>How its file is drawn where it is looked into, or <c>null</c> for what is only downloaded: Word, Excel, and what was altered on the disk.</summary>
    public static string? Drawn(StoredFile? file) => file is null || file.Marks.GetValueOrDefault().HasFlag(FileMarks.Altered) ? null : file.Kind switch
    {
        FileKind.Pdf => "pdf",
        FileKind.Jpeg or FileKind.Png => "picture",
        _ => null,
    };

    /// <summary>The page to begin at, from 1: of “tr. 11–13” the 11; 1 where the words name no page.</summary>
    public static int FirstPage(string? pages) =>
        Page().Match(pages ?? "") is { Success: true } found && int.TryParse(found.Groups["page"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    [GeneratedRegex(@"^\s*(tr\.|tr|trang)?\s*(?<page>\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Page();
}

/// <summary>The answer of a page to a file that is not taken.</summary>
internal static class EvidenceAnswers
{
    /// <summary>The page with everything typed, and why the file is not taken.</summary>
    public static PageResult Refused(PageModel page, FileRefusedException refusal)
    {
        page.ModelState.AddModelError("Input.File", refusal.Message);
        page.Response.StatusCode = UploadEndpoints.StatusOf(refusal.Reason);
        return page.Page();
    }
}
