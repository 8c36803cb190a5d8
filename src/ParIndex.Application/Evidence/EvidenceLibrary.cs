using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Evidence;

/// <summary>Where a document is used.</summary>
/// <param name="ScorecardId">The scorecard.</param>
/// <param name="LeafId">The leaf.</param>
/// <param name="Code">Its code.</param>
/// <param name="Year">The year of the round.</param>
public sealed record DocumentUse(Guid ScorecardId, Guid LeafId, string Code, int Year);

/// <summary>A document of a library.</summary>
/// <param name="Document">The document.</param>
/// <param name="File">Its file, or <c>null</c> for a citation alone.</param>
/// <param name="Uses">Where the reader's unit uses it, newest year first.</param>
public sealed record LibraryLine(EvidenceDocument Document, StoredFile? File, IReadOnlyList<DocumentUse> Uses);

/// <summary>Reads documents: a unit's library, and one document for whoever may have it.</summary>
public sealed class EvidenceLibrary(ParIndexDb db, ScorecardReader scorecards)
{
    /// <summary>The documents the person may point to, newest first: those of the own unit, and the shared ones.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="search">Words of the title, number, issuer or file name or parts of them, with or without accents; empty for all.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<LibraryLine>> OfAsync(StaffAccount actor, string? search, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!EvidenceRights.HasLibrary(actor))
        {
            return [];
        }

        var offered = from document in db.EvidenceDocuments.AsNoTracking()
                      join file in db.StoredFiles.AsNoTracking() on document.FileId equals file.Id into files
                      from file in files.DefaultIfEmpty()
                      where document.UnitId == actor.UnitId || document.IsShared
                      select new { document, file };
        var rows = await VietnameseText.FoldedWords(search)
            .Aggregate(offered, (found, word) => found.Where(row => row.document.SearchText.Contains(word) || row.file!.SearchText.Contains(word)))
            .ToListAsync(cancel);
        var uses = await UsesAsync(actor.UnitId!.Value, cancel);
        return [.. rows.Select(row => new LibraryLine(row.document, (StoredFile?)row.file, [.. uses[row.document.Id]]))
            .OrderByDescending(line => line.Document.At).ThenBy(line => line.Document.Id)];
    }

    /// <summary>
    /// A document's file for a person who may have it: those of the unit that brought it, those who may point to it, and
    /// those who see the documents of a scorecard that does. <c>null</c> for everybody else, as for what is not there.
    /// </summary>
    public async Task<StoredFile?> FileAsync(Guid documentId, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var document = await db.EvidenceDocuments.AsNoTracking().FirstOrDefaultAsync(known => known.Id == documentId, cancel);
        return document?.FileId is { } file && await MayReadAsync(document, actor, cancel)
            ? await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(known => known.Id == file, cancel)
            : null;
    }

    private async Task<bool> MayReadAsync(EvidenceDocument document, StaffAccount actor, CancellationToken cancel)
    {
        if (EvidenceRights.MayPointTo(actor, document))
        {
            return true;
        }

        var linked = await db.EvidenceLinks.Where(link => link.DocumentId == document.Id).Select(link => link.ScorecardId).Distinct().ToListAsync(cancel);
        if (linked.Count == 0 || EvidenceRights.ReadsAll(actor))
        {
            return linked.Count > 0;
        }

        foreach (var id in linked)
        {
            if (await scorecards.FindAsync(id, cancel) is { } folder && EvidenceRights.MaySee(actor, folder))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<ILookup<Guid, DocumentUse>> UsesAsync(Guid unitId, CancellationToken cancel)
    {
        var uses = await (from link in db.EvidenceLinks.AsNoTracking()
                          join card in db.Scorecards on link.ScorecardId equals card.Id
                          join leaf in db.Set<Criterion>() on link.CriterionId equals leaf.Id
                          join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                          join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                          join round in db.Rounds on roundGroup.RoundId equals round.Id
                          where participant.UnitId == unitId
                          select new { link.DocumentId, link.ScorecardId, link.CriterionId, leaf.Code, round.Year }).ToListAsync(cancel);
        return uses.OrderByDescending(use => use.Year).ThenBy(use => use.Code, StringComparer.Ordinal)
            .ToLookup(use => use.DocumentId, use => new DocumentUse(use.ScorecardId, use.CriterionId, use.Code, use.Year));
    }
}
