using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Archives;

/// <summary>What a person should look at before publishing a table. Warnings inform; they block nothing.</summary>
internal static class ReportWarnings
{
    public static IReadOnlyList<string> Of(GroupReport group, ImportHints hints) =>
        [.. Means(group).Concat(group.Rows.SelectMany(row => Rows(row, hints))).Concat(Order(group)).Concat(LeftOut(group))];

    private static IEnumerable<string> LeftOut(GroupReport group) => group.LeftOut.Count == 0 ? [] :
        [$"Danh mục đơn vị còn {group.LeftOut.Count} đơn vị cùng loại không có trong bảng: {string.Join("; ", group.LeftOut)}."];

    private static IEnumerable<string> Means(GroupReport group)
    {
        if (group.PrintedMean is { } printed && group.Summary.Mean is { } computed && printed != computed)
        {
            yield return $"Giá trị trung bình in trong bảng là {NumberWriter.Vietnamese(printed)}, tính từ các chỉ số trong bảng là {NumberWriter.Vietnamese(computed)}.";
        }
    }

    private static IEnumerable<string> Rows(RowReport row, ImportHints hints)
    {
        var name = row.Printed.UnitName;
        if (row.Inference is { Unique: null } inference)
        {
            yield return inference.Candidates.Count == 0
                ? $"{name}: không có thang điểm nào từ 60 đến 100 (bước 0,25) khớp với tổng điểm và chỉ số; {hints.Scale}."
                : $"{name}: có {inference.Candidates.Count} thang điểm cùng khớp ({string.Join("; ", inference.Candidates.Select(NumberWriter.VietnameseTrimmed))}), không suy đoán; {hints.Scale}.";
        }

        if (row.Reconciled.Consistency == Consistency.Inconsistent)
        {
            yield return $"{name}: chỉ số công bố {NumberWriter.Vietnamese(row.Printed.PublishedIndex!.Value)} không thể có từ tổng điểm và thang điểm đã in (tính lại {NumberWriter.Vietnamese(row.Computed.Index!.Value)}); cần đối chiếu.";
        }

        if (row.Reconciled.PartsAddUp == false)
        {
            yield return $"{name}: các điểm thành phần cộng lại không bằng tổng điểm đã in.";
        }

        if (row.Reconciled.RatingFollows == false)
        {
            yield return $"{name}: xếp loại đã in là “{row.Printed.PublishedRating}”, theo ngưỡng đã cho là “{row.Rating}”.";
        }

        if (row.Printed.PublishedRank is { } printed && row.Range is { } range && (printed < range.Best || printed > range.Worst))
        {
            yield return $"{name}: hạng đã in là {printed}, theo số liệu đã in chỉ có thể từ {range.Best} đến {range.Worst}.";
        }
    }

    /// <summary>A printed order that contradicts the printed indices.</summary>
    private static IEnumerable<string> Order(GroupReport group) =>
        group.Rows.GroupBy(row => row.Computed.RankingList)
            .SelectMany(list => list.OrderBy(row => row.Printed.Order).Zip(list.OrderBy(row => row.Printed.Order).Skip(1)))
            .Where(pair => pair.First.OfficialIndex < pair.Second.OfficialIndex)
            .Select(pair => $"{pair.Second.Printed.UnitName} đứng sau {pair.First.Printed.UnitName} trong bảng dù chỉ số cao hơn.");
}
