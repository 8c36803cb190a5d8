using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Seals;

/// <summary>A file of a bundle.</summary>
/// <param name="Path">Its name in the bundle.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record SealedFile(string Path, long Bytes, string Sha256)
{
    /// <summary>A file by what it holds.</summary>
    public static SealedFile Of(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}

/// <summary>That the council approved the results, by post and not by name.</summary>
/// <param name="Post">The post of whoever approved.</param>
/// <param name="At">When, UTC.</param>
public sealed record SealedApproval(string Post, DateTime At);

/// <summary>The rules by which a group was rated and placed.</summary>
/// <param name="Group">The group's slug.</param>
/// <param name="Units">How many units it holds.</param>
/// <param name="Ratings">Its bands, or <c>null</c> where it is not rated.</param>
/// <param name="Conditions">Conditions that lower a rating, or <c>null</c>.</param>
/// <param name="Ranking">How places are given.</param>
public sealed record SealedRules(string Group, int Units, string? Ratings, string? Conditions, string Ranking);

/// <summary>The decision that a release was announced by.</summary>
/// <param name="Number">Its number, or <c>null</c> while it is not known.</param>
/// <param name="Date">Its day.</param>
/// <param name="AnnouncedOn">Day of the announcement.</param>
public sealed record SealedDecision(string? Number, DateOnly? Date, DateOnly? AnnouncedOn);

/// <summary>
/// What was published, file by file, and by whose approval (bản kê): its SHA-256 is the seal of a release, and it names the
/// seal before, so that no release can be taken out or put in between unseen.
/// </summary>
public sealed record ReleaseManifest
{
    /// <summary>The form of the text; another form would have another name.</summary>
    public const string Form = "parindex-manifest-1";

    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary><see cref="Form"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Place in the chain of all releases of the province, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The seal before in the chain; <c>null</c> for the first.</summary>
    public required string? Previous { get; init; }

    /// <summary>The province as it calls itself.</summary>
    public required string Province { get; init; }

    /// <summary>The year assessed.</summary>
    public required int Year { get; init; }

    /// <summary>1 for the first version of the year.</summary>
    public required int Version { get; init; }

    /// <summary>What the version is against the one before.</summary>
    public required ReleaseChange Change { get; init; }

    /// <summary>Whether its figures were taken over from printed tables.</summary>
    public required bool IsArchive { get; init; }

    /// <summary>Instant of publication here, UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>The SHA-256 of the canonical tables.</summary>
    public required string ResultsDigest { get; init; }

    /// <summary>The decision.</summary>
    public required SealedDecision Decision { get; init; }

    /// <summary>Who approved exactly these results, by post, in the order of time; nobody where figures were taken over.</summary>
    public required IReadOnlyList<SealedApproval> Approvals { get; init; }

    /// <summary>The rules, group by group.</summary>
    public required IReadOnlyList<SealedRules> Rules { get; init; }

    /// <summary>Every file of the bundle but the manifest, the checkpoint and its signature, in their order.</summary>
    public required IReadOnlyList<SealedFile> Files { get; init; }

    /// <summary>The manifest of a release.</summary>
    /// <param name="release">The release.</param>
    /// <param name="number">Its place in the chain.</param>
    /// <param name="previous">The seal before, or <c>null</c>.</param>
    /// <param name="approvals">Who approved it.</param>
    /// <param name="files">Its files.</param>
    public static ReleaseManifest Of(Release release, int number, string? previous, IReadOnlyList<SealedApproval> approvals, IReadOnlyList<SealedFile> files)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new()
        {
            Format = Form,
            Number = number,
            Previous = previous,
            Province = release.Province,
            Year = release.Year,
            Version = release.VersionNumber,
            Change = release.Change,
            IsArchive = release.IsArchive,
            PublishedAt = DateTime.SpecifyKind(release.PublishedAt, DateTimeKind.Utc),
            ResultsDigest = release.ResultsDigest,
            Decision = new(release.DecisionNumber, release.DecisionDate, release.AnnouncedOn),
            Approvals = approvals,
            Rules = [.. release.Groups.Select(group => new SealedRules(group.Slug, group.Results.Count, group.Ratings?.ToString(), group.RatingConditions?.ToString(), group.Ranking.ToString()))],
            Files = files,
        };
    }

    /// <summary>The text that the seal is the SHA-256 of: UTF-8, NFC, LF, the order of the members above.</summary>
    public string Write() => JsonSerializer.Serialize(this, Writing).Normalize(NormalizationForm.FormC) + "\n";

    /// <summary>Reads a manifest; <c>null</c> when the text is none, or is not letter for letter as <see cref="Write"/> writes it.</summary>
    public static ReleaseManifest? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ReleaseManifest>(text, Writing) is { Format: Form } read && read.Write() == text ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The seal of a manifest's text: lower-case hexadecimal SHA-256.</summary>
    public static string SealOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
