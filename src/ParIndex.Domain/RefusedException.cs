namespace ParIndex.Domain;

/// <summary>
/// The rules refuse; nothing is stored. The one exception that is told to the person who asked: whatever else is thrown
/// is a mistake of the program or a database that does not answer.
/// </summary>
/// <param name="refusal">Why.</param>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Reason)
{
    /// <summary>Refuses for a reason.</summary>
    /// <param name="reason">Which rule and why, a Vietnamese sentence.</param>
    /// <param name="isOfRights">Whether this person has no right to it, whatever the state.</param>
    public RefusedException(string reason, bool isOfRights = false) : this(new Refusal(reason, isOfRights))
    {
    }

    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>Refuses when there is a reason to.</summary>
    /// <param name="reason">Which rule and why, a Vietnamese sentence; <c>null</c> when nothing stands against it.</param>
    /// <param name="isOfRights">Whether this person has no right to it, whatever the state.</param>
    /// <exception cref="RefusedException">There is a reason.</exception>
    public static void ThrowIf(string? reason, bool isOfRights = false)
    {
        if (reason is not null)
        {
            throw new RefusedException(reason, isOfRights);
        }
    }
}
