using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;

namespace ParIndex.Application.Scorecards;

/// <summary>How changes of a scorecard are saved, and what every one of them checks first.</summary>
internal static class ScorecardSave
{
    /// <summary>Longest reason the table of moves holds.</summary>
    public const int MostReason = 1000;

    /// <summary>Saves as one act with one event in the audit log; a change that met another is a refusal.</summary>
    /// <exception cref="RefusedException">Somebody else was faster.</exception>
    public static async Task SaveScorecardAsync(this ParIndexDb db, StaffAccount actor, string act, ScorecardFolder folder, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(new(actor.StaffCode, $"{act}:", $"{folder.Unit.Name}, {folder.Round.Year}"), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(ScorecardWords.Conflict);
        }
    }

    /// <summary>The scorecard as it is under the lock.</summary>
    /// <exception cref="RefusedException">It is gone.</exception>
    public static async Task<ScorecardFolder> ForChangeOrRefuseAsync(this ScorecardReader scorecards, Guid id, CancellationToken cancel) =>
        await scorecards.ForChangeAsync(id, cancel) ?? throw new RefusedException("Phiếu chấm điểm này không còn tồn tại.");

    /// <summary>Refuses a change of what is no longer as its form showed it.</summary>
    public static void RequireShown(Guid shown, Guid now) => RefusedException.ThrowIf(shown == now ? null : ScorecardWords.Conflict);
}
