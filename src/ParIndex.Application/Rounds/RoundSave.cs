using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;

namespace ParIndex.Application.Rounds;

/// <summary>How changes of a round are saved.</summary>
internal static class RoundSave
{
    /// <summary>Refuses what only a draft allows.</summary>
    public static void RequireDraft(this Round round)
    {
        if (!round.IsDraft)
        {
            throw new RefusedException("Kỳ đánh giá không còn ở trạng thái dự thảo: bộ tiêu chí, danh sách đơn vị và các nội dung không áp dụng đã khóa khi mở kỳ.");
        }
    }

    /// <summary>Refuses what only a round under way allows.</summary>
    public static void RequireUnderWay(this Round round)
    {
        if (!round.IsUnderWay)
        {
            throw new RefusedException("Kỳ đánh giá đã kết thúc việc chấm điểm hoặc đã hủy, không thay đổi được nữa.");
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
        try
        {
            await db.SaveAsync(new(actor.StaffCode, act), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(RoundWords.Conflict);
        }
    }
}
