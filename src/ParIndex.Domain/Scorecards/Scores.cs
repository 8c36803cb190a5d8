using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Scorecards;

/// <summary>A cell as far as it counts: what is said of a leaf at a stage, and by whom. Lists read these instead of whole cells.</summary>
/// <param name="ScorecardId">The scorecard.</param>
/// <param name="CriterionId">The leaf.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Answer">What is said; a reader of many may leave out what does not count.</param>
/// <param name="ChangedBy">The account that said it, or <c>null</c> while nobody did.</param>
public sealed record CellMark(Guid ScorecardId, Guid CriterionId, ScoreStage Stage, CellAnswer Answer, Guid? ChangedBy);

/// <summary>
/// The scores of one scorecard: which of its cells counts, what is answered, how far a stage is. The one home of these
/// rules, for a scorecard that was read whole and for the marks of many alike.
/// </summary>
public sealed class Scores
{
    private readonly Dictionary<(Guid Leaf, ScoreStage Stage), CellMark> _marks;

    /// <param name="marks">The cells of one scorecard, of all stages or of those that their reader sees.</param>
    public Scores(IEnumerable<CellMark> marks) => _marks = marks.ToDictionary(mark => (mark.CriterionId, mark.Stage));

    /// <summary>Everything there is.</summary>
    public IEnumerable<CellMark> Marks => _marks.Values;

    /// <summary>What is said of a leaf at a stage, or <c>null</c> where the stage has no cell of it.</summary>
    public CellMark? At(Criterion leaf, ScoreStage stage)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return _marks.GetValueOrDefault((leaf.Id, stage));
    }

    /// <summary>
    /// The answer that counts when nothing later than a stage is looked at: of survey leaves the one loaded, whatever the
    /// stage; at the self-score the unit's own; after it that of the second appraisal where it has points, else of the
    /// first. A self-score never counts once it is appraised. <c>null</c> while there are no points.
    /// </summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="latest">The latest stage that is looked at.</param>
    public CellMark? Counting(Criterion leaf, ScoreStage latest = ScoreStage.SecondAppraisal)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Component == Component.Survey ? Scored(ScoreStage.Survey)
            : latest == ScoreStage.SelfScore ? Scored(ScoreStage.SelfScore)
            : (latest == ScoreStage.FirstAppraisal ? null : Scored(ScoreStage.SecondAppraisal)) ?? Scored(ScoreStage.FirstAppraisal);

        CellMark? Scored(ScoreStage stage) => At(leaf, stage) is { Answer.Points: not null } mark ? mark : null;
    }

    /// <summary>The points that <see cref="Counting"/> gives, 0…the leaf's maximum, or <c>null</c> while there are none.</summary>
    public decimal? PointsOf(Criterion leaf, ScoreStage latest = ScoreStage.SecondAppraisal) => Counting(leaf, latest)?.Answer.Points;

    /// <summary>The points that count, by the code of the leaf; a leaf without any has no entry.</summary>
    public IReadOnlyDictionary<string, decimal> PointsOf(IEnumerable<Criterion> leaves, ScoreStage latest = ScoreStage.SecondAppraisal) =>
        leaves.Where(leaf => Counting(leaf, latest) is not null).ToDictionary(leaf => leaf.Code, leaf => PointsOf(leaf, latest)!.Value);

    /// <summary>
    /// Whether a stage needs nothing more of a leaf: it says points or proposes an exemption, or it is the second
    /// appraisal and the first, which stands until another is given, does.
    /// </summary>
    public bool IsAnswered(Criterion leaf, ScoreStage stage) =>
        At(leaf, stage) is { } mark
        && (mark.Answer.IsGiven(leaf) || (stage == ScoreStage.SecondAppraisal && At(leaf, ScoreStage.FirstAppraisal)?.Answer.IsGiven(leaf) == true));

    /// <summary>How many of some leaves are answered at a stage, and how many of them the stage has.</summary>
    public (int Given, int All) Progress(ScoreStage stage, IEnumerable<Criterion> leaves)
    {
        var asked = leaves.Where(leaf => At(leaf, stage) is not null).ToList();
        return (asked.Count(leaf => IsAnswered(leaf, stage)), asked.Count);
    }

    /// <summary>
    /// Whether opinions on a leaf still differ after the explanation (nội dung còn ý kiến khác nhau): unit and appraiser each
    /// said theirs, the unit keeps its own points, and others count.
    /// </summary>
    public bool OpinionsDiffer(Criterion leaf, Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return explanation.KeepsSelfScore == true && At(leaf, ScoreStage.FirstAppraisal) is not null
            && At(leaf, ScoreStage.SelfScore) is { } own && PointsOf(leaf) is { } counting && own.Answer.Points != counting;
    }
}
