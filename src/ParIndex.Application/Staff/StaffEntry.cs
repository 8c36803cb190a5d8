using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>What is entered about a person.</summary>
/// <param name="StaffCode">Staff code, unique and permanent.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Post">Post, or <c>null</c>.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="UnitId">The unit, or <c>null</c>.</param>
/// <param name="Email">Where reminders go too, or <c>null</c>: then they are read on the start page alone.</param>
public sealed record StaffEntry(string StaffCode, string FullName, string? Post, StaffRoles Roles, Guid? UnitId, string? Email = null);

/// <summary>An account in a list.</summary>
/// <param name="Account">The account.</param>
/// <param name="Unit">Its unit's present name, or <c>null</c>.</param>
public sealed record StaffRow(StaffAccount Account, string? Unit)
{
    /// <summary>Who the person was on the day that is told of, or <c>null</c> for today.</summary>
    public StaffFace? Face { get; init; }

    /// <summary>The person's name on that day.</summary>
    public string FullName => Face?.FullName ?? Account.FullName;
}

/// <summary>What became of a change of accounts.</summary>
/// <param name="Issued">Codes to hand over, whole or half.</param>
/// <param name="Asked">What waits for a second person, in words; empty when all is done.</param>
public sealed record StaffOutcome(IReadOnlyList<IssuedCode> Issued, IReadOnlyList<string> Asked);
