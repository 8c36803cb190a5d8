using ParIndex.Application.Accounts;
using ParIndex.Application.Documents;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>The papers of one scorecard: the unit's report, the whole card, the receipt of its handing-in.</summary>
public static class ScorecardPapers
{
    private const string None = "–";

    /// <summary>The unit's report on its own scores, to be signed.</summary>
    public static OfficialDocument Report(ScorecardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var report = new SelfReport(folder);
        return new($"Báo cáo kết quả tự chấm điểm năm {folder.Round.Year}, {folder.Unit.Name}", [
            new DocumentBlock.Title("Báo cáo", $"Kết quả tự chấm điểm Chỉ số cải cách hành chính năm {folder.Round.Year}"),
            new DocumentBlock.Paragraph($"Thực hiện {folder.Round.Title} ({Basis(folder)}), {folder.Unit.Name} báo cáo kết quả tự chấm điểm như sau:"),
            new DocumentBlock.Heading("1. Kết quả chung"),
            .. Totals(folder, report).Select(line => new DocumentBlock.Paragraph(line)),
            new DocumentBlock.Heading("2. Kết quả theo lĩnh vực và tiêu chí"),
            Table("Kết quả tự chấm theo lĩnh vực và tiêu chí", FieldRows(report)),
            .. Outside(folder, report, Component.Bonus, "Điểm cộng (ngoài thang điểm)"),
            .. Outside(folder, report, Component.Penalty, "Điểm trừ (ngoài thang điểm)"),
            .. Hidden(folder),
            new DocumentBlock.Signatures(["Cơ quan điều phối kỳ đánh giá", "Lưu: VT"], new Signer("Thủ trưởng đơn vị", Note: "(Ký, ghi rõ họ tên, đóng dấu)")),
        ])
        {
            Head = new($"Ủy ban nhân dân {folder.Round.Authority}", folder.Unit.Name, Number: null, "BC", Place: null, Day: null),
            Creator = folder.Unit.Name,
        };
    }

