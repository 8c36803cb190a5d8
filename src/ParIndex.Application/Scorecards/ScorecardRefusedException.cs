namespace ParIndex.Application.Scorecards;

/// <summary>The rules refuse what a correct form asked for: the state, the deadline, the own unit, or somebody who was faster. Nothing is stored.</summary>
/// <param name="message">Why, in Vietnamese.</param>
/// <param name="isOfRights">Whether this person has no right to it, whatever the state.</param>
public sealed class ScorecardRefusedException(string message, bool isOfRights = false) : Exception(message)
{
    /// <summary>Whether this person has no right to it, whatever the state: a refusal that the audit log tells.</summary>
    public bool IsOfRights { get; } = isOfRights;

    /// <summary>The words for a change that met another.</summary>
    public const string Conflict = "Có người khác vừa thay đổi phiếu chấm điểm này, nên thay đổi vừa gửi chưa được lưu. Xem lại nội dung mới nhất dưới đây rồi thực hiện lại.";
}
