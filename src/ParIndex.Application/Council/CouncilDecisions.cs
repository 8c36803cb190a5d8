using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Council;

/// <summary>What the council decided and what therefore binds.</summary>
internal static class CouncilDecisions
{
    /// <summary>The points decided of each scorecard and leaf of a round: those of the proposal that carried last.</summary>
    public static async Task<IReadOnlyDictionary<(Guid Card, Guid Leaf), decimal>> BindingAsync(ParIndexDb db, Guid roundId, CancellationToken cancel)
    {
        var carried = await (from outcome in db.CouncilOutcomes.AsNoTracking()
                             join item in db.CouncilItems.AsNoTracking() on outcome.ItemId equals item.Id
                             join meeting in db.CouncilMeetings.AsNoTracking() on item.MeetingId equals meeting.Id
                             where meeting.RoundId == roundId && outcome.Carried
                             orderby outcome.Sequence
                             select new { item.ScorecardId, item.CriterionId, item.ProposedPoints }).ToListAsync(cancel);
        return carried.GroupBy(item => (item.ScorecardId, item.CriterionId)).ToDictionary(same => same.Key, same => same.Last().ProposedPoints);
    }
}
