using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Staff;

/// <summary>The columns of acts that wait, or waited, for a second person.</summary>
public static class TwoPersonColumns
{
    /// <summary>Requests as a reader sees them, in their order.</summary>
    public static Table<TwoPersonRow> Of(IReadOnlyList<TwoPersonRow> rows) => new("Đề nghị cần người thứ hai", "de-nghi",
        [
            new("summary", "Nội dung đề nghị", row => Cell.Of(row.Request.Summary)),
            new("act", "Loại việc", row => Cell.Of(TwoPersonDecisions.Words(row.Request.Act))),
            new("round", "Kỳ đánh giá", row => Cell.Of(row.Subject?.RoundTitle)),
            new("reason", "Lý do", row => Cell.Of(row.Request.Reason)),
            new("requestedBy", "Người đề nghị", row => Cell.Of(row.RequestedBy.FullName)),
            new("requestedByUnit", "Đơn vị của người đề nghị", row => Cell.Of(row.RequestedBy.Unit)),
            new("requestedAt", "Đề nghị lúc", row => Cell.Of(DateWriter.VietnameseHour(row.Request.RequestedAt))),
            new("state", "Tình trạng", row => Cell.Of(Of(row.Request.State))),
            new("decidedBy", "Người quyết định", row => Cell.Of(row.DecidedBy?.FullName)),
            new("decidedAt", "Quyết định lúc", row => Cell.Of(row.Request.DecidedAt is { } at ? DateWriter.VietnameseHour(at) : null)),
        ],
        rows);

    /// <summary>What lists call a state.</summary>
    public static string Of(TwoPersonState state) => state switch
    {
        TwoPersonState.Agreed => "Đã đồng ý",
        TwoPersonState.Refused => "Đã từ chối",
        _ => "Đang chờ",
    };
}
