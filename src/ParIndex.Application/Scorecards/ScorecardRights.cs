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

    /// <summary>Who reads every scorecard of an open round, and what proves its points.</summary>
    internal const StaffRoles Readers = StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Auditor;

    /// <summary>Whether the person reads the scorecard: those of the unit, its appraisers, and those who follow the round.</summary>
    public static bool MayRead(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return account.Has(Readers) || IsOfficer(account, place) || IsHead(account, place) || (account.Has(StaffRoles.Appraiser) && IsAssigned(account, place));
    }

    /// <summary>Whether the person scores for the unit.</summary>
    public static bool IsOfficer(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return account.Has(StaffRoles.UnitOfficer) && IsOwnUnit(account, place);
    }

    /// <summary>Whether the person heads the unit.</summary>
    public static bool IsHead(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return account.Has(StaffRoles.UnitHead) && IsOwnUnit(account, place);
    }

    /// <summary>Whether the person appraises a leaf of the unit: assigned to its field, and of another unit.</summary>
    public static bool Appraises(StaffAccount account, ScorecardPlace place, Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(place);
        return AppraisesField(account, place, place.Group.FieldOf(leaf));
    }

    /// <summary>Whether the person appraises a field (a root of the criteria tree) of the unit.</summary>
    public static bool AppraisesField(StaffAccount account, ScorecardPlace place, Criterion field)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(field);
        return account.Has(StaffRoles.Appraiser) && !IsOwnUnit(account, place) && !HasScored(account, place)
            && place.Group.Assignments.Any(assignment => assignment.AccountId == account.Id && assignment.Covers(field.Id, place.Unit.Participant.Id));
    }

    /// <summary>Whether the person appraises any leaf of the unit.</summary>
    public static bool IsAssigned(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Applicable.Any(leaf => Appraises(account, place, leaf));
    }

    /// <summary>
    /// Why the person may not fill in a cell now; <c>null</c> when nothing stands against it.
    /// The unit scores itself, assigned appraisers of other units appraise, survey points are loaded by a coordinator of
    /// another unit who does not appraise the unit: no figure of a survey is in an appraiser's hands.
    /// </summary>
    public static Finding? WhyNotScore(StaffAccount account, ScorecardPlace place, Criterion leaf, ScoreStage stage, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return !MayEverScore(account, place, leaf, stage) ? NotTheirs(account, place, stage)
            : place.Round.State != RoundState.Open ? CellWords.RoundNotOpen()
            : !ScorecardRules.IsOpen(stage, place.Card.State) ? CellWords.OtherState(place.Card.State, stage)
            : stage != ScoreStage.Survey && place.IsPast(now) ? CellWords.PastDeadline(place.Card.State, place.Deadline!.Value)
            : null;
    }

    /// <summary>Whether cells of this leaf and stage are this person's, whatever the state of scorecard and round.</summary>
    public static bool MayEverScore(StaffAccount account, ScorecardPlace place, Criterion leaf, ScoreStage stage)
    {
        ArgumentNullException.ThrowIfNull(account);
        return stage switch
        {
            ScoreStage.SelfScore => IsOfficer(account, place) && !HasAppraised(account, place),
            ScoreStage.Survey => account.Has(StaffRoles.Coordinator) && !IsOwnUnit(account, place) && !HasScored(account, place) && !IsAssigned(account, place) && !HasAppraised(account, place),
            _ => Appraises(account, place, leaf),
        };
    }

    /// <summary>
    /// Why the person may not move the scorecard now, as a Vietnamese sentence; <c>null</c> when nothing stands against
    /// it. What the act itself demands (a complete sheet, answered explanations) is checked by the service.
    /// </summary>
    public static string? WhyNotMove(StaffAccount account, ScorecardPlace place, ScorecardAct act, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return ScorecardRules.Target(place.Card.State, act) is null ? ScorecardWords.NoSuchMove(place.Card.State, act)
            : !MayEverMove(account, place, act) ? NotTheirs(account, place, act)
            : place.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
            : place.IsPast(now) && (act is ScorecardAct.Submit or ScorecardAct.Withdraw || (act == ScorecardAct.EndExplanation && IsOwnUnit(account, place))) ? ScorecardWords.PastDeadline(place.Card.State, place.Deadline!.Value)
            : null;
    }

    /// <summary>Why the person may not explain for the unit now, as a Vietnamese sentence; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotExplain(StaffAccount account, ScorecardPlace place, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(place);
        return !IsOfficer(account, place) ? "Chỉ cán bộ của đơn vị được giải trình."
            : HasAppraised(account, place) ? AppraisedIt
            : place.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
            : place.Card.State != ScorecardState.Explanation ? $"Phiếu chấm điểm đang ở bước “{ScorecardWords.Of(place.Card.State)}” nên không giải trình được."
            : place.IsPast(now) ? ScorecardWords.PastDeadline(place.Card.State, place.Deadline!.Value)
            : null;
    }

    /// <summary>The acts that are this person's on this scorecard, whatever its state: what a matrix and buttons ask.</summary>
    public static bool MayEverMove(StaffAccount account, ScorecardPlace place, ScorecardAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        var isOther = !IsOwnUnit(account, place) && !HasScored(account, place);
        return act switch
        {
            ScorecardAct.Submit or ScorecardAct.Withdraw => IsOfficer(account, place) && !HasAppraised(account, place),
            ScorecardAct.Return or ScorecardAct.EndFirstAppraisal => isOther && (account.Has(StaffRoles.Coordinator) || IsAssigned(account, place)),
            ScorecardAct.EndExplanation => (IsOfficer(account, place) && !HasAppraised(account, place)) || (isOther && account.Has(StaffRoles.Coordinator)),
            ScorecardAct.Agree => isOther && !HasAppraised(account, place) && !HasLent(account, place) && account.Has(StaffRoles.Coordinator | StaffRoles.CouncilMember),
            // Two people unlock: a coordinator asks, a second person of another unit agrees.
            ScorecardAct.Reopen => account.Has(StaffRoles.Coordinator),
            _ => false,
        };
    }

    /// <summary>Whether the person works at the unit of the scorecard.</summary>
    public static bool IsOwnUnit(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return account.UnitId == place.Unit.Unit.Id;
    }

    /// <summary>Whether the person appraised it, under whatever account, role or unit.</summary>
    public static bool HasAppraised(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return place.Hands.Appraised.Contains(account.Id);
    }

    /// <summary>Whether the person scored for the unit in it, under whatever account, role or unit.</summary>
    public static bool HasScored(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return place.Hands.Scored.Contains(account.Id);
    }

    /// <summary>Whether the person alone had the whole code that somebody's account was used by to appraise it.</summary>
    public static bool HasLent(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return place.Hands.Lent.Contains(account.Id);
    }

    private static Finding NotTheirs(StaffAccount account, ScorecardPlace place, ScoreStage stage) => stage switch
    {
        ScoreStage.SelfScore when HasAppraised(account, place) => CellWords.AppraisedIt(),
        ScoreStage.SelfScore => CellWords.UnitsAlone(),
        _ when IsOwnUnit(account, place) => CellWords.OwnUnit(),
        _ when HasScored(account, place) => CellWords.ScoredIt(),
        ScoreStage.Survey => IsAssigned(account, place) || HasAppraised(account, place) ? CellWords.SurveyOfAppraised() : CellWords.SurveyByCoordinator(),
        _ => CellWords.OtherAppraiser(),
    };

    private static string NotTheirs(StaffAccount account, ScorecardPlace place, ScorecardAct act) =>
        IsOwnUnit(account, place) && act is not (ScorecardAct.Submit or ScorecardAct.Withdraw) ? ScorecardWords.OwnUnit
            : act == ScorecardAct.Agree && HasAppraised(account, place) && account.Has(StaffRoles.Coordinator | StaffRoles.CouncilMember) ? "Người đã thẩm định phiếu này không thống nhất kết quả của phiếu, dù nay giữ vai trò nào hay dùng tài khoản nào; việc này do người khác thực hiện."
            : act == ScorecardAct.Agree && HasLent(account, place) && account.Has(StaffRoles.Coordinator | StaffRoles.CouncilMember) ? "Người đã một mình cấp mã dùng một lần cho người thẩm định phiếu này không thống nhất kết quả của phiếu; việc này do người khác thực hiện."
            : IsOfficer(account, place) && HasAppraised(account, place) ? AppraisedIt
            : HasScored(account, place) && act is not (ScorecardAct.Submit or ScorecardAct.Withdraw) ? ScoredIt
            : $"Vai trò của tài khoản này không được {ScorecardWords.InSentence(act)}.";
}
