using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards;

/// <summary>The board of who is how far: its words, and its columns as a file.</summary>
public static class ProgressColumns
{
    /// <summary>The board as it is shown.</summary>
    public static Table<ProgressLine> Of(RoundSetup setup, IReadOnlyList<ProgressLine> rows)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return new($"Tiến độ kỳ đánh giá năm {setup.Round.Year}", $"tien-do-{setup.Round.Year}",
            [
                new("group", "Khối", row => Cell.Of(row.Folder.Group.UnitGroup.Name)),
                new("unit.code", "Mã đơn vị", row => Cell.Of(row.Folder.Unit.Unit.Code)),
                new("unit.name", "Đơn vị", row => Cell.Of(row.Folder.Unit.Name)),
                new("state", "Bước", row => Cell.Of(ScorecardWords.Of(row.Folder.Card.State))),
                new("progress", "Tình trạng", row => Cell.Of(Progress(row))),
                new("given", "Đã thực hiện", row => Cell.Of(row.Given)),
                new("all", "Trên tổng số", row => Cell.Of(row.All)),
                new("counted", "Đếm", row => Cell.Of(Counted(row))),
                new("waitingExplanations", "Yêu cầu giải trình chờ đơn vị trả lời", row => Cell.Of(row.WaitingExplanations)),
                new("deadline", "Hạn", row => Cell.Of(row.Folder.Card.State == ScorecardState.Agreed || row.Folder.Deadline is not { } until ? null : DateWriter.VietnameseDeadline(until))),
                new("late", "Trễ hạn", row => Cell.Of(Late(row))),
                new("reminded", "Nhắc gần nhất", row => Cell.Of(row.RemindedAt is { } at ? DateWriter.VietnameseHour(at) : null)),
                new("extended", "Đã gia hạn", row => Cell.Of(row.IsExtended)),
            ],
            rows);
    }

    /// <summary>How far a unit is in its step: “Đã chấm đủ, chưa nộp”.</summary>
    public static string Progress(ProgressLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Folder.Card.State switch
        {
            ScorecardState.SelfScoring => line.IsNotStarted ? "Chưa bắt đầu tự chấm điểm" : line.Given == line.All ? "Đã chấm đủ, chưa nộp" : "Đang tự chấm điểm",
            ScorecardState.FirstAppraisal => line.Due is null ? "Đang thẩm định lần 1" : "Đã thẩm định lần 1 đủ, chờ kết thúc bước",
            ScorecardState.Explanation when line.WaitingExplanations > 0 => $"Giải trình, còn {NumberWriter.VietnameseCount(line.WaitingExplanations)} yêu cầu chưa trả lời",
            ScorecardState.Explanation => line.All == 0 ? "Giải trình, không có yêu cầu nào" : "Đã giải trình đủ, chờ kết thúc bước",
            ScorecardState.SecondAppraisal => line.Due is null ? "Thẩm định lần 2, chưa đủ điểm" : "Đã đủ điểm, chờ thống nhất",
            _ => "Đã thống nhất",
        };
    }

    /// <summary>What is counted in the step.</summary>
    public static string Counted(ProgressLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Folder.Card.State == ScorecardState.Explanation ? "yêu cầu" : "tiêu chí";
    }

    /// <summary>Who is late and by how much: “thẩm định trễ 02 ngày”; <c>null</c> where nobody is.</summary>
    public static string? Late(ProgressLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return !line.IsLate ? null
            : $"{(line.IsUnitLate ? "đơn vị" : "thẩm định")} trễ {(line.Lateness.Days > 0 ? NumberWriter.VietnameseCount(line.Lateness.Days) : "chưa đến 01")} ngày";
    }
}
