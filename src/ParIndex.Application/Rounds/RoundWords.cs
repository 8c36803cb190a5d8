using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>The words for steps and states.</summary>
public static class RoundWords
{
    /// <summary>The words for a change that met another.</summary>
    public const string Conflict = SaveConflict.Reason;

    /// <summary>The name of a step, at the beginning of a line.</summary>
    public static string Of(RoundStep step) => step switch
    {
        RoundStep.SelfScore => "Tự chấm điểm",
        RoundStep.FirstAppraisal => "Thẩm định lần 1",
        RoundStep.Explanation => "Giải trình",
        RoundStep.SecondAppraisal => "Thẩm định lần 2",
        _ => "Thống nhất kết quả",
    };

    /// <summary>The name of a step inside a sentence.</summary>
    public static string InSentence(RoundStep step) => VietnameseText.InSentence(Of(step));

    /// <summary>The name of a state.</summary>
    public static string Of(RoundState state) => state switch
    {
        RoundState.Draft => "Dự thảo",
        RoundState.Open => "Đang mở",
        RoundState.Closed => "Đã kết thúc chấm điểm",
        RoundState.Published => "Đã công bố",
        _ => "Đã hủy",
    };

    /// <summary>What published results are taken up again for, at the beginning of a line.</summary>
    public static string Of(AmendmentKind kind) => kind switch
    {
        AmendmentKind.Correction => "Đính chính",
        AmendmentKind.Revision => "Điều chỉnh",
        _ => "Thu hồi",
    };

    /// <summary>What the button of a move says.</summary>
    public static string Of(RoundState from, RoundState to) => (from, to) switch
    {
        (RoundState.Draft, RoundState.Open) => "Mở kỳ đánh giá",
        (RoundState.Closed, RoundState.Open) => "Mở lại việc chấm điểm",
        (_, RoundState.Closed) => "Kết thúc chấm điểm",
        (_, RoundState.Published) => "Công bố kết quả",
        (RoundState.Cancelled, _) => "Khôi phục kỳ đánh giá",
        _ => "Hủy kỳ đánh giá",
    };
}
