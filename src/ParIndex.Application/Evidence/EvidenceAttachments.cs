using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Evidence;

/// <summary>What is said of a document.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Number">Its number, or <c>null</c>.</param>
/// <param name="IssuedOn">Its date, or <c>null</c>.</param>
/// <param name="Issuer">Who issued it, or <c>null</c>.</param>
/// <param name="IsShared">Whether every unit may point to it; taken from coordinators only.</param>
public sealed record Citation(string Title, string? Number, DateOnly? IssuedOn, string? Issuer, bool IsShared);

/// <summary>The file of a document: sent with the form, or come over in slices before.</summary>
/// <param name="Content">Bytes sent with the form.</param>
/// <param name="FileName">Their name.</param>
/// <param name="UploadId">The upload that came before, or <c>null</c>.</param>
/// <param name="IsDeclared">Whether the sender declares that it is no state secret.</param>
public sealed record DocumentFile(Stream? Content, string FileName, Guid? UploadId, bool IsDeclared);

/// <summary>Brings documents, and says which leaves of which scorecard they prove.</summary>
public sealed class EvidenceAttachments(ParIndexDb db, ScorecardReader scorecards, StoredFileRegister files, FileStore store, EvidenceUploads uploads, TimeProvider clock)
{
    private const string NotThere = "Tài liệu này không còn, hoặc không phải của đơn vị.";

    /// <summary>Adds a document to the library of the actor's unit, with no leaf yet.</summary>
    /// <exception cref="RefusedException">The person has no library, or a file came without the declaration.</exception>
    /// <exception cref="FileRefusedException">The file is not taken.</exception>
    public async Task<EvidenceDocument> AddAsync(Citation citation, DocumentFile? file, int year, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(actor);
        if (!EvidenceRights.HasLibrary(actor))
        {
            throw new RefusedException("Tài khoản này không thuộc đơn vị nào nên không có kho tài liệu.");
        }

        var kept = await KeepAsync(file, year, actor, cancel);
        return await UndoingAsync(kept, async () =>
        {
            var document = Document(citation, kept, actor);
            db.Add(document);
            await SaveAsync(actor, "Thêm tài liệu vào kho của đơn vị", cancel);
            return document;
        });
    }

    /// <summary>Adds a document and points to it from leaves of a scorecard, in one save.</summary>
    /// <param name="scorecardId">The scorecard.</param>
    /// <param name="leaves">The leaves it proves.</param>
    /// <param name="pages">Where to look in it, or <c>null</c>.</param>
    /// <param name="citation">What it is.</param>
    /// <param name="file">Its file, or <c>null</c> for a citation alone.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">State, deadline, rights or the missing declaration stand against it.</exception>
    /// <exception cref="FileRefusedException">The file is not taken.</exception>
    public async Task<EvidenceDocument> AttachAsync(Guid scorecardId, IReadOnlyCollection<Guid> leaves, string? pages, Citation citation, DocumentFile? file, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(actor);
        // Asked before the file is read, and again when the scorecard is held: the file takes its time.
        var before = await scorecards.FindAsync(scorecardId, cancel) ?? throw new RefusedException(NotThere);
        Require(actor, before);
        var kept = await KeepAsync(file, before.Round.Year, actor, cancel);
        return await UndoingAsync(kept, async () =>
        {
            await using var held = await ScorecardLock.ShareAsync(db, scorecardId, cancel);
            var folder = await ForChangeAsync(scorecardId, actor, cancel);
            var document = Document(citation, kept, actor);
            db.Add(document);
            Link(folder, leaves, document, pages, actor);
            await SaveAsync(actor, "Thêm tài liệu kiểm chứng", cancel);
            await held.CommitAsync(cancel);
            return document;
        });
    }

    /// <summary>Points from leaves of a scorecard to a document that is there already. Leaves that do so stay as they are.</summary>
    /// <returns>How many links were added.</returns>
    /// <exception cref="RefusedException">State, deadline or rights stand against it, or the document is another unit's.</exception>
    public async Task<int> LinkAsync(Guid scorecardId, IReadOnlyCollection<Guid> leaves, Guid documentId, string? pages, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.ShareAsync(db, scorecardId, cancel);
        var folder = await ForChangeAsync(scorecardId, actor, cancel);
        var document = await db.EvidenceDocuments.FirstOrDefaultAsync(known => known.Id == documentId, cancel);
        if (document is null || !EvidenceRights.MayPointTo(actor, document))
        {
            throw new RefusedException(NotThere, isOfRights: document is not null);
        }

        var added = Link(folder, leaves, document, pages, actor);
        await SaveAsync(actor, "Dẫn tài liệu kiểm chứng", cancel);
        await held.CommitAsync(cancel);
        return added;
    }

