using System.Runtime.CompilerServices;

namespace ParIndex.Domain;

/// <summary>
/// What belongs to an entity and was not read with it. Asking for it is a mistake of the program and never an empty list:
/// “no exemption” and “exemptions not looked at” are not the same.
/// </summary>
internal static class Unread
{
    /// <summary>What was read.</summary>
    /// <param name="read">The children, or <c>null</c> where they were not read.</param>
    /// <param name="name">The property that gives them.</param>
    /// <exception cref="InvalidOperationException">They were not read.</exception>
    public static List<T> OrThrow<T>(this List<T>? read, [CallerMemberName] string name = "") =>
        read ?? throw new InvalidOperationException($"{name} was asked for and not read; read it with its entity.");
}
