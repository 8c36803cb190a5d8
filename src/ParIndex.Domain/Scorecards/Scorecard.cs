using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Scorecards;

/// <summary>What a repair of its leaf made of an answer.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Before">What was said.</param>
/// <param name="After">What of it still holds.</param>
public sealed record FittedAnswer(ScoreStage Stage, CellAnswer Before, CellAnswer After)
{
    /// <summary>Whether what was said fits the leaf no longer and must be said again.</summary>
    public bool IsTakenBack => After with { Note = null } == CellAnswer.Blank;
}

/// <summary>The scorecard (phiếu chấm điểm) of one participant: a cell per leaf and stage, and where it stands.</summary>
public sealed class Scorecard
{
    // Null where they were not read.
    private List<ScoreCell>? _cells;
    private List<ScorecardMove>? _moves;
    private List<Submission>? _submissions;
    private List<FieldShare>? _shares;
    private List<SheetApproval>? _approvals;

    /// <param name="participant">Whose scorecard it is.</param>
    public Scorecard(Participant participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        ParticipantId = participant.Id;
        (_cells, _moves, _submissions, _shares, _approvals) = ([], [], [], [], []);
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

    /// <summary>Where it stands.</summary>
    public ScorecardState State { get; private set; } = ScorecardState.SelfScoring;

    /// <summary>The cells of all stages opened so far.</summary>
    public IReadOnlyList<ScoreCell> Cells => _cells.OrThrow();

    /// <summary>Which of the cells counts, what is answered, how far each stage is: as the cells are now.</summary>
    public Scores Scores => new(Cells.Select(cell => cell.Mark));

    /// <summary>Every move from state to state: who, when, why.</summary>
    public IReadOnlyList<ScorecardMove> Moves => _moves.OrThrow();

    /// <summary>Every time the unit handed it in, with its head's approval.</summary>
    public IReadOnlyList<Submission> Submissions => _submissions.OrThrow();

    /// <summary>Who inside the unit answers for which field.</summary>
    public IReadOnlyList<FieldShare> Shares => _shares.OrThrow();

    /// <summary>Every approval by the unit's head; which of them stands, <see cref="StandingApproval"/> says.</summary>
    public IReadOnlyList<SheetApproval> Approvals => _approvals.OrThrow();

    /// <summary>
    /// Opens self-scoring: a cell for every leaf of the sheet that applies. Survey leaves have cells of their own stage
    /// from the beginning: nobody scores them, their points are loaded.
    /// </summary>
    public void OpenSelfScore(ScoreSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var applicable = sheet.Lines.Where(line => line.State is not LeafState.NotApplicable).Select(line => line.Leaf).ToLookup(leaf => leaf.Component == Component.Survey);
        Open(ScoreStage.SelfScore, applicable[false]);
        Open(ScoreStage.Survey, applicable[true]);
    }

    /// <summary>Opens a stage: an empty cell for every leaf, so that saving never has to insert.</summary>
    /// <exception cref="InvalidOperationException">The stage is open already.</exception>
    public void Open(ScoreStage stage, IEnumerable<Criterion> leaves)
    {
        if (IsOpened(stage))
        {
            throw new InvalidOperationException($"Stage {stage} of the scorecard is open already.");
        }

        _cells!.AddRange(leaves.Select(leaf => new ScoreCell(leaf, stage)));
    }

    /// <summary>
    /// Moves the scorecard along the table of <see cref="ScorecardRules"/> and records who, when and why. The stage it
    /// comes to is opened the first time: a cell for each leaf the unit scored itself.
    /// </summary>
    /// <param name="act">What moves it.</param>
    /// <param name="leaves">The leaves of its criteria set.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <param name="note">Why.</param>
    /// <exception cref="InvalidOperationException">The table has no such move.</exception>
    public void Move(ScorecardAct act, IEnumerable<Criterion> leaves, Guid by, DateTime at, string? note)
    {
        var to = ScorecardRules.Target(State, act) ?? throw new InvalidOperationException($"There is no {act} from {State}.");
        _moves.OrThrow(nameof(Moves)).Add(new(State, act, to, by, at, note));
        State = to;
        if (OpenedIn(to) is { } stage && !IsOpened(stage))
        {
            var scored = Cells.Where(cell => cell.Stage == ScoreStage.SelfScore).Select(cell => cell.CriterionId).ToHashSet();
            Open(stage, leaves.Where(leaf => scored.Contains(leaf.Id)));
        }
    }

    /// <summary>Hands the scorecard in, with the head's approval.</summary>
    /// <param name="submission">The signed report, and who signed it.</param>
    /// <param name="leaves">The leaves of its criteria set.</param>
    /// <param name="side">What the unit answers for.</param>
    /// <inheritdoc cref="Move" path="/exception" />
    /// <exception cref="RefusedException">The unit's head has an account and has not approved the scorecard as it stands.</exception>
    public void Submit(Submission submission, IEnumerable<Criterion> leaves, UnitSide side)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(side);
        RefusedException.ThrowIf(WhyNotApproved(side));
        Move(ScorecardAct.Submit, leaves, submission.By, submission.At, note: null);
        _submissions.OrThrow(nameof(Submissions)).Add(submission);
    }

