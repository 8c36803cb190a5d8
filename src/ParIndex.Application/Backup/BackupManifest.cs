using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParIndex.Application.Backup;

/// <summary>A backup or a restore cannot be done; the message says why, in Vietnamese. Nothing was written.</summary>
public sealed class BackupRefusedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>One table of a backup.</summary>
/// <param name="Name">The table in the database.</param>
/// <param name="Rows">How many rows its file holds.</param>
/// <param name="Sha256">SHA-256 of the bytes of its file, lower-case hexadecimal.</param>
public sealed record BackupTable(string Name, long Rows, string Sha256);

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Version of the form of the file; this software reads <see cref="CurrentFormat"/> only.</param>
/// <param name="ProductVersion">The version that wrote it. Informs only.</param>
/// <param name="Schema">Name of the last migration without its time stamp; the same on both databases.</param>
/// <param name="CreatedAt">Instant of the snapshot, UTC.</param>
/// <param name="Tables">Every table of the model, by name.</param>
public sealed record BackupManifest(int Format, string ProductVersion, string Schema, DateTime CreatedAt, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>The form this software writes and reads.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>All rows of all tables.</summary>
    [JsonIgnore]
    public long Rows => Tables.Sum(table => table.Rows);

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="BackupRefusedException">It is no manifest, or of another form.</exception>
    internal static BackupManifest Read(byte[] json)
    {
        try
        {
            // The form is looked at first: a later one may say things this version cannot read.
            using var document = JsonDocument.Parse(json);
            var format = document.RootElement.GetProperty("format").GetInt32();
            return format == CurrentFormat
                ? document.Deserialize<BackupManifest>(Json)!
                : throw new BackupRefusedException($"Tệp sao lưu có định dạng {format}; phần mềm này chỉ đọc định dạng {CurrentFormat}. Hãy dùng đúng phiên bản phần mềm đã tạo tệp.");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BackupRefusedException("Tệp sao lưu bị hỏng: không đọc được manifest.json.", failure);
        }
    }
}
