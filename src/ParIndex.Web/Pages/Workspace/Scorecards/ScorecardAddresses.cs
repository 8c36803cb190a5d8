using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Where the pages of scorecards are.</summary>
public static class ScorecardAddresses
{
    /// <summary>A page of a scorecard by the name of its file: <c>Submit</c>.</summary>
    public static string Scorecard(this IUrlHelper url, ScorecardPlace place, string page = "Sheet")
    {
        ArgumentNullException.ThrowIfNull(place);
        return url.To("/Workspace/Scorecards/" + page, new { id = place.Card.Id });
    }

    /// <summary>The page of a leaf, relative to the sheet: it stands there a hundred times.</summary>
    public static string LeafOfSheet(this IUrlHelper url, ScorecardPlace place, Criterion leaf)
    {
        var sheet = url.Scorecard(place);
        return url.Leaf(place, leaf)[(sheet.LastIndexOf('/') + 1)..];
    }

    /// <summary>A page of a leaf of a scorecard by the name of its file: <c>LeafEvidence</c>.</summary>
    public static string Leaf(this IUrlHelper url, ScorecardPlace place, Criterion leaf, string page = "Leaf")
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(leaf);
        return url.To("/Workspace/Scorecards/" + page, new { id = place.Card.Id, leaf = leaf.Id });
    }
}

/// <summary>Who may open the pages of scorecards, in the words of <c>[Authorize]</c>.</summary>
public static class ScorecardAudience
{
    /// <summary>Those who score, and those who follow the round; administrators and publishers see no draft.</summary>
    public const string Roles = OfUnit + "," + nameof(StaffRoles.Appraiser) + "," + nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.CouncilMember) + "," + nameof(StaffRoles.Auditor);

    /// <summary>Those of a unit, in the words of <c>[Authorize]</c>: its officers and its head.</summary>
    public const string OfUnit = nameof(StaffRoles.UnitOfficer) + "," + nameof(StaffRoles.UnitHead);

    /// <summary>Those of a unit, who send forms of what goes on inside it.</summary>
    public const StaffRoles Insiders = StaffRoles.UnitOfficer | StaffRoles.UnitHead;

    /// <summary>Those who send forms of a sheet.</summary>
    public const StaffRoles WhoScored = StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.Coordinator;
}
