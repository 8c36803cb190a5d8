using System.Security.Cryptography;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>A file is not taken: its kind or its size.</summary>
/// <param name="message">Why, in Vietnamese.</param>
public sealed class FileRefusedException(string message) : Exception(message);

/// <summary>The folder in which files are kept.</summary>
/// <param name="Path">Its full path.</param>
public sealed record FileFolder(string Path);

/// <summary>Files kept outside the database under random names, with the hash of their bytes.</summary>
public sealed class StoredFiles(ParIndexDb db, FileFolder folder, TimeProvider clock)
{
    /// <summary>Most bytes of one file.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private static readonly byte[] Pdf = "%PDF-"u8.ToArray();

    /// <summary>Keeps a file. Its row is saved by whoever keeps it, with what it belongs to.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="fileName">Its name where it came from.</param>
    /// <param name="unitId">The unit whose quota it counts against, or <c>null</c> for the council's own.</param>
    /// <param name="year">The year whose quota it counts against.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="onlyPdf">Whether nothing but a PDF is taken.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="FileRefusedException">Not a PDF, empty, or too large.</exception>
    public async Task<StoredFile> KeepAsync(Stream content, string fileName, Guid? unitId, int year, StaffAccount actor, bool onlyPdf, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(actor);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        if (copy.Length > MostBytes)
        {
            throw new FileRefusedException("Tệp lớn hơn 20 MB.");
        }

        var bytes = copy.ToArray();
        if (!bytes.AsSpan().StartsWith(Pdf))
        {
            throw new FileRefusedException("Chỉ nhận tệp PDF; tệp vừa chọn không phải là PDF.");
        }

        var name = string.Concat(Path.GetFileName(fileName).Where(letter => !char.IsControl(letter)));
        var file = new StoredFile(name.Length is 0 ? "tep.pdf" : name[..Math.Min(name.Length, 200)], FileKind.Pdf, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), unitId, year, actor.Id, clock.GetUtcNow().UtcDateTime);
        Directory.CreateDirectory(folder.Path);
        await using (var stored = new FileStream(Path.Combine(folder.Path, file.StoreName), FileMode.CreateNew, FileAccess.Write))
        {
            await stored.WriteAsync(bytes, cancel);
            stored.Flush(flushToDisk: true);
        }

        db.Add(file);
        return file;
    }
}
