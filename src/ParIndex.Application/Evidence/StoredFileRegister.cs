using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>
/// Takes files in and gives them out. The bytes are checked and on the disk before their row is saved; bytes whose row
/// never came are swept later, so that a row without bytes cannot be.
/// </summary>
public sealed class StoredFileRegister(ParIndexDb db, FileStore store, FileScanner scanner, EvidenceSettings settings, TimeProvider clock)
{
    /// <summary>Younger left-overs may belong to a save that is just happening.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Who looks into files that came before.</summary>
    private const string Job = "job";

    /// <summary>How many files are looked into at a time: so few that the lease of the job outlasts them.</summary>
    private const int MarkedAtOnce = 50;

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

    /// <summary>
    /// The bytes of a file, once they are seen to be those that were brought. Others are not given out: the file is
    /// marked and the log told, once; a file put right again loses the mark.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="reader">Who asks, as the audit log names people and jobs.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="FileRefusedException">The store is gone, or the bytes are not those that were brought.</exception>
    public async Task<Stream> OpenAsync(StoredFile file, string reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = store.Find(file);
        try
        {
            var hash = content is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
            var isAltered = hash != file.Sha256;
            if (isAltered != (file.Marks ?? FileMarks.None).HasFlag(FileMarks.Altered))
            {
                await NoteAsync(file.Id, isAltered, hash, reader, cancel);
            }

            if (isAltered)
            {
                throw FileRefusedException.Altered();
            }

            content!.Position = 0;
            return content;
        }
        catch
        {
            if (content is not null)
            {
                await content.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Looks into files that came before files were looked into, a few at a time.</summary>
    /// <returns>How many were looked into.</returns>
    public async Task<int> MarkAsync(CancellationToken cancel = default)
    {
        if (!store.IsThere)
        {
            return 0;
        }

        var files = await db.StoredFiles.Where(file => file.Marks == null).OrderBy(file => file.Id).Take(MarkedAtOnce).ToListAsync(cancel);
        foreach (var file in files)
        {
            try
            {
                await using var content = await OpenAsync(file, Job, cancel);
                file.Mark(FileMarking.Of(content, file.Kind));
            }
            catch (FileRefusedException altered) when (altered.Reason == FileRefusal.Altered)
            {
                // It is marked and told by now.
            }
        }

        if (files.Count > 0)
        {
            await db.SaveAsync(new(Job, "Kiểm tra nội dung chủ động trong tệp đã lưu"), cancel);
        }

        return files.Count;
    }

    /// <summary>Bytes kept for a unit and year so far.</summary>
    public Task<long> UsedAsync(Guid unitId, int year, CancellationToken cancel = default) =>
        db.StoredFiles.Where(file => file.UnitId == unitId && file.Year == year).SumAsync(file => file.Size, cancel);

    /// <summary>Refuses more bytes than the quota of the unit and year leaves.</summary>
    /// <exception cref="FileRefusedException">The quota is used up.</exception>
    public async Task RequireRoomAsync(Guid? unitId, int year, long size, CancellationToken cancel = default)
    {
        if (unitId is { } unit && await UsedAsync(unit, year, cancel) is var used && used + size > settings.QuotaBytes)
        {
            throw new FileRefusedException(FileRefusal.Quota, UploadWords.NoRoom(used, settings.QuotaBytes, year, size));
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
            var (kind, marks) = Look(bytes);
            if (onlyPdf && kind != FileKind.Pdf)
            {
                throw new FileRefusedException(FileRefusal.File, UploadWords.OnlyPdf());
            }

            await RequireRoomAsync(unitId, year, bytes.Size, cancel);
            await scanner.CheckAsync(bytes.Path, cancel);
            var file = new StoredFile(FileWords.CleanName(fileName, kind), kind, bytes.Size, bytes.Sha256, unitId, year, by, clock.GetUtcNow().UtcDateTime);
            file.Mark(marks);
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

    private static (FileKind Kind, FileMarks Marks) Look(IncomingBytes bytes)
    {
        using var content = File.OpenRead(bytes.Path);
        var kind = FileCheck.KindOf(content);
        return (kind, FileMarking.Of(content, kind));
    }

    /// <summary>Marks a file as altered, or as itself again, and tells the log.</summary>
    private async Task NoteAsync(Guid id, bool isAltered, string? hash, string reader, CancellationToken cancel)
    {
        var file = await db.StoredFiles.FirstAsync(known => known.Id == id, cancel);
        var marks = file.Marks ?? FileMarks.None;
        file.Mark(isAltered ? marks | FileMarks.Altered : marks & ~FileMarks.Altered);
        var act = isAltered
            ? $"Tệp “{file.FileName}” trong kho không còn nguyên vẹn: SHA-256 lúc nộp {file.Sha256}, nay {hash ?? "không còn tệp"}"
            : $"Tệp “{file.FileName}” trong kho nguyên vẹn trở lại";
        await db.SaveAsync(new(reader, act), cancel);
    }
}
