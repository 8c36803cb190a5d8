using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Surveys;

/// <summary>The survey points of one unit and leaf as they stand.</summary>
/// <param name="Folder">The unit's scorecard.</param>
/// <param name="Leaf">The survey leaf.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="WhyNot">Why this reader cannot change it, or <c>null</c> when the reader can.</param>
public sealed record SurveyLine(ScorecardPlace Folder, Criterion Leaf, ScoreCell Cell, Finding? WhyNot)
{
    /// <summary>Whether a row that was typed says something else than what stands; one that cannot be read does.</summary>
    public bool Differs(TypedAnswer typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var isRead = true;
        var answer = typed.Read(Leaf, Cell.Answer, (_, _) => isRead = false);
        return !isRead || answer != Cell.Answer;
    }
}

/// <summary>A row of survey points to be taken, typed or loaded.</summary>
/// <param name="ScorecardId">The unit's scorecard.</param>
/// <param name="LeafId">The survey leaf.</param>
/// <param name="Version">Version of the cell as it was shown.</param>
/// <param name="Typed">The row: points, or figures they follow from, with sample size and spread.</param>
public sealed record SurveyEntry(Guid ScorecardId, Guid LeafId, Guid Version, TypedAnswer Typed);

/// <summary>
/// Points of the sociological survey, per unit and leaf. Typed and loaded ones go the way of every other cell, through
/// <see cref="ScoreEntry"/>: its rights, keys, conflicts and history. Of one sending all are taken or none.
/// </summary>
public sealed class SurveyPoints(ParIndexDb db, RoundReader rounds, ScoreEntry cells, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>Every unit and survey leaf of a group, by unit and in the order of the set.</summary>
    public Task<IReadOnlyList<SurveyLine>> LinesAsync(RoundSetup setup, GroupSetup group, StaffAccount reader, CancellationToken cancel = default) => LinesAsync(setup, [group], reader, cancel);

    /// <summary>Takes points, all or none; those that say what stands already change nothing.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="entries">The points.</param>
    /// <param name="act">What is done, in the words of the audit log.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many cells changed.</returns>
    /// <exception cref="RefusedException">Not this person's (the own unit is named), not now, points that a leaf does not take, or cells that somebody changed meanwhile: each is named.</exception>
    public async Task<int> SaveAsync(Guid roundId, IReadOnlyCollection<SurveyEntry> entries, string act, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(actor);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(roundId, entries, act, actor, cancel);
            }
            catch (Exception failure) when (SaveConflict.Is(failure))
            {
                // Somebody, or the same row sent again, was faster: what is there now decides.
                db.ChangeTracker.Clear();
                if (attempt == MostAttempts)
                {
                    throw new RefusedException(RoundWords.Conflict);
                }
            }
        }
    }

    private async Task<int> TryAsync(Guid roundId, IReadOnlyCollection<SurveyEntry> entries, string act, StaffAccount actor, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var shared = await ScorecardLock.ShareAsync(db, [.. entries.Select(entry => entry.ScorecardId).Distinct()], cancel);
        var setup = await rounds.FindAsync(roundId, cancel) ?? throw new RefusedException("Kỳ đánh giá này không còn tồn tại.");
        var lines = (await LinesAsync(setup, setup.Groups, actor, cancel)).ToDictionary(line => (line.Cell.ScorecardId, line.Leaf.Id));
        var changed = new List<(SurveyLine Line, SurveyEntry Entry)>();
        foreach (var entry in entries)
        {
            var line = lines.GetValueOrDefault((entry.ScorecardId, entry.LeafId)) ?? throw new RefusedException("Có dòng không thuộc kỳ đánh giá này, hoặc tiêu chí không áp dụng với đơn vị; chưa lưu dòng nào.");
            if (line.Differs(entry.Typed))
            {
                changed.Add((line, entry));
            }
        }

        if (changed.Find(row => row.Line.WhyNot is not null) is { Line: { WhyNot: { } reason } refused })
        {
            throw new RefusedException(Named(refused, reason.Text), isOfRights: !ScorecardRights.MayEverScore(actor, refused.Folder, refused.Leaf, ScoreStage.Survey));
        }

        var problems = new List<string>();
        foreach (var card in changed.GroupBy(row => row.Line.Folder))
        {
            var answer = await cells.ApplyAsync(actor, card.Key.Card.Id, [.. card.Select(row => EditOf(row.Line, row.Entry, actor))], cancel);
            problems.AddRange(card.Zip(answer!.Outcomes).Where(pair => pair.Second.Result != CellResult.Saved).Select(pair => pair.Second.Result == CellResult.Conflict
                ? Named(pair.First.Line, "có người khác vừa ghi điểm này; xem lại điểm mới nhất rồi thực hiện lại.")
                : pair.Second.Message!));
        }

        if (problems.Count > 0)
        {
            throw new RefusedException(string.Join(" ", problems));
        }

        if (changed.Count > 0)
        {
            await db.SaveAsync(actor, act, $"{RoundSave.Named(setup.Round)}: {changed.Count} ô", cancel);
            await shared.CommitAsync(cancel);
        }

        return changed.Count;
    }

    private static CellEdit EditOf(SurveyLine line, SurveyEntry entry, StaffAccount actor)
    {
        var typed = entry.Typed;
        var key = CellEdit.KeyOf(actor.Id, line.Cell.Id, entry.Version, typed.Points, typed.Achieved, typed.Required, typed.SampleSize, typed.Spread);
        return new(key, line.Leaf.Code, ScoreStage.Survey, entry.Version, typed);
    }

    private static string Named(SurveyLine line, string what) => $"{line.Folder.Unit.Name}, tiêu chí {line.Leaf.Code}: {what}";

    private async Task<IReadOnlyList<SurveyLine>> LinesAsync(RoundSetup setup, IReadOnlyList<GroupSetup> groups, StaffAccount reader, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(reader);
        var participants = groups.SelectMany(group => group.Participants).Select(unit => unit.Participant.Id).ToList();
        var cards = await db.Scorecards.AsNoTracking().Where(card => participants.Contains(card.ParticipantId)).ToDictionaryAsync(card => card.ParticipantId, cancel);
        var ids = cards.Values.Select(card => card.Id).ToList();
        var loaded = await db.Set<ScoreCell>().AsNoTracking().Where(cell => ids.Contains(cell.ScorecardId) && cell.Stage == ScoreStage.Survey).ToDictionaryAsync(cell => (cell.ScorecardId, cell.CriterionId), cancel);
        var hands = await ScorecardHands.OfAsync(db, ids, reader.Id, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. from roundGroup in groups
                   from unit in roundGroup.Participants
                   where cards.ContainsKey(unit.Participant.Id)
                   let card = cards[unit.Participant.Id]
                   let folder = new ScorecardPlace(card, setup.Round, roundGroup, unit, hands[card.Id])
                   from leaf in folder.Applicable
                   where leaf.Component == Component.Survey
                   let cell = loaded.GetValueOrDefault((card.Id, leaf.Id))
                   where cell is not null
                   select new SurveyLine(folder, leaf, cell, ScorecardRights.WhyNotScore(reader, folder, leaf, ScoreStage.Survey, now))];
    }
}
