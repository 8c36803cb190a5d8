using ParIndex.Application.Accounts;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Who does what inside a unit with its own scorecard: one table that buttons and services both ask. The head shares the
/// sheet out, gives back and approves; where the head has no account, any officer shares it out and nobody approves.
/// </summary>
public static class InsideRights
{
    internal const string NotInside = "Việc này là của riêng cán bộ và thủ trưởng của đơn vị.";

    internal const string HeadAlone = "Việc này do thủ trưởng đơn vị thực hiện.";

    /// <summary>Whether the person is one of the unit: scores for it or heads it, and never appraised this scorecard.</summary>
    public static bool IsInside(StaffAccount account, ScorecardPlace place) =>
        (ScorecardRights.IsOfficer(account, place) || ScorecardRights.IsHead(account, place)) && !ScorecardRights.HasAppraised(account, place);

    /// <summary>Whether sharing the sheet out is this person's, whatever its state: the head's, or where there is none any officer's.</summary>
    public static bool MayEverShare(StaffAccount account, ScorecardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return IsInside(account, folder) && (ScorecardRights.IsHead(account, folder) || !folder.HasHead);
    }

    /// <summary>Whether approving and giving back are this person's, whatever the state.</summary>
    public static bool MayEverApprove(StaffAccount account, ScorecardPlace place) => IsInside(account, place) && ScorecardRights.IsHead(account, place);

    /// <summary>Why the person may not share the sheet out now, as a Vietnamese sentence; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotShare(StaffAccount account, ScorecardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return !IsInside(account, folder) ? NotInside
            : !MayEverShare(account, folder) ? HeadAlone
            : folder.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
            : folder.Card.State == ScorecardState.Agreed ? "Phiếu chấm điểm đã thống nhất nên không phân công trong đơn vị nữa."
            : null;
    }

    /// <summary>
    /// Why the person may not approve the sheet or give a field back now, as a Vietnamese sentence; <c>null</c> when
    /// nothing stands against it. What an approval demands of the sheet itself says <see cref="WhyNotApprove"/>.
    /// </summary>
    public static string? WhyNotJudge(StaffAccount account, ScorecardPlace place, DateTime now) =>
        !IsInside(account, place) ? NotInside : !MayEverApprove(account, place) ? HeadAlone : Closed(place, now);

    /// <summary>Why the head cannot approve the sheet as it stands now; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotApprove(StaffAccount account, ScorecardFolder folder, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return WhyNotJudge(account, folder, now) ?? folder.Card.WhyNotApprove(folder.Side) ?? ScorecardDemands.Unfinished(folder, "Chưa phê duyệt được");
    }

    /// <summary>Why the person may not say that a field is done now, whosever it is; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotFinish(StaffAccount account, ScorecardPlace place, DateTime now) => !IsInside(account, place) ? NotInside : Closed(place, now);

    /// <summary>Why the person may not say something to colleagues of the unit about the sheet now; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotTalk(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return !IsInside(account, place) ? NotInside : place.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen : null;
    }

    /// <summary>Whether the work of a colleague may be handed over by this person: one's own, as the head, or as an officer of a unit whose head has no account.</summary>
    /// <param name="account">Who hands over.</param>
    /// <param name="person">Whose work it is.</param>
    /// <param name="colleagues">The accounts in use of the unit of <paramref name="account"/>.</param>
    public static bool MayHandOver(StaffAccount account, StaffAccount person, IReadOnlyCollection<StaffAccount> colleagues)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(person);
        return account.UnitId is not null && account.Has(StaffRoles.UnitOfficer | StaffRoles.UnitHead)
            && (account.Id == person.Id || account.Has(StaffRoles.UnitHead) || !colleagues.Any(colleague => colleague.Has(StaffRoles.UnitHead)));
    }

    private static string? Closed(ScorecardPlace place, DateTime now) =>
        place.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
            : place.Card.State != ScorecardState.SelfScoring ? $"Phiếu chấm điểm đang ở bước “{ScorecardWords.Of(place.Card.State)}” nên không thay đổi được trong đơn vị."
            : place.IsPast(now) ? ScorecardWords.PastDeadline(place.Card.State, place.Deadline!.Value)
            : null;
}
