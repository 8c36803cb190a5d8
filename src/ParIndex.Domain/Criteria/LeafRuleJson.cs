using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Criteria;

/// <summary>
/// The one writer and reader of rules as they are stored and released: JSON with English keys, every key of a kind in a fixed
/// order also where it says what is usual, numbers with a dot and no trailing zeros. No word of a language is part of the
/// form, statements of a decision aside; so a stored rule means the same whatever people read and type.
/// </summary>
internal static class LeafRuleJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (NothingArose Given, string Word)[] NothingWords =
    [
        (NothingArose.ByHand, "byHand"),
        (NothingArose.Full, "full"),
        (NothingArose.Zero, "zero"),
        (NothingArose.Exemption, "exemption"),
    ];

    public static string Write(LeafRule rule)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Write(json, rule);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static LeafRule Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            throw new FormatException($"Not the JSON of a rule: {text}", wrong);
        }
    }

    private static void Write(Utf8JsonWriter json, LeafRule rule)
    {
        switch (rule)
        {
            case LevelsRule levels:
                WriteStatements(json, "levels", levels);
                break;
            case CumulativeRule cumulative:
                WriteStatements(json, "cumulative", cumulative);
                break;
            case RatioRule ratio:
                json.WriteString("kind", "ratio");
                WriteNumber(json, "norm", ratio.Norm);
                WriteNumber(json, "floor", ratio.Floor);
                WriteNumber(json, "cap", ratio.Cap);
                WriteNothingArose(json, ratio);
                break;
            case TiersRule tiers:
                json.WriteString("kind", "tiers");
                json.WriteBoolean("fewerIsBetter", tiers.FewerIsBetter);
                WriteTiers(json, tiers.Tiers);
                WriteNothingArose(json, tiers);
                break;
            case WeightedRatioRule weighted:
                json.WriteString("kind", "weightedRatio");
                WriteTerms(json, weighted.Terms);
                WriteNothingArose(json, weighted);
                break;
            case CountRule count:
                json.WriteString("kind", "count");
                WriteNumber(json, "value", count.Value);
                break;
            case DeductionRule deduction:
                json.WriteString("kind", "deduction");
                WriteNumber(json, "value", deduction.Value);
                break;
            case SurveyRule survey:
                json.WriteString("kind", "survey");
                WriteNumber(json, "likertTop", survey.LikertTop);
                break;
            default:
                json.WriteString("kind", "direct");
                break;
        }
    }

    private static void WriteStatements(Utf8JsonWriter json, string kind, StatementsRule rule)
    {
        json.WriteString("kind", kind);
        json.WriteStartArray("statements");
        foreach (var level in rule.Levels)
        {
            json.WriteStartObject();
            json.WriteString("statement", level.Statement);
            WriteNumber(json, "points", level.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTiers(Utf8JsonWriter json, IEnumerable<Tier> tiers)
    {
        json.WriteStartArray("tiers");
        foreach (var tier in tiers)
        {
            json.WriteStartObject();
            WriteNumber(json, "limit", tier.Limit);
            json.WriteBoolean("strict", tier.IsStrict);
            WriteNumber(json, "points", tier.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTerms(Utf8JsonWriter json, IEnumerable<WeightedTerm> terms)
    {
        json.WriteStartArray("terms");
        foreach (var term in terms)
        {
            json.WriteStartObject();
            json.WriteString("term", term.Name);
            WriteNumber(json, "weight", term.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNothingArose(Utf8JsonWriter json, RatioBasedRule rule) =>
        json.WriteString("nothingArose", Array.Find(NothingWords, word => word.Given == rule.WhenNothingArose).Word);

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

    private static LeafRule Read(JsonElement json) => json.GetProperty("kind").GetString() switch
    {
        "direct" => LeafRule.Default,
        "levels" => new LevelsRule(Statements(json)),
        "cumulative" => new CumulativeRule(Statements(json)),
        "ratio" => new RatioRule(NumberOrNull(json, "floor"), Number(json, "cap"), Number(json, "norm")) { WhenNothingArose = Nothing(json) },
        "tiers" => new TiersRule(Tiers(json), json.GetProperty("fewerIsBetter").GetBoolean()) { WhenNothingArose = Nothing(json) },
        "weightedRatio" => new WeightedRatioRule(Terms(json)) { WhenNothingArose = Nothing(json) },
        "count" => new CountRule(Number(json, "value")),
        "deduction" => new DeductionRule(Number(json, "value")),
        "survey" => new SurveyRule(json.GetProperty("likertTop") is { ValueKind: not JsonValueKind.Null } top ? top.GetInt32() : null),
        var kind => throw new FormatException($"No kind of rule: {kind}"),
    };

    private static List<Level> Statements(JsonElement json) =>
        [.. json.GetProperty("statements").EnumerateArray().Select(level => new Level(level.GetProperty("statement").GetString()!, NumberOrNull(level, "points")))];

    private static List<Tier> Tiers(JsonElement json) =>
        [.. json.GetProperty("tiers").EnumerateArray().Select(tier => new Tier(Number(tier, "limit"), Number(tier, "points"), tier.GetProperty("strict").GetBoolean()))];

    private static List<WeightedTerm> Terms(JsonElement json) =>
        [.. json.GetProperty("terms").EnumerateArray().Select(term => new WeightedTerm(term.GetProperty("term").GetString()!, Number(term, "weight")))];

    private static NothingArose Nothing(JsonElement json)
    {
        var given = json.GetProperty("nothingArose").GetString();
        var found = Array.FindIndex(NothingWords, word => word.Word == given);
        return found >= 0 ? NothingWords[found].Given : throw new FormatException($"No word for what 0 of 0 gives: {given}");
    }

    private static decimal Number(JsonElement json, string key) => json.GetProperty(key).GetDecimal();

    private static decimal? NumberOrNull(JsonElement json, string key) =>
        json.GetProperty(key) is { ValueKind: not JsonValueKind.Null } number ? number.GetDecimal() : null;
}
