using System.Text.Json;
using ParIndex.Application.Tables;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Releases;

/// <summary>
/// Releases as JSON, for the API and for the pages' <c>.json</c> siblings. Numbers have exactly the places they are
/// published with; nothing depends on culture, time zone or database.
/// </summary>
public static class ReleaseJson
{
    /// <summary>A group's results with its release, rules and figures.</summary>
    public static byte[] Results(Release release, ReleaseGroup group) => JsonTable.Document(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("release");
        WriteHead(json, release);
        json.WritePropertyName("group");
        WriteGroup(json, release, group);
        json.WritePropertyName("results");
        JsonTable.WriteRows(json, ResultColumns.Of(group), group.Results);
        json.WritePropertyName("references");
        JsonTable.WriteRows(json, ReferenceColumns.All, group.References);
        json.WriteEndObject();
    });

    /// <summary>A unit's points leaf by leaf with its release.</summary>
    public static byte[] Scorecard(UnitScorecard scorecard) => JsonTable.Document(json =>
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        var year = scorecard.Year;
        json.WriteStartObject();
        json.WritePropertyName("release");
        WriteHead(json, year.Release);
        json.WriteStartObject("unit");
        json.WriteString("code", year.Result.UnitCode);
        json.WriteString("name", year.Result.UnitName);
        WriteCell(json, "nameEn", Cell.Of(year.Result.UnitNameEn));
        json.WriteEndObject();
        json.WriteString("group", year.Group.Slug);
        json.WritePropertyName("scores");
        var table = scorecard.Table();
        JsonTable.WriteRows(json, table.Columns, table.Rows);
        json.WriteEndObject();
    });

    /// <summary>The criteria tree of a group with its release.</summary>
    public static byte[] CriteriaSet(Release release, ReleaseGroup group, IReadOnlyList<ReleaseCriterion> criteria) => JsonTable.Document(json =>
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(criteria);
        json.WriteStartObject();
        json.WritePropertyName("release");
        WriteHead(json, release);
        json.WriteStartObject("group");
        json.WriteString("slug", group.Slug);
        json.WriteString("name", group.Name);
        WriteCell(json, "nameEn", Cell.Of(group.NameEn));
        json.WriteEndObject();
        json.WritePropertyName("criteria");
        JsonTable.WriteRows(json, CriterionColumns.Of(criteria), criteria);
        json.WriteEndObject();
    });

    /// <summary>A release with the figures of its groups.</summary>
    public static byte[] Release(Release release) => JsonTable.Document(json =>
    {
        ArgumentNullException.ThrowIfNull(release);
        json.WriteStartObject();
        json.WritePropertyName("release");
        WriteHead(json, release);
        json.WriteStartArray("groups");
        foreach (var group in release.Groups)
        {
            WriteGroup(json, release, group);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The list of all versions.</summary>
    public static byte[] Heads(IReadOnlyList<ReleaseHead> heads) => JsonTable.Document(json =>
    {
        ArgumentNullException.ThrowIfNull(heads);
        json.WriteStartObject();
        json.WriteStartArray("releases");
        foreach (var head in heads)
        {
            json.WriteStartObject();
            WriteFacts(json, head.Year, head.VersionNumber, head.Change, head.ChangeReason, head.IsArchive, head.DecisionNumber, head.DecisionDate, head.AnnouncedOn, head.ResultsDigest);
            json.WriteBoolean("current", heads.First(other => other.Year == head.Year) == head);
            json.WriteString("publishedAt", head.PublishedAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A unit's rows of several years.</summary>
    public static void WriteYears(Utf8JsonWriter json, string unitName, string unitCode, IReadOnlyList<UnitYear> years) =>
        JsonTable.WriteRows(json, ResultColumns.TableOf(unitName, unitCode, years).Columns, years);

    internal static void WriteHead(Utf8JsonWriter json, Release release)
    {
        json.WriteStartObject();
        json.WriteString("province", release.Province);
        WriteFacts(json, release.Year, release.VersionNumber, release.Change, release.ChangeReason, release.IsArchive, release.DecisionNumber, release.DecisionDate, release.AnnouncedOn, release.ResultsDigest);
        WriteCell(json, "sourceNote", Cell.Of(release.SourceNote));
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, int year, int version, ReleaseChange change, string? reason, bool isArchive, string? decisionNumber, DateOnly? decisionDate, DateOnly? announcedOn, string digest)
    {
        json.WriteNumber("year", year);
        json.WriteNumber("version", version);
        json.WriteString("change", JsonNamingPolicy.CamelCase.ConvertName(change.ToString()));
        WriteCell(json, "changeReason", Cell.Of(reason));
        json.WriteBoolean("archive", isArchive);
        WriteCell(json, "decisionNumber", Cell.Of(decisionNumber));
        WriteCell(json, "decisionDate", Cell.Of(decisionDate));
        WriteCell(json, "announcedOn", Cell.Of(announcedOn));
        json.WriteString("resultsDigest", digest);
    }

    private static void WriteGroup(Utf8JsonWriter json, Release release, ReleaseGroup group)
    {
        var summary = group.Summary;
        json.WriteStartObject();
        json.WriteString("slug", group.Slug);
        json.WriteString("name", group.Name);
        WriteCell(json, "nameEn", Cell.Of(group.NameEn));
        json.WriteNumber("units", group.Results.Count);
        WriteCell(json, "mean", Cell.Of(summary.Mean, 2));
        WriteCell(json, "printedMean", Cell.Of(group.PrintedMean, group.IndexDecimals));
        WriteCell(json, "meanChange", Cell.Of(Announcement.MeanChange(release, group), 2));
        json.WriteStartArray("ratings");
        foreach (var band in group.Ratings?.Bands ?? [])
        {
            json.WriteStartObject();
            json.WriteString("label", band.Label);
            WriteCell(json, "lowerLimit", Cell.Trimmed(band.LowerLimit));
            json.WriteNumber("units", summary.Ratings.GetValueOrDefault(band.Label));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("ranking", JsonNamingPolicy.CamelCase.ConvertName(group.Ranking.Scope.ToString()));
        if (group.Ranking.PlacesWhole)
        {
            json.WriteBoolean("wholePlaces", value: true);
        }

        if (group.SetRepairs is { } repairs)
        {
            json.WriteStartArray("criteriaRepairs");
            foreach (var repair in repairs.Split('\n'))
            {
                json.WriteStringValue(repair);
            }

            json.WriteEndArray();
        }

        WriteCell(json, "scaleNote", Cell.Of(group.ScaleNote));
        json.WriteNumber("sinceVersion", group.SinceVersion);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, string name, Cell cell)
    {
        json.WritePropertyName(name);
        JsonTable.WriteCell(json, cell);
    }
}
