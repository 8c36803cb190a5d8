using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Where the pages of scorecards are.</summary>
public static class ScorecardAddresses
{
    /// <summary>The list.</summary>
    public const string List = "/lam-viec/phieu-cham-diem";

    /// <summary>A scorecard, or one of its parts: <c>nop</c>.</summary>
    public static string Of(ScorecardPlace folder, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return part is null ? $"{List}/{folder.Card.Id}" : $"{List}/{folder.Card.Id}/{part}";
    }

    /// <summary>The sheet of a scorecard as a workbook.</summary>
    public static string SheetOf(ScorecardPlace folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return $"{List}/{folder.Card.Id}.xlsx";
    }

    /// <summary>An appraiser's sheet of a group as a workbook.</summary>
    public static string AppraisalOf(Guid roundId, string groupSlug) => $"/lam-viec/tham-dinh/{roundId}/{groupSlug}.xlsx";

    /// <summary>Where an appraiser's sheet comes back to.</summary>
    public static string AppraisalBackOf(Guid roundId, string groupSlug) => $"/lam-viec/tham-dinh/{roundId}/{groupSlug}/nhap-xlsx";

    /// <summary>A leaf of a scorecard, or one of its parts: <c>minh-chung</c>.</summary>
    public static string Of(ScorecardPlace folder, Criterion leaf, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Of(folder, $"tieu-chi/{leaf.Id}{(part is null ? "" : "/" + part)}");
    }
}

/// <summary>Who may open the pages of scorecards, in the words of <c>[Authorize]</c>.</summary>
public static class ScorecardAudience
{
    /// <summary>Those who score, and those who follow the round; administrators and publishers see no draft.</summary>
    public const string Roles = nameof(StaffRoles.UnitOfficer) + "," + nameof(StaffRoles.Appraiser) + "," + nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.CouncilMember) + "," + nameof(StaffRoles.Auditor);

    /// <summary>Those who send forms of a sheet.</summary>
    public const StaffRoles Scorers = StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.Coordinator;
}
