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
    public static Task<ILookup<Guid, CellMark>> OfAsync(ParIndexDb db, IReadOnlyCollection<Guid> scorecardIds, CancellationToken cancel) =>
        OfAsync(db.Set<ScoreCell>().Where(cell => scorecardIds.Contains(cell.ScorecardId)), cancel);

    /// <summary>The same of some leaves alone.</summary>
    public static Task<ILookup<Guid, CellMark>> OfAsync(ParIndexDb db, IReadOnlyCollection<Guid> scorecardIds, IReadOnlyCollection<Guid> leafIds, CancellationToken cancel) =>
        OfAsync(db.Set<ScoreCell>().Where(cell => scorecardIds.Contains(cell.ScorecardId) && leafIds.Contains(cell.CriterionId)), cancel);

    private static async Task<ILookup<Guid, CellMark>> OfAsync(IQueryable<ScoreCell> cells, CancellationToken cancel)
    {
        var marks = await cells.AsNoTracking()
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
