namespace ParIndex.Application.Staff;

/// <summary>What happened to an account.</summary>
public enum StaffEventKind
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>Its owner chose a password with a one-time code.</summary>
    Activated,

    /// <summary>Roles were given or taken.</summary>
    RolesChanged,

    /// <summary>The person was moved to another unit.</summary>
    UnitChanged,

    /// <summary>Name, post or e-mail address was changed.</summary>
    DetailsChanged,

    /// <summary>A one-time code took the place of the password.</summary>
    CodeIssued,

    /// <summary>The second factor was taken away, so that a new one can be set up.</summary>
    FactorTaken,

    /// <summary>A second factor was set up.</summary>
    FactorSet,

    /// <summary>It was switched off.</summary>
    Disabled,

    /// <summary>It was switched on again, with a one-time code.</summary>
    Enabled,
}

/// <summary>Who a person is on a day.</summary>
/// <param name="FullName">Full name, for colleagues only.</param>
/// <param name="Post">Post, or <c>null</c>.</param>
/// <param name="Email">E-mail address, or <c>null</c>.</param>
/// <param name="UnitId">The unit, or <c>null</c>.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record StaffFace(string FullName, string? Post, string? Email, Guid? UnitId, StaffRoles Roles)
{
    /// <summary>Who the person of an account is now.</summary>
    public static StaffFace Of(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(account.FullName, account.Post, account.Email, account.UnitId, account.Roles);
    }
}

/// <summary>By whose hand an account is changed.</summary>
/// <param name="By">Who does it, the owner or another; <c>null</c> for the server's own command line.</param>
/// <param name="Second">The second person who agreed, or <c>null</c>.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="Establishes">Whether the person counts as established at once: the first people of an installation, by the server's act.</param>
public sealed record StaffHand(StaffAccount? By, StaffAccount? Second, DateTime At, bool Establishes = false);

/// <summary>Where a new account comes from.</summary>
/// <param name="Id">Its key, which the request for it named.</param>
/// <param name="Predecessor">The account handed over to it, or <c>null</c>.</param>
public sealed record StaffOrigin(Guid Id, Guid? Predecessor);

/// <summary>
/// One change of an account, kept for ever with who the person was before it: from these it is known who is established,
/// which accounts are one person, and by which name and post somebody acted on a day.
/// </summary>
public sealed class StaffEvent
{
    /// <param name="account">The account.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="was">Who the person was before; of a new account who it was made for.</param>
    /// <param name="hand">By whose hand.</param>
    public StaffEvent(StaffAccount account, StaffEventKind kind, StaffFace was, StaffHand hand)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(hand);
        (AccountId, Kind, At, By, Second, Establishes) = (account.Id, kind, hand.At, hand.By?.Id, hand.Second?.Id, hand.Establishes);
        (FullName, Post, Email, UnitId, Roles) = (was.FullName, was.Post, was.Email, was.UnitId, was.Roles);
    }

    private StaffEvent()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its place in the order of all history, which the database gives; <c>null</c> before it is saved.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>What happened.</summary>
    public StaffEventKind Kind { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The account of who did it; <c>null</c> for the server's own command line.</summary>
    public Guid? By { get; private set; }

    /// <summary>The account of who agreed, or <c>null</c>.</summary>
    public Guid? Second { get; private set; }

    /// <summary>Whether the person counts as established at once.</summary>
    public bool Establishes { get; private set; }

    /// <summary>Of a new account: the one it was handed over from, or <c>null</c>.</summary>
    public Guid? PredecessorId { get; init; }

    /// <summary>Full name before.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Post before.</summary>
    public string? Post { get; private set; }

    /// <summary>E-mail address before.</summary>
    public string? Email { get; private set; }

    /// <summary>Unit before.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Roles before.</summary>
    public StaffRoles Roles { get; private set; }

    /// <summary>Who the person was before.</summary>
    public StaffFace Was => new(FullName, Post, Email, UnitId, Roles);
}