    /// <summary>Points from a leaf to the documents that proved it the year before, each at the same pages; those it points to already stay as they are.</summary>
    /// <param name="scorecardId">The scorecard.</param>
    /// <param name="leafId">The leaf of this year.</param>
    /// <param name="earlier">The documents as they were pointed to.</param>
    /// <param name="actor">Who points to them.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many links were added.</returns>
    /// <exception cref="RefusedException">State, deadline or rights stand against it, or there is none that the person may point to.</exception>
    public async Task<int> ReuseAsync(Guid scorecardId, Guid leafId, IReadOnlyList<EvidenceItem> earlier, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.ShareAsync(db, scorecardId, cancel);
        var folder = await ForChangeAsync(scorecardId, actor, cancel);
        var offered = earlier.Where(line => EvidenceRights.MayPointTo(actor, line.Document)).DistinctBy(line => line.Document.Id).ToList();
        if (offered.Count == 0)
        {
            throw new RefusedException("Năm trước không có tài liệu nào của đơn vị cho tiêu chí này.");
        }

        var added = offered.Sum(line => Link(folder, [leafId], line.Document, line.Link.Pages, actor));
        await SaveAsync(actor, "Dùng lại tài liệu kiểm chứng của năm trước", cancel);
        await held.CommitAsync(cancel);
        return added;
    }

    /// <summary>Takes a document away from a leaf; it stays in the library.</summary>
    /// <exception cref="RefusedException">State, deadline or rights stand against it, or it is gone already.</exception>
    public async Task UnlinkAsync(Guid scorecardId, Guid linkId, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.ShareAsync(db, scorecardId, cancel);
        await ForChangeAsync(scorecardId, actor, cancel);
        var link = await db.EvidenceLinks.FirstOrDefaultAsync(known => known.Id == linkId && known.ScorecardId == scorecardId, cancel)
            ?? throw new RefusedException("Tài liệu này đã được bỏ khỏi tiêu chí.");
        db.Remove(link);
        await SaveAsync(actor, "Bỏ tài liệu kiểm chứng khỏi tiêu chí", cancel);
        await held.CommitAsync(cancel);
    }

    private async Task<StoredFile?> KeepAsync(DocumentFile? file, int year, StaffAccount actor, CancellationToken cancel)
    {
        if (file is null)
        {
            return null;
        }

        if (!file.IsDeclared)
        {
            throw new RefusedException("Phải xác nhận tài liệu không thuộc danh mục bí mật nhà nước trước khi tải tệp lên.");
        }

        return file.UploadId is { } upload
            ? await uploads.KeepAsync(upload, actor, cancel)
            : await files.KeepAsync(file.Content!, file.FileName, actor.UnitId, year, actor, cancel: cancel);
    }

    /// <summary>Does the rest; when it is refused, the file's bytes go too, and an upload it came from stays.</summary>
    private async Task<T> UndoingAsync<T>(StoredFile? kept, Func<Task<T>> rest)
    {
        var upload = db.ChangeTracker.Entries<FileUpload>().FirstOrDefault(entry => entry.State == EntityState.Deleted)?.Entity;
        try
        {
            var done = await rest();
            if (upload is not null)
            {
                uploads.Drop(upload);
            }

            return done;
        }
        catch
        {
            if (kept is not null)
            {
                store.Drop(kept.StoreName);
            }

            db.ChangeTracker.Clear();
            throw;
        }
    }

    private async Task<ScorecardFolder> ForChangeAsync(Guid scorecardId, StaffAccount actor, CancellationToken cancel)
    {
        var folder = await scorecards.ForChangeAsync(scorecardId, cancel) ?? throw new RefusedException(NotThere);
        Require(actor, folder);
        return folder;
    }

    private void Require(StaffAccount actor, ScorecardFolder folder)
    {
        if (EvidenceRights.WhyNotAttach(actor, folder, clock.GetUtcNow().UtcDateTime) is { } refusal)
        {
            throw new RefusedException(refusal, isOfRights: !ScorecardRights.IsOfficer(actor, folder));
        }
    }

    private int Link(ScorecardFolder folder, IReadOnlyCollection<Guid> leaves, EvidenceDocument document, string? pages, StaffAccount actor)
    {
        var applicable = folder.Applicable.Where(leaf => leaf.Component != Component.Survey).ToDictionary(leaf => leaf.Id);
        var chosen = leaves.Distinct().Select(id => applicable.GetValueOrDefault(id)).OfType<Criterion>().ToList();
        if (chosen.Count == 0)
        {
            throw new RefusedException("Chọn ít nhất một tiêu chí mà đơn vị tự chấm điểm.");
        }

        var linked = folder.Evidence.Where(line => line.Document.Id == document.Id).Select(line => line.Link.CriterionId).ToHashSet();
        var added = chosen.Where(leaf => !linked.Contains(leaf.Id)).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        db.AddRange(added.Select(leaf => new EvidenceLink(folder.Card, leaf, document, Text(pages), actor.Id, now)));
        return added.Count;
    }

    private EvidenceDocument Document(Citation citation, StoredFile? file, StaffAccount actor) =>
        new(actor.UnitId!.Value, VietnameseText.Normalize(citation.Title), actor.Id, clock.GetUtcNow().UtcDateTime)
        {
            Number = Text(citation.Number),
            IssuedOn = citation.IssuedOn,
            Issuer = Text(citation.Issuer),
            FileId = file?.Id,
            IsShared = citation.IsShared && EvidenceRights.MayShare(actor),
        };

    private async Task SaveAsync(StaffAccount actor, string act, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(new(actor.StaffCode, act), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(ScorecardWords.Conflict);
        }
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Normalize(typed);
}
