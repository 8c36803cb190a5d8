using ParIndex.Application.Accounts;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Who may do what with one scorecard: one table that buttons and services both ask. Nobody appraises, returns, agrees
/// or reopens the scorecard of the own unit, nor, wherever they work now, agrees what they appraised, or what an account
/// appraised whose code they alone gave, or appraises what they scored.
/// </summary>
public static class ScorecardRights
{
    internal const string AppraisedIt = "Người đã thẩm định phiếu này không tự chấm điểm, nộp phiếu hay giải trình cho đơn vị trong kỳ này; việc này do cán bộ khác của đơn vị thực hiện.";

    internal const string ScoredIt = "Người đã tự chấm điểm phiếu này cho đơn vị không thẩm định, trả lại hay thống nhất phiếu, dù nay thuộc đơn vị khác.";

    /// <summary>Who reads every scorecard of an open round.</summary>
    private const StaffRoles Readers = StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Auditor;

    /// <summary>Whether the person reads the scorecard: those of the unit, its appraisers, and those who follow the round.</summary>
    public static bool MayRead(StaffAccount account, ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return account.Has(Readers) || IsOfficer(account, folder) || (account.Has(StaffRoles.Appraiser) && IsAssigned(account, folder));
    }

    /// <summary>Whether the person scores for the unit.</summary>
    public static bool IsOfficer(StaffAccount account, ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return account.Has(StaffRoles.UnitOfficer) && IsOwnUnit(account, folder);
    }

    /// <summary>Whether the person appraises a leaf of the unit: assigned to its field, and of another unit.</summary>
    public static bool Appraises(StaffAccount account, ScorecardPlace folder, Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return AppraisesField(account, folder, folder.Group.FieldOf(leaf));
    }

