using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Ratings;

namespace ParIndex.Application.Rounds;

/// <summary>Records which conditions cap the rating of which units, until the results are published.</summary>
public sealed class RatingRecording(ParIndexDb db, RoundReader rounds)
{
    /// <summary>Longest name of a decision.</summary>
    public const int MostDecision = 300;

    /// <summary>Saves what holds for the units of a group, in place of what was recorded before.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">The group.</param>
    /// <param name="version">The round's version as the form showed it.</param>
    /// <param name="records">What holds, by participant; one that is not named stays as it is.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many units changed.</returns>
    /// <exception cref="RefusedException">The round is not between opening and publication, the change is of the actor's own unit, a condition is none of the group's recorded ones, or somebody was faster.</exception>
    public async Task<int> SaveAsync(Guid roundId, string slug, Guid version, IReadOnlyDictionary<Guid, IReadOnlyList<RatingRecord>> records, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(actor);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        var known = group.Group.RatingConditions.Where(condition => condition.Kind == RatingConditionKind.Recorded).Select(condition => condition.Text).ToHashSet(StringComparer.Ordinal);
        var changed = new List<string>();
        foreach (var (id, held) in records)
        {
            var participant = group.Participants.FirstOrDefault(other => other.Participant.Id == id) ?? throw new RefusedException(RoundWords.Conflict);
            if (participant.Participant.RatingRecords.SequenceEqual(held))
            {
                continue;
            }

            RefusedException.ThrowIf(RoundRights.IsOwnUnit(actor, participant.Unit.Id) ? $"{participant.Name} là đơn vị mình: điều kiện xếp loại do người của đơn vị khác ghi nhận." : null);
            RefusedException.ThrowIf(held.Any(record => !known.Contains(record.Condition)) ? RoundWords.Conflict : null);
            participant.Participant.RecordRatingConditions(held);
            changed.Add(participant.Unit.Code);
        }

        if (changed.Count > 0)
        {
            db.Entry(setup.Round).Property(r => r.Version).OriginalValue = version;
            db.Entry(setup.Round).Property(r => r.Version).IsModified = true;
            await db.SaveAsync(setup.Round, actor, "Ghi nhận điều kiện xếp loại", $"khối {slug}, {string.Join(", ", changed)}", cancel);
        }

        return changed.Count;
    }
}
