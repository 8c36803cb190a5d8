using System.Globalization;
using ParIndex.Application.Accounts;
using ParIndex.Application.Reading;
using ParIndex.Application.Tables;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>The leaves of an appraiser's fields × the units assigned, as a workbook: points open, earlier stages beside.</summary>
internal static class AppraisalSheet
{
    private const string SheetName = "Thẩm định";

    private static readonly string[] Labels = [SheetLabels.Code, SheetLabels.Name, SheetLabels.Maximum];

    private static readonly int[] LabelWidths = [9, 48, 10];

    private const int UnitWidth = 16;

    /// <summary>The whole file.</summary>
    /// <param name="folders">The scorecards assigned, in their order; at least one.</param>
    /// <param name="actor">The appraiser.</param>
    /// <param name="now">Now, UTC.</param>
    public static byte[] Write(IReadOnlyList<ScorecardPlace> folders, StaffAccount actor, DateTime now)
    {
        var any = folders[0];
        var fields = any.Group.Fields.Where(field => folders.Any(folder => ScorecardRights.AppraisesField(actor, folder, field))).Select(field => field.Id).ToList();
        var cards = folders.Select(folder => new TokenCard(folder.Card.Id, UnitSheet.NameOf(folder), folder.Stage)).ToList();
        var (entries, lists, rules) = (new List<TokenEntry>(), new SheetLists(), new SheetRules());
        var lines = Lines(any, fields);
        var rows = lines.Select((line, i) => line.IsLeaf ? Open(line.Node, i + 2) : Heading(line.Node)).ToList();
        var token = new SheetToken
        {
            Kind = SheetToken.OfAppraisal,
            Round = any.Round.Id,
            Year = any.Round.Year,
            RoundTitle = any.Round.Title,
            Set = any.Set.Id,
            SetVersion = any.Set.Version,
            Fields = fields,
            Cards = cards,
            Entries = entries,
        };
        int[] widths = [.. LabelWidths, .. folders.Select(_ => UnitWidth)];
        var beside = new[] { ScoreStage.SelfScore, ScoreStage.FirstAppraisal }.Where(stage => stage == ScoreStage.SelfScore || folders.Any(folder => folder.Stage > stage));
        return WorkbookForm.Write(
            Cover(any, entries.Count, folders.Count),
            [
                new FormSheet(SheetName, "Điểm thẩm định của từng tiêu chí và đơn vị", widths, [Header(Headers(cards)), .. rows]) { Rules = rules.All, FrozenColumns = 2 },
                .. beside.Select(stage => new FormSheet(NameOf(stage), $"Để đối chiếu: {ScorecardWords.InSentence(stage)}, đã khoá", widths, [Header([.. Labels, .. cards.Select(card => card.Unit)]), .. lines.Select(line => line.IsLeaf ? Closed(line.Node, stage) : Heading(line.Node))]) { FrozenColumns = 2 }),
                lists.ToSheet(),
                token.ToSheet(),
            ]);

        IReadOnlyList<FormCell> Open(Criterion leaf, int row)
        {
            var line = new List<FormCell>(Heading(leaf, isBold: false));
            var open = new List<string>();
            foreach (var (folder, position) in folders.Select((folder, position) => (folder, position)))
            {
                var stage = folder.StageOf(leaf);
                var cell = stage == ScoreStage.SelfScore ? null : folder.Card.Cell(stage, leaf.Id);
                var value = cell is null ? Cell.Nothing : AnswerText.InWorkbook(CellField.PointsOrStatement, leaf, cell.Answer);
                var isOpen = cell is not null && ScorecardRights.Appraises(actor, folder, leaf) && ScorecardRights.WhyNotScore(actor, folder, leaf, stage, now) is null && !folder.Unit.NotApplicable.Contains(leaf);
                line.Add(new(value, isOpen));
                if (isOpen)
                {
                    open.Add(WorkbookForm.CellName(row, Labels.Length + position));
                    entries.Add(new(position, leaf.Id, stage, cell!.Version, [SheetText.Mark(SheetText.Of(value))]));
                }
            }

            if (open.Count > 0)
            {
                rules.Add(leaf, open, lists);
            }

            return line;
        }

        IReadOnlyList<FormCell> Closed(Criterion leaf, ScoreStage stage) =>
        [
            .. Heading(leaf, isBold: false),
            .. folders.Select(folder => new FormCell(folder.Stage > stage || (stage == ScoreStage.SelfScore && folder.Card.State != ScorecardState.SelfScoring)
                ? AnswerText.InWorkbook(CellField.PointsOrStatement, leaf, folder.Card.Cell(stage, leaf.Id)?.Answer ?? CellAnswer.Blank) : Cell.Nothing)),
        ];
    }

