namespace ParIndex.Domain.Releases;

/// <summary>A figure of a release that is no longer what was published, named as closely as it can be.</summary>
/// <param name="Year">The release's year.</param>
/// <param name="Version">Its version.</param>
/// <param name="Group">The group, or <c>null</c> when it is the release itself.</param>
/// <param name="Unit">The unit of the row, or <c>null</c> when no single row is to blame.</param>
/// <param name="What">What does not agree, in Vietnamese.</param>
public sealed record ReleaseDifference(int Year, int Version, string? Group, string? Unit, string What)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Join(", ", new[] { $"Bản công bố {Year}, lần {Version}", Group is null ? null : $"khối {Group}", Unit }.OfType<string>()) + ": " + What + ".";
}

/// <summary>The last time all results digests were computed again, and what was found.</summary>
public sealed class DigestCheck
{
    /// <param name="at">When, UTC.</param>
    /// <param name="by">Staff code, or the name of a command or job.</param>
    /// <param name="releases">How many releases there were.</param>
    /// <param name="differences">What was found, a sentence each.</param>
    public DigestCheck(DateTime at, string by, int releases, IReadOnlyCollection<string> differences) => Take(at, by, releases, differences);

    private DigestCheck()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Staff code, or the name of a command or job.</summary>
    public string By { get; private set; } = "";

    /// <summary>How many releases there were.</summary>
    public int Releases { get; private set; }

    /// <summary>What was found, a sentence a line; empty when every release is what was published.</summary>
    public string Differences { get; private set; } = "";

    /// <summary>The sentences.</summary>
    public IReadOnlyList<string> Lines => Differences.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes the place of what was found before.</summary>
    public void Take(DateTime at, string by, int releases, IReadOnlyCollection<string> differences) =>
        (At, By, Releases, Differences) = (at, by, releases, string.Join('\n', differences));
}
