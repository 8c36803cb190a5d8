using System.Text.RegularExpressions;

namespace ParIndex.Application.Outbox;

/// <summary>
/// Links in messages. Whoever writes one knows which page it leads to, and not under which host the portal is: the text keeps a mark, and
/// the address takes its place when the message goes out or is shown.
/// </summary>
/// <param name="address">Where a page is; relative while the portal's host is not known.</param>
public sealed partial class NoticeLinks(Func<NoticePlace, Guid, Uri> address)
{
    /// <summary>The mark of a page.</summary>
    /// <param name="place">Which page.</param>
    /// <param name="key">Of which scorecard or round.</param>
    internal static string Mark(NoticePlace place, Guid key) => $"[[{place}:{key:N}]]";

    /// <summary>The text with addresses in place of marks.</summary>
    public string Fill(string text) => Marks().Replace(text, mark =>
        Enum.TryParse<NoticePlace>(mark.Groups["place"].Value, out var place) && Guid.TryParseExact(mark.Groups["key"].Value, "N", out var key) ? address(place, key).ToString() : mark.Value);

    [GeneratedRegex(@"\[\[(?<place>[A-Za-z]+):(?<key>[0-9a-f]{32})\]\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
