using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>Reads the cells of many scorecards as far as they count, in one query.</summary>
internal static class ScoreMarks
{
    /// <summary>
    /// The marks of scorecards by their key, of every stage. Notes come along only where there are no points, as the
    /// reason of what is proposed: boards of a whole round would otherwise carry every word that was typed.
    /// </summary>
    public static async Task<ILookup<Guid, CellMark>> OfAsync(ParIndexDb db, IReadOnlyCollection<Guid> scorecardIds, CancellationToken cancel)
    {
        var marks = await db.Set<ScoreCell>().AsNoTracking().Where(cell => scorecardIds.Contains(cell.ScorecardId))
            .Select(cell => new CellMark(
                cell.ScorecardId,
                cell.CriterionId,
                cell.Stage,
                new CellAnswer { Points = cell.Points, Achieved = cell.Achieved, Counts = cell.Counts, Required = cell.Required, Level = cell.Level, Note = cell.Points == null ? cell.Note : null },
                cell.ChangedBy))
            .ToListAsync(cancel);
        return marks.ToLookup(mark => mark.ScorecardId);
    }
}