    /// <summary>The whole scorecard, with the stages that its reader sees and no other.</summary>
    public static OfficialDocument Card(ScorecardFolder folder, StaffAccount reader)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (seen, report) = (SeenStages.Of(reader, folder), new SelfReport(folder));
        var stages = Enum.GetValues<ScoreStage>().Where(stage => seen.Has(stage) && (stage == ScoreStage.SelfScore || folder.Set.Leaves.Any(leaf => folder.Card.Cell(stage, leaf.Id)?.Points is not null))).ToList();
        string[] Cells(Criterion leaf) =>
        [
            leaf.Code, leaf.Name, NumberWriter.VietnameseTrimmed(leaf.MaxScore),
            .. stages.Select(stage => seen.Of(folder.Card.Cell(stage, leaf.Id))?.Points is { } points ? NumberWriter.Vietnamese(points) : report.Applies(leaf) ? None : ""),
            string.Join('\n', report.Remarks(leaf)),
        ];
        return new($"Phiếu chấm điểm năm {folder.Round.Year}, {folder.Unit.Name}", [
            new DocumentBlock.Title("Phiếu chấm điểm", $"Chỉ số cải cách hành chính năm {folder.Round.Year} của {folder.Unit.Name}", $"({ScorecardWords.Of(folder.Card.State)})"),
            new DocumentBlock.Table(
                "Điểm từng tiêu chí qua các bước",
                [new("Mã", 8), new("Tiêu chí", 34), new("Tối đa", 9, CellAlignment.Right), .. stages.Select(stage => new TableColumn(Name(stage), 10, CellAlignment.Right)), new("Tài liệu kiểm chứng, giải thích", 30)],
                [.. folder.Group.Fields.SelectMany(field => new[] { new TableRow($"{field.Code} {field.Name}") { IsStrong = true } }
                    .Concat(folder.Set.Leaves.Where(leaf => folder.Group.FieldOf(leaf).Id == field.Id).Select(leaf => new TableRow(Cells(leaf)))))]),
            .. Hidden(folder),
        ])
        {
            IsLandscape = true,
            Creator = folder.Unit.Name,
            Foot = $"{folder.Round.Title}, {folder.Unit.Name}",
        };
    }

    /// <summary>What the unit may show for having handed in.</summary>
    /// <param name="folder">The scorecard.</param>
    /// <param name="submission">The handing-in.</param>
    /// <param name="by">Name of who handed in, on that day.</param>
    /// <param name="signed">The signed report.</param>
    /// <param name="recorded">What was handed in, as it was recorded then; <c>null</c> where nobody did: it is then what is stored now, and the paper says so.</param>
    public static OfficialDocument Receipt(ScorecardFolder folder, Submission submission, string? by, StoredFile? signed, SubmittedContent? recorded)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(submission);
        var content = recorded ?? SubmissionText.ContentOf(folder, submission, signed);
        return new($"Giấy xác nhận đã nộp phiếu chấm điểm năm {folder.Round.Year}, {folder.Unit.Name}", [
            new DocumentBlock.Title("Giấy xác nhận", $"Đã nộp phiếu chấm điểm Chỉ số cải cách hành chính năm {folder.Round.Year}"),
            new DocumentBlock.Paragraph($"Hệ thống chấm điểm xác nhận {folder.Unit.Name} đã nộp phiếu chấm điểm của {folder.Round.Title} như sau:"),
            new DocumentBlock.Table("Nội dung đã nộp", [new("Nội dung", 2), new("Ghi nhận", 4)], [
                new("Thời điểm nộp", DateWriter.VietnameseHourInFull(submission.At) + " (UTC+7)"),
                new("Người nộp", by ?? None),
                new("Thủ trưởng phê duyệt", $"{submission.HeadName}, {submission.HeadPost}, ký ngày {DateWriter.Vietnamese(submission.SignedOn)}"),
                new("Số tiêu chí đã tự chấm", NumberWriter.VietnameseCount(content.Leaves)),
                new("Tổng điểm tự chấm", Number(content.Total)),
                new("Số tài liệu kiểm chứng", NumberWriter.VietnameseCount(content.Documents)),
                .. signed is null ? Array.Empty<TableRow>() : [new TableRow("Báo cáo đã ký (SHA-256)", $"{signed.FileName}\n{signed.Sha256}")],
                new("Mã nội dung đã nộp\n(SHA-256)", content.Sha256),
            ]),
            new DocumentBlock.Note("Mã nội dung đã nộp được tính từ toàn bộ nội dung nộp: phê duyệt của thủ trưởng và mã của báo cáo đã ký; với từng tiêu chí là điểm tự chấm, số liệu, mức đã chọn, đề nghị không áp dụng, ghi chú, giải trình; từng tài liệu kiểm chứng với tên, số, ngày, nơi ban hành, trang dẫn và mã SHA-256 của tệp."),
            new DocumentBlock.Note(recorded is null
                ? "Lần nộp này có trước khi hệ thống ghi lại nội dung tại thời điểm nộp: số tiêu chí, tổng điểm, số tài liệu và mã nội dung ở trên tính theo dữ liệu đang lưu khi lập giấy, có thể khác lúc nộp."
                : "Các số liệu ở trên là của thời điểm nộp, đã được ghi vào nhật ký của hệ thống cùng với việc nộp; điểm, giải thích hay tài liệu thay đổi về sau không làm thay đổi giấy này."),
            new DocumentBlock.Note("Giấy này do hệ thống lập, có giá trị đối chiếu; không thay cho báo cáo đã ký."),
        ])
        {
            Head = new(Superior: null, $"Ủy ban nhân dân {folder.Round.Authority}", Number: null, Symbol: null, Place: null, DateWriter.VietnameseDay(submission.At)),
            Creator = folder.Round.Authority,
        };
    }

    private static string Basis(ScorecardFolder folder) =>
        (folder.Set.DecisionNumber is { } decision ? $"bộ tiêu chí ban hành kèm theo Quyết định số {decision}" : folder.Set.Title) + (folder.Set.DecisionDate is { } day ? $" ngày {DateWriter.Vietnamese(day)}" : "");

    private static IEnumerable<string> Totals(ScorecardFolder folder, SelfReport report)
    {
        var standing = folder.Standing(ScoreStage.SelfScore);
        var own = folder.Applicable.Where(leaf => leaf.Component == Component.Appraisal).ToList();
        var unscored = own.Count(leaf => report.Points(leaf) is null);
        yield return $"Điểm tự chấm: {Number(own.Sum(leaf => report.Points(leaf) ?? 0))} trên {NumberWriter.VietnameseTrimmed(own.Sum(leaf => leaf.MaxScore))} điểm các tiêu chí đơn vị tự chấm{(unscored > 0 ? $"; còn {NumberWriter.VietnameseCount(unscored)} tiêu chí chưa có điểm" : "")}.";
        var survey = folder.Applicable.Where(leaf => leaf.Component == Component.Survey).Sum(leaf => leaf.MaxScore);
        if (survey > 0)
        {
            yield return standing.Totals.SurveyScore is { } points
                ? $"Điểm điều tra xã hội học: {Number(points)} trên {NumberWriter.VietnameseTrimmed(survey)} điểm."
                : $"Điểm điều tra xã hội học: chưa có; tối đa {NumberWriter.VietnameseTrimmed(survey)} điểm, không do đơn vị tự chấm.";
        }

        if (standing.Totals.Bonus is not null)
        {
            yield return $"Điểm cộng được tính: {Number(standing.CountedBonus)}.";
        }

        if (standing.Totals.Penalty is not null)
        {
            yield return $"Điểm trừ được tính: {Number(standing.CountedPenalty)}.";
        }

        yield return $"Tổng điểm: {Number(standing.TotalScore)}; thang điểm của đơn vị: {(standing.Totals.Scale is { } scale ? NumberWriter.VietnameseTrimmed(scale.Value) : None)}; chỉ số tự chấm: {(standing.Index is { } index ? NumberWriter.VietnamesePercent(index) : None)}{(standing.IsProvisional ? " (tạm tính, khi chưa đủ điểm các tiêu chí)" : "")}.";
    }

    private static IEnumerable<TableRow> FieldRows(SelfReport report)
    {
        var (most, own) = (0m, 0m);
        foreach (var (field, leaves) in report.Fields)
        {
            var applying = leaves.Where(report.Applies).ToList();
            var (max, points) = (applying.Sum(leaf => leaf.MaxScore), applying.Sum(leaf => report.Points(leaf) ?? 0));
            (most, own) = (most + max, own + points);
            yield return new(field.Code, field.Name, NumberWriter.VietnameseTrimmed(max), applying.Exists(leaf => report.Points(leaf) is not null) ? Number(points) : None, "") { IsStrong = true };
            foreach (var leaf in leaves.Where(leaf => leaf.Id != field.Id))
            {
                yield return Row(report, leaf);
            }
        }

        yield return new("", "Cộng", NumberWriter.VietnameseTrimmed(most), Number(own), "") { IsStrong = true };
    }

    private static IEnumerable<DocumentBlock> Outside(ScorecardFolder folder, SelfReport report, Component component, string heading)
    {
        var leaves = folder.Applicable.Where(leaf => leaf.Component == component).ToList();
        return leaves.Count == 0 ? [] : [new DocumentBlock.Heading(heading), Table(heading, leaves.Select(leaf => Row(report, leaf)))];
    }

    private static DocumentBlock.Table Table(string description, IEnumerable<TableRow> rows) => new(
        description,
        [new("Mã", 9), new("Lĩnh vực, tiêu chí", 36), new("Tối đa", 10, CellAlignment.Right), new("Tự chấm", 10, CellAlignment.Right), new("Tài liệu kiểm chứng, giải thích", 35)],
        [.. rows]);

    private static TableRow Row(SelfReport report, Criterion leaf) => report.Applies(leaf)
        ? new(leaf.Code, leaf.Name, NumberWriter.VietnameseTrimmed(leaf.MaxScore), Number(report.Points(leaf)), string.Join('\n', report.Remarks(leaf)))
        : new(leaf.Code, leaf.Name, "", "", string.Join('\n', report.Remarks(leaf)));

    private static IEnumerable<DocumentBlock> Hidden(ScorecardFolder folder) =>
        folder.HidesEvidence ? [new DocumentBlock.Note("Tài liệu kiểm chứng chưa hiển thị với người tải ở bước này.")] : [];

    private static string Number(decimal? points) => points is { } known ? NumberWriter.Vietnamese(known) : None;

    private static string Name(ScoreStage stage) => stage switch
    {
        ScoreStage.SelfScore => "Tự chấm",
        ScoreStage.FirstAppraisal => "Thẩm định lần 1",
        ScoreStage.SecondAppraisal => "Thẩm định lần 2",
        _ => "Điều tra xã hội học",
    };
}
