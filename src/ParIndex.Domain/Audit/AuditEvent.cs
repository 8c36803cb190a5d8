
namespace ParIndex.Domain.Audit;

/// <summary>One act: who, when, what; with the values it changed.</summary>
public sealed class AuditEvent
{
    private readonly List<AuditChange> _changes = [];

    /// <param name="at">Instant, UTC.</param>
    /// <param name="actor">Staff code, or the name of a command.</param>
    /// <param name="source">From where.</param>
    /// <param name="act">What was done, in Vietnamese.</param>
    /// <param name="changes">What changed.</param>
    public AuditEvent(DateTime at, string actor, string source, string act, IEnumerable<AuditChange> changes)
    {
        At = at;
        Actor = actor;
        Source = source;
        Act = act;
        _changes.AddRange(changes);
    }

    private AuditEvent()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Staff code, or the name of a command.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>From where: the address of the request, or what worked without one; empty in events of earlier versions.</summary>
    public string Source { get; private set; } = "";

    /// <summary>What was done.</summary>
    public string Act { get; private set; } = "";

    /// <summary>What changed.</summary>
    public IReadOnlyList<AuditChange> Changes => _changes;
}

/// <summary>A value an act changed. An added row is told by its key alone: its values stand in the row.</summary>
public sealed class AuditChange
{
    /// <param name="entity">Type of the row.</param>
    /// <param name="entityId">Key of the row.</param>
    /// <param name="property">The property, or <c>null</c> for the whole row.</param>
    /// <param name="oldValue">Value before, or <c>null</c>.</param>
    /// <param name="newValue">Value after, or <c>null</c>.</param>
    public AuditChange(string entity, string entityId, string? property, string? oldValue, string? newValue)
    {
        Entity = entity;
        EntityId = entityId;
        Property = property;
        OldValue = oldValue;
        NewValue = newValue;
    }

    private AuditChange()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The event.</summary>
    public Guid AuditEventId { get; private set; }

    /// <summary>Type of the row.</summary>
    public string Entity { get; private set; } = "";

    /// <summary>Key of the row.</summary>
    public string EntityId { get; private set; } = "";

    /// <summary>The property, or <c>null</c> when the whole row was added or deleted.</summary>
    public string? Property { get; private set; }

    /// <summary>Value before; <c>null</c> when added.</summary>
    public string? OldValue { get; private set; }

    /// <summary>Value after; <c>null</c> when deleted.</summary>
    public string? NewValue { get; private set; }
}
