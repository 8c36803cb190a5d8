using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Units;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Rounds;

/// <summary>What one row of the list of units says after an edit.</summary>
/// <param name="ParticipantId">The participant.</param>
/// <param name="IsSpecialCase">The special-case mark.</param>
/// <param name="IsRanked">False for a unit that is assessed and not ranked.</param>
/// <param name="Leaves">Whether it is taken out.</param>
/// <param name="RankingList">The ranking list it is in, or <c>null</c>.</param>
public sealed record ParticipantEdit(Guid ParticipantId, bool IsSpecialCase, bool IsRanked, bool Leaves, string? RankingList = null);

/// <summary>The units of a group while the round is set up.</summary>
public sealed class RoundUnits(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    /// <summary>
    /// Units of the register that can be added to a group: they existed in the year, take part in no group of the round
    /// yet, and their names hold the words. Without words, those of the group's own kind.
    /// </summary>
    public async Task<IReadOnlyList<Unit>> CandidatesAsync(RoundSetup setup, GroupSetup group, string? words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(group);
        var wanted = VietnameseText.FoldedWords(words);
        var (round, kind) = (setup.Round.Id, group.UnitGroup.Kind);
        var free = db.Units.AsNoTracking().Where(unit => !db.Set<RoundGroup>().Any(other => other.RoundId == round && other.Participants.Any(participant => participant.UnitId == unit.Id)));
        var units = await (wanted.Count == 0 ? free.Where(unit => unit.Kind == kind) : free.Holding(wanted)).ToListAsync(cancel);
        return [.. units.Where(unit => unit.ExistedIn(setup.Round.Year))
            .OrderBy(unit => unit.Kind).ThenBy(unit => unit.NameIn(setup.Round.Year).Name, UnitNaming.Comparer)];
    }

    /// <summary>Lets units take part, all or none.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="RefusedException">No draft, or one of them did not exist in the year or takes part already.</exception>
    public async Task<int> AddAsync(Guid roundId, string slug, IReadOnlyCollection<Guid> unitIds, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        var units = await db.Units.Where(unit => unitIds.Contains(unit.Id)).ToListAsync(cancel);
        foreach (var unit in units)
        {
            setup.Round.Admit(group.Group, unit);
        }

        await db.SaveAsync(setup.Round, actor, "Thêm đơn vị vào kỳ đánh giá", $"khối {slug}, {string.Join(", ", units.Select(unit => unit.Code))}", cancel);
        return units.Count;
    }

    /// <summary>Saves the marks of the units and takes out those that leave; for the actor's own unit it becomes a request.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">The group.</param>
    /// <param name="version">The group's version as the form showed it.</param>
    /// <param name="edits">The rows of the form.</param>
    /// <param name="reason">Why the actor's own unit changes; not asked for other units.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether a second person must agree first to what concerns the actor's own unit.</returns>
    /// <exception cref="RefusedException">No draft, no reason for the own unit, a request about it that is open already, or somebody was faster.</exception>
    public async Task<bool> SaveAsync(Guid roundId, string slug, Guid version, IReadOnlyCollection<ParticipantEdit> edits, string? reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        var waits = false;
        foreach (var edit in edits)
        {
            var participant = group.Participants.FirstOrDefault(known => known.Participant.Id == edit.ParticipantId) ?? throw new RefusedException(RoundWords.Conflict);
            if (NeedsSecondPerson(participant, edit, actor))
            {
                Ask(setup, participant, edit, reason, actor);
                waits = true;
            }
            else
            {
                Apply(db, group, participant.Participant, edit);
            }
        }

        db.Entry(group.Group).Property(g => g.Version).OriginalValue = version;
        db.Entry(group.Group).Property(g => g.Version).IsModified = true;
        await db.SaveAsync(setup.Round, actor, waits ? "Cập nhật đơn vị tham gia, đề nghị cho đơn vị mình trong kỳ đánh giá" : "Cập nhật đơn vị tham gia kỳ đánh giá", $"khối {slug}", cancel);
        return waits;
    }

    /// <summary>Whether an edit changes who is ranked with whom for the unit its author works at.</summary>
    public static bool NeedsSecondPerson(ParticipantSetup participant, ParticipantEdit edit, StaffAccount actor)
    {
        ArgumentNullException.ThrowIfNull(participant);
        ArgumentNullException.ThrowIfNull(edit);
        var (unit, marks) = (participant.Unit, participant.Participant);
        return RoundRights.IsOwnUnit(actor, unit.Id) && (edit.Leaves || edit.IsSpecialCase != marks.IsSpecialCase || edit.IsRanked != marks.IsRanked || edit.RankingList != marks.RankingList);
    }

    internal static void Apply(ParIndexDb db, GroupSetup group, Participant participant, ParticipantEdit edit)
    {
        if (edit.Leaves)
        {
            db.RemoveRange(group.Assignments.Where(assignment => assignment.ParticipantId == participant.Id));
            group.Group.Remove(participant);
        }
        else
        {
            participant.Mark(edit.IsSpecialCase, edit.IsRanked, edit.RankingList);
        }
    }

    private void Ask(RoundSetup setup, ParticipantSetup participant, ParticipantEdit edit, string? reason, StaffAccount actor)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusedException($"Đổi dấu hoặc bỏ {participant.Name}, là đơn vị mình, cần ghi lý do để người của đơn vị khác xem xét.");
        }

        if (setup.Pending.Any(request => request.Act == TwoPersonAct.MarkOwnUnit && request.SubjectId == participant.Participant.Id))
        {
            throw new RefusedException($"Đã có một đề nghị đổi dấu hoặc bỏ {participant.Name} đang chờ người thứ hai.");
        }

        db.Add(OwnUnitRequests.Mark(participant, edit, VietnameseText.Normalize(reason), actor, clock.GetUtcNow().UtcDateTime));
    }
}
