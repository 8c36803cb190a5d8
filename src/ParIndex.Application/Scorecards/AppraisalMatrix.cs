using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// One field, or one criterion of it, across the units of a group that one appraiser has there: like is compared with like.
/// Leaves of a survey are loaded, not appraised, and stand in none.
/// </summary>
/// <param name="Round">The round.</param>
/// <param name="Group">The group.</param>
/// <param name="Node">The field or criterion.</param>
/// <param name="Leaves">The leaves at or below it, in the order of the criteria set; at least one.</param>
/// <param name="Units">The units by name, with those whose appraisal is another's to do for the reason given there.</param>
/// <param name="Fields">All fields the person appraises in the group.</param>
public sealed record AppraisalMatrix(Round Round, GroupSetup Group, Criterion Node, IReadOnlyList<Criterion> Leaves, IReadOnlyList<MatrixUnit> Units, IReadOnlyList<Criterion> Fields)
{
    /// <summary>Whether it is of one leaf alone.</summary>
    public bool IsOfOne => Leaves is [var only] && only.Id == Node.Id;

    /// <summary>Every cell there is.</summary>
    public IEnumerable<(MatrixUnit Unit, MatrixCell Cell)> Cells => Units.SelectMany(unit => unit.Cells.Values.Select(cell => (unit, cell)));

    /// <summary>The cells that one act accepts: submitted, not yet appraised, proved, and nothing asked about them.</summary>
    public IEnumerable<(MatrixUnit Unit, MatrixCell Cell)> Acceptable => Cells.Where(pair => pair.Cell.IsWaiting && pair.Cell.WhyNotAccept is null);

    /// <summary>The cells that wait for this person and that the act leaves alone.</summary>
    public IEnumerable<(MatrixUnit Unit, MatrixCell Cell)> Rest => Cells.Where(pair => pair.Cell.IsWaiting && pair.Cell.WhyNotAccept is not null);

    /// <summary>What the act would accept, as a mark: it differs as soon as one of the cells, or which they are, changed.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('.', Acceptable.Select(pair => $"{pair.Cell.Editable!.Version:N}").Order(StringComparer.Ordinal))))[..16]);

    /// <summary>The cell of a key as <see cref="MatrixCell.Key"/> writes it, or <c>null</c>.</summary>
    public (MatrixUnit Unit, MatrixCell Cell)? Find(string? key) => Cells.Where(pair => pair.Cell.Key == key).Select(pair => ((MatrixUnit, MatrixCell)?)pair).FirstOrDefault();
}

/// <summary>Why cells of a unit are not shown.</summary>
public enum MatrixLock
{
    /// <summary>They are shown.</summary>
    None,

    /// <summary>The unit has not handed its scorecard in; nothing is late for its appraiser.</summary>
    NotSubmitted,

    /// <summary>The appraiser works there.</summary>
    OwnUnit,

    /// <summary>The appraiser scored for the unit in this round.</summary>
    ScoredIt,
}

/// <summary>A unit of a matrix.</summary>
/// <param name="Place">Its scorecard, without its cells.</param>
/// <param name="Lock">Why its cells are not shown.</param>
/// <param name="Cells">By leaf; empty of a unit that is locked.</param>
/// <param name="Others">Of the own unit: who appraises it instead.</param>
public sealed record MatrixUnit(ScorecardPlace Place, MatrixLock Lock, IReadOnlyDictionary<Guid, MatrixCell> Cells, IReadOnlyList<string> Others)
{
    /// <summary>The code of the unit.</summary>
    public string Code => Place.Unit.Unit.Code;

    /// <summary>How many cells are answered at the stage the unit is in, and of how many.</summary>
    public (int Given, int All) Progress => (Cells.Values.Count(cell => cell.IsAnswered), Cells.Values.Count(cell => cell.Exemption is null));

    /// <summary>What the unit gave itself, points that act on its total; <c>null</c> while a leaf has none.</summary>
    public decimal? Self => Sum(cell => cell.Self?.Points);

    /// <summary>What it is appraised with, points that act on its total; <c>null</c> while a leaf is not appraised: half a sum is none.</summary>
    public decimal? Appraised => Sum(cell => cell.Counting);

