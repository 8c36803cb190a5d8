using System.Globalization;
using ParIndex.Application.Accounts;
using ParIndex.Application.Reading;
using ParIndex.Application.Tables;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>One scorecard as a workbook: what the person may fill in now is open, all else is locked.</summary>
internal static class UnitSheet
{
    private const string SheetName = "Phiếu chấm điểm";

    private static readonly string[] Labels = [SheetLabels.Code, SheetLabels.Name, SheetLabels.Maximum];

    private static readonly string[] Block = [.. SheetHeadings.Figures, "", SheetHeadings.Note];

    private static readonly int[] BlockWidths = [14, 14, 34, 14, 50];

    /// <summary>The whole file.</summary>
    public static byte[] Write(ScorecardPlace place, StaffAccount actor, IReadOnlyDictionary<Guid, decimal> earlier, DateTime now)
    {
        var (stage, year) = (SeenStages.Of(actor, place).Latest, place.Round.Year);
        var headers = Headers(year, stage);
        var first = headers.Count - Block.Length;
        var leaves = place.Set.Leaves.Select(leaf => leaf.Id).ToHashSet();
        var exempt = place.Unit.NotApplicable.Select(leaf => leaf.Id).ToHashSet();
        var rows = new List<IReadOnlyList<FormCell>> { headers.Select(header => new FormCell(Cell.Of(header), IsBold: true)).ToList() };
        var (entries, lists, rules) = (new List<TokenEntry>(), new SheetLists(), new SheetRules());
        foreach (var (node, _) in place.Set.Tree())
        {
            var row = new FormCell[headers.Count];
            Array.Fill(row, new(Cell.Nothing));
            rows.Add(row);
            var isLeaf = leaves.Contains(node.Id);
            (row[0], row[1], row[2]) = (new(Cell.Of(node.Code), IsBold: !isLeaf), new(Cell.Of(node.Name), IsBold: !isLeaf), new(Cell.Trimmed(node.MaxScore), IsBold: !isLeaf));
            if (!isLeaf)
            {
                continue;
            }

            var own = ScorecardRules.StageOf(node, stage);
            row[3] = new(earlier.TryGetValue(node.Id, out var before) ? Cell.Trimmed(before) : Cell.Nothing);
            foreach (var (past, column) in own == ScoreStage.Survey ? [] : ScorecardRules.Before(stage).Select((past, i) => (past, Labels.Length + 1 + (2 * i))))
            {
                var answer = place.Card.Cell(past, node.Id)?.Answer ?? CellAnswer.Blank;
                (row[column], row[column + 1]) = (new(AnswerText.InWorkbook(CellField.PointsOrStatement, node, answer)), new(Cell.Of(answer.Note)));
            }

            if (exempt.Contains(node.Id))
            {
                row[^1] = new(Cell.Of("Không áp dụng cho đơn vị"));
            }
            else if (place.Card.Cell(own, node.Id) is { } cell)
            {
                var open = ScorecardRights.WhyNotScore(actor, place, node, own, now) is null ? AnswerText.FieldsOf(node) : [];
                foreach (var (field, i) in SheetText.Columns.Select((field, i) => (field, i)))
                {
                    row[first + i] = new(AnswerText.InWorkbook(field, node, cell.Answer), open.Contains(field), IsText: field is CellField.Note or CellField.Level);
                }

                if (open.Count > 0)
                {
                    entries.Add(new(0, node.Id, own, cell.Version, [.. open.Select(field => SheetText.Mark(SheetText.Of(row[first + SheetText.Columns.ToList().IndexOf(field)].Value)))]));
                    rules.Add(node, rows.Count, first, open, lists);
                }
            }
        }

        var token = new SheetToken
        {
            Kind = SheetToken.OfUnit,
            Round = place.Round.Id,
            Year = year,
            RoundTitle = place.Round.Title,
            Set = place.Set.Id,
            SetVersion = place.Set.Version,
            Cards = [new(place.Card.Id, NameOf(place), stage)],
            Entries = entries,
        };
        int[] widths = [9, 60, 10, 10, .. ScorecardRules.Before(stage).SelectMany(_ => new[] { 12, 40 }), .. BlockWidths];
        return WorkbookForm.Write(
            Cover(place, stage, entries.Count),
            new FormSheet(SheetName, "Điểm, số liệu, mức và ghi chú của từng tiêu chí", widths, rows) { Rules = rules.All, FrozenColumns = 1 },
            lists.ToSheet(),
            token.ToSheet());
    }

