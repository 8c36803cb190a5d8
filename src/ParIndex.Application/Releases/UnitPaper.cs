using ParIndex.Application.Documents;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Releases;

/// <summary>
/// The published scorecard of a unit as a paper for everybody: what it came to and, where leaves are published, every one of
/// them. It is made of one version of a release and of nothing else, whose digest it prints.
/// </summary>
public static class UnitPaper
{
    private const string None = "–";

    /// <summary>“phieu-cham-diem-2025-so-noi-vu-lan-3-38c93094.docx”.</summary>
    public static string NameOf(UnitYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return ReleaseFile.NameOf($"phieu-cham-diem-{year.Release.Year}-{year.Result.UnitCode}", year.Release) + ".docx";
    }

    /// <summary>The paper.</summary>
    /// <param name="year">The unit in its year.</param>
    /// <param name="card">Its leaves; <c>null</c> where only totals are published.</param>
    public static OfficialDocument Of(UnitYear year, UnitScorecard? card)
    {
        ArgumentNullException.ThrowIfNull(year);
        var (release, _, result) = year;
        return new($"Phiếu điểm năm {release.Year}, {result.UnitName}", [
            new DocumentBlock.Title("Phiếu điểm", $"Chỉ số cải cách hành chính năm {release.Year} của {result.UnitName}", $"({ReleaseWords.Source(release, isCurrent: false)})"),
            new DocumentBlock.Paragraph(year.Lead()),
            new DocumentBlock.Heading("1. Kết quả chung"),
            Totals(year, card),
            .. Notes(year).Select(note => new DocumentBlock.Note(note)),
            new DocumentBlock.Heading("2. Điểm từng tiêu chí"),
            .. card is null
                ? [new DocumentBlock.Paragraph("Năm này chỉ công bố tổng điểm của từng phần, không công bố điểm từng tiêu chí.")]
                : Leaves(year, card),
            new DocumentBlock.Paragraph("Mã kết quả (SHA-256) của bản công bố:"),
            new DocumentBlock.Paragraph(new Run(release.ResultsDigest, Strong: true)),
        ])
        {
            IsLandscape = true,
            Creator = release.Province,
            Foot = $"{result.UnitName}. Năm {release.Year}, lần {release.VersionNumber}. Mã kết quả: {ReleaseFile.Short(release.ResultsDigest)}",
        };
    }

    private static DocumentBlock.Table Totals(UnitYear year, UnitScorecard? card)
    {
        var (_, group, result) = year;
        return new("Kết quả chung của đơn vị", [new("Nội dung", 5), new("Kết quả", 3, CellAlignment.Right), new("Tối đa", 2, CellAlignment.Right)],
        [
            .. ScorePart.Of(group).Where(part => part.Effect(result) is not null).Select(part => new TableRow(part.Name, NumberWriter.VietnameseSigned(part.Effect(result)!.Value, group.ScoreDecimals), card?.MostOf(part) is { } most ? NumberWriter.VietnameseTrimmed(most) : "")),
            new TableRow("Tổng điểm", result.TotalScore is { } total ? NumberWriter.Vietnamese(total, group.ScoreDecimals) : None, result.Scale is { } scale ? NumberWriter.VietnameseTrimmed(scale) : None) { IsStrong = true },
            new TableRow("Chỉ số cải cách hành chính", result.OfficialIndex is { } index ? NumberWriter.Vietnamese(index, group.IndexDecimals) + "%" : None, "") { IsStrong = true },
            new("Xếp loại", result.OfficialRating ?? None, ""),
            new("Xếp hạng", result.Rank is { } rank ? $"{NumberWriter.VietnameseTrimmed(rank)}/{NumberWriter.VietnameseTrimmed(year.Peers.Count(peer => peer.Rank is not null))}" : None, ""),
            .. result.WholeRank is { } whole ? [new TableRow("Xếp hạng trong khối", $"{NumberWriter.VietnameseTrimmed(whole)}/{NumberWriter.VietnameseTrimmed(group.WholeRanked)}", "")] : Array.Empty<TableRow>(),
        ]);
    }

    private static IEnumerable<string> Notes(UnitYear year)
    {
        var (release, group, result) = year;
        return new[]
        {
            result.ScaleSource is ScaleSource.Inferred ? $"Thang điểm: {ReleaseWords.Source(result.ScaleSource)}." : null,
            group.ScaleNote,
            result.RatingReason is { } rating ? $"Xếp loại: {rating.TrimEnd('.')}." : null,
            result.RankReason is { } rank ? $"Xếp hạng: {rank.TrimEnd('.')}." : null,
            group.SinceVersion < release.VersionNumber ? $"Số liệu giữ nguyên từ lần công bố {group.SinceVersion}." : null,
        }.OfType<string>();
    }

    private static IEnumerable<DocumentBlock> Leaves(UnitYear year, UnitScorecard card)
    {
        var places = year.Group.ScoreDecimals;
        yield return new DocumentBlock.Table(
            "Điểm từng tiêu chí",
            [new("Mã", 8), new("Lĩnh vực, tiêu chí", 38), new("Tối đa", 8, CellAlignment.Right), new("Điểm", 9, CellAlignment.Right), new("Mất (điểm phần trăm)", 10, CellAlignment.Right), new("Đơn vị đạt tối đa", 9, CellAlignment.Center), new("Số liệu, mức đạt", 26)],
            [.. card.Lines.Select(line => new TableRow(
                line.Criterion.Code,
                line.Criterion.Name,
                line.Criterion.IsLeaf ? NumberWriter.VietnameseTrimmed(line.Criterion.MaxScore) : line.IsInScale ? NumberWriter.VietnameseTrimmed(line.Most) : "",
                line.Effect is { } effect ? NumberWriter.VietnameseSigned(effect, places) : None,
                line.Lost is { } lost ? NumberWriter.Vietnamese(lost) : "",
                line.AtMost is { } full ? $"{full.Full}/{full.Of}" : "",
                Ground(line)) { IsStrong = !line.Criterion.IsLeaf })]);
        yield return new DocumentBlock.Note("Điểm trừ ghi số âm. “Mất” là phần điểm chưa đạt tính theo điểm phần trăm của chỉ số. “Đơn vị đạt tối đa” là số đơn vị trong khối đạt điểm tối đa trên số đơn vị mà tiêu chí áp dụng.");
    }

    private static string Ground(ScorecardLine line) => line.Score?.Note is { } note ? $"{Figures(line)} Ghi chú: {note}".TrimStart() : Figures(line);

    private static string Figures(ScorecardLine line) => line switch
    {
        { NotApplicable: { } reason } => $"Không áp dụng: {reason}",
        { Score: null } => "",
        { Score: { Achieved: { } achieved, Required: { } required } } => $"{NumberWriter.VietnameseTrimmed(achieved)}/{NumberWriter.VietnameseTrimmed(required)} {line.Criterion.FigureNoun}".TrimEnd(),
        { Score.Achieved: { } achieved } => $"{NumberWriter.VietnameseTrimmed(achieved)} {line.Criterion.FigureNoun}".TrimEnd(),
        _ => line.Score.Statement ?? "",
    };
}
