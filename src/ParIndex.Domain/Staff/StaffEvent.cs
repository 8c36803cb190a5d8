
namespace ParIndex.Domain.Staff;

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
public sealed record StaffFace(string FullName, string? Post, string? Email, Guid? UnitId, StaffRoles Roles);

/// <summary>
/// One change of an account, kept for ever with who the person was before it: from these it is known who is established,
/// which accounts are one person, and by which name and post somebody acted on a day.
/// </summary>
public sealed class StaffEvent
{
    /// <param name="accountId">The account.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="was">Who the person was before; of a new account who it was made for.</param>
    /// <param name="at">Instant, UTC.</param>
    public StaffEvent(Guid accountId, StaffEventKind kind, StaffFace was, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(was);
        (AccountId, Kind, At) = (accountId, kind, at);
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
    public Guid? By { get; init; }

    /// <summary>The account of who agreed, or <c>null</c>.</summary>
    public Guid? Second { get; init; }

    /// <summary>Whether the person counts as established at once.</summary>
    public bool Establishes { get; init; }

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
