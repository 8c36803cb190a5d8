using ParIndex.Application.Rounds;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards;

/// <summary>The columns of the self-score gap, in every format.</summary>
public static class GapColumns
{
    private const int Places = 2;

    /// <summary>By unit.</summary>
    public static Table<UnitGap> UnitsOf(RoundSetup setup, IReadOnlyList<UnitGap> rows)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return new($"Chênh lệch điểm tự chấm và điểm thẩm định năm {setup.Round.Year}, theo đơn vị", $"chenh-lech-don-vi-{setup.Round.Year}",
            [
                new("group", "Khối", row => Cell.Of(row.Group.UnitGroup.Name)),
                new("unit.code", "Mã đơn vị", row => Cell.Of(row.Unit.Unit.Code)),
                new("unit.name", "Đơn vị", row => Cell.Of(row.Unit.Name)),
                new("leaves", "Số tiêu chí so sánh", row => Cell.Of(row.Leaves)),
                new("selfScore", "Điểm tự chấm", row => Cell.Of(row.Self, Places)),
                new("appraisedScore", "Điểm thẩm định", row => Cell.Of(row.Appraised, Places)),
                new("gap", "Chênh lệch", row => Cell.Of(row.Gap, Places)),
            ],
            rows);
    }

    /// <summary>By leaf.</summary>
    public static Table<LeafGap> LeavesOf(RoundSetup setup, IReadOnlyList<LeafGap> rows)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return new($"Chênh lệch điểm tự chấm và điểm thẩm định năm {setup.Round.Year}, theo tiêu chí", $"chenh-lech-tieu-chi-{setup.Round.Year}",
            [
                new("group", "Khối", row => Cell.Of(row.Group.UnitGroup.Name)),
                new("code", "Mã tiêu chí", row => Cell.Of(row.Leaf.Code)),
                new("name", "Tiêu chí", row => Cell.Of(row.Leaf.Name)),
                new("maxScore", "Điểm tối đa", row => Cell.Trimmed(row.Leaf.MaxScore)),
                new("units", "Số đơn vị so sánh", row => Cell.Of(row.Units)),
                new("higher", "Tự chấm cao hơn", row => Cell.Of(row.Higher)),
                new("lower", "Tự chấm thấp hơn", row => Cell.Of(row.Lower)),
                new("meanSelfScore", "Tự chấm bình quân", row => Cell.Of(row.MeanSelf, Places)),
                new("meanAppraisedScore", "Thẩm định bình quân", row => Cell.Of(row.MeanAppraised, Places)),
                new("gap", "Chênh lệch bình quân", row => Cell.Of(row.Gap, Places)),
            ],
            rows);
    }
}
