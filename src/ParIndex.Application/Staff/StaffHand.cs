using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>By whose hand an account is changed.</summary>
/// <param name="By">Who does it, the owner or another; <c>null</c> for the server's own command line.</param>
/// <param name="Second">The second person who agreed, or <c>null</c>.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="Establishes">Whether the person counts as established at once: the first people of an installation, by the server's act.</param>
public sealed record StaffHand(StaffAccount? By, StaffAccount? Second, DateTime At, bool Establishes = false)
{
    /// <summary>The event of what this hand did.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="was">Who the person was before; of a new account who it was made for.</param>
    /// <param name="predecessor">Of a new account: the one it was handed over from.</param>
    public StaffEvent Event(StaffAccount account, StaffEventKind kind, StaffFace was, Guid? predecessor = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(account.Id, kind, was, At) { By = By?.Id, Second = Second?.Id, Establishes = Establishes, PredecessorId = predecessor };
    }
}

/// <summary>Where a new account comes from.</summary>
/// <param name="Id">Its key, which the request for it named.</param>
/// <param name="Predecessor">The account handed over to it, or <c>null</c>.</param>
public sealed record StaffOrigin(Guid Id, Guid? Predecessor);
