using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Rounds;

/// <summary>What keeps scoring from being ended: a scorecard that is not agreed, or a survey whose points are missing.</summary>
public static class ClosingChecks
{
    private const int MostNamed = 5;

    /// <summary>Why scoring cannot end, as a Vietnamese sentence that names the units; <c>null</c> when nothing stands against it.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="scorecards">Its scorecards with their survey cells.</param>
    public static string? WhyNot(RoundSetup setup, IEnumerable<Scorecard> scorecards)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var cards = scorecards.ToDictionary(card => card.ParticipantId);
        var open = setup.Participants.Where(unit => cards.GetValueOrDefault(unit.Participant.Id)?.State != ScorecardState.Agreed).ToList();
        var unsurveyed = setup.Participants.Where(unit => cards.TryGetValue(unit.Participant.Id, out var card) && card.Scores is var scores && Surveyed(unit).Any(leaf => scores.Counting(leaf) is null)).ToList();
        var reasons = new List<string>();
        Add("đơn vị chưa thống nhất kết quả", open);
        Add("đơn vị chưa có đủ điểm điều tra xã hội học", unsurveyed);
        return reasons.Count == 0 ? null : $"Chưa kết thúc chấm điểm được: {string.Join("; ", reasons)}.";

        void Add(string what, List<ParticipantSetup> units)
        {
            if (units.Count > 0)
            {
                reasons.Add($"{NumberWriter.VietnameseCount(units.Count)} {what} ({string.Join(", ", units.Take(MostNamed).Select(unit => unit.Name))}{(units.Count > MostNamed ? "…" : "")})");
            }
        }
    }

    private static IEnumerable<Criterion> Surveyed(ParticipantSetup unit) =>
        unit.Sheet!.Lines.Where(line => line.State is not LeafState.NotApplicable && line.Leaf.Component == Component.Survey).Select(line => line.Leaf);
}
