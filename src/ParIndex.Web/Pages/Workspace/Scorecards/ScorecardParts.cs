using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Where the parts of a scorecard are, and who may come near them.</summary>
public static class ScorecardParts
{
    /// <summary>Everybody who may have a scorecard to read; whose it is, <see cref="ScorecardRights"/> says.</summary>
    public const string Readers = nameof(StaffRoles.UnitOfficer) + "," + nameof(StaffRoles.Appraiser) + "," + nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.CouncilMember) + "," + nameof(StaffRoles.Auditor);

    /// <summary>The scorecard, or one of its parts: <c>nop</c>.</summary>
    public static string Of(ScorecardFolder folder, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return $"/lam-viec/phieu-cham-diem/{folder.Card.Id}{(part is null ? "" : "/" + part)}";
    }

    /// <summary>The page of one leaf.</summary>
    public static string Of(ScorecardFolder folder, Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Of(folder, $"tieu-chi/{leaf.Id}");
    }

    /// <summary>The parts in their order, with their names.</summary>
    public static readonly IReadOnlyList<(string? Part, string Name)> All =
        [(null, "Phiếu chấm điểm"), ("nop", "Nộp phiếu"), ("bao-cao", "Báo cáo"), ("giai-trinh", "Giải trình"), ("qua-trinh", "Quá trình")];
}
