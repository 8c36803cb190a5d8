namespace ParIndex.Application.Scorecards;

/// <summary>The rules refuse what a correct form asked for: the state, the deadline, the own unit, or somebody who was faster. Nothing is stored.</summary>
/// <param name="message">Why, in Vietnamese.</param>
public sealed class ScorecardRefusedException(string message) : Exception(message)
{
    /// <summary>The words for a change that met another.</summary>
    public const string Conflict = "Có người khác vừa thay đổi phiếu chấm điểm này, nên thay đổi vừa gửi chưa được lưu. Xem lại nội dung mới nhất dưới đây rồi thực hiện lại.";
}
