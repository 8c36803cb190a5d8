namespace ParIndex.Application.Evidence;

/// <summary>How files are kept in this installation.</summary>
/// <param name="Folder">The store's folder, outside the web root; it is there before the program writes into it.</param>
/// <param name="QuotaBytes">Most bytes of one unit and year.</param>
/// <param name="Scanner">A program that gets a file's path and ends with another code than 0 when it is bad; <c>null</c> for none.</param>
public sealed record EvidenceSettings(string Folder, long QuotaBytes, string? Scanner)
{
    /// <summary>Largest file: 20 MB.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    /// <summary>Quota unless a setting says otherwise: 500 MB.</summary>
    public const int DefaultQuotaMegabytes = 500;
}
