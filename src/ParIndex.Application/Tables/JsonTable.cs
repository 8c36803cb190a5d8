using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Tables;

/// <summary>Writes rows as JSON: numbers with exactly the places they are published with, absent as <c>null</c>.</summary>
public static class JsonTable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document: UTF-8, no BOM, one line.</summary>
    public static byte[] Document(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Writes the rows as an array.</summary>
    public static void WriteRows<T>(Utf8JsonWriter json, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray();
        foreach (var row in rows)
        {
            WriteRow(json, columns, row);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes one row as an object; keys with a dot nest, neighbours of one parent in one object.</summary>
    public static void WriteRow<T>(Utf8JsonWriter json, IReadOnlyList<Column<T>> columns, T row)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        string? open = null;
        foreach (var column in columns)
        {
            var dot = column.Key.IndexOf('.', StringComparison.Ordinal);
            var parent = dot < 0 ? null : column.Key[..dot];
            if (parent != open)
            {
                if (open is not null)
                {
                    json.WriteEndObject();
                }

                if (parent is not null)
                {
                    json.WriteStartObject(parent);
                }

                open = parent;
            }

            json.WritePropertyName(column.Key[(dot + 1)..]);
            WriteCell(json, column.Value(row));
        }

        if (open is not null)
        {
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one value.</summary>
    public static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (cell)
        {
            case Cell.Text text:
                json.WriteStringValue(text.Value);
                break;
            case Cell.Number number:
                json.WriteRawValue(number.AsData);
                break;
            case Cell.YesNo yes:
                json.WriteBooleanValue(yes.Value);
                break;
            case Cell.Day day:
                json.WriteStringValue(Domain.Numbers.DateWriter.Data(day.Value));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
