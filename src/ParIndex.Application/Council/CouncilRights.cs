using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Council;

/// <summary>Who may do what in the council: one table that forms and service both ask.</summary>
public static class CouncilRights
{
    /// <summary>Who records meetings and proposals.</summary>
    public const StaffRoles Recorders = StaffRoles.Coordinator | StaffRoles.CouncilMember;

    private const string OwnUnit = "Không ai đề xuất, biểu quyết hoặc chốt nội dung của đơn vị mình hay của phiếu mình đã tự chấm, dù dùng tài khoản nào.";

    /// <summary>Why the person may not record a meeting now, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotMeet(StaffAccount actor, Round round)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(round);
        return !actor.Has(Recorders) ? "Chỉ cơ quan điều phối và thành viên Hội đồng thẩm định ghi phiên họp."
            : round.State is not (RoundState.Open or RoundState.Closed) ? "Hội đồng chỉ quyết định nội dung từ khi mở kỳ đánh giá đến trước khi công bố kết quả."
            : null;
    }

    /// <summary>Why the person may not put points of this scorecard before the council now.</summary>
    public static string? WhyNotPropose(StaffAccount actor, ScorecardPlace place, StaffHistory history)
    {
        ArgumentNullException.ThrowIfNull(place);
        return WhyNotMeet(actor, place.Round) ?? WhyNotOther(actor, place, history)
            ?? (place.Card.State == ScorecardState.Agreed ? null : $"{place.Unit.Name}: phiếu chấm điểm chưa thống nhất nên Hội đồng chưa quyết định được.");
    }

    /// <summary>Why the person may not vote on an item now.</summary>
    public static string? WhyNotVote(StaffAccount actor, CouncilItemView view, StaffHistory history, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(history);
        return WhyNotMeet(actor, view.Folder.Round)
            ?? (!actor.Has(StaffRoles.CouncilMember) || view.Meeting.SeatOf(actor.Id, history.AreOne) is null ? "Chỉ thành viên Hội đồng của phiên họp này biểu quyết." : null)
            ?? WhyNotOther(actor, view.Folder, history)
            ?? (view.Outcome is null ? null : "Nội dung này đã chốt; biểu quyết không thay đổi được nữa.")
            ?? WhyNotEstablished(actor, history, now);
    }

    /// <summary>Why the person may not close an item now: that is for the one who presides or a coordinator, and never for who proposed it or appraised the unit.</summary>
    public static string? WhyNotClose(StaffAccount actor, CouncilItemView view, StaffHistory history, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(history);
        return WhyNotMeet(actor, view.Folder.Round)
            ?? (actor.Has(StaffRoles.Coordinator) || (actor.Has(StaffRoles.CouncilMember) && history.AreOne(actor.Id, view.Meeting.PresiderId)) ? null : "Chỉ người chủ trì phiên họp hoặc cơ quan điều phối chốt nội dung.")
            ?? WhyNotOther(actor, view.Folder, history)
            ?? (history.AreOne(actor.Id, view.Item.By) ? "Người đề xuất không tự chốt nội dung, dù dùng tài khoản nào; việc này do người khác thực hiện." : null)
            ?? (ScorecardRights.HasAppraised(actor, view.Folder) || ScorecardRights.HasLent(actor, view.Folder) ? "Người đã thẩm định phiếu này không chốt nội dung của phiếu, dù nay giữ vai trò nào hay dùng tài khoản nào." : null)
            ?? (view.Outcome is null ? null : "Nội dung này đã chốt.")
            ?? WhyNotEstablished(actor, history, now);
    }

    /// <summary>Whether what stands against the person is a right, and not the state of round or item.</summary>
    public static bool IsTheirs(StaffAccount actor, ScorecardPlace place, StaffHistory history) => WhyNotOther(actor, place, history) is null;

    private static string? WhyNotOther(StaffAccount actor, ScorecardPlace place, StaffHistory history)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(history);
        var unit = place.Unit.Unit.Id;
        return ScorecardRights.IsOwnUnit(actor, place) || ScorecardRights.HasScored(actor, place) || history.IsOfUnit(actor.Id, unit) ? OwnUnit : null;
    }

    private static string? WhyNotEstablished(StaffAccount actor, StaffHistory history, DateTime now) => history.IsEstablished(actor.Id, now)
        ? null
        : $"Tài khoản của bạn mới được tạo, mở lại, cấp lại hoặc đổi vai trò, đơn vị; chỉ biểu quyết và chốt nội dung được sau {StaffHistory.Establishing.TotalHours:0} giờ.";
}