    /// <summary>What stands in the open cells of a workbook.</summary>
    /// <exception cref="UnreadableTableException">Its labels are not as they were given out.</exception>
    public static IReadOnlyList<SheetInput> Read(IReadOnlyDictionary<string, SourceTable> workbook, SheetToken token, ScorecardPlace place)
    {
        var headers = Headers(token.Year, token.Cards[0].Stage);
        var rows = SheetLabels.Rows(workbook, SheetName, headers, [.. place.Set.Tree().Select(entry => entry.Node)]);
        return [.. token.Entries.Select(entry => new SheetInput(entry, Values(entry, rows, headers.Count - Block.Length, place)))];
    }

    /// <summary>The unit's name in the year assessed.</summary>
    public static string NameOf(ScorecardPlace place) => place.Unit.Unit.NameIn(place.Round.Year).Name;

    private static List<(CellField, SourceCell, bool)> Values(TokenEntry entry, IReadOnlyDictionary<string, IReadOnlyList<SourceCell>> rows, int first, ScorecardPlace place)
    {
        if (place.Leaf(entry.Leaf) is not { } leaf)
        {
            return [];
        }

        var open = AnswerText.FieldsOf(leaf).ToList();
        return [.. SheetText.Columns.Select((field, i) => (field, Cell: SheetLabels.At(rows[leaf.Code], first + i)))
            .Select(pair => (pair.field, pair.Cell, open.IndexOf(pair.field) is >= 0 and var position ? SheetText.Mark(pair.Cell.Text) != entry.Marks.ElementAtOrDefault(position) : pair.Cell.Text.Length > 0))];
    }

    private static IReadOnlyList<string> Headers(int year, ScoreStage stage) =>
    [
        .. Labels,
        string.Create(CultureInfo.InvariantCulture, $"Năm {year - 1}"),
        .. ScorecardRules.Before(stage).SelectMany(past => new[] { $"{ScorecardWords.Of(past)}: điểm", $"{ScorecardWords.Of(past)}: ghi chú" }),
        .. SheetHeadings.Figures,
        SheetHeadings.Points(stage),
        SheetHeadings.Note,
    ];

    private static WorkbookCover Cover(ScorecardPlace place, ScoreStage stage, int open) => new(
        $"Phiếu chấm điểm – {NameOf(place)}",
        [
            ("Kỳ đánh giá", place.Round.Title),
            ("Bước", ScorecardWords.Of(place.Card.State)),
            .. place.Deadline is { } until ? [("Hạn", DateWriter.VietnameseDeadline(until))] : Array.Empty<(string, string)>(),
            ("Bộ tiêu chí", place.Set.Title),
            ("Tiêu chí nhập được", NumberWriter.VietnameseCount(open)),
        ],
        [
            $"Nhập {VietnameseText.InSentence(ScorecardWords.Of(stage))} vào các ô có nền vàng; các ô khác đã khoá. Lưu tệp dưới dạng .xlsx rồi đưa lên trang “Nhập từ XLSX” của phiếu: phần mềm cho xem mọi thay đổi trước khi nhận.",
            "Có số đạt được và số phải thực hiện thì điểm được tính theo cách chấm của tiêu chí khi đưa lên; tệp không chứa công thức.",
            "Để trống một ô đang có nội dung là đề nghị xoá nội dung đó.",
        ]);
}
