using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>What became of bytes that were sent.</summary>
/// <param name="Offset">How many bytes of the file lie on the disk now.</param>
/// <param name="IsAccepted">False when they were sent for another place than the end of what is there.</param>
/// <param name="Complete">Of a file that is all there: what it is; <c>null</c> while bytes are missing.</param>
public sealed record UploadProgress(long Offset, bool IsAccepted, CompleteUpload? Complete);

/// <summary>A file that has come over whole and was checked, and waits for the form that says what it is.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, which the sender can compare.</param>
public sealed record CompleteUpload(FileKind Kind, long Size, string Sha256);

/// <summary>
/// Files that come over a weak line in slices: begun, added to at the place where they broke off, and complete when all
/// bytes are there. The bytes on the disk say how far a file came, nothing else.
/// </summary>
public sealed class EvidenceUploads(ParIndexDb db, FileStore store, StoredFileRegister files, TimeProvider clock)
{
    /// <summary>Files one person may have under way: enough for any work, too few to fill a disk.</summary>
    public const int MostUnderWay = 20;

    /// <summary>So long an upload waits for its sender to come back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>Begins an upload.</summary>
    /// <param name="fileName">Its name where it comes from.</param>
    /// <param name="size">Bytes announced.</param>
    /// <param name="year">The year whose quota it will count against.</param>
    /// <param name="actor">Who sends it, for the own unit.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="FileRefusedException">It is too large, the quota or the number of uploads is used up, or the store is gone.</exception>
    public async Task<FileUpload> CreateAsync(string fileName, long size, int year, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (size is <= 0 or > EvidenceSettings.MostBytes)
        {
            throw new FileRefusedException(FileRefusal.File, size <= 0 ? UploadWords.Empty() : UploadWords.TooLarge());
        }

        if (await db.FileUploads.CountAsync(upload => upload.By == actor.Id, cancel) >= MostUnderWay)
        {
            throw new FileRefusedException(FileRefusal.Quota, UploadWords.TooManyUnderWay(MostUnderWay));
        }

        await files.RequireRoomAsync(actor.UnitId, year, size, cancel);
        var begun = new FileUpload(FileWords.Clip(fileName), size, actor.UnitId, year, actor.Id, clock.GetUtcNow().UtcDateTime);
        store.Begin(begun);
        db.FileUploads.Add(begun);
        await db.SaveAsync(new(actor.StaffCode, "Bắt đầu tải tệp lên"), cancel);
        return begun;
    }

    /// <summary>The upload of a key, if it is this person's; else <c>null</c>.</summary>
    public Task<FileUpload?> FindAsync(Guid id, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.FileUploads.AsNoTracking().FirstOrDefaultAsync(upload => upload.Id == id && upload.By == actor.Id, cancel);
    }

    /// <summary>How many bytes of an upload lie on the disk; <c>null</c> when they are gone.</summary>
    /// <exception cref="FileRefusedException">The store is gone.</exception>
    public long? OffsetOf(FileUpload upload) => store.LengthOf(upload);

    /// <summary>Adds bytes at the end of what is there. What came before a line broke is kept.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="offset">Where the sender believes the end to be.</param>
    /// <param name="content">The bytes; none, to be told again what a complete file is.</param>
    /// <param name="cancel">The line broke.</param>
    /// <exception cref="FileRefusedException">The file, now complete, is none that is taken: it is gone then. Or another request is writing to it.</exception>
    public async Task<UploadProgress> AppendAsync(FileUpload upload, long offset, Stream content, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var there = store.LengthOf(upload) ?? throw FileRefusedException.StoreGone();
        if (offset != there)
        {
            return new(there, IsAccepted: false, Complete: null);
        }

        var now = await store.AppendAsync(upload, offset, content, cancel);
        return new(now, IsAccepted: true, now == upload.Size ? await InspectAsync(upload, cancel) : null);
    }

    /// <summary>Drops uploads whose sender did not come back.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel = default)
    {
        if (!store.IsThere)
        {
            return 0;
        }

        var before = clock.GetUtcNow().UtcDateTime - Patience;
        var abandoned = await db.FileUploads.Where(upload => upload.At < before).ToListAsync(cancel);
        if (abandoned.Count > 0)
        {
            db.FileUploads.RemoveRange(abandoned);
            await db.SaveAsync(new("job", "Xóa tệp tải lên dở dang quá 07 ngày"), cancel);
            abandoned.ForEach(store.Drop);
        }

        return abandoned.Count;
    }

    /// <summary>Keeps a complete upload as a file; the caller's save keeps its row and ends the upload.</summary>
    /// <exception cref="FileRefusedException">It is not there, not complete, or not taken.</exception>
    internal async Task<StoredFile> KeepAsync(Guid uploadId, StaffAccount actor, CancellationToken cancel)
    {
        var upload = await db.FileUploads.FirstOrDefaultAsync(known => known.Id == uploadId && known.By == actor.Id, cancel)
            ?? throw new FileRefusedException(FileRefusal.File, UploadWords.Gone());
        if (store.LengthOf(upload) is var there && there != upload.Size)
        {
            throw new FileRefusedException(FileRefusal.File, UploadWords.Incomplete(upload.FileName, there ?? 0, upload.Size));
        }

        // A copy: should the form be refused, the upload is still there to be sent with it again.
        StoredFile file;
        await using (var content = store.OpenPart(upload))
        {
            file = await files.KeepAsync(content, upload.FileName, upload.UnitId, upload.Year, actor, cancel: cancel);
        }

        db.FileUploads.Remove(upload);
        return file;
    }

    /// <summary>Drops the bytes of an upload that became a file.</summary>
    internal void Drop(FileUpload upload) => store.Drop(upload);

    private async Task<CompleteUpload> InspectAsync(FileUpload upload, CancellationToken cancel)
    {
        var bytes = await store.CompletedAsync(upload, cancel);
        try
        {
            await using var content = store.OpenPart(upload);
            return new(FileCheck.KindOf(content), bytes.Size, bytes.Sha256);
        }
        catch (FileRefusedException)
        {
            db.FileUploads.RemoveRange(await db.FileUploads.Where(known => known.Id == upload.Id).ToListAsync(cancel));
            await db.SaveAsync(new("job", "Xóa tệp tải lên không được nhận"), cancel);
            store.Drop(upload);
            throw;
        }
    }
}