    /// <summary>What stands in the open cells of a workbook.</summary>
    /// <exception cref="UnreadableTableException">Its labels are not as they were given out.</exception>
    public static IReadOnlyList<SheetInput> Read(IReadOnlyDictionary<string, SourceTable> workbook, SheetToken token, ScorecardPlace any)
    {
        var rows = SheetLabels.Rows(workbook, SheetName, Headers(token.Cards), [.. Lines(any, token.Fields).Select(line => line.Node)]);
        return [.. token.Entries.Select(entry => new SheetInput(entry, Values(entry)))];

        IReadOnlyList<(CellField, SourceCell, bool)> Values(TokenEntry entry) =>
            any.Leaf(entry.Leaf) is { } leaf && rows.TryGetValue(leaf.Code, out var row) && SheetLabels.At(row, Labels.Length + entry.Card) is var cell
                ? [(CellField.PointsOrStatement, cell, SheetText.Mark(cell.Text) != entry.Marks[0])] : [];
    }

    private static List<(Criterion Node, bool IsLeaf)> Lines(ScorecardPlace any, IReadOnlyList<Guid> fields)
    {
        var leaves = any.Set.Leaves.Select(leaf => leaf.Id).ToHashSet();
        return [.. any.Set.Tree().Where(entry => fields.Contains(any.Group.FieldOf(entry.Node).Id)).Select(entry => (entry.Node, leaves.Contains(entry.Node.Id)))];
    }

    private static IReadOnlyList<string> Headers(IReadOnlyList<TokenCard> cards) =>
        [.. Labels, .. cards.Select(card => card.Stage == ScoreStage.SelfScore ? $"{card.Unit} (chưa nộp)" : $"{card.Unit} ({ScorecardWords.Of(card.Stage)})")];

    private static List<FormCell> Header(IReadOnlyList<string> headers) => [.. headers.Select(header => new FormCell(Cell.Of(header), IsBold: true))];

    private static IReadOnlyList<FormCell> Heading(Criterion node) => Heading(node, isBold: true);

    private static IReadOnlyList<FormCell> Heading(Criterion node, bool isBold) =>
        [new(Cell.Of(node.Code), IsBold: isBold), new(Cell.Of(node.Name), IsBold: isBold), new(Cell.Trimmed(node.MaxScore), IsBold: isBold)];

    private static string NameOf(ScoreStage stage) => stage == ScoreStage.SelfScore ? "Điểm tự chấm" : "Điểm thẩm định lần 1";

    private static WorkbookCover Cover(ScorecardPlace any, int open, int units) => new(
        $"Phiếu thẩm định – {any.Group.UnitGroup.Name}",
        [
            ("Kỳ đánh giá", any.Round.Title),
            ("Bộ tiêu chí", any.Set.Title),
            ("Đơn vị", NumberWriter.VietnameseCount(units)),
            ("Ô nhập được", open.ToString(CultureInfo.InvariantCulture)),
        ],
        [
            "Nhập điểm thẩm định vào các ô có nền vàng; các ô khác đã khoá. Lưu tệp dưới dạng .xlsx rồi đưa lên trang “Nhập từ XLSX”: phần mềm cho xem mọi thay đổi trước khi nhận.",
            "Tiêu chí có các mức thì chọn điểm của một mức. Để trống một ô đang có điểm là đề nghị xoá điểm đó.",
        ]);
}
