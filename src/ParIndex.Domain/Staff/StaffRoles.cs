namespace ParIndex.Domain.Staff;

/// <summary>What a person may do; several at once are possible, one account a person.</summary>
[Flags]
public enum StaffRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Scores the own unit.</summary>
    UnitOfficer = 1,

    /// <summary>Appraises what is assigned.</summary>
    Appraiser = 2,

    /// <summary>Sets up and follows rounds; Sở Nội vụ.</summary>
    Coordinator = 4,

    /// <summary>Sees differing opinions and approves.</summary>
    CouncilMember = 8,

    /// <summary>Publishes, as the second of two people.</summary>
    Publisher = 16,

    /// <summary>Accounts, settings, keys, backup, audit log; sees no draft score.</summary>
    Administrator = 32,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor = 64,

    /// <summary>Heads the own unit: shares its scorecard out inside, and approves it before it is handed in.</summary>
    UnitHead = 128,
}
