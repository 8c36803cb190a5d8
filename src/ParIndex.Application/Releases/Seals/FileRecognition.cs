using System.Security.Cryptography;
using ParIndex.Application.Reading;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Releases.Seals;

/// <summary>What a file that somebody holds turned out to be.</summary>
public enum FileVerdict
{
    /// <summary>Byte for byte a file of a sealed release.</summary>
    Sealed,

    /// <summary>Another file with the same figures: saved again by other software, or printed.</summary>
    SameFigures,

    /// <summary>A table of a release in which some figures differ.</summary>
    OtherFigures,

    /// <summary>Of no release, as far as can be told.</summary>
    Unknown,
}

/// <summary>A cell of a file that differs from the release.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Unit">The unit of its row.</param>
/// <param name="Column">The column, in Vietnamese.</param>
/// <param name="InFile">What the file says.</param>
/// <param name="InRelease">What the release says; <c>null</c> where it says nothing.</param>
public sealed record CellDifference(CellPlace Place, string Unit, string Column, string InFile, string? InRelease);

/// <summary>The answer to “which release is this file of, and does it still hold”.</summary>
/// <param name="Verdict">What it turned out to be.</param>
/// <param name="Sha256">The SHA-256 of the file.</param>
public sealed record RecognisedFile(FileVerdict Verdict, string Sha256)
{
    /// <summary>The year of the release; 0 where there is none.</summary>
    public int Year { get; init; }

    /// <summary>Its version; 0 where there is none.</summary>
    public int Version { get; init; }

    /// <summary>The name of the sealed file, or of the group whose table it is.</summary>
    public string? What { get; init; }

    /// <summary>How many rows were compared.</summary>
    public int Rows { get; init; }

    /// <summary>What of a release's ZIP is not as it was sealed, a sentence each.</summary>
    public IReadOnlyList<string> Damage { get; init; } = [];

    /// <summary>The cells that differ, in the order of the file.</summary>
    public IReadOnlyList<CellDifference> Differences { get; init; } = [];
}

/// <summary>Tells of a file which release it is of: by its bytes, and where those are unknown by the figures in it. Keeps nothing.</summary>
public sealed class FileRecognition(SealedReleases seals, PublicReleases releases, SealKeys keys)
{
    private const decimal LeastShareOfRows = 0.8m;

    /// <summary>Tells it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">Its name; the ending only decides what the content leaves open.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<RecognisedFile> RecogniseAsync(byte[] content, string name, CancellationToken cancel = default)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(content));
        if ((await seals.FilesAsync(sha, cancel)) is [var (seal, path), ..])
        {
            return new(FileVerdict.Sealed, sha) { Year = seal.Year, Version = seal.Version, What = path };
        }

        if (BundleCheck.ManifestOf(content) is { } manifest && await seals.BundleAsync(manifest.Year, manifest.Version, cancel) is { } bundle)
        {
            return new(content.AsSpan().SequenceEqual(bundle.Content) ? FileVerdict.Sealed : FileVerdict.OtherFigures, sha)
            {
                Year = manifest.Year,
                Version = manifest.Version,
                Damage = [.. BundleCheck.Of(content, keys.Known()).Select(difference => difference.ToString())],
            };
        }

