using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain;

namespace ParIndex.Application.Surveys;

/// <summary>The survey points of one unit and leaf as they stand.</summary>
/// <param name="Folder">The unit's scorecard, without explanations and evidence.</param>
/// <param name="Leaf">The survey leaf.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="WhyNot">Why this reader cannot change it, or <c>null</c> when the reader can.</param>
public sealed record SurveyLine(ScorecardFolder Folder, Criterion Leaf, ScoreCell Cell, string? WhyNot)
{
    /// <summary>The answer that would stand: with the points that follow, and the note that stands, which a survey does not carry.</summary>
    public CellAnswer After(CellAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return (answer with { Note = Cell.Note }).CompletedBy(Leaf);
    }
}

/// <summary>Survey points to be taken, typed or loaded.</summary>
/// <param name="ScorecardId">The unit's scorecard.</param>
/// <param name="LeafId">The survey leaf.</param>
/// <param name="Version">Version of the cell as it was shown.</param>
/// <param name="Answer">Points, or figures they follow from, with sample size and spread.</param>
public sealed record SurveyEntry(Guid ScorecardId, Guid LeafId, Guid Version, CellAnswer Answer);

/// <summary>
/// Points of the sociological survey, per unit and leaf. Typed and loaded ones go one way: rights, the leaf's rule, the
/// history of edits; all of them or none.
/// </summary>
public sealed class SurveyPoints(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    /// <summary>Every unit and survey leaf of a group, by unit and in the order of the set.</summary>
    public async Task<IReadOnlyList<SurveyLine>> LinesAsync(RoundSetup setup, GroupSetup group, StaffAccount reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(group);
        var participants = group.Participants.Select(unit => unit.Participant.Id).ToList();
        var cards = await Cards(db.Scorecards.AsNoTracking().Where(card => participants.Contains(card.ParticipantId))).ToListAsync(cancel);
        return [.. LinesOf(setup, group, cards, reader, clock.GetUtcNow().UtcDateTime)];
    }

    /// <summary>Takes points, all or none; those that say what stands already change nothing.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="entries">The points.</param>
    /// <param name="act">What is done, in the words of the audit log.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many cells changed.</returns>
    /// <exception cref="RefusedException">Not this person's (the own unit is named), not now, points that the leaf does not take, or somebody was faster.</exception>
    public async Task<int> SaveAsync(Guid roundId, IReadOnlyCollection<SurveyEntry> entries, string act, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(actor);
        var ids = entries.Select(entry => entry.ScorecardId).Distinct().ToList();
        await using var shared = await ScorecardLock.ShareAsync(db, ids, cancel);
        var setup = await rounds.FindAsync(roundId, cancel) ?? throw new RefusedException("Kỳ đánh giá này không còn tồn tại.");
        var cards = await Cards(db.Scorecards.AsTracking().Where(card => ids.Contains(card.Id))).ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = setup.Groups.SelectMany(group => LinesOf(setup, group, cards, actor, now)).ToDictionary(line => (line.Cell.ScorecardId, line.Leaf.Id));
        var changed = 0;
        foreach (var entry in entries)
        {
            var line = lines.GetValueOrDefault((entry.ScorecardId, entry.LeafId)) ?? throw new RefusedException("Có dòng không thuộc kỳ đánh giá này, hoặc tiêu chí không áp dụng với đơn vị; chưa lưu dòng nào.");
            changed += Take(line, entry, actor, now) ? 1 : 0;
        }

        if (changed > 0)
        {
            await db.SaveAsync(actor, $"{act}: {changed} ô", cancel);
            await shared.CommitAsync(cancel);
        }

        return changed;
    }

    private bool Take(SurveyLine line, SurveyEntry entry, StaffAccount actor, DateTime now)
    {
        var (before, answer) = (line.Cell.Answer, line.After(entry.Answer));
        if (answer == before)
        {
            return false;
        }

        if (line.WhyNot is { } reason)
        {
            throw new RefusedException($"{line.Folder.Unit.Name}, tiêu chí {line.Leaf.Code}: {reason}", isOfRights: !ScorecardRights.MayEverScore(actor, line.Folder, line.Leaf, ScoreStage.Survey));
        }

        if (line.Cell.Version != entry.Version)
        {
            throw new RefusedException($"{line.Folder.Unit.Name}, tiêu chí {line.Leaf.Code}: có người khác vừa ghi điểm này; xem lại điểm mới nhất rồi thực hiện lại.");
        }

        RefusedException.ThrowIf(answer.CompletedBy(line.Leaf).Problem(line.Leaf));
        line.Cell.Take(line.Leaf, answer, actor.Id, now);
        db.Add(new ScoreEdit(Guid.CreateVersion7(), line.Cell, before, actor.Id, now));
        return true;
    }

    private static IQueryable<Scorecard> Cards(IQueryable<Scorecard> cards) => cards.Include(card => card.Cells.Where(cell => cell.Stage == ScoreStage.Survey));

    private static IEnumerable<SurveyLine> LinesOf(RoundSetup setup, GroupSetup group, IReadOnlyList<Scorecard> cards, StaffAccount reader, DateTime now)
    {
        var byParticipant = cards.ToDictionary(card => card.ParticipantId);
        foreach (var unit in group.Participants)
        {
            if (!byParticipant.TryGetValue(unit.Participant.Id, out var card))
            {
                continue;
            }

            var folder = new ScorecardFolder(card, setup.Round, group, unit, [], [], setup.Staff);
            foreach (var leaf in folder.Applicable.Where(leaf => leaf.Component == Component.Survey))
            {
                if (card.Cell(ScoreStage.Survey, leaf.Id) is { } cell)
                {
                    yield return new(folder, leaf, cell, ScorecardRights.WhyNotScore(reader, folder, leaf, ScoreStage.Survey, now));
                }
            }
        }
    }
}
