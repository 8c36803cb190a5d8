using System.Globalization;
using System.Text.RegularExpressions;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scorecards;

/// <summary>
/// What a unit handed in, as a line that the audit log keeps with the act: whatever becomes of the scorecard later, the log still
/// says what it was.
/// </summary>
/// <param name="Leaves">How many leaves the unit scored.</param>
/// <param name="Total">Its own total; <c>null</c> while there is none.</param>
/// <param name="Documents">How many documents the leaves point to, each counted once.</param>
/// <param name="Sha256">SHA-256 of everything handed in, lower-case hexadecimal.</param>
public sealed partial record SubmittedContent(int Leaves, decimal? Total, int Documents, string Sha256)
{
    /// <summary>The line.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"leaves={Leaves}; total={(Total is { } total ? NumberWriter.DataTrimmed(total) : "-")}; documents={Documents}; sha256={Sha256}");

    /// <summary>What a line says; <c>null</c> when it is none.</summary>
    public static SubmittedContent? Read(string? line) => line is not null && Form().Match(line) is { Success: true, Groups: var said }
        ? new(
            int.Parse(said["leaves"].Value, CultureInfo.InvariantCulture),
            said["total"].Value == "-" ? null : DataNumber.Read(said["total"].Value),
            int.Parse(said["documents"].Value, CultureInfo.InvariantCulture),
            said["sha256"].Value)
        : null;

    [GeneratedRegex(@"\Aleaves=(?<leaves>[0-9]{1,5}); total=(?<total>-|-?[0-9]{1,6}(\.[0-9]{1,8})?); documents=(?<documents>[0-9]{1,6}); sha256=(?<sha256>[0-9a-f]{64})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
