using ParIndex.Domain.Remarks;

namespace ParIndex.Web.Pages.Public;

/// <summary>Where an answered remark stands on the page of all, and what staff call its states.</summary>
public static class RemarkWords
{
    /// <summary>Its anchor; the code is its writer's alone.</summary>
    public static string Anchor(PublicRemark remark)
    {
        ArgumentNullException.ThrowIfNull(remark);
        return $"gop-y-{remark.Id:N}";
    }

    /// <summary>What a list of staff calls a state.</summary>
    public static string Of(RemarkState state) => state switch
    {
        RemarkState.Received => "Chờ trả lời",
        RemarkState.FigureStands => "Số liệu giữ nguyên",
        RemarkState.ToBeCorrected => "Cần đính chính",
        _ => "Không xem xét",
    };
}
