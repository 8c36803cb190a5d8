using System.Security.Cryptography;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Evidence;

/// <summary>A file is not kept; the message says why.</summary>
/// <param name="message">Why, in Vietnamese.</param>
public sealed class FileRefusedException(string message) : Exception(message);

/// <summary>The folder that holds the bytes of files under random names.</summary>
/// <param name="Path">Where it is.</param>
public sealed record FileFolder(string Path);

/// <summary>Files kept outside the database, with the hash of their bytes.</summary>
public sealed class StoredFiles(ParIndexDb db, FileFolder folder, TimeProvider clock)
{
    /// <summary>Largest file, bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int MostName = 200;

    /// <summary>Keeps a file and adds its row to the context: the caller's own save keeps it, together with what refers to it.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="fileName">Its name where it came from.</param>
    /// <param name="unitId">The unit it is of, or <c>null</c> for the council's own.</param>
    /// <param name="year">The year it is for.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="onlyPdf">Whether nothing but PDF is taken.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="FileRefusedException">Empty, too large, or of another kind than its content may be.</exception>
    public async Task<StoredFile> KeepAsync(Stream content, string fileName, Guid? unitId, int year, StaffAccount actor, bool onlyPdf, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(actor);
        var bytes = await ReadAsync(content, cancel);
        if (!bytes.AsSpan().StartsWith("%PDF-"u8))
        {
            throw new FileRefusedException("Tệp không phải là PDF; quét hoặc xuất báo cáo đã ký thành PDF.");
        }

        var name = VietnameseText.Normalize(string.Concat(Path.GetFileName(fileName).Where(letter => !char.IsControl(letter))));
        var file = new StoredFile(name.Length is 0 ? "bao-cao.pdf" : name.Length <= MostName ? name : name[^MostName..], FileKind.Pdf, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), unitId, year, actor.Id, clock.GetUtcNow().UtcDateTime);
        await using (var stored = new FileStream(Path.Combine(folder.Path, file.StoreName), FileMode.CreateNew, FileAccess.Write))
        {
            await stored.WriteAsync(bytes, cancel);
            stored.Flush(flushToDisk: true);
        }

        db.Add(file);
        return file;
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (copy.Length + read > MostBytes)
            {
                throw new FileRefusedException("Tệp lớn hơn 20 MB.");
            }

            copy.Write(buffer, 0, read);
        }

        return copy.Length > 0 ? copy.ToArray() : throw new FileRefusedException("Tệp rỗng.");
    }
}
