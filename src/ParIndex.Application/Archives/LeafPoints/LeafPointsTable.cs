using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Archives.LeafPoints;

/// <summary>A workbook of points, understood: a state for every leaf of every unit.</summary>
/// <param name="Units">The units in the order of the file.</param>
/// <param name="Remarks">What was passed over or assumed.</param>
public sealed record LeafPointsTable(IReadOnlyList<UnitPoints> Units, IReadOnlyList<Finding> Remarks);

/// <summary>The points of one unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="States">What each leaf holds, by code; every leaf of the set is there.</param>
public sealed record UnitPoints(Unit Unit, CellPlace Place, IReadOnlyDictionary<string, LeafState> States)
{
    /// <summary>Reason written with leaves that did not apply.</summary>
    public const string NotApplicableReason = "Không áp dụng theo số liệu năm trước";

    /// <summary>The leaves as the calculator takes them.</summary>
    public ScoreSheet SheetOf(CriteriaSet set) => new(
        set,
        States.Where(state => state.Value is LeafState.NotApplicable).ToDictionary(state => state.Key, _ => NotApplicableReason),
        States.Where(state => state.Value is LeafState.Scored).ToDictionary(state => state.Key, state => ((LeafState.Scored)state.Value).Points));
}