    private decimal? Sum(Func<MatrixCell, decimal?> points)
    {
        var counted = Cells.Values.Where(cell => cell.Exemption is null).Select(cell => (cell.Leaf, Points: points(cell))).ToList();
        return counted.Count == 0 || counted.Exists(cell => cell.Points is null) ? null : counted.Sum(cell => cell.Leaf.Component.Effect(cell.Points!.Value));
    }
}

/// <summary>A leaf of a unit in a matrix.</summary>
public sealed record MatrixCell
{
    /// <summary>The leaf.</summary>
    public required Criterion Leaf { get; init; }

    /// <summary>Tells it from the others of its matrix: <c>so-tu-phap:1.1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Why the leaf does not apply to the unit, or <c>null</c>.</summary>
    public string? Exemption { get; init; }

    /// <summary>The self-score.</summary>
    public ScoreCell? Self { get; init; }

    /// <summary>The first appraisal.</summary>
    public ScoreCell? First { get; init; }

    /// <summary>The second appraisal, kept apart from the first.</summary>
    public ScoreCell? Second { get; init; }

    /// <summary>The cell this person fills in now, or <c>null</c>.</summary>
    public ScoreCell? Editable { get; init; }

    /// <summary>Points of the year before, or <c>null</c> where there were none or they do not compare.</summary>
    public decimal? LastYear { get; init; }

    /// <summary>How many documents prove it.</summary>
    public int Documents { get; init; }

    /// <summary>What the unit was asked about it, and answered, or <c>null</c>.</summary>
    public Explanation? Asked { get; init; }

    /// <summary>Its scores.</summary>
    public required Scores Scores { get; init; }

    /// <summary>The appraisal that stands: the second where it says something, else the first.</summary>
    public ScoreCell? Standing => Second?.Answer.IsGiven(Leaf) == true ? Second : First;

    /// <summary>What it comes to so far in the appraisals, points; <c>null</c> while not appraised.</summary>
    public decimal? Counting => Scores.PointsOf(Leaf);

    /// <summary>Whether an appraisal says something of it.</summary>
    public bool IsAnswered => (Second ?? First) is { } cell && Scores.IsAnswered(Leaf, cell.Stage);

    /// <summary>Whether it waits for this person: not yet appraised, or the unit keeps its score and no second appraisal answers that.</summary>
    public bool IsWaiting => Editable is { } cell && (cell.Stage == ScoreStage.SecondAppraisal ? Asked?.KeepsSelfScore == true && !cell.Answer.IsGiven(Leaf) : !cell.Answer.IsGiven(Leaf));

    /// <summary>Whether it was appraised with other points than the unit gave itself.</summary>
    public bool IsDifferent => Counting is { } points && Self?.Points is { } own && points != own;

    /// <summary>Whether points are claimed that no document proves.</summary>
    public bool LacksProof => Self?.Points > 0 && Documents == 0;

    /// <summary>Whether the unit was asked about it.</summary>
    public bool IsAsked => Asked?.RequestedBy is not null;

    /// <summary>Whether the answer of the stage before can be taken by one key.</summary>
    public bool CanAccept => Editable is { } cell && Before is { } before && before.Answer.IsGiven(Leaf) && cell.Answer with { Note = null } != before.Answer with { Note = null };

    /// <summary>The cell of the stage before.</summary>
    public ScoreCell? Before => Editable?.Stage == ScoreStage.SecondAppraisal ? First : Self;

    /// <summary>Why accepting all that remains leaves it alone, a Vietnamese phrase; <c>null</c> where it is accepted.</summary>
    public string? WhyNotAccept => Editable?.Stage != ScoreStage.FirstAppraisal ? "đơn vị giữ điểm tự chấm, cần thẩm định lần 2"
        : IsAsked ? Asked!.IsOpen ? "đã hỏi, chờ giải trình" : "đã hỏi, đơn vị đã trả lời"
        : Self?.Answer.ProposesExemption(Leaf) == true ? "đơn vị đề nghị không áp dụng"
        : Self?.Points is null ? "đơn vị chưa tự chấm"
        : LacksProof ? "thiếu tài liệu kiểm chứng"
        : null;
}
