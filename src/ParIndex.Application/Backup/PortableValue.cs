using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Backup;

/// <summary>The sorts of values a backup holds.</summary>
internal enum PortableKind
{
    Guid,
    Text,
    Whole,
    Decimal,
    Bool,
    Date,
    Instant,
    Bytes,
}

/// <summary>Writes a database value as JSON and reads it back: one text for one value, on either database.</summary>
internal static class PortableValue
{
    // PostgreSQL keeps microseconds.
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly Dictionary<Type, PortableKind> Kinds = new()
    {
        [typeof(Guid)] = PortableKind.Guid,
        [typeof(string)] = PortableKind.Text,
        [typeof(int)] = PortableKind.Whole,
        [typeof(long)] = PortableKind.Whole,
        [typeof(decimal)] = PortableKind.Decimal,
        [typeof(bool)] = PortableKind.Bool,
        [typeof(DateOnly)] = PortableKind.Date,
        [typeof(DateTime)] = PortableKind.Instant,
        [typeof(byte[])] = PortableKind.Bytes,
    };

    public static PortableKind KindOf(IColumn column) =>
        Kinds.TryGetValue(column.ProviderClrType, out var kind)
            ? kind
            : throw new InvalidOperationException($"{column.Table.Name}.{column.Name} is a {column.ProviderClrType.Name}, which backups cannot hold yet: teach PortableValue.");

    public static void Write(Utf8JsonWriter json, PortableColumn column, DbDataReader row, int ordinal)
    {
        json.WritePropertyName(column.Name);
        if (row.IsDBNull(ordinal))
        {
            json.WriteNullValue();
            return;
        }

        switch (column.Kind)
        {
            case PortableKind.Guid:
                json.WriteStringValue(row.GetGuid(ordinal));
                break;
            case PortableKind.Text:
                json.WriteStringValue(row.GetString(ordinal));
                break;
            case PortableKind.Whole:
                json.WriteNumberValue(row.GetInt64(ordinal));
                break;
            case PortableKind.Decimal:
                json.WriteStringValue(NumberWriter.DataTrimmed(row.GetDecimal(ordinal)));
                break;
            case PortableKind.Bool:
                json.WriteBooleanValue(row.GetBoolean(ordinal));
                break;
            case PortableKind.Date:
                json.WriteStringValue(DateWriter.Data(row.GetFieldValue<DateOnly>(ordinal)));
                break;
            case PortableKind.Instant:
                json.WriteStringValue(row.GetDateTime(ordinal).ToString(InstantFormat, CultureInfo.InvariantCulture));
                break;
            case PortableKind.Bytes:
                json.WriteBase64StringValue(row.GetFieldValue<byte[]>(ordinal));
                break;
        }
    }

    /// <summary>The value the reader stands on, in the type the provider takes.</summary>
    /// <exception cref="FormatException">It is none of the column's kind.</exception>
    public static object Read(ref Utf8JsonReader json, PortableColumn column)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return column.IsNullable ? DBNull.Value : throw Wrong(column);
        }

        return ReadKnown(ref json, column) ?? throw Wrong(column);
    }

    private static object? ReadKnown(ref Utf8JsonReader json, PortableColumn column) => (column.Kind, json.TokenType) switch
    {
        (PortableKind.Guid, JsonTokenType.String) => json.TryGetGuid(out var id) ? id : null,
        (PortableKind.Text, JsonTokenType.String) => json.GetString(),
        (PortableKind.Whole, JsonTokenType.Number) when column.Type == typeof(int) => json.TryGetInt32(out var whole) ? whole : null,
        (PortableKind.Whole, JsonTokenType.Number) => json.TryGetInt64(out var whole) ? whole : null,
        (PortableKind.Decimal, JsonTokenType.String) => DataNumber.Read(json.GetString()),
        (PortableKind.Bool, JsonTokenType.True or JsonTokenType.False) => json.GetBoolean(),
        (PortableKind.Date, JsonTokenType.String) => DateWriter.Read(json.GetString()!),
        (PortableKind.Instant, JsonTokenType.String) => ReadInstant(json.GetString()),
        (PortableKind.Bytes, JsonTokenType.String) => json.TryGetBytesFromBase64(out var bytes) ? bytes : null,
        _ => null,
    };

    private static DateTime? ReadInstant(string? text) =>
        DateTime.TryParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    private static FormatException Wrong(PortableColumn column) => new($"{column.Name} is no {column.Kind}.");
}
