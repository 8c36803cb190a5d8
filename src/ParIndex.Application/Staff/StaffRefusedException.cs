namespace ParIndex.Application.Staff;

/// <summary>The rules refuse: the message says which and why, in Vietnamese, for the person who asked.</summary>
/// <param name="message">Why, in Vietnamese.</param>
/// <param name="isOfRights">Whether this person has no right to it, whatever the state.</param>
public sealed class StaffRefusedException(string message, bool isOfRights = false) : Exception(message)
{
    /// <summary>Whether this person has no right to it, whatever the state: a refusal that the audit log tells.</summary>
    public bool IsOfRights { get; } = isOfRights;
}
