using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;

namespace ParIndex.Application.Rounds;

/// <summary>How changes of a round are saved.</summary>
internal static class RoundSave
{
    /// <summary>
    /// Saves with the round's own version renewed: whoever opens the round from a page shown before is told, and a
    /// change that races the opening cannot slip in behind it.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="round">The round, whose name the act's subject begins with.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="part">To which group, unit or criterion of the round; <c>null</c> for the round as a whole.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task SaveAsync(this ParIndexDb db, Round round, StaffAccount actor, string verb, string? part, CancellationToken cancel)
    {
        if (db.Entry(round).State == EntityState.Unchanged)
        {
            db.Entry(round).Property(r => r.Version).IsModified = true;
        }

        return db.SaveAsync(actor, verb, part is null ? Named(round) : $"{Named(round)}: {part}", cancel);
    }

    /// <summary>Saves; a change that met another is a refusal.</summary>
    public static async Task SaveAsync(this ParIndexDb db, StaffAccount actor, string verb, string subject, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(new(actor.StaffCode, verb, subject), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(RoundWords.Conflict);
        }
    }

    /// <summary>A round as the audit log names it.</summary>
    public static string Named(Round round) => $"năm {round.Year}, {round.Authority}";
}
