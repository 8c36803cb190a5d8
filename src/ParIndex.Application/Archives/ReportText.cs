using System.Text;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Archives;

/// <summary>Writes a reconciliation report for a person at a terminal.</summary>
public static class ReportText
{
    /// <summary>The whole report.</summary>
    public static string Write(ReconciliationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append("ĐỐI CHIẾU BẢNG ĐÃ CÔNG BỐ · ").Append(report.Request.Province).Append(" · năm ").Append(report.Request.Year).Append("\n");
        foreach (var group in report.Groups)
        {
            WriteGroup(text, group);
        }

        WriteList(text, "Đơn vị mới sẽ được tạo", report.NewUnits.Select(unit => $"{unit.CurrentName.Name} (mã {unit.Code})"));
        WriteList(text, "Ghi chú khi đọc tệp", report.Remarks.Select(remark => remark.Text));
        text.Append('\n').Append("Tổng cộng: ").Append(Counts(report)).Append('\n');
        return text.ToString();
    }

    private static void WriteGroup(StringBuilder text, GroupReport group)
    {
        text.Append('\n').Append(group.Group.Name).Append(" (").Append(group.Group.Slug).Append(") · ").Append(NumberWriter.VietnameseCount(group.Rows.Count)).Append(" đơn vị\n");
        foreach (var list in group.Rows.GroupBy(row => row.Computed.RankingList))
        {
            if (list.Key is not null)
            {
                text.Append("  [").Append(list.Key).Append("]\n");
            }

            var lines = list.Select(Line).ToList();
            AppendAligned(text, ["Hạng", "Đơn vị", "Tổng điểm", "Thang điểm", "Tính lại", "Công bố", "Xếp loại", "Khoảng khớp", "Kết luận"], lines);
        }

        var mean = group.Summary.Mean is { } value ? NumberWriter.VietnamesePercent(value) : "không có";
        text.Append("  Trung bình của các chỉ số công bố: ").Append(mean)
            .Append(group.PrintedMean is { } printed ? $" (bảng in {NumberWriter.VietnamesePercent(printed)})" : "")
            .Append(" · Xếp loại: ").Append(Ratings(group)).Append('\n');
        WriteList(text, "Cần xem lại", group.Warnings.Select(warning => warning.Text));
    }

    private static string[] Line(RowReport row) =>
    [
        row.Computed.Rank is { } rank ? rank.ToString(System.Globalization.CultureInfo.InvariantCulture) + (row.Computed.IsTied ? "=" : "") : "–",
        row.Printed.UnitName,
        Number(row.Computed.TotalScore),
        row.Computed.Totals.Scale is { } scale ? NumberWriter.VietnameseTrimmed(scale.Value) + (scale.Source == ScaleSource.Inferred ? " *" : "") : "chưa rõ",
        Number(row.Computed.Index),
        Number(row.Printed.PublishedIndex),
        row.Printed.PublishedRating ?? row.Rating ?? "–",
        row.Reconciled is { IndexInterval: { } interval, Consistency: not Consistency.Exact and not null } ? $"{NumberWriter.Vietnamese(interval.Low, 3)}…{NumberWriter.Vietnamese(interval.High, 3)}" : "",
        ReleaseWords.Consistency(row.Reconciled.Consistency),
    ];

    private static string Counts(ReconciliationReport report) => string.Join(" · ", new Consistency?[] { Consistency.Exact, Consistency.WithinRounding, Consistency.Inconsistent, null }
        .Select(consistency => (Word: ReleaseWords.Consistency(consistency), Count: report.Count(consistency)))
        .Where(part => part.Count > 0)
        .Select(part => $"{part.Count} dòng {part.Word}"))
        + (report.Groups.SelectMany(group => group.Rows).Any(row => row.Computed.Totals.Scale?.Source == ScaleSource.Inferred) ? "\n* Thang điểm tính ngược từ số công bố, không phải số liệu chính thức." : "");

    private static string Ratings(GroupReport group) => group.Summary.Ratings.Count == 0
        ? "không có"
        : string.Join(", ", group.Summary.Ratings.Select(rating => $"{NumberWriter.VietnameseCount(rating.Value)} {rating.Key}"));

    private static void WriteList(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append("  ").Append(title).Append(":\n");
            all.ForEach(line => text.Append("    - ").Append(line).Append('\n'));
        }
    }

    private static void AppendAligned(StringBuilder text, string[] header, List<string[]> lines)
    {
        var widths = header.Select((title, column) => lines.Select(line => line[column].Length).Append(title.Length).Max()).ToArray();
        foreach (var line in lines.Prepend(header))
        {
            var cells = line.Select((cell, column) => column is 0 or >= 2 and <= 5 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append("  ").Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }
    }

    private static string Number(decimal? value) => value is { } known ? NumberWriter.Vietnamese(known) : "–";
}
