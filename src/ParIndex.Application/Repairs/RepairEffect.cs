using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Repairs;

/// <summary>Where a unit stands by the points that count.</summary>
/// <param name="Points">Achieved points so far, or <c>null</c> without any.</param>
/// <param name="Scale">Its scale, points.</param>
/// <param name="Index">The index, per cent; <c>null</c> while a criterion is not yet scored.</param>
/// <param name="Rating">The rating, as the index.</param>
/// <param name="Rank">The place in its list, as the index.</param>
public sealed record RepairStanding(decimal? Points, decimal? Scale, decimal? Index, string? Rating, int? Rank)
{
    internal static RepairStanding Of(IndexResult result) => result.IsProvisional
        ? new(result.TotalScore, result.Totals.Scale?.Value, null, null, null)
        : new(result.TotalScore, result.Totals.Scale?.Value, result.Index, result.Rating, result.Rank);
}

/// <summary>What a repair does to one scorecard.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its name in the year.</param>
/// <param name="ScorecardId">The scorecard.</param>
/// <param name="Before">Where it stands.</param>
/// <param name="After">Where it will stand.</param>
/// <param name="Answers">The answers that change, by stage.</param>
public sealed record RepairLine(Guid UnitId, string Unit, Guid ScorecardId, RepairStanding Before, RepairStanding After, IReadOnlyList<FittedAnswer> Answers)
{
    /// <summary>Whether the reader does not see its figures: it is of the reader's own unit, and being appraised.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether its agreed points would be taken back, which a repair does not do.</summary>
    public bool Blocks { get; init; }

    internal bool IsHeldBack { get; init; }

    internal bool Changes => Before != After || Answers.Count > 0;
}

/// <summary>What a repair does: to the set, and to every scorecard that changes.</summary>
/// <param name="Repair">What will be kept with the set.</param>
/// <param name="RoundId">The round that uses the set.</param>
/// <param name="RoundTitle">Its title.</param>
/// <param name="Units">How many scorecards there are.</param>
/// <param name="Lines">Those that change, by name.</param>
public sealed record RepairEffect(SetRepair Repair, Guid RoundId, string RoundTitle, int Units, IReadOnlyList<RepairLine> Lines)
{
    /// <summary>Answers that must be said again, over all scorecards.</summary>
    public int TakenBack => Lines.Sum(line => line.Answers.Count(answer => answer.IsTakenBack));

    /// <summary>Scorecards whose rating changes.</summary>
    public int Rated => Lines.Count(line => line.Before.Rating != line.After.Rating);

    /// <summary>Scorecards whose place changes.</summary>
    public int Placed => Lines.Count(line => line.Before.Rank != line.After.Rank);

    /// <summary>Why it cannot be carried out, as a Vietnamese sentence; <c>null</c> when nothing stands against it.</summary>
    public string? WhyNot => Lines.Where(line => line.Blocks).Select(line => line.Unit).ToList() is { Count: > 0 } agreed
        ? $"Phiếu đã thống nhất có điểm không còn phù hợp với tiêu chí {Repair.Code} sau khi sửa: {string.Join("; ", agreed)}. Mở khoá các phiếu này trước, rồi đề nghị lại."
        : null;

    /// <summary>
    /// The same for one reader: while the scorecard of the reader's own unit is being appraised, neither its figures nor the
    /// places, which follow from them.
    /// </summary>
    /// <param name="ownUnit">The reader's unit, or <c>null</c>.</param>
    public RepairEffect SeenFrom(Guid? ownUnit) => Lines.Any(line => line.UnitId == ownUnit && line.IsHeldBack)
        ? this with
        {
            Lines = [.. Lines.Select(line => line.UnitId == ownUnit
                ? line with { Before = Nothing, After = Nothing, Answers = [], IsHidden = true }
                : line with { Before = line.Before with { Rank = null }, After = line.After with { Rank = null } })],
        }
        : this;

    private static readonly RepairStanding Nothing = new(null, null, null, null, null);
}
