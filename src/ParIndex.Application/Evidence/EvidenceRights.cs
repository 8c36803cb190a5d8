using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Evidence;

/// <summary>Who brings documents and points to them: one table that pages and services both ask.</summary>
public static class EvidenceRights
{
    /// <summary>Who has a library: officers bring their unit's documents, coordinators those that serve every unit.</summary>
    public const StaffRoles Librarians = StaffRoles.UnitOfficer | StaffRoles.Coordinator;

    /// <summary>Whether the person keeps the library of the own unit.</summary>
    public static bool HasLibrary(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.UnitId is not null && account.Has(Librarians);
    }

    /// <summary>Whether the person may share a document with every unit.</summary>
    public static bool MayShare(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Has(StaffRoles.Coordinator);
    }

    /// <summary>Whether the person may point to a document: one of the own unit, or a shared one.</summary>
    public static bool MayPointTo(StaffAccount account, EvidenceDocument document)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(document);
        return HasLibrary(account) && (document.IsShared || document.UnitId == account.UnitId);
    }

    /// <summary>Whether the person reads every document that some scorecard points to.</summary>
    public static bool ReadsAll(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Has(ScorecardRights.Readers);
    }

    /// <summary>
    /// Whether the person sees what a scorecard points to. What a unit is still gathering is its own: an appraiser sees
    /// it from the submission on, and not again while a returned scorecard is reworked.
    /// </summary>
    public static bool MaySee(StaffAccount account, ScorecardPlace place)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(place);
        return ReadsAll(account) || ScorecardRights.IsOfficer(account, place) || ScorecardRights.IsHead(account, place)
            || (ScorecardRights.MayRead(account, place) && place.Card.State != ScorecardState.SelfScoring);
    }

    /// <summary>The scorecard as the person may see it: without documents that are not to be seen yet.</summary>
    public static ScorecardFolder AsSeenBy(StaffAccount account, ScorecardFolder folder) =>
        MaySee(account, folder) ? folder : folder with { Evidence = [], HidesEvidence = true };

    /// <summary>Why the person may not add or take away documents now, as a Vietnamese sentence; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotAttach(StaffAccount account, ScorecardFolder folder, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return !ScorecardRights.IsOfficer(account, folder) ? "Chỉ cán bộ của đơn vị được thêm hoặc bỏ tài liệu kiểm chứng."
            : folder.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
            : folder.Card.State is not (ScorecardState.SelfScoring or ScorecardState.Explanation) ? $"Phiếu chấm điểm đang ở bước “{ScorecardWords.Of(folder.Card.State)}” nên không thay đổi được tài liệu kiểm chứng."
            : folder.IsPast(now) ? ScorecardWords.PastDeadline(folder.Card.State, folder.Deadline!.Value)
            : null;
    }
}