        return Read(content, name) is { Rows.Count: > 0 } table ? await CompareAsync(table, name, sha, cancel) : new(FileVerdict.Unknown, sha);
    }

    private static PublishedTable? Read(byte[] content, string name)
    {
        try
        {
            return PublishedTableReader.Read(SourceTableReader.Read(content, name), new ReadingOptions(Decimals: 4));
        }
        catch (UnreadableTableException)
        {
            return null;
        }
    }

    /// <summary>Of the releases that hold nearly all of the file's units the one it differs least from; of several such the one its name says, then the newest.</summary>
    private async Task<RecognisedFile> CompareAsync(PublishedTable table, string name, string sha, CancellationToken cancel)
    {
        var compared = new List<(RecognisedFile Answer, bool IsNamed)>();
        foreach (var year in (await releases.HeadsAsync(cancel)).Select(head => head.Year).Distinct())
        {
            foreach (var release in await releases.VersionsAsync(year, cancel))
            {
                compared.AddRange(release.Groups.Select(group => Compare(table, release, group, sha)).OfType<RecognisedFile>()
                    .Select(answer => (answer, name.Contains(ReleaseFile.Short(release.ResultsDigest), StringComparison.OrdinalIgnoreCase))));
            }
        }

        return compared.OrderBy(one => one.Answer.Differences.Count).ThenByDescending(one => one.IsNamed).ThenByDescending(one => one.Answer.Year).ThenByDescending(one => one.Answer.Version).Select(one => one.Answer).FirstOrDefault()
            ?? new(FileVerdict.Unknown, sha);
    }

    private static RecognisedFile? Compare(PublishedTable table, Release release, ReleaseGroup group, string sha)
    {
        var byCode = group.Results.ToDictionary(result => result.UnitCode, StringComparer.Ordinal);
        var byName = group.Results.GroupBy(result => VietnameseText.Fold(result.UnitName)).ToDictionary(same => same.Key, same => same.First());
        var pairs = table.Rows.Select(row => (Row: row, Result: byCode.GetValueOrDefault(row.UnitCode ?? "") ?? byName.GetValueOrDefault(VietnameseText.Fold(row.UnitName)))).Where(pair => pair.Result is not null).ToList();
        if (pairs.Count < LeastShareOfRows * table.Rows.Count)
        {
            return null;
        }

        var cells = pairs.SelectMany(pair => Cells(table, pair.Row, pair.Result!)).ToList();
        var differing = cells.Where(cell => cell.InFile != cell.InRelease).ToList();
        // A table of names alone says nothing, and one that differs in most of its figures is another table.
        return cells.Count == 0 || differing.Count * 2 > cells.Count
            ? null
            : new(differing.Count == 0 ? FileVerdict.SameFigures : FileVerdict.OtherFigures, sha) { Year = release.Year, Version = release.VersionNumber, What = group.Name, Rows = pairs.Count, Differences = differing };
    }

    private static IEnumerable<CellDifference> Cells(PublishedTable table, PublishedRow row, ReleaseResult result)
    {
        (ColumnMeaning Meaning, string? InFile, string? InRelease)[] figures =
        [
            (ColumnMeaning.AppraisalScore, Number(row.AppraisalScore), Number(result.AppraisalScore)),
            (ColumnMeaning.SurveyScore, Number(row.SurveyScore), Number(result.SurveyScore)),
            (ColumnMeaning.Bonus, Number(row.Bonus), Number(result.Bonus)),
            (ColumnMeaning.Penalty, Number(row.Penalty), Number(result.Penalty)),
            (ColumnMeaning.TotalScore, Number(row.TotalScore), Number(result.TotalScore)),
            (ColumnMeaning.Scale, Number(row.PrintedScale), Number(result.Scale)),
            (ColumnMeaning.Index, Number(row.PublishedIndex), Number(result.OfficialIndex)),
            (ColumnMeaning.Rating, row.PublishedRating is { } word ? RatingWords.Known(word) ?? word : null, result.OfficialRating),
            (ColumnMeaning.Rank, Number(row.PublishedRank), Number(result.Rank)),
        ];
        return figures.Where(figure => figure.InFile is not null)
            .Select(figure => new CellDifference(row.Place, result.UnitName, table.Columns.FirstOrDefault(column => column.Meaning == figure.Meaning)?.Header ?? HeaderWords.Name(figure.Meaning), figure.InFile!, figure.InRelease));
    }

    private static string? Number(decimal? value) => value is { } known ? NumberWriter.VietnameseTrimmed(known) : null;
}
