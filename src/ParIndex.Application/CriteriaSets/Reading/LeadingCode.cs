using System.Text.RegularExpressions;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A code that stands before the name in the same cell: “1.1. Kế hoạch”, “II. Cải cách thể chế”.</summary>
internal static partial class LeadingCode
{
    /// <summary>The code and the rest, or <c>null</c>. A bare number is none: “12 tháng …” is text.</summary>
    internal static (string? Code, string Lines)? In(string lines)
    {
        var found = Pattern().Match(lines);
        return found.Success ? (found.Groups["code"].Value, lines[found.Length..].TrimStart()) : null;
    }

    [GeneratedRegex(@"^(?<code>(?:(?:Lĩnh vực|Tiêu chí|Phần|PHẦN|Mục)\s+)?(?:\d+(?:\.\d+)+|\d+(?=[.):])|[IVX]+(?=[.):])|(?<=(?:Phần|PHẦN)\s+)(?:[IVX]+|[A-H])(?=\s*[.):–-])|[A-H](?=[.)]\s+\p{Lu}{2})))\s*[.):–-]*\s+(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
