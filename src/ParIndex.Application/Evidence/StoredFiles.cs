using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>
/// Takes files in and gives them out. The bytes are checked and on the disk before their row is saved; bytes whose row
/// never came are swept later, so that a row without bytes cannot be.
/// </summary>
public sealed class StoredFiles(ParIndexDb db, FileStore store, FileScanner scanner, EvidenceSettings settings, TimeProvider clock)
{
    /// <summary>Younger left-overs may belong to a save that is just happening.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>
    /// Checks and keeps a file, and adds its row to the context: the caller's own save keeps it, together with what
    /// refers to it.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">Its name where it came from.</param>
    /// <param name="unitId">The unit whose quota it counts against, or <c>null</c> for the council's own.</param>
    /// <param name="year">The year whose quota it counts against.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="onlyPdf">Whether nothing but PDF is taken: signed reports, minutes, decisions.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="FileRefusedException">Why it is not taken; nothing of it is kept.</exception>
    public async Task<StoredFile> KeepAsync(Stream content, string fileName, Guid? unitId, int year, StaffAccount actor, bool onlyPdf = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(actor);
        var bytes = await store.ReceiveAsync(content, EvidenceSettings.MostBytes, cancel);
        return await KeepAsync(bytes, fileName, unitId, year, actor.Id, onlyPdf, cancel);
    }

    /// <summary>The file of a key, or <c>null</c>. Whether it is this reader's, the caller knows.</summary>
    public Task<StoredFile?> FindAsync(Guid id, CancellationToken cancel = default) => db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, cancel);

    /// <inheritdoc cref="FileStore.Open" />
    public Stream Open(StoredFile file) => store.Open(file);

    /// <summary>Bytes kept for a unit and year so far.</summary>
    public Task<long> UsedAsync(Guid unitId, int year, CancellationToken cancel = default) =>
        db.StoredFiles.Where(file => file.UnitId == unitId && file.Year == year).SumAsync(file => file.Size, cancel);

    /// <summary>Refuses more bytes than the quota of the unit and year leaves.</summary>
    /// <exception cref="FileRefusedException">The quota is used up.</exception>
    public async Task RequireRoomAsync(Guid? unitId, int year, long size, CancellationToken cancel = default)
    {
        if (unitId is { } unit && await UsedAsync(unit, year, cancel) is var used && used + size > settings.QuotaBytes)
        {
            throw new FileRefusedException(FileRefusal.Quota, $"Đơn vị đã dùng {FileWords.Size(used)} trong {FileWords.Size(settings.QuotaBytes)} được cấp cho năm {year}; tệp {FileWords.Size(size)} này không còn chỗ. Hãy giảm dung lượng tệp hoặc đề nghị quản trị hệ thống tăng hạn mức.");
        }
    }

    /// <summary>Removes what saves that never happened left in the store.</summary>
    /// <returns>How many files were removed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel = default)
    {
        if (!store.IsThere)
        {
            return 0;
        }

        var before = clock.GetUtcNow().UtcDateTime - Grace;
        var uploads = (await db.FileUploads.Select(upload => upload.Id).ToListAsync(cancel)).ToHashSet();
        var removed = store.DropReceivedBefore(before, uploads);
        foreach (var names in store.NamesBefore(before).Chunk(500))
        {
            var known = await db.StoredFiles.Where(file => names.Contains(file.StoreName)).Select(file => file.StoreName).ToListAsync(cancel);
            foreach (var orphan in names.Except(known, StringComparer.Ordinal))
            {
                store.Drop(orphan);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>Checks received bytes and keeps them under the name of a new row.</summary>
    internal async Task<StoredFile> KeepAsync(IncomingBytes bytes, string fileName, Guid? unitId, int year, Guid by, bool onlyPdf, CancellationToken cancel)
    {
        try
        {
            var kind = KindOf(bytes);
            if (onlyPdf && kind != FileKind.Pdf)
            {
                throw new FileRefusedException(FileRefusal.File, "Chỗ này chỉ nhận tệp PDF, tối đa 20 MB.");
            }

            await RequireRoomAsync(unitId, year, bytes.Size, cancel);
            await scanner.CheckAsync(bytes.Path, cancel);
            var file = new StoredFile(FileWords.CleanName(fileName, kind), kind, bytes.Size, bytes.Sha256, unitId, year, by, clock.GetUtcNow().UtcDateTime);
            store.Keep(bytes, file);
            db.StoredFiles.Add(file);
            return file;
        }
        catch
        {
            FileStore.Drop(bytes);
            throw;
        }
    }

    private static FileKind KindOf(IncomingBytes bytes)
    {
        using var content = File.OpenRead(bytes.Path);
        return FileCheck.KindOf(content);
    }
}
