using System.Buffers;
using System.Security.Cryptography;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>Bytes that were written to the store, not yet under their own name.</summary>
/// <param name="Path">Where they lie.</param>
/// <param name="Size">How many.</param>
/// <param name="Sha256">SHA-256, lower-case hexadecimal, taken while they passed.</param>
internal sealed record IncomingBytes(string Path, long Size, string Sha256);

/// <summary>
/// A folder of files under random names, two levels deep. Bytes are on the disk before anybody is told so, and appear
/// under their name whole or not at all. The folder itself is never made here: one that is gone, say an unmounted disk,
/// must not be mistaken for an empty one.
/// </summary>
public sealed class FileStore(EvidenceSettings settings)
{
    private const int BufferSize = 81_920;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OwnersFolder = OwnerOnly | UnixFileMode.UserExecute;

    /// <summary>Whether the store can be used.</summary>
    public bool IsThere => Directory.Exists(settings.Folder);

    private string Files => Path.Combine(settings.Folder, "files");

    private string Incoming => Path.Combine(settings.Folder, "incoming");

    private string Uploads => Path.Combine(settings.Folder, "uploads");

    /// <summary>The bytes of a stored file.</summary>
    /// <exception cref="FileRefusedException">They are not there.</exception>
    public Stream Open(StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OpenNamed(file.StoreName);
    }

    /// <summary>The bytes of a stored file, or <c>null</c> when the store is there and they are not.</summary>
    /// <exception cref="FileRefusedException">The store is gone.</exception>
    public Stream? Find(StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        RequireThere();
        return File.Exists(PathOf(file.StoreName)) ? OpenNamed(file.StoreName) : null;
    }
    /// <summary>Whether there are bytes under a name, for the backup.</summary>
    internal bool Has(string storeName) => File.Exists(PathOf(storeName));

