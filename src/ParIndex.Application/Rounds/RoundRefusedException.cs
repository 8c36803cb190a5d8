using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;

namespace ParIndex.Application.Rounds;

/// <summary>The rules refuse what a correct form asked for: the state, the own unit, or somebody who was faster. Nothing is stored.</summary>
/// <param name="message">Why, in Vietnamese.</param>
public sealed class RoundRefusedException(string message) : Exception(message)
{
    /// <summary>The words for a change that met another.</summary>
    public const string Conflict = "Có người khác vừa thay đổi nội dung này, nên thay đổi vừa gửi chưa được lưu. Xem lại nội dung mới nhất dưới đây rồi thực hiện lại.";
}

/// <summary>How changes of a round are saved.</summary>
internal static class RoundSave
{
    private const int SqliteConstraint = 19;

    /// <summary>Refuses what only a draft allows.</summary>
    public static void RequireDraft(this Round round)
    {
        if (!round.IsDraft)
        {
            throw new RoundRefusedException("Kỳ đánh giá không còn ở trạng thái dự thảo: bộ tiêu chí, danh sách đơn vị và các nội dung không áp dụng đã khóa khi mở kỳ.");
        }
    }

    /// <summary>Refuses what only a round under way allows.</summary>
    public static void RequireUnderWay(this Round round)
    {
        if (!round.IsUnderWay)
        {
            throw new RoundRefusedException("Kỳ đánh giá đã kết thúc việc chấm điểm hoặc đã hủy, không thay đổi được nữa.");
        }
    }

    /// <summary>Runs a rule of the domain, whose refusal is the reader's answer.</summary>
    public static T Obey<T>(Func<T> rule)
    {
        try
        {
            return rule();
        }
        catch (ArgumentException refusal)
        {
            throw new RoundRefusedException(WithoutParameter(refusal));
        }
    }

    /// <summary>
    /// Saves with the round's own version renewed: whoever opens the round from a page shown before is told, and a
    /// change that races the opening cannot slip in behind it.
    /// </summary>
    public static Task SaveAsync(this ParIndexDb db, Round round, StaffAccount actor, string act, CancellationToken cancel)
    {
        if (db.Entry(round).State == EntityState.Unchanged)
        {
            db.Entry(round).Property(r => r.Version).IsModified = true;
        }

        return db.SaveAsync(actor, act, cancel);
    }

    /// <summary>Saves; a change that met another is a refusal.</summary>
    public static async Task SaveAsync(this ParIndexDb db, StaffAccount actor, string act, CancellationToken cancel)
    {
        (db.Actor, db.Act) = (actor.StaffCode, act);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception failure) when (IsConflict(failure))
        {
            db.ChangeTracker.Clear();
            throw new RoundRefusedException(RoundRefusedException.Conflict);
        }
    }

    private static string WithoutParameter(ArgumentException refusal) =>
        refusal.ParamName is { } name ? refusal.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : refusal.Message;

    /// <summary>A version that moved on, a row that somebody else added first, or two savers that waited for each other.</summary>
    public static bool IsConflict(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.ForeignKeyViolation,
        DbUpdateException or InvalidOperationException => failure.InnerException is { } inner && IsConflict(inner),
        _ => false,
    };
}
