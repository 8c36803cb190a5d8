using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>
/// The SHA-256 of a release's canonical tables: what the council approves and what every file prints. UTF-8, NFC,
/// LF, fixed order and places, so that culture, time zone and database make no difference.
/// </summary>
public static class ResultsDigest
{
    private const string RepairsHeading = "Sửa bộ tiêu chí sau khi mở kỳ đánh giá", CalculationHeading = "Quy tắc tính";

    /// <summary>Lower-case hexadecimal digest.</summary>
    public static string Of(Release release) => Hash(CanonicalText(release));

    /// <summary>The digest of one group alone.</summary>
    public static string OfGroup(Release release, ReleaseGroup group) => Hash(Of(release, group));

    /// <summary>The digest of one row with its leaves, as the group writes them.</summary>
    public static string OfRow(ReleaseGroup group, ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(result);
        return Hash(CsvTable.Text(new Table<ReleaseResult>("", "", ResultColumns.Of(group), [result]), CsvDialect.Data)
            + CsvTable.Text(new Table<UnitScore>("", "", ScoreColumns.Of(group), [.. result.Scores.Select(score => new UnitScore(result.UnitCode, score))]), CsvDialect.Data));
    }

    /// <summary>
    /// The text that is hashed: for each group a line with its rules, its results and its reference values as CSV; of a
    /// group published down to each leaf also the criteria tree and every unit's points.
    /// </summary>
    /// <exception cref="InvalidOperationException">The leaves of a group were not loaded.</exception>
    public static string CanonicalText(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var text = new StringBuilder();
        text.Append(release.Province).Append(' ').Append(release.Year).Append('\n');
        foreach (var group in release.Groups.OrderBy(group => group.Position).ThenBy(group => group.Slug, StringComparer.Ordinal))
        {
            text.Append(Of(release, group));
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The canonical text of one group.</summary>
    public static string Of(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var mean = group.PrintedMean is { } printed ? NumberWriter.Data(printed, group.IndexDecimals) : "";
        // Names hold no tab: text is normalised on entry.
        return string.Join('\t', group.Slug, group.Name, group.Ratings, group.Ranking, mean, group.ScaleNote) + "\n"
            + (group.RatingConditions is { } conditions ? conditions + "\n" : "")
            + (group.SetRepairs is { } repairs ? $"{RepairsHeading}\n{repairs}\n" : "")
            + (group.Calculation is { } calculation && CalculationRules.SaySomething(calculation) ? $"{CalculationHeading}\n{calculation}\n" : "")
            + CsvTable.Text(ResultColumns.TableOf(release, group), CsvDialect.Data)
            + CsvTable.Text(ReferenceColumns.TableOf(release, group), CsvDialect.Data)
            + Leaves(release, group);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormC))));

    /// <summary>Nothing where only totals are known: the digests of archive releases are older than leaves and stay as they are.</summary>
    private static string Leaves(Release release, ReleaseGroup group)
    {
        group.RequireLeaves();
        return group.HasLeaves
            ? CsvTable.Text(CriterionColumns.TableOf(release, group), CsvDialect.Data) + CsvTable.Text(ScoreColumns.TableOf(release, group), CsvDialect.Data)
            : "";
    }
}
