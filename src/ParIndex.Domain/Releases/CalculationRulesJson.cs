using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Releases;

/// <summary>
/// The one writer and reader of <see cref="CalculationRules"/> as they are stored, hashed and given away: English keys in a
/// fixed order also where they say what is usual, numbers with a dot and no trailing zeros.
/// </summary>
internal static class CalculationRulesJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CalculationRules rules)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteNumber(json, "bonusCeiling", rules.BonusCeiling);
            WriteNumber(json, "penaltyCeiling", rules.PenaltyCeiling);
            json.WriteBoolean("indexMayExceed100", rules.IndexMayExceed100);
            json.WriteBoolean("rateExactIndex", rules.RateExactIndex);
            json.WriteStartArray("tieDecisions");
            foreach (var order in rules.TieDecisions)
            {
                Write(json, order);
            }

            json.WriteEndArray();
            Write(json, rules.Before);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static CalculationRules Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            return new()
            {
                BonusCeiling = NumberOrNull(json, "bonusCeiling"),
                PenaltyCeiling = NumberOrNull(json, "penaltyCeiling"),
                IndexMayExceed100 = json.GetProperty("indexMayExceed100").GetBoolean(),
                RateExactIndex = json.GetProperty("rateExactIndex").GetBoolean(),
                TieDecisions = [.. json.GetProperty("tieDecisions").EnumerateArray().Select(Order)],
                Before = json.GetProperty("yearBefore") is { ValueKind: not JsonValueKind.Null } before
                    ? new(before.GetProperty("year").GetInt32(), before.GetProperty("version").GetInt32(), before.GetProperty("resultsDigest").GetString()!)
                    : null,
            };
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new FormatException($"Not the JSON of rules of calculation: {text}", wrong);
        }
    }

    private static void Write(Utf8JsonWriter json, DecidedOrder order)
    {
        json.WriteStartObject();
        json.WriteStartArray("units");
        foreach (var unit in order.Units)
        {
            json.WriteStringValue(unit);
        }

        json.WriteEndArray();
        json.WriteString("basis", order.Basis);
        json.WriteString("date", order.Date is { } date ? DateWriter.Data(date) : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EarlierRelease? before)
    {
        if (before is null)
        {
            json.WriteNull("yearBefore");
            return;
        }

        json.WriteStartObject("yearBefore");
        json.WriteNumber("year", before.Year);
        json.WriteNumber("version", before.Version);
        json.WriteString("resultsDigest", before.ResultsDigest);
        json.WriteEndObject();
    }

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

    private static decimal? NumberOrNull(JsonElement json, string key) =>
        json.GetProperty(key) is { ValueKind: not JsonValueKind.Null } number ? number.GetDecimal() : null;

    private static DecidedOrder Order(JsonElement json) => new(
        [.. json.GetProperty("units").EnumerateArray().Select(unit => unit.GetString()!)],
        json.GetProperty("basis").GetString()!,
        json.GetProperty("date").GetString() is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
}
