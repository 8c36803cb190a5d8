using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// What people of a unit say to one another about its scorecard. It stands in no <see cref="ScorecardFolder"/>: whoever
/// wants to read it has to ask here, and gets nothing who is not of the unit.
/// </summary>
public sealed class InnerTalk(ParIndexDb db, ScorecardReader scorecards, TimeProvider clock)
{
    /// <summary>What was said about a leaf or field, oldest first; nothing to who is not of the unit.</summary>
    public async Task<IReadOnlyList<InnerNote>> OfAsync(StaffAccount reader, ScorecardPlace place, Criterion node, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(node);
        return await OfUnit(reader, place).Where(note => note.CriterionId == node.Id).OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(cancel);
    }

    /// <summary>What was said about the whole scorecard lately, newest first; nothing to who is not of the unit.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="place">The scorecard.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<InnerNote>> LatestAsync(StaffAccount reader, ScorecardPlace place, int most, CancellationToken cancel = default) =>
        await OfUnit(reader, place).OrderByDescending(note => note.At).ThenByDescending(note => note.Id).Take(most).ToListAsync(cancel);

    /// <summary>The remarks with which fields were given back last, by field; nothing to who is not of the unit.</summary>
    public async Task<IReadOnlyDictionary<Guid, InnerNote>> RemarksAsync(StaffAccount reader, ScorecardFolder folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var asked = folder.Card.Shares.Select(share => share.ReturnNoteId).OfType<Guid>().ToList();
        return asked.Count == 0 ? new Dictionary<Guid, InnerNote>() : await OfUnit(reader, folder).Where(note => asked.Contains(note.Id)).ToDictionaryAsync(note => note.CriterionId, cancel);
    }

    /// <summary>Says something about a leaf.</summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="leafId">The leaf.</param>
    /// <param name="text">What.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not of the unit, the round is not open, or no text.</exception>
    public async Task SayAsync(Guid id, Guid leafId, string text, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.ShareAsync(db, id, cancel);
        var folder = await scorecards.ForChangeOrRefuseAsync(id, cancel);
        RefusedException.ThrowIf(InsideRights.WhyNotTalk(actor, folder), isOfRights: !InsideRights.IsInside(actor, folder));
        var leaf = folder.Leaf(leafId) ?? throw new RefusedException("Phiếu chấm điểm không có tiêu chí này.");
        db.Add(new InnerNote(folder.Card, leaf, Words(text), actor.Id, clock.GetUtcNow().UtcDateTime));
        await db.SaveScorecardAsync(actor, $"Trao đổi nội bộ tiêu chí {leaf.Code}", folder, cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>What was typed as it is kept: paragraphs stay, other control characters a database would refuse.</summary>
    /// <exception cref="RefusedException">No text, or too long.</exception>
    internal static string Words(string? text)
    {
        var words = string.Concat(TextSigns.Legible(text ?? "").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim().Normalize();
        RefusedException.ThrowIf(words.Length is 0 or > InnerNote.MostText ? $"Ghi nội dung, tối đa {InnerNote.MostText} ký tự." : null);
        return words;
    }

    private IQueryable<InnerNote> OfUnit(StaffAccount reader, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        // Nothing is read of what somebody else said among themselves.
        var (isInside, id) = (InsideRights.IsInside(reader, place), place.Card.Id);
        return db.InnerNotes.AsNoTracking().Where(note => isInside && note.ScorecardId == id);
    }
}
