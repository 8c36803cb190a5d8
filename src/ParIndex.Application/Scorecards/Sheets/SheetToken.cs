using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ParIndex.Application.Reading;
using ParIndex.Application.Tables;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>A scorecard on a sheet.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Unit">The unit's name, to say whose sheet it is.</param>
/// <param name="Stage">The stage whose points the sheet shows.</param>
internal sealed record TokenCard(Guid Id, string Unit, ScoreStage Stage);

/// <summary>An open cell of a sheet as it was given out.</summary>
/// <param name="Card">Position of its scorecard.</param>
/// <param name="Leaf">Key of the leaf.</param>
/// <param name="Stage">The stage it is filled in at.</param>
/// <param name="Version">The version of the cell.</param>
/// <param name="Marks">A mark of what each of its fields showed.</param>
internal sealed record TokenEntry(int Card, Guid Leaf, ScoreStage Stage, Guid Version, IReadOnlyList<string> Marks);

/// <summary>
/// What a sheet carries unseen: whose it is, of which round and criteria set, and the version of every open cell. Its
/// digest tells a damaged one; it proves no right, which the program asks about anew whatever a file says.
/// </summary>
internal sealed record SheetToken
{
    /// <summary>The hidden sheet.</summary>
    public const string SheetName = "Mã phiếu";

    public const string OfUnit = "phieu";

    public const string OfAppraisal = "tham-dinh";

    private const string Title = "PARINDEX-PHIEU";

    private const int Format = 1;

    public required string Kind { get; init; }

    public required Guid Round { get; init; }

    public required int Year { get; init; }

    public required string RoundTitle { get; init; }

    public required Guid Set { get; init; }

    public required Guid SetVersion { get; init; }

    /// <summary>The fields of criteria on the sheet of an appraiser.</summary>
    public IReadOnlyList<Guid> Fields { get; init; } = [];

    public required IReadOnlyList<TokenCard> Cards { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<TokenEntry> Entries { get; init; } = [];

    /// <summary>The hidden sheet: a title, the head, a line for each leaf, and the digest of all of them.</summary>
    public FormSheet ToSheet()
    {
        List<string> lines = [FormattableString.Invariant($"{Title} {Format}"), Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this))];
        lines.AddRange(Entries.GroupBy(entry => (entry.Leaf, entry.Stage)).Select(leaf => $"{leaf.Key.Leaf:N}|{(int)leaf.Key.Stage}|{string.Join(';', leaf.Select(Text))}"));
        lines.Add(Digest(lines));
        return new(SheetName, "", [40], [.. lines.Select(line => new[] { new FormCell(Cell.Of(line)) })]) { IsHidden = true };
    }

    /// <summary>Takes the token out of a workbook.</summary>
    /// <exception cref="UnreadableTableException">There is none, it is damaged, or of another version of the program.</exception>
    public static SheetToken Read(IReadOnlyDictionary<string, SourceTable> workbook)
    {
        var lines = workbook.GetValueOrDefault(SheetName)?.Rows.Select(row => row.Count > 0 ? row[0].Text : "").Where(line => line.Length > 0).ToList();
        if (lines is not { Count: > 2 } || !lines[0].StartsWith(Title, StringComparison.Ordinal))
        {
            throw UnreadableTableException.Of(SheetWords.NoToken());
        }

        if (lines[0] != FormattableString.Invariant($"{Title} {Format}"))
        {
            throw UnreadableTableException.Of(SheetWords.OtherVersion());
        }

        try
        {
            var content = lines[..^1];
            return Digest(content) == lines[^1]
                ? JsonSerializer.Deserialize<SheetToken>(Base64Url.DecodeFromChars(lines[1]))! with { Entries = [.. content.Skip(2).SelectMany(Entry)] }
                : throw UnreadableTableException.Of(SheetWords.TokenDamaged());
        }
        catch (Exception damaged) when (damaged is FormatException or JsonException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            throw UnreadableTableException.Of(SheetWords.TokenDamaged(), cause: damaged);
        }
    }

    private static string Text(TokenEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Card}:{Base64Url.EncodeToString(entry.Version.ToByteArray())}:{string.Join(',', entry.Marks)}");

    private static IEnumerable<TokenEntry> Entry(string line)
    {
        var parts = line.Split('|');
        var (leaf, stage) = (Guid.ParseExact(parts[0], "N"), (ScoreStage)int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture));
        return parts[2].Split(';').Select(text => text.Split(':')).Select(entry =>
            new TokenEntry(int.Parse(entry[0], NumberStyles.None, CultureInfo.InvariantCulture), leaf, stage, new(Base64Url.DecodeFromChars(entry[1])), entry[2].Split(',')));
    }

    private static string Digest(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
