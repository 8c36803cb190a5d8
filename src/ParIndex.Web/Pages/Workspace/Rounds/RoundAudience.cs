using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Who may open the pages of rounds, in the words of <c>[Authorize]</c>.</summary>
public static class RoundAudience
{
    /// <summary>Those who set a round up, and those who audit it.</summary>
    public const string OfSetup = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor);

    /// <summary>Those, and the council.</summary>
    public const string OfCouncil = OfSetup + "," + nameof(StaffRoles.CouncilMember);

    /// <summary>Those who see results before they are published.</summary>
    public const StaffRoles Results = StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Publisher | StaffRoles.Auditor;

    /// <summary>The same, in the words of <c>[Authorize]</c>.</summary>
    public const string OfResults = OfCouncil + "," + nameof(StaffRoles.Publisher);

    /// <summary>Everybody at work in rounds; the administrator is not.</summary>
    public const string OfRounds = OfCouncil + "," + nameof(StaffRoles.UnitOfficer) + "," + nameof(StaffRoles.UnitHead) + "," + nameof(StaffRoles.Appraiser) + "," + nameof(StaffRoles.Publisher);
}