    /// <summary>The bytes under a name, for the backup.</summary>
    internal FileStream OpenNamed(string storeName)
    {
        try
        {
            return new FileStream(PathOf(storeName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            throw FileRefusedException.StoreGone(gone);
        }
    }

    /// <summary>Writes bytes to a name of their own and takes their hash on the way.</summary>
    /// <exception cref="FileRefusedException">More than <paramref name="most"/> bytes, none, or the store does not take them; nothing is left.</exception>
    internal async Task<IncomingBytes> ReceiveAsync(Stream content, long most, CancellationToken cancel)
    {
        var path = Path.Combine(Folder(Incoming), Guid.NewGuid().ToString("N"));
        try
        {
            await using var target = Create(path);
            var (size, hash) = await CopyAsync(content, target, most, cancel);
            target.Flush(flushToDisk: true);
            return new(path, size, hash);
        }
        catch (Exception failure)
        {
            Remove(path);
            throw Worded(failure);
        }
    }

    /// <summary>Puts received bytes under the name of their file.</summary>
    internal void Keep(IncomingBytes bytes, StoredFile file) => Keep(bytes, file.StoreName);

    /// <summary>Puts received bytes under a name, for the backup.</summary>
    internal void Keep(IncomingBytes bytes, string storeName)
    {
        var path = PathOf(storeName);
        try
        {
            Folder(Path.GetDirectoryName(path)!);
            File.Move(bytes.Path, path, overwrite: false);
            FlushName(path);
        }
        catch (Exception failure)
        {
            Remove(bytes.Path);
            throw Worded(failure);
        }
    }

    /// <summary>Drops received bytes that are not wanted.</summary>
    internal static void Drop(IncomingBytes bytes) => Remove(bytes.Path);

    /// <summary>How many bytes of an upload have arrived; <c>null</c> when it has not begun or is gone.</summary>
    internal long? LengthOf(FileUpload upload)
    {
        RequireThere();
        var part = new FileInfo(PartOf(upload));
        return part.Exists ? part.Length : null;
    }

    /// <summary>Begins an upload.</summary>
    internal void Begin(FileUpload upload)
    {
        try
        {
            Folder(Uploads);
            using var part = Create(PartOf(upload));
            part.Flush(flushToDisk: true);
        }
        catch (Exception failure)
        {
            throw Worded(failure);
        }
    }

    /// <summary>
    /// Adds bytes to an upload, as far as they arrive: what came over before the line broke is kept, that is the point.
    /// </summary>
    /// <param name="upload">The upload.</param>
    /// <param name="offset">Where the bytes belong; bytes behind it, of a slice nobody confirmed, are written anew.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancel">The line broke.</param>
    /// <returns>How many bytes there are now, on the disk.</returns>
    /// <exception cref="FileRefusedException">More than announced, or the store does not take them.</exception>
    internal async Task<long> AppendAsync(FileUpload upload, long offset, Stream content, CancellationToken cancel)
    {
        await using var part = OpenForMore(upload);
        try
        {
            part.Seek(offset, SeekOrigin.Begin);
            try
            {
                await CopyAsync(content, part, upload.Size - offset, cancel, mayBeEmpty: true);
            }
            finally
            {
                part.Flush(flushToDisk: true);
            }

            return part.Position;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw Worded(failure);
        }
    }

    /// <summary>The bytes of an upload.</summary>
    internal FileStream OpenPart(FileUpload upload)
    {
        try
        {
            return new FileStream(PartOf(upload), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            throw FileRefusedException.StoreGone(gone);
        }
    }

    /// <summary>Size and hash of a complete upload.</summary>
    internal async Task<IncomingBytes> CompletedAsync(FileUpload upload, CancellationToken cancel)
    {
        try
        {
            await using var part = OpenPart(upload);
            var (size, hash) = await CopyAsync(part, Stream.Null, upload.Size, cancel);
            return new(PartOf(upload), size, hash);
        }
        catch (Exception failure)
        {
            throw Worded(failure);
        }
    }

    /// <summary>Drops the bytes of an upload.</summary>
    internal void Drop(FileUpload upload) => Remove(PartOf(upload));

    /// <summary>The store names there are, older than an instant: those without a row are left over.</summary>
    internal IEnumerable<string> NamesBefore(DateTime instant) => OldFiles(Files, instant, SearchOption.AllDirectories).Select(file => file.Name);

    /// <summary>Drops bytes left over from saves that never happened.</summary>
    internal void Drop(string storeName) => Remove(PathOf(storeName));

    /// <summary>Drops what was received and never kept, and uploads whose row is gone, older than an instant.</summary>
    /// <returns>How many.</returns>
    internal int DropReceivedBefore(DateTime instant, IReadOnlySet<Guid> uploads)
    {
        var left = OldFiles(Incoming, instant, SearchOption.TopDirectoryOnly)
            .Concat(OldFiles(Uploads, instant, SearchOption.TopDirectoryOnly).Where(part => !Guid.TryParse(part.Name, out var id) || !uploads.Contains(id))).ToList();
        left.ForEach(file => Remove(file.FullName));
        return left.Count;
    }

    private FileStream OpenForMore(FileUpload upload)
    {
        try
        {
            return new FileStream(PartOf(upload), FileMode.Open, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        }
        catch (IOException taken) when (taken.GetType() == typeof(IOException))
        {
            throw new FileRefusedException(FileRefusal.Busy, UploadWords.Busy(), taken);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            throw FileRefusedException.StoreGone(gone);
        }
    }

    /// <summary>The place of a file; no part of it is a sender's word.</summary>
    private string PathOf(string storeName) => Path.Combine(Files, storeName[..2], storeName[2..4], storeName);

    private string PartOf(FileUpload upload) => Path.Combine(Uploads, upload.Id.ToString("N"));

    private void RequireThere()
    {
        if (!IsThere)
        {
            throw FileRefusedException.StoreGone();
        }
    }

    private string Folder(string path)
    {
        RequireThere();
        return (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnersFolder)).FullName;
    }

    private static IEnumerable<FileInfo> OldFiles(string folder, DateTime instant, SearchOption depth) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", depth).Where(file => file.LastWriteTimeUtc < instant) : [];

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    private static async Task<(long Size, string Sha256)> CopyAsync(Stream from, Stream to, long most, CancellationToken cancel, bool mayBeEmpty = false)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            int read;
            while ((read = await from.ReadAsync(buffer, cancel)) > 0)
            {
                size += read;
                if (size > most)
                {
                    throw new FileRefusedException(FileRefusal.File, UploadWords.TooLarge());
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            return size > 0 || mayBeEmpty ? (size, Convert.ToHexStringLower(hash.GetHashAndReset())) : throw new FileRefusedException(FileRefusal.File, UploadWords.Empty());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A name given to flushed bytes reaches the disk with the next flush of the file that carries it.</summary>
    private static void FlushName(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed now is swept later.
        }
    }

    private static Exception Worded(Exception failure) => failure switch
    {
        DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException => FileRefusedException.StoreGone(failure),
        IOException when failure.GetType() == typeof(IOException) => FileRefusedException.StoreFull(failure),
        _ => failure,
    };
}
