using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>The words for states, stages and acts of scorecards.</summary>
public static class ScorecardWords
{
    /// <summary>The words for a change that met another.</summary>
    public const string Conflict = "Có người khác vừa thay đổi phiếu chấm điểm này, nên thay đổi vừa gửi chưa được lưu. Xem lại nội dung mới nhất dưới đây rồi thực hiện lại.";

    /// <summary>The refusal of a round that is not open.</summary>
    public const string RoundNotOpen = "Kỳ đánh giá không ở trạng thái đang mở nên phiếu chấm điểm không thay đổi được.";

    /// <summary>The refusal of one's own unit.</summary>
    public const string OwnUnit = "Không ai được thẩm định, trả lại, thống nhất hoặc mở khoá phiếu chấm điểm của đơn vị mình; việc này do người của đơn vị khác thực hiện.";

    /// <summary>The name of a state.</summary>
    public static string Of(ScorecardState state) => state switch
    {
        ScorecardState.SelfScoring => "Đang tự chấm điểm",
        ScorecardState.FirstAppraisal => "Thẩm định lần 1",
        ScorecardState.Explanation => "Giải trình",
        ScorecardState.SecondAppraisal => "Thẩm định lần 2",
        _ => "Đã thống nhất",
    };

    /// <summary>The name of a stage, as a column is headed.</summary>
    public static string Of(ScoreStage stage) => stage switch
    {
        ScoreStage.SelfScore => "Tự chấm",
        ScoreStage.FirstAppraisal => "Thẩm định lần 1",
        ScoreStage.SecondAppraisal => "Thẩm định lần 2",
        _ => "Điều tra xã hội học",
    };

    /// <summary>The points of a stage inside a sentence.</summary>
    public static string InSentence(ScoreStage stage) => stage switch
    {
        ScoreStage.SelfScore => "điểm tự chấm",
        ScoreStage.FirstAppraisal => "điểm thẩm định lần 1",
        ScoreStage.SecondAppraisal => "điểm thẩm định lần 2",
        _ => "điểm điều tra xã hội học",
    };

    /// <summary>What the button of an act says.</summary>
    public static string Of(ScorecardAct act) => act switch
    {
        ScorecardAct.Submit => "Nộp phiếu chấm điểm",
        ScorecardAct.Withdraw => "Rút lại phiếu đã nộp",
        ScorecardAct.Return => "Trả lại đơn vị",
        ScorecardAct.EndFirstAppraisal => "Kết thúc thẩm định lần 1",
        ScorecardAct.EndExplanation => "Kết thúc giải trình",
        ScorecardAct.Agree => "Thống nhất kết quả",
        _ => "Mở khoá phiếu đã thống nhất",
    };

    /// <summary>An act inside a sentence.</summary>
    public static string InSentence(ScorecardAct act) => VietnameseText.InSentence(Of(act));

    /// <summary>The refusal of an act that the state does not know.</summary>
    public static string NoSuchMove(ScorecardState state, ScorecardAct act) => $"Phiếu chấm điểm đang ở bước “{Of(state)}”, không {InSentence(act)} được.";

    /// <summary>The refusal of what comes too late.</summary>
    /// <param name="state">The state whose step is over.</param>
    /// <param name="until">Its last instant, UTC.</param>
    public static string PastDeadline(ScorecardState state, DateTime until) =>
        $"Bước “{Of(state)}” đã hết hạn lúc {DateWriter.VietnameseDeadline(until)}. Đề nghị cơ quan điều phối gia hạn nếu có lý do.";
}
