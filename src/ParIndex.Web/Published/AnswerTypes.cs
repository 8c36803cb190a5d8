namespace ParIndex.Web.Published;

/// <summary>The types of answers that are compressed, and those kept whole to be tagged.</summary>
internal static class AnswerTypes
{
    public static readonly IReadOnlyList<string> Compressed =
    [
        "application/atom+xml",
        "application/json",
        "application/ld+json",
        "application/problem+json",
        "application/xml",
        "image/svg+xml",
        "text/css",
        "text/csv",
        "text/html",
        "text/javascript",
        "text/plain",
    ];

    private const string Png = "image/png";

    private const string Zip = "application/zip";

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Paper = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static bool IsCompressed(string? contentType) => Compressed.Contains(MediaType(contentType), StringComparer.OrdinalIgnoreCase);

    public static bool IsTagged(string? contentType) => IsCompressed(contentType) || MediaType(contentType) is Workbook or Paper or Zip or Png;

    private static string MediaType(string? contentType) => (contentType ?? "").Split(';', 2)[0].Trim().ToLowerInvariant();
}
