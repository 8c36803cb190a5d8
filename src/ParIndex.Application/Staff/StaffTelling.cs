using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>How what happens to accounts is kept and told, in the save in which it happens.</summary>
internal static class StaffTelling
{
    /// <summary>Keeps an event of an account; what its owner must know becomes a notice and a message.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account as it is after.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="was">Who the person was before.</param>
    /// <param name="hand">By whose hand.</param>
    /// <param name="predecessor">Of a new account: the one it was handed over from.</param>
    public static void Tell(this ParIndexDb db, StaffAccount account, StaffEventKind kind, StaffFace was, StaffHand hand, Guid? predecessor = null)
    {
        var told = hand.Event(account, kind, was, predecessor);
        db.Add(told);
        if (kind is StaffEventKind.RolesChanged or StaffEventKind.UnitChanged or StaffEventKind.CodeIssued or StaffEventKind.FactorTaken or StaffEventKind.FactorSet or StaffEventKind.Enabled
            || (kind == StaffEventKind.DetailsChanged && (was.Email != account.Email || was.FullName != account.FullName)))
        {
            NoticeBoard.Add(db, account, StaffEventWords.Sentence(told, hand.By, hand.Second), hand.At);
        }
    }
}
