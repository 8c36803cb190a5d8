using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>A figure that stood wrong in the first release of <see cref="DemoYears.Corrected"/>.</summary>
/// <param name="Group">The unit's group.</param>
/// <param name="Unit">Its code.</param>
/// <param name="Leaf">The leaf's key in the file of criteria.</param>
/// <param name="Surplus">How much the achieved figure was above the right one, or below it.</param>
/// <param name="Reason">Why the year was published anew, as the public reads it.</param>
internal sealed record DemoMisreading(string Group, string Unit, string Leaf, decimal Surplus, string Reason)
{
    /// <summary>A violation too many, counted against a district: an error, which somebody of the public found.</summary>
    public static readonly DemoMisreading OfDistrict = new(
        DemoYears.Districts, "huyen-thuong-mau", "5.1", 1,
        "01 trường hợp vi phạm kỷ luật, kỷ cương hành chính thuộc đơn vị khác đã bị tính cho UBND huyện Thượng Mẫu; tính lại theo số đúng.");

    /// <summary>Tasks whose completion was reported after the year was published, as had been foreseen: no error.</summary>
    public static readonly DemoMisreading OfDepartment = new(
        DemoYears.Departments, "so-tai-chinh", "2.3", -3,
        "Số liệu rà soát văn bản quy phạm pháp luật của Sở Tài chính được Bộ Tư pháp xác nhận sau ngày công bố; cập nhật theo kế hoạch đã nêu trong quyết định.");

    /// <summary>Reads the figure wrongly.</summary>
    public DemoFigure Make(FilledRound built, DemoCriteria criteria, IEnumerable<Unit> units)
    {
        var unit = units.Single(known => known.Code == Unit);
        var participant = built.Round.Groups.SelectMany(group => group.Participants).Single(one => one.UnitId == unit.Id);
        var leaf = criteria[built.Round.Year, Group].Leaves.Single(one => criteria.KeyOf(one) == Leaf);
        var cell = built.Scorecards.Single(card => card.ParticipantId == participant.Id).Cell(ScoreStage.FirstAppraisal, leaf.Id)!;
        return new(this, cell, leaf);
    }
}

/// <summary>The cell of a figure that was read wrongly, and what is right.</summary>
internal sealed class DemoFigure
{
    private readonly ScoreCell _cell;

    private readonly Criterion _leaf;

    private readonly (decimal? Points, RawFigures Figures) _right;

    public DemoFigure(DemoMisreading of, ScoreCell cell, Criterion leaf)
    {
        (Of, _cell, _leaf, _right) = (of, cell, leaf, (cell.Points, cell.Answer.Figures));
        var misread = _right.Figures with { Achieved = _right.Figures.Achieved + of.Surplus };
        cell.Score(leaf, Math.Clamp(Rounding.HalfAwayFromZero(leaf.PointsOf(misread) ?? 0, leaf.Decimals), 0, leaf.MaxScore), misread);
    }

    /// <summary>What was read wrongly.</summary>
    public DemoMisreading Of { get; }

    /// <summary>Puts the right figure in its place.</summary>
    public void Mend() => _cell.Score(_leaf, _right.Points, _right.Figures);
}
