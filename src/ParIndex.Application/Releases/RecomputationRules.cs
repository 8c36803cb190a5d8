using System.Text.Json;
using ParIndex.Application.Tables;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;

namespace ParIndex.Application.Releases;

/// <summary>
/// What a release gives to outsiders who compute it again beside its tables: the rules of each group in JSON without words of a
/// language, and a script of Python that takes nothing but these files.
/// </summary>
internal static class RecomputationRules
{
    /// <summary>The script's name in the archive, and that of its resource.</summary>
    public const string ScriptName = "tinh-lai.py";

    /// <summary>“quy-tac-2025-lan-3-38c93094.json”.</summary>
    public static string NameOf(Release release) => ReleaseFile.NameOf($"quy-tac-{release.Year}", release) + ".json";

    /// <summary>The script.</summary>
    public static byte[] Script()
    {
        using var stream = typeof(RecomputationRules).Assembly.GetManifestResourceStream(ScriptName)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The rules of every group as the release has them.</summary>
    /// <param name="release">The release with every leaf.</param>
    public static byte[] Write(Release release) => JsonTable.Document(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("year", release.Year);
        json.WriteNumber("version", release.VersionNumber);
        json.WriteString("resultsDigest", release.ResultsDigest);
        json.WriteString("figures", FileOf(release, LongTable.TableOf(release).Name));
        json.WriteStartArray("groups");
        foreach (var group in release.Groups)
        {
            Write(json, release, group);
        }

        json.WriteEndArray();
        json.WriteStartArray("takenAsPublished");
        foreach (var sentence in release.Groups.SelectMany(group => RecomputationLimits.Of(release, group)))
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Release release, ReleaseGroup group)
    {
        var calculation = group.ReadCalculation();
        json.WriteStartObject();
        json.WriteString("group", group.Slug);
        json.WriteString("name", group.Name);
        json.WriteStartObject("files");
        json.WriteString("results", FileOf(release, ResultColumns.TableOf(release, group).Name));
        json.WriteString("references", group.References.Count > 0 ? FileOf(release, ReferenceColumns.TableOf(release, group).Name) : null);
        json.WriteString("criteria", group.HasLeaves ? FileOf(release, CriterionColumns.TableOf(release, group).Name) : null);
        json.WriteString("scores", group.HasLeaves ? FileOf(release, ScoreColumns.TableOf(release, group).Name) : null);
        json.WriteEndObject();
        json.WriteBoolean("fromPrint", group.IsFromPrint);
        json.WriteNumber("scoreDecimals", group.ScoreDecimals);
        json.WriteNumber("indexDecimals", group.IndexDecimals);
        WriteRatings(json, group);
        WriteRanking(json, group.Ranking);
        json.WriteBoolean("calculationInferred", calculation.IsInferred);
        json.WritePropertyName("calculation");
        json.WriteRawValue(calculation.ToJson());
        WriteUnits(json, group);
        json.WriteEndObject();
    }

    private static void WriteRatings(Utf8JsonWriter json, ReleaseGroup group)
    {
        json.WriteStartArray("ratings");
        foreach (var band in group.Ratings?.Bands ?? [])
        {
            json.WriteStartObject();
            json.WriteString("label", band.Label);
            WriteNumber(json, "lowerLimit", band.LowerLimit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ratingConditions");
        foreach (var condition in group.RatingConditions ?? ConditionScheme.None)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(condition.Kind));
            json.WriteString("highestBand", group.Ratings?.Find(condition.HighestBand)?.Label ?? condition.HighestBand);
            json.WriteString("text", condition.Text);
            json.WriteString("basis", condition.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRanking(Utf8JsonWriter json, RankingPolicy ranking)
    {
        json.WriteStartObject("ranking");
        json.WriteString("scope", Word(ranking.Scope));
        json.WriteString("numbering", Word(ranking.Numbering));
        json.WriteBoolean("wholePlaces", ranking.PlacesWhole);
        json.WriteEndObject();
    }

    /// <summary>Which units there are, whether and in which list they are ranked, and the index of the year before that the change was taken from.</summary>
    private static void WriteUnits(Utf8JsonWriter json, ReleaseGroup group)
    {
        json.WriteStartArray("units");
        foreach (var row in group.Results)
        {
            json.WriteStartObject();
            json.WriteString("unit", row.UnitCode);
            json.WriteBoolean("ranked", row.Rank is not null);
            json.WriteString("rankingList", row.RankingList);
            WriteNumber(json, "indexBefore", row.OfficialIndex - row.Change);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string FileOf(Release release, string table) => ReleaseFile.NameOf(table, release) + ".csv";

    private static string Word<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteNumber(Utf8JsonWriter json, string key, decimal? number)
    {
        json.WritePropertyName(key);
        if (number is { } value)
        {
            json.WriteRawValue(NumberWriter.DataTrimmed(value));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
