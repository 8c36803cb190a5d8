using ParIndex.Application.Documents;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Releases;

/// <summary>The results of a group as a paper prints them: list after list in the order of places, the mean at the end.</summary>
internal static class ResultsTable
{
    private const string None = "–";

    private sealed record Printed(string Header, int Share, CellAlignment Alignment, Func<ReleaseResult, string> Text);

    internal static DocumentBlock.Table Of(ReleaseGroup group)
    {
        var columns = Columns(group).ToList();
        return new(
            $"Kết quả của {NumberWriter.VietnameseCount(group.Results.Count)} đơn vị: {group.Name}",
            [.. columns.Select(column => new TableColumn(column.Header, column.Share, column.Alignment))],
            [.. Rows(group, columns)]);
    }

    /// <summary>What a reader of the table must know: signs, and every rating and place that a decision made.</summary>
    internal static IEnumerable<string> Notes(Release release, ReleaseGroup group)
    {
        if (group.Results.Any(row => row.ScaleSource == ScaleSource.Inferred))
        {
            yield return $"* Thang điểm {ReleaseWords.Source(ScaleSource.Inferred)}.";
        }

        if (group.ScaleNote is { } note)
        {
            yield return note;
        }

        foreach (var row in group.Results)
        {
            foreach (var reason in new[] { row.RatingReason, row.RankReason, row is { Rank: null } ? ReleaseWords.WhyNoPlace(row) : null }.OfType<string>())
            {
                yield return $"{row.UnitName}: {reason.TrimEnd('.')}.";
            }
        }

        if (group.SinceVersion < release.VersionNumber)
        {
            yield return $"Số liệu giữ nguyên từ lần công bố {group.SinceVersion}.";
        }
    }

    private static IEnumerable<Printed> Columns(ReleaseGroup group)
    {
        yield return new("Hạng", 8, CellAlignment.Center, row => row.Rank is { } rank ? NumberWriter.VietnameseTrimmed(rank) : None);
        if (group.WholeRanked > 0)
        {
            yield return new("Hạng trong khối", 9, CellAlignment.Center, row => row.WholeRank is { } rank ? NumberWriter.VietnameseTrimmed(rank) : None);
        }

        yield return new("Đơn vị", 32, CellAlignment.Left, row => row.UnitName);
        foreach (var part in ScorePart.Of(group))
        {
            yield return new(part.Name, 12, CellAlignment.Right, row => part.Effect(row) is { } points ? NumberWriter.VietnameseSigned(points, group.ScoreDecimals) : None);
        }

        yield return new("Tổng điểm", 11, CellAlignment.Right, row => row.TotalScore is { } total ? NumberWriter.Vietnamese(total, group.ScoreDecimals) : None);
        yield return new("Thang điểm", 10, CellAlignment.Right, row => row.Scale is { } scale ? NumberWriter.VietnameseTrimmed(scale) + (row.ScaleSource == ScaleSource.Inferred ? "*" : "") : None);
        yield return new("Chỉ số (%)", 10, CellAlignment.Right, row => row.OfficialIndex is { } index ? NumberWriter.Vietnamese(index, group.IndexDecimals) : None);
        yield return new("Xếp loại", 15, CellAlignment.Center, row => row.OfficialRating ?? None);
    }

    private static IEnumerable<TableRow> Rows(ReleaseGroup group, List<Printed> columns)
    {
        var lists = group.Results.GroupBy(row => row.Rank is null ? null : row.RankingList).OrderBy(list => list.All(row => row.Rank is null)).ToList();
        var ranked = lists.SelectMany(list => list).Where(row => row.Rank is not null).Select(row => row.RankingList).Distinct().Count();
        foreach (var list in lists)
        {
            if (ranked > 1 && list.Key is { } name)
            {
                yield return new(name) { IsStrong = true };
            }

            foreach (var row in list.OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Position))
            {
                yield return new([.. columns.Select(column => column.Text(row))]);
            }
        }

        if (group.Summary.Mean is { } mean)
        {
            yield return new([.. columns.Select(column => column.Header switch { "Đơn vị" => "Trung bình", "Chỉ số (%)" => NumberWriter.Vietnamese(mean, group.IndexDecimals), _ => "" })]) { IsStrong = true };
        }
    }
}
