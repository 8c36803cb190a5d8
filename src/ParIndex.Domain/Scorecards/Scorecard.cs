using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Scorecards;

/// <summary>The stage a score belongs to. Each stage's values are kept apart for ever.</summary>
public enum ScoreStage
{
    /// <summary>Tự chấm điểm, by the unit.</summary>
    SelfScore,

    /// <summary>Thẩm định lần 1.</summary>
    FirstAppraisal,

    /// <summary>Thẩm định lần 2, after the unit's explanation.</summary>
    SecondAppraisal,

    /// <summary>Điểm điều tra xã hội học, loaded per unit and leaf.</summary>
    Survey,
}

/// <summary>The scorecard (phiếu chấm điểm) of one participant: a cell per leaf and stage.</summary>
public sealed class Scorecard
{
    private readonly List<ScoreCell> _cells = [];

    /// <param name="participant">Whose scorecard it is.</param>
    public Scorecard(Participant participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        ParticipantId = participant.Id;
    }

    private Scorecard()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed when the scorecard itself moves; saving a cell leaves it alone.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The participant.</summary>
    public Guid ParticipantId { get; private set; }

    /// <summary>The cells of all stages opened so far.</summary>
    public IReadOnlyList<ScoreCell> Cells => _cells;

    /// <summary>
    /// Opens self-scoring: a cell for every leaf of the sheet that applies. Survey leaves are loaded from the survey
    /// and nobody scores them.
    /// </summary>
    public void OpenSelfScore(ScoreSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        Open(ScoreStage.SelfScore, sheet.Lines.Where(line => line.State is not LeafState.NotApplicable && line.Leaf.Component != Component.Survey).Select(line => line.Leaf));
    }

    /// <summary>Opens a stage: an empty cell for every leaf, so that saving never has to insert.</summary>
    /// <exception cref="InvalidOperationException">The stage is open already.</exception>
    public void Open(ScoreStage stage, IEnumerable<Criterion> leaves)
    {
        if (_cells.Exists(cell => cell.Stage == stage))
        {
            throw new InvalidOperationException($"Stage {stage} of the scorecard is open already.");
        }

        _cells.AddRange(leaves.Select(leaf => new ScoreCell(leaf, stage)));
    }
}

/// <summary>The score of one leaf at one stage: the unit of conflict between two people.</summary>
public sealed class ScoreCell
{
    internal ScoreCell(Criterion leaf, ScoreStage stage)
    {
        CriterionId = leaf.Id;
        Stage = stage;
    }

    private ScoreCell()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>The leaf.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>The stage.</summary>
    public ScoreStage Stage { get; private set; }

    /// <summary>Points, or <c>null</c> while not yet scored.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Gives points, or takes them back with <c>null</c>.</summary>
    /// <exception cref="ArgumentException">Outside 0…maximum, or the leaf is another.</exception>
    public void Score(Criterion leaf, decimal? points)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (leaf.Id != CriterionId)
        {
            throw new ArgumentException("The cell is of another leaf.", nameof(leaf));
        }

        if (points < 0 || points > leaf.MaxScore)
        {
            throw new ArgumentException($"Điểm của tiêu chí {leaf.Code} phải từ 0 đến {NumberWriter.VietnameseTrimmed(leaf.MaxScore)}.", nameof(points));
        }

        Points = points;
    }
}