    /// <summary>Whether the person appraises a field (a root of the criteria tree) of the unit.</summary>
    public static bool AppraisesField(StaffAccount account, ScorecardPlace folder, Criterion field)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(field);
        return account.Has(StaffRoles.Appraiser) && !IsOwnUnit(account, folder) && !HasScored(account, folder)
            && folder.Group.Assignments.Any(assignment => assignment.AccountId == account.Id && assignment.Covers(field.Id, folder.Unit.Participant.Id));
    }

    /// <summary>Whether the person appraises any leaf of the unit.</summary>
    public static bool IsAssigned(StaffAccount account, ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.Applicable.Any(leaf => Appraises(account, folder, leaf));
    }

    /// <summary>
    /// Why the person may not fill in a cell now; <c>null</c> when nothing stands against it.
    /// The unit scores itself, assigned appraisers of other units appraise, survey points are loaded by a coordinator of
    /// another unit who does not appraise the unit: no figure of a survey is in an appraiser's hands.
    /// </summary>
    public static Finding? WhyNotScore(StaffAccount account, ScorecardPlace folder, Criterion leaf, ScoreStage stage, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return !MayEverScore(account, folder, leaf, stage) ? NotTheirs(account, folder, stage)
            : folder.Round.State != RoundState.Open ? CellWords.RoundNotOpen()
            : !ScorecardRules.IsOpen(stage, folder.Card.State) ? CellWords.OtherState(folder.Card.State, stage)
            : stage != ScoreStage.Survey && folder.IsPast(now) ? CellWords.PastDeadline(folder.Card.State, folder.Deadline!.Value)
            : null;
    }

    /// <summary>Whether cells of this leaf and stage are this person's, whatever the state of scorecard and round.</summary>
    public static bool MayEverScore(StaffAccount account, ScorecardPlace folder, Criterion leaf, ScoreStage stage)
    {
        ArgumentNullException.ThrowIfNull(account);
        return stage switch
        {
            ScoreStage.SelfScore => IsOfficer(account, folder) && !HasAppraised(account, folder),
            ScoreStage.Survey => account.Has(StaffRoles.Coordinator) && !IsOwnUnit(account, folder) && !HasScored(account, folder) && !IsAssigned(account, folder) && !HasAppraised(account, folder),
            _ => Appraises(account, folder, leaf),
        };
    }

    /// <summary>
    /// Why the person may not move the scorecard now, as a Vietnamese sentence; <c>null</c> when nothing stands against
    /// it. What the act itself demands (a complete sheet, answered explanations) is checked by the service.
    /// </summary>
    public static string? WhyNotMove(StaffAccount account, ScorecardPlace folder, ScorecardAct act, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return ScorecardRules.Target(folder.Card.State, act) is null ? ScorecardWords.NoSuchMove(folder.Card.State, act)
            : !MayEverMove(account, folder, act) ? NotTheirs(account, folder, act)
            : folder.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
            : folder.IsPast(now) && (act is ScorecardAct.Submit or ScorecardAct.Withdraw || (act == ScorecardAct.EndExplanation && IsOwnUnit(account, folder))) ? ScorecardWords.PastDeadline(folder.Card.State, folder.Deadline!.Value)
            : null;
    }

    /// <summary>Why the person may not explain for the unit now, as a Vietnamese sentence; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotExplain(StaffAccount account, ScorecardPlace folder, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return !IsOfficer(account, folder) ? "Chỉ cán bộ của đơn vị được giải trình."
            : HasAppraised(account, folder) ? AppraisedIt
            : folder.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
            : folder.Card.State != ScorecardState.Explanation ? $"Phiếu chấm điểm đang ở bước “{ScorecardWords.Of(folder.Card.State)}” nên không giải trình được."
            : folder.IsPast(now) ? ScorecardWords.PastDeadline(folder.Card.State, folder.Deadline!.Value)
            : null;
    }

    /// <summary>The acts that are this person's on this scorecard, whatever its state: what a matrix and buttons ask.</summary>
    public static bool MayEverMove(StaffAccount account, ScorecardPlace folder, ScorecardAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        var isOther = !IsOwnUnit(account, folder) && !HasScored(account, folder);
        return act switch
        {
            ScorecardAct.Submit or ScorecardAct.Withdraw => IsOfficer(account, folder) && !HasAppraised(account, folder),
            ScorecardAct.Return or ScorecardAct.EndFirstAppraisal => isOther && (account.Has(StaffRoles.Coordinator) || IsAssigned(account, folder)),
            ScorecardAct.EndExplanation => (IsOfficer(account, folder) && !HasAppraised(account, folder)) || (isOther && account.Has(StaffRoles.Coordinator)),
            ScorecardAct.Agree => isOther && !HasAppraised(account, folder) && !HasLent(account, folder) && account.Has(StaffRoles.Coordinator | StaffRoles.CouncilMember),
            // Two people unlock: a coordinator asks, a second person of another unit agrees.
            ScorecardAct.Reopen => account.Has(StaffRoles.Coordinator),
            _ => false,
        };
    }

    /// <summary>Whether the person works at the unit of the scorecard.</summary>
    public static bool IsOwnUnit(StaffAccount account, ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return account.UnitId == folder.Unit.Unit.Id;
    }

    /// <summary>Whether the person appraised it, under whatever account, role or unit.</summary>
    public static bool HasAppraised(StaffAccount account, ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return folder.Hands.Appraised.Contains(account.Id);
    }

    /// <summary>Whether the person scored for the unit in it, under whatever account, role or unit.</summary>
    public static bool HasScored(StaffAccount account, ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return folder.Hands.Scored.Contains(account.Id);
    }

    /// <summary>Whether the person alone had the whole code that somebody's account was used by to appraise it.</summary>
    public static bool HasLent(StaffAccount account, ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(folder);
        return folder.Hands.Lent.Contains(account.Id);
    }

    private static Finding NotTheirs(StaffAccount account, ScorecardPlace folder, ScoreStage stage) => stage switch
    {
        ScoreStage.SelfScore when HasAppraised(account, folder) => CellWords.AppraisedIt(),
        ScoreStage.SelfScore => CellWords.UnitsAlone(),
        _ when IsOwnUnit(account, folder) => CellWords.OwnUnit(),
        _ when HasScored(account, folder) => CellWords.ScoredIt(),
        ScoreStage.Survey => IsAssigned(account, folder) || HasAppraised(account, folder) ? CellWords.SurveyOfAppraised() : CellWords.SurveyByCoordinator(),
        _ => CellWords.OtherAppraiser(),
    };

    private static string NotTheirs(StaffAccount account, ScorecardPlace folder, ScorecardAct act) =>
        IsOwnUnit(account, folder) && act is not (ScorecardAct.Submit or ScorecardAct.Withdraw) ? ScorecardWords.OwnUnit
            : act == ScorecardAct.Agree && HasAppraised(account, folder) && account.Has(StaffRoles.Coordinator | StaffRoles.CouncilMember) ? "Người đã thẩm định phiếu này không thống nhất kết quả của phiếu, dù nay giữ vai trò nào hay dùng tài khoản nào; việc này do người khác thực hiện."
            : act == ScorecardAct.Agree && HasLent(account, folder) && account.Has(StaffRoles.Coordinator | StaffRoles.CouncilMember) ? "Người đã một mình cấp mã dùng một lần cho người thẩm định phiếu này không thống nhất kết quả của phiếu; việc này do người khác thực hiện."
            : IsOfficer(account, folder) && HasAppraised(account, folder) ? AppraisedIt
            : HasScored(account, folder) && act is not (ScorecardAct.Submit or ScorecardAct.Withdraw) ? ScoredIt
            : $"Vai trò của tài khoản này không được {ScorecardWords.InSentence(act)}.";
}
