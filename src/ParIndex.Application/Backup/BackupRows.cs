using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParIndex.Application.Backup;

/// <summary>Writes the rows of a table, one JSON object a line, and takes their hash and number on the way.</summary>
internal static class BackupRows
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<BackupTable> WriteAsync(DbConnection connection, DbTransaction transaction, PortableTable table, Stream target, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = table.SelectSql;
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>(1024);
        await using var json = new Utf8JsonWriter(line, Json);
        var rows = 0L;
        while (await row.ReadAsync(cancel))
        {
            line.ResetWrittenCount();
            json.Reset();
            WriteRow(json, table, row);
            line.Write("\n"u8);
            hash.AppendData(line.WrittenSpan);
            await target.WriteAsync(line.WrittenMemory, cancel);
            rows++;
        }

        return new(table.Name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The values of one line, in the order of the table's columns.</summary>
    /// <exception cref="FormatException">The line is no row of the table.</exception>
    public static object[] Read(ReadOnlySpan<byte> line, PortableTable table)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            var values = new object[table.Columns.Count];
            Expect(ref json, JsonTokenType.StartObject);
            for (var i = 0; i < values.Length; i++)
            {
                Expect(ref json, JsonTokenType.PropertyName);
                if (!json.ValueTextEquals(table.Columns[i].Name) || !json.Read())
                {
                    throw new FormatException($"{table.Columns[i].Name} is missing.");
                }

                values[i] = PortableValue.Read(ref json, table.Columns[i]);
            }

            Expect(ref json, JsonTokenType.EndObject);
            return json.Read() ? throw new FormatException("More than one object in a line.") : values;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new FormatException("Not a row.", failure);
        }
    }

    private static void WriteRow(Utf8JsonWriter json, PortableTable table, DbDataReader row)
    {
        json.WriteStartObject();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            PortableValue.Write(json, table.Columns[i], row, i);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (!json.Read() || json.TokenType != token)
        {
            throw new FormatException($"{token} expected.");
        }
    }
}
