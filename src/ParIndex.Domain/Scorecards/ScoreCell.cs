using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scorecards;

/// <summary>What is said of one leaf at one stage: the unit of conflict between two people.</summary>
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

    /// <summary>Raw figure: achieved, counted, or the mean of a Likert scale.</summary>
    public decimal? Achieved { get; private set; }

    /// <summary>How many of each term of a weighted ratio: <c>45+3</c>; else <c>null</c>.</summary>
    public string? Counts { get; private set; }

    /// <summary>Raw figure: required.</summary>
    public decimal? Required { get; private set; }

    /// <summary>What is chosen of the rule's statements, as the rule numbers choices.</summary>
    public int? Level { get; private set; }

    /// <summary>What is said to the points.</summary>
    public string? Note { get; private set; }

    /// <summary>Sample size of a survey.</summary>
    public int? SampleSize { get; private set; }

    /// <summary>Standard deviation of the answers of a survey.</summary>
    public decimal? Spread { get; private set; }

    /// <summary>The account that changed it last, or <c>null</c>.</summary>
    public Guid? ChangedBy { get; private set; }

    /// <summary>Instant of the last change, UTC.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>Everything said.</summary>
    public CellAnswer Answer => new()
    {
        Points = Points,
        Achieved = Achieved,
        Counts = Counts,
        Required = Required,
        Level = Level,
        Note = Note,
        SampleSize = SampleSize,
        Spread = Spread,
    };

    /// <summary>The cell as far as it counts.</summary>
    public CellMark Mark => new(ScorecardId, CriterionId, Stage, Answer, ChangedBy);

    /// <summary>Takes an answer in place of the one before, with the points that follow from it by the leaf's rule.</summary>
    /// <exception cref="ArgumentException">The leaf is another, or the answer has a <see cref="CellAnswer.Problem"/>.</exception>
    internal void Take(Criterion leaf, CellAnswer answer, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        CheckLeaf(leaf);
        var completed = answer.CompletedBy(leaf);
        if (completed.Problem(leaf) is { } problem)
        {
            throw new ArgumentException(problem.Text, nameof(answer));
        }

        (Points, Achieved, Required, Level, Note) = (completed.Points, completed.Achieved, completed.Required, completed.Level, completed.Note);
        (Counts, SampleSize, Spread, ChangedBy, ChangedAt) = (completed.Counts, completed.SampleSize, completed.Spread, by, at);
    }

    /// <summary>
    /// Gives points as past years have them, or takes them back with <c>null</c>. Raw figures stand beside them and
    /// change nothing: such points were rounded by whoever gave them. A statement and a note are kept where they are given.
    /// </summary>
    /// <exception cref="ArgumentException">Outside 0…maximum, or the leaf is another.</exception>
    public void Score(Criterion leaf, decimal? points, RawFigures figures = default, int? level = null, string? note = null)
    {
        CheckLeaf(leaf);
        if (points < 0 || points > leaf.MaxScore)
        {
            throw new ArgumentException($"Điểm của tiêu chí {leaf.Code} phải từ 0 đến {NumberWriter.VietnameseTrimmed(leaf.MaxScore)}.", nameof(points));
        }

        (Points, Achieved, Required, Counts) = (points, figures.Achieved, figures.Required, null);
        (Level, Note) = (level ?? Level, note ?? Note);
    }

    /// <summary>
    /// Fits the answer to its leaf after the leaf was repaired. Figures and choices stay and give the points of the rule as it
    /// is now; points typed by hand stay where the leaf still takes them. What fits no longer is taken back, its note kept: it is
    /// never cut to size. Who said it and when stays.
    /// </summary>
    /// <returns>Whether anything of the answer changed.</returns>
    /// <exception cref="ArgumentException">The leaf is another.</exception>
    internal bool Fit(Criterion leaf)
    {
        CheckLeaf(leaf);
        var before = Answer;
        var fitting = new[] { before.CompletedBy(leaf), leaf.Rule is DirectRule ? CellAnswer.Blank with { Points = before.Points, Note = before.Note } : null, CellAnswer.Blank with { Note = leaf.Component == Component.Survey ? null : before.Note } }
            .First(answer => answer is not null && answer.Problem(leaf) is null)!;
        (Points, Achieved, Required, Level, Note) = (fitting.Points, fitting.Achieved, fitting.Required, fitting.Level, fitting.Note);
        (Counts, SampleSize, Spread) = (fitting.Counts, fitting.SampleSize, fitting.Spread);
        return fitting != before;
    }

    private void CheckLeaf(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (leaf.Id != CriterionId)
        {
            throw new ArgumentException("The cell is of another leaf.", nameof(leaf));
        }
    }
}

/// <summary>
/// One edit of a cell, kept for ever. Its key is made where it was typed, so that an edit sent twice over a weak line
/// is taken once.
/// </summary>
public sealed class ScoreEdit
{
    /// <param name="id">The key the sender made for the edit.</param>
    /// <param name="cell">The cell as it is after the edit.</param>
    /// <param name="before">What stood there.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    public ScoreEdit(Guid id, ScoreCell cell, CellAnswer before, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(before);
        (Id, CellId, By, At) = (id, cell.Id, by, at);
        (PointsBefore, Points, Achieved, Required, Level, Note) = (before.Points, cell.Points, cell.Achieved, cell.Required, cell.Level, cell.Note);
        Counts = cell.Counts;
    }

    private ScoreEdit()
    {
    }

    /// <summary>Key, made by the sender.</summary>
    public Guid Id { get; private set; }

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The cell.</summary>
    public Guid CellId { get; private set; }

    /// <summary>Points before.</summary>
    public decimal? PointsBefore { get; private set; }

    /// <summary>Points after.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Raw figure after: achieved.</summary>
    public decimal? Achieved { get; private set; }

    /// <summary>How many of each term of a weighted ratio after.</summary>
    public string? Counts { get; private set; }

    /// <summary>Raw figure after: required.</summary>
    public decimal? Required { get; private set; }

    /// <summary>What is chosen of the rule's statements after.</summary>
    public int? Level { get; private set; }

    /// <summary>Note after.</summary>
    public string? Note { get; private set; }

    /// <summary>The account.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
