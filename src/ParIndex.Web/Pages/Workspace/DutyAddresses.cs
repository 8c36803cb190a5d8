using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Duties;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Where a duty is done.</summary>
public static class DutyAddresses
{
    /// <summary>The address at which a duty is done, and what the button to it says.</summary>
    public static (string Address, string Button) Duty(this IUrlHelper url, Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty.Kind switch
        {
            DutyKind.Mend => (Scorecard("Inside"), "Xem và bổ sung"),
            DutyKind.Finish => (Scorecard("Inside"), "Báo hoàn thành"),
            DutyKind.ApproveSheet => (Scorecard("Inside"), "Xem và phê duyệt"),
            DutyKind.Reshare => (Scorecard("Inside"), "Giao lại"),
            DutyKind.Score when duty.IsOfOwnPart => (Scorecard("Sheet", "cua-toi"), duty.Left == duty.All ? "Bắt đầu chấm" : "Chấm tiếp"),
            DutyKind.Score when duty.Left == duty.All => (Scorecard("Sheet"), "Bắt đầu chấm"),
            DutyKind.Score => (Scorecard("Sheet", "chua-cham"), "Chấm tiếp"),
            DutyKind.Prove => (Scorecard("Documents"), "Bổ sung tài liệu"),
            DutyKind.Submit => (Scorecard("Submit"), "Nộp phiếu"),
            DutyKind.Explain => (Scorecard("Explanations"), "Trả lời"),
            DutyKind.EndOwnExplanation => (Scorecard("Course"), "Kết thúc giải trình"),
            DutyKind.Appraise => (Scorecard("Sheet", "cua-toi"), "Thẩm định tiếp"),
            DutyKind.AppraiseAgain => (Scorecard("Explanations"), "Xem giải trình"),
            DutyKind.EndStep => (Scorecard("Course"), "Kết thúc bước"),
            DutyKind.Agree => (Scorecard("Course"), "Thống nhất kết quả"),
            DutyKind.Remind => (url.To("/Workspace/Rounds/Progress", new { id = duty.Subject, loc = "tre" }), "Xem tiến độ"),
            DutyKind.Survey => (Round("Survey"), "Nhập điểm"),
            DutyKind.Open => (Round("Overview"), "Chuẩn bị mở kỳ"),
            DutyKind.Close => (Round("Overview"), "Kết thúc chấm điểm"),
            DutyKind.Deliberate => (Round("Opinions"), "Xem ý kiến"),
            DutyKind.Vote => (Round("Council"), "Biểu quyết"),
            DutyKind.Approve => (Round("Results"), "Xem và thông qua"),
            DutyKind.Decide => (Round("Decision"), "Ghi quyết định"),
            DutyKind.Publish => (Round("Results"), "Xem và công bố"),
            DutyKind.AnswerRemarks => (url.To("/Workspace/Remarks/Index"), "Xem và trả lời"),
            _ => (url.To("/Workspace/Requests"), "Xem đề nghị"),
        };

        string Scorecard(string page, string? loc = null) => url.To("/Workspace/Scorecards/" + page, new { id = duty.Subject, loc });

        string Round(string page) => url.To("/Workspace/Rounds/" + page, new { id = duty.Subject });
    }

    /// <summary>Where an appraisal is done across units; <c>null</c> where it is of one scorecard, or none.</summary>
    public static string? Across(this IUrlHelper url, Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty.Field is { } field ? url.To("/Workspace/Scorecards/Matrix", new { round = field.RoundId, group = field.Group, field = field.Code }) : null;
    }

    /// <summary>The address of one of the scorecards or requests a duty consists of.</summary>
    public static string Duty(this IUrlHelper url, Duty duty, DutyPart part)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(part);
        return duty.Kind == DutyKind.Consent ? $"{url.To("/Workspace/Requests")}#de-nghi-{part.Subject}" : url.Duty(duty with { Subject = part.Subject }).Address;
    }
}