    /// <summary>Gives a field to an officer of the unit, or takes it back with <c>null</c>.</summary>
    /// <param name="field">The field, a root of the criteria tree.</param>
    /// <param name="accountId">Who is to answer for it.</param>
    /// <param name="by">The account that shares it out.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <returns>Whether that changed anything.</returns>
    /// <exception cref="ArgumentException">It is no field.</exception>
    /// <exception cref="RefusedException">The scorecard is agreed.</exception>
    public bool Share(Criterion field, Guid? accountId, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.ParentId is not null)
        {
            throw new ArgumentException($"{field.Code} is no field.", nameof(field));
        }

        RefusedException.ThrowIf(State == ScorecardState.Agreed ? "Phiếu chấm điểm đã thống nhất nên không phân công trong đơn vị nữa." : null);
        var known = ShareOf(field);
        if (known?.AccountId == accountId)
        {
            return false;
        }

        switch (known, accountId)
        {
            case (null, { } officer):
                _shares!.Add(new(Id, field.Id, officer, by, at));
                break;
            case ({ } share, { } officer):
                share.Give(officer, by, at);
                break;
            default:
                _shares!.Remove(known!);
                break;
        }

        return true;
    }

    /// <summary>Who answers for a field, and how far it is; <c>null</c> while nobody does.</summary>
    public FieldShare? ShareOf(Criterion field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _shares.OrThrow(nameof(Shares)).Find(share => share.CriterionId == field.Id);
    }

    /// <summary>The officer who answers for a field says that it is done.</summary>
    /// <param name="field">The field.</param>
    /// <param name="leaves">Its leaves that apply to the unit.</param>
    /// <param name="by">The officer.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="RefusedException">It is not this officer's, something in it is not answered, or the unit does not score itself now.</exception>
    public void FinishField(Criterion field, IEnumerable<Criterion> leaves, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(field);
        RefusedException.ThrowIf(NotSelfScoring);
        var share = ShareOf(field);
        RefusedException.ThrowIf(share?.AccountId == by ? null : $"Lĩnh vực {field.Code} không do bạn phụ trách.", isOfRights: true);
        RefusedException.ThrowIf(share!.State == FieldShareState.Ready ? $"Lĩnh vực {field.Code} đã được báo hoàn thành." : null);
        var scores = Scores;
        var open = leaves.Where(leaf => leaf.Component != Component.Survey && !scores.IsAnswered(leaf, ScoreStage.SelfScore)).Select(leaf => leaf.Code).ToList();
        RefusedException.ThrowIf(open.Count > 0 ? $"Lĩnh vực {field.Code} còn tiêu chí chưa tự chấm: {string.Join(", ", open)}." : null);
        share.Finish(by, at);
    }

    /// <summary>The head gives a field back to the officer who answers for it; an approval given before falls.</summary>
    /// <param name="field">The field.</param>
    /// <param name="remark">What is to be mended.</param>
    /// <exception cref="ArgumentException">The remark is about something else.</exception>
    /// <exception cref="RefusedException">Nobody answers for the field, or the unit does not score itself now.</exception>
    public void ReturnField(Criterion field, InnerNote remark)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(remark);
        if (remark.CriterionId != field.Id || remark.ScorecardId != Id)
        {
            throw new ArgumentException("The remark is about another field.", nameof(remark));
        }

        RefusedException.ThrowIf(NotSelfScoring);
        RefusedException.ThrowIf(ShareOf(field) is null ? $"Lĩnh vực {field.Code} chưa giao cho ai nên không trả lại được; phân công trước." : null);
        ShareOf(field)!.Return(remark.Id, remark.By, remark.At);
    }

    /// <summary>The head approves the self-assessment as the head saw it.</summary>
    /// <param name="seen">The seal of what the head saw.</param>
    /// <param name="side">What the unit answers for now.</param>
    /// <param name="by">The account of the head.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="RefusedException">It is no longer what the head saw, something is open, or it is approved already.</exception>
    public void Approve(string seen, UnitSide side, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(side);
        RefusedException.ThrowIf(WhyNotApprove(side));
        var seal = side.Seal(this);
        RefusedException.ThrowIf(seal == seen ? null : "Phiếu đã thay đổi sau khi trang này được mở nên chưa được phê duyệt. Xem lại nội dung mới nhất dưới đây rồi phê duyệt.");
        RefusedException.ThrowIf(StandingApproval(side) is null ? null : "Phiếu đã được phê duyệt đúng như đang hiển thị.");
        _approvals.OrThrow(nameof(Approvals)).Add(new(Id, seal, by, at));
    }

    /// <summary>Why the head cannot approve it as it stands, as a Vietnamese sentence; <c>null</c> when nothing stands against it.</summary>
    public string? WhyNotApprove(UnitSide side)
    {
        ArgumentNullException.ThrowIfNull(side);
        var scores = Scores;
        return NotSelfScoring
            ?? (side.Applicable.Count(leaf => leaf.Component != Component.Survey && !scores.IsAnswered(leaf, ScoreStage.SelfScore)) is > 0 and var open ? $"Chưa phê duyệt được: còn {open} tiêu chí chưa tự chấm." : null)
            ?? (Shares.Count(share => share.State == FieldShareState.Returned) is > 0 and var returned ? $"Chưa phê duyệt được: còn {returned} lĩnh vực đã trả lại và chưa báo hoàn thành." : null);
    }

    /// <summary>The approval that holds for the scorecard exactly as it stands, or <c>null</c>.</summary>
    public SheetApproval? StandingApproval(UnitSide side)
    {
        ArgumentNullException.ThrowIfNull(side);
        return Approvals.Count == 0 ? null : side.Seal(this) is var seal ? _approvals!.Find(approval => approval.Seal == seal) : null;
    }

    /// <summary>Why it cannot be handed in without its head, as a Vietnamese sentence; <c>null</c> when the head approved it as it stands, or has no account.</summary>
    public string? WhyNotApproved(UnitSide side)
    {
        ArgumentNullException.ThrowIfNull(side);
        return !side.HasHead || StandingApproval(side) is not null ? null
            : Approvals.Count > 0 ? "Phê duyệt của thủ trưởng đơn vị không còn hiệu lực vì phiếu đã thay đổi sau đó; thủ trưởng phê duyệt lại rồi mới nộp."
            : "Thủ trưởng đơn vị chưa phê duyệt phiếu; phê duyệt tại mục Trong đơn vị rồi mới nộp.";
    }

    /// <summary>Declares the points of a past year, taken in from elsewhere, final: nobody moved the scorecard here.</summary>
    /// <exception cref="InvalidOperationException">It was moved already.</exception>
    public void Settle()
    {
        if (State != ScorecardState.SelfScoring)
        {
            throw new InvalidOperationException($"A scorecard that is in {State} has moves of its own and is not settled.");
        }

        State = ScorecardState.Agreed;
    }

    /// <summary>
    /// Takes an answer into the cell of a leaf, in place of the one before, with the points that follow from it by the leaf's
    /// rule. The one way into a cell while the round is under way.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="answer">What is said.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="InvalidOperationException">The stage is not filled in in this state, or has no cell of the leaf.</exception>
    /// <exception cref="ArgumentException">The answer has a <see cref="CellAnswer.Problem"/>.</exception>
    public ScoreCell Take(ScoreStage stage, Criterion leaf, CellAnswer answer, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var cell = ScorecardRules.IsOpen(stage, State) ? Cell(stage, leaf.Id) : throw new InvalidOperationException($"{stage} is not filled in while the scorecard is in {State}.");
        (cell ?? throw new InvalidOperationException($"{stage} has no cell of {leaf.Code}.")).Take(leaf, answer, by, at);
        return cell;
    }

    /// <summary>Fits every answer to a leaf after the leaf was repaired, at whatever stage.</summary>
    /// <param name="leaf">The leaf as it is now.</param>
    /// <returns>The answers that changed.</returns>
    public IReadOnlyList<FittedAnswer> Fit(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var fitted = new List<FittedAnswer>();
        foreach (var cell in Cells.Where(cell => cell.CriterionId == leaf.Id).OrderBy(cell => cell.Stage))
        {
            var before = cell.Answer;
            if (cell.Fit(leaf))
            {
                fitted.Add(new(cell.Stage, before, cell.Answer));
            }
        }

        return fitted;
    }

    /// <summary>
    /// The last move before an edit that opened the stage's points again after a lock, or <c>null</c> when they were never
    /// locked before: a unit's own after a withdrawal or return, the first appraisal after a return, the second by what led
    /// to it, a survey after a reopening.
    /// </summary>
    /// <param name="stage">The stage that was edited.</param>
    /// <param name="sequence">The edit's place in the order history was taken in.</param>
    public ScorecardMove? UnlockBefore(ScoreStage stage, long? sequence) => Moves
        .Where(move => move.Sequence <= sequence && stage switch
        {
            ScoreStage.SelfScore => move.Act is ScorecardAct.Withdraw or ScorecardAct.Return,
            ScoreStage.FirstAppraisal => move.Act is ScorecardAct.Return,
            ScoreStage.SecondAppraisal => move.Act is ScorecardAct.EndExplanation or ScorecardAct.Reopen,
            _ => move.Act is ScorecardAct.Reopen,
        })
        .MaxBy(move => move.Sequence);

    /// <summary>The cell of a leaf at a stage, or <c>null</c> when that stage has none of it.</summary>
    public ScoreCell? Cell(ScoreStage stage, Guid leafId) => _cells.OrThrow(nameof(Cells)).Find(cell => cell.Stage == stage && cell.CriterionId == leafId);

    private string? NotSelfScoring => State == ScorecardState.SelfScoring ? null : "Phiếu chấm điểm không ở bước tự chấm điểm nên việc này không thực hiện được.";

    private bool IsOpened(ScoreStage stage) => Cells.Any(cell => cell.Stage == stage);

    /// <summary>The stage appraisers fill in a state, or <c>null</c>.</summary>
    private static ScoreStage? OpenedIn(ScorecardState state) => state switch
    {
        ScorecardState.FirstAppraisal => ScoreStage.FirstAppraisal,
        ScorecardState.SecondAppraisal => ScoreStage.SecondAppraisal,
        _ => null,
    };
}
